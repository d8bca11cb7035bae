package org.plumbline.signal;

import java.util.Arrays;

/**
 * The step in which a signal is given, found in its values, in the signal's unit.
 *
 * @param distinct how many different values there are
 * @param step smallest difference of two different values; NaN where all are equal
 * @param largestRemainder how far the differences of neighbouring values are from whole steps, at most, as a share of the
 *     step: near 0 for a signal of even steps, up to 0.5 for one without
 */
public record Quantisation(int distinct, double step, double largestRemainder) {

    /** What values may differ from one another by the rounding of decimal fractions to binary, as a share of them. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    /**
     * Of the values in any order.
     *
     * @throws IllegalArgumentException without values, or where one is not finite
     */
    public static Quantisation of(double... values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        if (sorted.length == 0 || !Arrays.stream(sorted).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a step needs finite values");
        }
        double rounding = ROUNDING * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        double[] steps = steps(sorted, rounding);
        double step = Arrays.stream(steps).min().orElse(Double.NaN);
        double remainder = Arrays.stream(steps)
                .map(each -> Math.abs(Math.IEEEremainder(each, step)) / step)
                .max()
                .orElse(0);
        return new Quantisation(steps.length + 1, step, remainder);
    }

    /** u of one value by its resolution, step / sqrt(12) (JCGM 100:2008, F.2.2.1). */
    public double standardUncertainty() {
        return step / Math.sqrt(12);
    }

    private static double[] steps(double[] sorted, double rounding) {
        double[] steps = new double[sorted.length];
        int count = 0;
        int last = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] - sorted[last] > rounding) {
                steps[count++] = sorted[i] - sorted[last];
                last = i;
            }
        }
        return Arrays.copyOf(steps, count);
    }
}
