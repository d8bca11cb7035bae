package org.plumbline.pose;

import java.util.List;

/**
 * Multi-directional pose accuracy variation vAP: how far apart the mean attained poses of one commanded pose lie when it
 * is approached from different directions (ISO 9283:1998, 7.2.3; GB/T 12642-2013, 7.2.3).
 *
 * @param directions barycentre of each direction
 * @param orientations circular mean of each direction, rad
 * @param position vAP_p, largest distance of two barycentres, in the unit of the positions
 * @param orientation vAP_a, vAP_b, vAP_c, largest differences of two means, rad
 */
public record AccuracyVariation(
        List<Position> directions, List<Orientation> orientations, double position, Orientation orientation) {

    /** Keeps its own lists. */
    public AccuracyVariation {
        directions = List.copyOf(directions);
        orientations = List.copyOf(orientations);
    }

    /**
     * Of one commanded pose.
     *
     * @param attained the attained poses of each direction; the standard asks for three directions with 30 each
     * @throws IllegalArgumentException with fewer than two directions or one without poses
     */
    public static AccuracyVariation of(Pose commanded, List<List<Pose>> attained) {
        Cycles.atLeast(2, attained);
        List<PoseAccuracy> each = attained.stream()
                .map(direction -> PoseAccuracy.of(commanded, direction))
                .toList();
        return new AccuracyVariation(
                each.stream().map(accuracy -> accuracy.position().barycentre()).toList(),
                each.stream().map(accuracy -> accuracy.orientation().mean()).toList(),
                position(each.stream()
                        .map(accuracy -> accuracy.position().deviation())
                        .toList()),
                orientation(each.stream()
                        .map(accuracy -> accuracy.orientation().value())
                        .toList()));
    }

    private static double position(List<Position> deviations) {
        return deviations.stream()
                .flatMap(one -> deviations.stream().map(one::minus))
                .mapToDouble(Position::length)
                .max()
                .orElseThrow();
    }

    private static Orientation orientation(List<Orientation> deviations) {
        return Orientation.largest(deviations.stream()
                .flatMap(one -> deviations.stream().map(one::minus))
                .toList());
    }
}
