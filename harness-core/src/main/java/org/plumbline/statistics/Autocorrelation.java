package org.plumbline.statistics;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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
     * How many independent values say as much as these do, n (1 - r) / (1 + r) with the coefficient at lag 1, for a process
     * in which each value depends on the one before (Bayley and Hammersley, 1946, for the mean); 1 to n. Values that are all
     * equal count as one: they show a stuck reading.
     *
     * @param n how many values, at least one
     * @param values by index, equally spaced in time; read twice
     */
    public static double effectiveSize(int n, IntToDoubleFunction values) {
        double mean = IntStream.range(0, n).mapToDouble(values).average().orElseThrow();
        double squares = 0;
        double products = 0;
        double previous = 0;
        for (int i = 0; i < n; i++) {
            double deviation = values.applyAsDouble(i) - mean;
            squares += deviation * deviation;
            products += deviation * previous;
            previous = deviation;
        }
        double r = squares == 0 ? 1 : products / squares;
        return Math.max(1, Math.min(n, n * (1 - r) / (1 + r)));
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
