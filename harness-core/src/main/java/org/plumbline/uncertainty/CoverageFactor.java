package org.plumbline.uncertainty;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** k from Student's t (JCGM 100:2008, G.3 and table G.2). */
public final class CoverageFactor {

    private CoverageFactor() {}

    /**
     * The half-width, in standard uncertainties, of the interval that covers a part of the distribution.
     *
     * @param coverage above 0 and below 1, e.g. 0.95
     * @param degreesOfFreedom above 0, not necessarily whole; infinite for the normal distribution
     */
    public static double of(double coverage, double degreesOfFreedom) {
        if (!(coverage > 0 && coverage < 1 && degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("no coverage: " + coverage + ", " + degreesOfFreedom);
        }
        double tail = (1 - coverage) / 2;
        return degreesOfFreedom == Double.POSITIVE_INFINITY
                ? NormalDistribution.of(0, 1).inverseSurvivalProbability(tail)
                : TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail);
    }

    /**
     * The part of the distribution that lies within k standard uncertainties.
     *
     * @param degreesOfFreedom above 0; infinite for the normal distribution
     */
    public static double coverage(double k, double degreesOfFreedom) {
        double tail = degreesOfFreedom == Double.POSITIVE_INFINITY
                ? NormalDistribution.of(0, 1).survivalProbability(k)
                : TDistribution.of(degreesOfFreedom).survivalProbability(k);
        return 1 - 2 * tail;
    }
}
