package org.plumbline.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How repeats depend on those before them (NIST/SEMATECH e-Handbook, 1.3.3.1 and 1.3.5.12). */
public final class Autocorrelation {

    private Autocorrelation() {}

    /**
     * The autocorrelation coefficient: products of deviations from the mean {@code lag} apart, over their squares.
     *
     * @param values equally spaced in time, in one unit
     * @param lag 0 to n - 1
     * @return -1 to 1; NaN where all values are equal
     * @throws IllegalArgumentException for a lag outside the values
     */
    public static double atLag(double[] values, int lag) {
        if (lag < 0 || lag >= values.length) {
            throw new IllegalArgumentException("lag " + lag + " of " + values.length + " values");
        }
        Centred centred = Centred.of(values);
        return centred.products(centred, lag) / centred.squares();
    }

    /**
     * What one coefficient of independent values stays within, z / sqrt(n).
     *
     * @param confidence two-sided, e.g. 0.95
     */
    public static double bound(int n, double confidence) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2) / Math.sqrt(n);
    }
}
