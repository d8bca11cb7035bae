package org.plumbline.pose;

import java.util.Arrays;
import java.util.List;
import org.plumbline.statistics.Summary;

/**
 * Path velocity: accuracy, repeatability and fluctuation (ISO 9283:1998, 8.6; GB/T 12642-2013, 8.6).
 *
 * @param commanded v_c, in the unit of the velocities
 * @param means of each cycle, in the unit of the velocities
 * @param ranges of each cycle, largest minus smallest velocity, in the unit of the velocities
 */
public record PathVelocity(double commanded, List<Double> means, List<Double> ranges) {

    private static final double PERCENT = 100;

    /** Keeps its own lists; refuses a commanded standstill. */
    public PathVelocity {
        means = List.copyOf(means);
        ranges = List.copyOf(ranges);
        if (!(commanded > 0)) {
            throw new IllegalArgumentException("not a path velocity: " + commanded);
        }
    }

    /**
     * Of the velocities sampled in each cycle where the commanded one is constant; the standard asks for 10 cycles.
     *
     * @throws IllegalArgumentException without cycles or with an empty one
     */
    public static PathVelocity of(double commanded, List<double[]> cycles) {
        Cycles.atLeast(1, cycles);
        return new PathVelocity(
                commanded,
                cycles.stream().map(cycle -> Summary.of(cycle).mean()).toList(),
                cycles.stream().map(PathVelocity::range).toList());
    }

    /** AV, in percent of the commanded velocity, with its sign. */
    public double accuracy() {
        return (summary().mean() - commanded) / commanded * PERCENT;
    }

    /** RV, in percent of the commanded velocity, to be read as plus and minus; NaN for a single cycle. */
    public double repeatability() {
        return 3 * summary().standardDeviation() / commanded * PERCENT;
    }

    /** FV, the largest range of a cycle, in the unit of the velocities. */
    public double fluctuation() {
        return Numbers.largest(ranges);
    }

    private Summary summary() {
        return Summary.of(means.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double range(double[] cycle) {
        return Arrays.stream(cycle).max().orElseThrow()
                - Arrays.stream(cycle).min().orElseThrow();
    }
}
