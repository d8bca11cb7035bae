package org.plumbline.risk;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What one measurement says about the measured item alone: the probabilities that its true value lies below, within and
 * above the tolerance interval (JCGM 106:2012, 7 and 9.3). Small probabilities keep their digits.
 *
 * @param below probability below the lower limit, 0 where there is none
 * @param conforming probability within the limits
 * @param above probability above the upper limit, 0 where there is none
 */
public record SpecificRisk(double below, double conforming, double above) {

    /**
     * For a normal distribution about the measured value (JCGM 106:2012, 7.2 to 7.4).
     *
     * @param y measured value, in the limits' unit
     * @param u its standard uncertainty, not negative; 0 makes a certainty of it
     */
    public static SpecificRisk normal(double y, double u, Limits tolerance) {
        return of(NormalDistribution.of(0, 1), y, u, tolerance);
    }

    /**
     * For a scaled and shifted t distribution, where u has few degrees of freedom (JCGM 101:2008, 6.4.9).
     *
     * @param degreesOfFreedom of u, above 0, not necessarily whole; infinite for normal
     */
    public static SpecificRisk student(double y, double u, double degreesOfFreedom, Limits tolerance) {
        return of(TDistribution.of(degreesOfFreedom), y, u, tolerance);
    }

    private static SpecificRisk of(ContinuousDistribution standard, double y, double u, Limits tolerance) {
        if (!Double.isFinite(y) || !(u >= 0 && u < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not a measured value: " + y + ", u = " + u);
        }
        if (u == 0) {
            return new SpecificRisk(
                    y < tolerance.lower() ? 1 : 0, tolerance.contains(y) ? 1 : 0, y > tolerance.upper() ? 1 : 0);
        }
        double lower = (tolerance.lower() - y) / u;
        double upper = (tolerance.upper() - y) / u;
        return new SpecificRisk(
                standard.cumulativeProbability(lower),
                between(standard, lower, upper),
                standard.survivalProbability(upper));
    }

    /** The difference is taken in the tail where both ends lie in one. */
    private static double between(ContinuousDistribution standard, double lower, double upper) {
        return lower > 0
                ? standard.survivalProbability(lower) - standard.survivalProbability(upper)
                : standard.probability(lower, upper);
    }

    /** Probability that the item does not conform: the risk of accepting it, falsely (JCGM 106:2012, 9.3.2). */
    public double falseAcceptance() {
        return below + above;
    }

    /** Probability that the item conforms: the risk of rejecting it, falsely (JCGM 106:2012, 9.3.3). */
    public double falseRejection() {
        return conforming;
    }
}
