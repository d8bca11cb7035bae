package org.plumbline.statistics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** How repeats depend on those before them (NIST/SEMATECH e-Handbook, 1.3.3.1 and 1.3.5.12). */
public final class Autocorrelation {

    private static final int MOST_BLOCKS = 4096;

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
     * How many independent values show the mean as well as these do: n over 1 + 2 times the sum of the coefficients up to the
     * first that is not positive (Zięba and Ramza, Metrology and Measurement Systems 18, 2011, as the package LogNormals.jl has it,
     * a secondary source); 1 to n. Long series are averaged over blocks, so
     * that the work stays bounded. Values that are all equal count as one: they show a stuck reading.
     *
     * @param n how many values, at least one
     * @param values by index, equally spaced in time
     */
    public static double effectiveSize(int n, IntToDoubleFunction values) {
        int length = (n + MOST_BLOCKS - 1) / MOST_BLOCKS;
        double[] blocks = new double[n / length];
        for (int i = 0; i < blocks.length * length; i++) {
            blocks[i / length] += values.applyAsDouble(i) / length;
        }
        double mean = Arrays.stream(blocks).average().orElseThrow();
        double variance = IntStream.range(0, blocks.length * length)
                .mapToDouble(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        Centred centred = Centred.of(blocks);
        double squares = centred.squares();
        if (squares == 0) {
            return 1;
        }
        double sum = 0;
        double r = 1;
        for (int lag = 1; lag < blocks.length && r > 0; lag++) {
            r = centred.products(centred, lag) / squares;
            sum += Math.max(0, r);
        }
        double varianceOfMean = squares / blocks.length * (1 + 2 * sum) / blocks.length;
        return Math.max(1, Math.min(n, variance / varianceOfMean));
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
