package org.plumbline.signal;

import java.util.stream.IntStream;
import org.plumbline.statistics.Summary;

/**
 * How old data are when they arrive: reception minus the time that the device gives, in seconds. Only of use where both
 * clocks are synchronised; their offset goes into every age, and a negative age shows it.
 *
 * @param n how many messages
 * @param mean age
 * @param standardDeviation of the ages, with the divisor n - 1, free of a constant offset; NaN for a single message
 * @param youngest smallest age
 * @param oldest largest age
 */
public record DataAge(int n, double mean, double standardDeviation, double youngest, double oldest) {

    private static final double NANOS = 1e-9;

    /**
     * Of messages, both times in nanoseconds since the same moment.
     *
     * @throws IllegalArgumentException without messages, or where one lacks a time
     */
    public static DataAge of(long[] measured, long[] received) {
        if (measured.length == 0 || measured.length != received.length) {
            throw new IllegalArgumentException(
                    "not messages: " + measured.length + " measured, " + received.length + " received");
        }
        double[] ages = IntStream.range(0, measured.length)
                .mapToDouble(i -> (received[i] - measured[i]) * NANOS)
                .toArray();
        Summary summary = Summary.of(ages);
        double youngest =
                IntStream.range(0, ages.length).mapToDouble(i -> ages[i]).min().orElseThrow();
        double oldest =
                IntStream.range(0, ages.length).mapToDouble(i -> ages[i]).max().orElseThrow();
        return new DataAge(ages.length, summary.mean(), summary.standardDeviation(), youngest, oldest);
    }

    /** Whether a message arrived before it was measured: the clocks disagree by at least {@code -youngest}. */
    public boolean fromTheFuture() {
        return youngest < 0;
    }
}
