package org.plumbline.risk;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Guard bands w between a tolerance limit and its acceptance limit (JCGM 106:2012, 8.3; ILAC-G8:09/2019, 4.2). */
public final class GuardBand {

    private static final int DOUBLINGS = 60;

    private GuardBand() {}

    /**
     * The most that the specific risk of false acceptance can be at one limit with w = r U: the risk of a value measured
     * exactly on the acceptance limit (ILAC-G8:09/2019, table 1). 0.5 for r = 0, 2.3 % for r = 1, 1e-9 for r = 3.
     *
     * @param r multiple of U
     * @param k coverage factor of U
     */
    public static double riskAtAcceptanceLimit(double r, double k) {
        return NormalDistribution.of(0, 1).survivalProbability(r * k);
    }

    /**
     * The w that keeps the specific risk of false acceptance at one limit down to a wanted one (JCGM 106:2012, 8.3.2).
     *
     * @param u standard uncertainty; w is in its unit
     * @param risk wanted, above 0 and at most 0.5
     */
    public static double forSpecificRisk(double u, double risk) {
        if (!(risk > 0 && risk <= 0.5)) {
            throw new IllegalArgumentException("no risk that a guard band can keep: " + risk);
        }
        return u * NormalDistribution.of(0, 1).inverseSurvivalProbability(risk);
    }

    /**
     * The w at each limit that keeps the global risk of false acceptance down to a wanted one (JCGM 106:2012, 9.5.4); 0
     * where it already is.
     *
     * @param prior how the items' true values are distributed
     * @param u standard uncertainty of a measurement, above 0
     * @param tolerance where true values conform
     * @param risk wanted PFA, above 0
     */
    public static double forGlobalRisk(Prior prior, double u, Limits tolerance, double risk) {
        if (!(risk > 0)) {
            throw new IllegalArgumentException("no risk that a guard band can keep: " + risk);
        }
        if (excess(prior, u, tolerance, risk, 0) <= 0) {
            return 0;
        }
        double enough = enough(prior, u, tolerance, risk);
        return new BrentSolver(1e-13, 1e-13 * enough, 1e-15)
                .findRoot(band -> excess(prior, u, tolerance, risk, band), 0, enough);
    }

    private static double enough(Prior prior, double u, Limits tolerance, double risk) {
        double half = (tolerance.upper() - tolerance.lower()) / 2;
        double band = u;
        for (int i = 0; i < DOUBLINGS && band < half; i++) {
            if (excess(prior, u, tolerance, risk, band) < 0) {
                return band;
            }
            band *= 2;
        }
        return Math.min(band, half);
    }

    private static double excess(Prior prior, double u, Limits tolerance, double risk, double band) {
        return GlobalRisk.of(prior, u, tolerance, tolerance.guarded(band)).falseAcceptance() / risk - 1;
    }
}
