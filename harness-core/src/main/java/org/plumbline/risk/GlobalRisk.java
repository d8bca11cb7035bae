package org.plumbline.risk;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a decision rule does to all items of a process together (JCGM 106:2012, 9.4 and 9.5).
 *
 * @param falseAcceptance probability that an item does not conform and is accepted: PFA, the global consumer's risk
 * @param falseRejection probability that an item conforms and is rejected: PFR, the global producer's risk
 * @param trueAcceptance probability that an item conforms and is accepted
 * @param trueRejection probability that an item does not conform and is rejected
 */
public record GlobalRisk(double falseAcceptance, double falseRejection, double trueAcceptance, double trueRejection) {

    private static final double[] STEPS = {-8, -4, -2, -1, 0, 1, 2, 4, 8};

    /**
     * For normal measurement errors.
     *
     * @param prior how the items' true values are distributed
     * @param u standard uncertainty of a measurement, above 0
     * @param tolerance where true values conform
     * @param acceptance where measured values are accepted
     */
    public static GlobalRisk of(Prior prior, double u, Limits tolerance, Limits acceptance) {
        return ofShifted(prior, u, tolerance.from(prior.origin()), acceptance.from(prior.origin()));
    }

    private static GlobalRisk ofShifted(Prior prior, double u, Limits tolerance, Limits acceptance) {
        NormalDistribution standard = NormalDistribution.of(0, 1);
        DoubleUnaryOperator accepted = value -> prior.density(value)
                * standard.probability((acceptance.lower() - value) / u, (acceptance.upper() - value) / u);
        DoubleUnaryOperator rejected = value -> prior.density(value)
                * (standard.cumulativeProbability((acceptance.lower() - value) / u)
                        + standard.survivalProbability((acceptance.upper() - value) / u));
        double[] sums = new double[4];
        double[] points = points(prior, u, tolerance, acceptance);
        for (int i = 1; i < points.length; i++) {
            int side = tolerance.contains((points[i - 1] + points[i]) / 2) ? 2 : 0;
            sums[side] += Integral.of(accepted, points[i - 1], points[i]);
            sums[side + 1] += Integral.of(rejected, points[i - 1], points[i]);
        }
        return new GlobalRisk(sums[0], sums[3], sums[2], sums[1]);
    }

    private static double[] points(Prior prior, double u, Limits tolerance, Limits acceptance) {
        double[] points = new double[2 * STEPS.length + 2];
        for (int i = 0; i < STEPS.length; i++) {
            points[2 * i] = acceptance.lower() + STEPS[i] * u;
            points[2 * i + 1] = acceptance.upper() + STEPS[i] * u;
        }
        points[2 * STEPS.length] = tolerance.lower();
        points[2 * STEPS.length + 1] = tolerance.upper();
        return prior.pointsWith(points);
    }

    /** Probability that an item does not conform, before any measurement. */
    public double nonconforming() {
        return falseAcceptance + trueRejection;
    }

    /** Probability that an item is accepted. */
    public double accepted() {
        return falseAcceptance + trueAcceptance;
    }

    /** Probability that an accepted item does not conform: the conditional PFA (NCSLI RP-19). */
    public double conditionalFalseAcceptance() {
        return falseAcceptance / accepted();
    }

    /** Probability that a rejected item conforms. */
    public double conditionalFalseRejection() {
        return falseRejection / (falseRejection + trueRejection);
    }
}
