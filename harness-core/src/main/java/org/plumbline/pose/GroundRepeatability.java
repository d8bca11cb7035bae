package org.plumbline.pose;

import java.util.List;
import org.plumbline.statistics.Circle;
import org.plumbline.statistics.CircularSummary;

/**
 * Pose repeatability of a mobile base at a goal (ISO 18646-2:2019, pose repeatability; the figures are those of ISO
 * 9283:1998, 7.2.2 in the plane).
 *
 * @param position of the positions, z = 0
 * @param yaws circular mean and standard deviation of the yaws, rad
 */
public record GroundRepeatability(PositionRepeatability position, CircularSummary yaws) {

    /**
     * Of the attained poses of one goal.
     *
     * @throws IllegalArgumentException with fewer than two, or where the yaws cancel
     */
    public static GroundRepeatability of(List<GroundPose> attained) {
        return new GroundRepeatability(
                PositionRepeatability.of(GroundPose.positions(attained)),
                Circle.RADIANS.summary(GroundPose.yaws(attained)));
    }

    /** Three standard deviations of the yaw, rad, to be read as plus and minus. */
    public double yaw() {
        return 3 * yaws.standardDeviation();
    }
}
