package org.plumbline.pose;

import java.util.List;
import org.plumbline.statistics.Circle;

/**
 * Pose accuracy of a mobile base at a goal (ISO 18646-2:2019, pose accuracy; the figures are those of ISO 9283:1998,
 * 7.2.1 in the plane).
 *
 * @param position of the positions, z = 0
 * @param meanYaw circular mean of the yaws, rad
 * @param yaw its deviation from the commanded yaw, the shorter way round, rad
 */
public record GroundAccuracy(PositionAccuracy position, double meanYaw, double yaw) {

    /**
     * Of the attained poses of one goal.
     *
     * @throws IllegalArgumentException without any, or where the yaws cancel
     */
    public static GroundAccuracy of(GroundPose commanded, List<GroundPose> attained) {
        PositionAccuracy position = PositionAccuracy.of(commanded.position(), GroundPose.positions(attained));
        double mean = Circle.RADIANS.summary(GroundPose.yaws(attained)).mean();
        return new GroundAccuracy(position, mean, Circle.RADIANS.difference(mean, commanded.yaw()));
    }

    /** The deviation of the barycentre along the commanded yaw, in the unit of the positions. */
    public double along(double commandedYaw) {
        Position deviation = position.deviation();
        return deviation.x() * Math.cos(commandedYaw) + deviation.y() * Math.sin(commandedYaw);
    }

    /** The deviation of the barycentre to the left of the commanded yaw, in the unit of the positions. */
    public double across(double commandedYaw) {
        Position deviation = position.deviation();
        return deviation.y() * Math.cos(commandedYaw) - deviation.x() * Math.sin(commandedYaw);
    }
}
