package org.plumbline.pose;

import java.util.List;

/**
 * Where a mobile base stands and which way it faces.
 *
 * @param x in any one unit of length
 * @param y in the same unit
 * @param yaw which way it faces, about the vertical, rad, anywhere on the circle
 */
public record GroundPose(double x, double y, double yaw) {

    static List<Position> positions(List<GroundPose> poses) {
        return poses.stream().map(GroundPose::position).toList();
    }

    static double[] yaws(List<GroundPose> poses) {
        return poses.stream().mapToDouble(GroundPose::yaw).toArray();
    }

    Position position() {
        return new Position(x, y, 0);
    }
}
