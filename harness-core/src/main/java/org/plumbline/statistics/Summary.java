package org.plumbline.statistics;

/**
 * Repeated values of one quantity, in one unit: arithmetic mean and experimental standard deviation (JCGM 100:2008,
 * 4.2.1 and 4.2.2). Reaches nine digits and more on the NIST StRD univariate sets, NumAcc4 included.
 *
 * @param n how many values
 * @param mean arithmetic mean
 * @param standardDeviation with the divisor n - 1; NaN for a single value
 */
public record Summary(int n, double mean, double standardDeviation) {

    /**
     * Of values in one unit.
     *
     * @throws IllegalArgumentException without values, or where one is not finite
     */
    public static Summary of(double... values) {
        Centred centred = Centred.of(values);
        return new Summary(values.length, centred.mean(), Math.sqrt(centred.squares() / (values.length - 1)));
    }

    /** The square of the standard deviation. */
    public double variance() {
        return standardDeviation * standardDeviation;
    }

    /** Degrees of freedom of the standard deviation, n - 1 (JCGM 100:2008, 4.2.6). */
    public int degreesOfFreedom() {
        return n - 1;
    }

    /** u of the mean, s / sqrt(n) (JCGM 100:2008, 4.2.3); wrong where the repeats are not {@link Independence independent}. */
    public double standardUncertainty() {
        return standardDeviation / Math.sqrt(n);
    }
}
