package org.plumbline.pose;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.plumbline.statistics.Circle;
import org.plumbline.statistics.Summary;

/**
 * Distance accuracy AD and repeatability RD between two poses: of the positions and along each axis in the unit of the
 * positions, of each angle in rad (ISO 9283:1998, 7.3; GB/T 12642-2013, 7.3).
 */
public record Distances(Distance position, Distance x, Distance y, Distance z, Distance a, Distance b, Distance c) {

    /**
     * Between two commanded poses.
     *
     * @param first attained poses of {@code from}, one a cycle; the standard asks for 30
     * @param second attained poses of {@code to} in the same cycles
     * @throws IllegalArgumentException without cycles, or where a cycle lacks one of the two
     */
    public static Distances of(Pose from, Pose to, List<Pose> first, List<Pose> second) {
        if (first.isEmpty() || first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "each cycle needs both poses: " + first.size() + " and " + second.size());
        }
        Cycle commanded = new Cycle(from, to);
        List<Cycle> attained = IntStream.range(0, first.size())
                .mapToObj(i -> new Cycle(first.get(i), second.get(i)))
                .toList();
        return new Distances(
                distance(commanded, attained, (one, other) -> one.position().distance(other.position())),
                distance(
                        commanded,
                        attained,
                        (one, other) ->
                                Math.abs(one.position().x() - other.position().x())),
                distance(
                        commanded,
                        attained,
                        (one, other) ->
                                Math.abs(one.position().y() - other.position().y())),
                distance(
                        commanded,
                        attained,
                        (one, other) ->
                                Math.abs(one.position().z() - other.position().z())),
                distance(
                        commanded,
                        attained,
                        (one, other) ->
                                angle(one.orientation().a(), other.orientation().a())),
                distance(
                        commanded,
                        attained,
                        (one, other) ->
                                angle(one.orientation().b(), other.orientation().b())),
                distance(
                        commanded,
                        attained,
                        (one, other) ->
                                angle(one.orientation().c(), other.orientation().c())));
    }

    private static Distance distance(Cycle commanded, List<Cycle> attained, ToDoubleBiFunction<Pose, Pose> distance) {
        double[] each =
                attained.stream().mapToDouble(cycle -> cycle.in(distance)).toArray();
        return new Distance(commanded.in(distance), Summary.of(each));
    }

    private static double angle(double one, double other) {
        return Math.abs(Circle.RADIANS.difference(one, other));
    }

    private record Cycle(Pose from, Pose to) {

        double in(ToDoubleBiFunction<Pose, Pose> distance) {
            return distance.applyAsDouble(from, to);
        }
    }
}
