package org.plumbline.pose;

import java.util.List;
import org.plumbline.statistics.Summary;

/**
 * Positioning repeatability RP_l (ISO 9283:1998, 7.2.2; GB/T 12642-2013, 7.2.2), in the unit of the positions.
 *
 * @param barycentre mean of the attained positions
 * @param distances l_j of each attained position from it
 * @param mean their mean
 * @param standardDeviation S_l of the distances, with the divisor n - 1
 */
public record PositionRepeatability(
        Position barycentre, List<Double> distances, double mean, double standardDeviation) {

    /** Keeps its own list. */
    public PositionRepeatability {
        distances = List.copyOf(distances);
    }

    /**
     * Of the attained positions of one commanded position.
     *
     * @throws IllegalArgumentException with fewer than two
     */
    public static PositionRepeatability of(List<Position> attained) {
        Cycles.atLeast(2, attained);
        Position origin = attained.get(0);
        List<Position> near = Position.from(origin, attained);
        Position centre = Position.mean(near);
        double[] distances =
                near.stream().mapToDouble(position -> position.distance(centre)).toArray();
        Summary summary = Summary.of(distances);
        return new PositionRepeatability(
                origin.plus(centre), Numbers.list(distances), summary.mean(), summary.standardDeviation());
    }

    /** n, how many times the position was approached. */
    public int cycles() {
        return distances.size();
    }

    /** RP_l: mean distance and three standard deviations, the radius of a sphere about the barycentre. */
    public double value() {
        return mean + 3 * standardDeviation;
    }
}
