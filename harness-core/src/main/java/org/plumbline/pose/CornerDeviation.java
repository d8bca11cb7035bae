package org.plumbline.pose;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cornering deviations (ISO 9283:1998, 8.5; GB/T 12642-2013, 8.5), in the unit of the positions. Between samples the
 * robot is taken to move straight, so that sparse samples do not add to the rounding.
 *
 * @param overshoots CO_j of each cycle, how far it left the second line on the outer side
 * @param roundings CR_j of each cycle, how far it stayed from the corner
 */
public record CornerDeviation(List<Double> overshoots, List<Double> roundings) {

    /** Keeps its own lists. */
    public CornerDeviation {
        overshoots = List.copyOf(overshoots);
        roundings = List.copyOf(roundings);
    }

    /**
     * Of sampled cycles; the standard asks for three.
     *
     * @throws IllegalArgumentException without cycles, or with one of fewer than two samples
     */
    public static CornerDeviation of(Corner corner, List<List<Position>> cycles) {
        Cycles.atLeast(1, cycles);
        return new CornerDeviation(
                cycles.stream().map(cycle -> overshoot(corner, cycle, 0)).toList(),
                cycles.stream().map(cycle -> rounding(corner, cycle)).toList());
    }

    /** CO: the largest overshoot of the cycles. */
    public double overshoot() {
        return Numbers.largest(overshoots);
    }

    /** CR: the largest rounding of the cycles. */
    public double rounding() {
        return Numbers.largest(roundings);
    }

    /** CO of cycles of which only what is farther along the second line than {@code from} counts as beyond the corner. */
    public static double overshoot(Corner corner, Stream<List<Position>> cycles, double from) {
        return cycles.mapToDouble(cycle -> overshoot(corner, cycle, from)).max().orElse(0);
    }

    private static double overshoot(Corner corner, List<Position> cycle, double from) {
        return cycle.stream()
                .mapToDouble(position -> corner.overshoot(position, from))
                .max()
                .orElse(0);
    }

    private static double rounding(Corner corner, List<Position> cycle) {
        return IntStream.range(1, cycle.size())
                .mapToDouble(i -> corner.distance(cycle.get(i - 1), cycle.get(i)))
                .min()
                .orElseThrow(() -> new IllegalArgumentException("a cycle needs two samples: " + cycle.size()));
    }
}
