package org.plumbline.signal;

/**
 * The longest run of samples that are the same to the last bit: the mark of a frozen reading where noise is to be
 * expected. On a timeline see {@code Timing.longestFrozen}, which counts the silence after the last sample too.
 *
 * @param first index of the run's first sample
 * @param samples how many, at least one
 * @param seconds from its first sample to its last
 * @param value that it stands at, in the signal's unit
 */
public record Stuck(int first, int samples, double seconds, double value) {

    /**
     * Of a sampled signal.
     *
     * @param times s, one a sample
     * @throws IllegalArgumentException without samples, or where the numbers differ
     */
    public static Stuck longest(double[] times, double[] values) {
        if (values.length == 0 || times.length != values.length) {
            throw new IllegalArgumentException(
                    "not a signal: " + times.length + " times, " + values.length + " values");
        }
        Stuck longest = new Stuck(0, 1, 0, values[0]);
        int first = 0;
        for (int i = 1; i < values.length; i++) {
            first = same(values[i], values[first]) ? first : i;
            if (i - first + 1 > longest.samples) {
                longest = new Stuck(first, i - first + 1, times[i] - times[first], values[first]);
            }
        }
        return longest;
    }

    private static boolean same(double one, double other) {
        return Double.doubleToLongBits(one) == Double.doubleToLongBits(other);
    }
}
