package org.plumbline.pose;

import java.util.List;
import org.plumbline.signal.Settling;

/**
 * How one arrival comes to rest (ISO 9283:1998, 7.4 and 7.5; GB/T 12642-2013, 7.4 and 7.5). The standard repeats it three
 * times.
 *
 * @param distances of each sample from the attained position, in the unit of the positions
 * @param settling when they came into the limit band, when they stayed, and how far they left it
 */
public record Stabilisation(List<Double> distances, Settling settling) {

    /** Keeps its own list. */
    public Stabilisation {
        distances = List.copyOf(distances);
    }

    /**
     * Of the samples of one arrival, up to standstill.
     *
     * @param times s, ascending, one a sample
     * @param attained the position at standstill
     * @param limitBand radius about it, in the unit of the positions: the repeatability, or what the manufacturer states
     * @throws IllegalArgumentException where the numbers differ or the robot does not stay in the band
     */
    public static Stabilisation of(double[] times, List<Position> samples, Position attained, double limitBand) {
        double[] distances = samples.stream()
                .mapToDouble(sample -> sample.distance(attained))
                .toArray();
        return new Stabilisation(Numbers.list(distances), Settling.of(times, distances, limitBand));
    }

    /** t: from the first crossing into the limit band until the robot stays in it, s (7.4). */
    public double time() {
        return settling.time();
    }

    /** OV: the largest distance after the first crossing where the band was left again, else 0 (7.5). */
    public double overshoot() {
        return settling.overshoot();
    }
}
