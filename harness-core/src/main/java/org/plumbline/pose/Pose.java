package org.plumbline.pose;

import java.util.List;

/** Where the robot's interface is and how it is turned (ISO 8373:2021, 5.5; ISO 9283:1998, 3). */
public record Pose(Position position, Orientation orientation) {

    /** From coordinates in one unit of length and angles in rad. */
    public static Pose of(double x, double y, double z, double a, double b, double c) {
        return new Pose(new Position(x, y, z), new Orientation(a, b, c));
    }

    static List<Position> positions(List<Pose> poses) {
        return poses.stream().map(Pose::position).toList();
    }

    static List<Orientation> orientations(List<Pose> poses) {
        return poses.stream().map(Pose::orientation).toList();
    }
}
