package org.plumbline.signal;

import java.util.stream.IntStream;
import org.plumbline.statistics.StraightLine;

/**
 * What a signal does about its own straight trend (least squares; JCGM 100:2008, H.3), in the signal's unit.
 *
 * @param n how many samples
 * @param trend change per second
 * @param trendUncertainty standard uncertainty of the trend, per second, for white noise
 * @param standardDeviation about the trend, n - 2 degrees of freedom
 * @param peakToPeak largest minus smallest deviation from the trend
 */
public record Noise(int n, double trend, double trendUncertainty, double standardDeviation, double peakToPeak) {

    /**
     * Of a signal that should stand still or move evenly.
     *
     * @param times s, not all equal
     * @param values as many, at least three
     * @throws IllegalArgumentException where they are not
     */
    public static Noise of(double[] times, double[] values) {
        StraightLine line = StraightLine.of(times, values);
        double[] rest = IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - line.meanY()) - line.slope() * (times[i] - line.meanX()))
                .sorted()
                .toArray();
        return new Noise(
                line.n(),
                line.slope(),
                line.uSlope(),
                line.residualStandardDeviation(),
                rest[rest.length - 1] - rest[0]);
    }
}
