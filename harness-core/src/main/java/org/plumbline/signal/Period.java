package org.plumbline.signal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.plumbline.statistics.Summary;

/**
 * Times between the messages of a cyclic signal, in seconds. The figures are of the stamps; what the harness adds to each
 * is {@code Timing.STAMP_HALF_WIDTH}.
 *
 * @param intervals how many
 * @param mean of the intervals: the period
 * @param standardDeviation of the intervals, with the divisor n - 1: the jitter, r.m.s.; NaN for a single interval
 * @param shortest interval
 * @param longest interval
 */
public record Period(int intervals, double mean, double standardDeviation, double shortest, double longest) {

    private static final double NANOS = 1e-9;

    /**
     * Of arrivals in order, in nanoseconds.
     *
     * @throws IllegalArgumentException with fewer than two, or where one is earlier than the one before
     */
    public static Period of(long... arrivals) {
        if (arrivals.length < 2) {
            throw new IllegalArgumentException("a period needs two arrivals: " + arrivals.length);
        }
        if (!TimeStamps.of(arrivals).monotonic()) {
            throw new IllegalArgumentException("the arrivals are not in order");
        }
        double[] intervals = IntStream.range(1, arrivals.length)
                .mapToDouble(i -> (arrivals[i] - arrivals[i - 1]) * NANOS)
                .toArray();
        Summary summary = Summary.of(intervals);
        Arrays.sort(intervals);
        return new Period(
                summary.n(),
                summary.mean(),
                summary.standardDeviation(),
                intervals[0],
                intervals[intervals.length - 1]);
    }

    /** The jitter from peak to peak: longest minus shortest interval. */
    public double jitter() {
        return longest - shortest;
    }

    /** The larger of what the longest and the shortest interval differ from a nominal one, in seconds. */
    public double largestDeviation(double nominal) {
        return Math.max(longest - nominal, nominal - shortest);
    }
}
