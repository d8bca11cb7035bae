package org.plumbline.pose;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A plane across a commanded path, in which the cycles are compared (ISO 9283:1998, 8.2).
 *
 * @param point the commanded position in it
 * @param normal along the commanded path; any length but 0
 */
public record Plane(Position point, Position normal) {

    /** Refuses a normal without direction. */
    public Plane {
        normal = normal.unit();
    }

    /**
     * Where a sampled cycle crosses the plane, on straight lines between the samples; the crossing nearest to the commanded
     * position where there are several.
     *
     * @throws IllegalArgumentException where it does not cross
     */
    public Pose crossing(List<Pose> samples) {
        return IntStream.range(1, samples.size())
                .filter(i -> above(samples.get(i - 1)) * above(samples.get(i)) <= 0)
                .mapToObj(i -> between(samples.get(i - 1), samples.get(i)))
                .min(Comparator.comparingDouble(pose -> pose.position().distance(point)))
                .orElseThrow(() -> new IllegalArgumentException("the cycle does not cross the plane at " + point));
    }

    private double above(Pose pose) {
        return pose.position().minus(point).dot(normal);
    }

    private Pose between(Pose before, Pose after) {
        double whole = above(after) - above(before);
        double share = whole == 0 ? 0 : -above(before) / whole;
        Position way = after.position().minus(before.position());
        return new Pose(
                before.position().plus(way.times(share)),
                turned(before.orientation(), after.orientation().minus(before.orientation()), share));
    }

    private static Orientation turned(Orientation from, Orientation by, double share) {
        return new Orientation(from.a() + by.a() * share, from.b() + by.b() * share, from.c() + by.c() * share);
    }
}
