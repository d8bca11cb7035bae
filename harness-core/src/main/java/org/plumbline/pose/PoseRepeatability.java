package org.plumbline.pose;

import java.util.List;

/** Pose repeatability RP: that of the position and that of each angle (ISO 9283:1998, 7.2.2; GB/T 12642-2013, 7.2.2). */
public record PoseRepeatability(PositionRepeatability position, OrientationRepeatability orientation) {

    /**
     * Of the attained poses of one commanded pose, approached from one direction; the standard asks for 30.
     *
     * @throws IllegalArgumentException with fewer than two, or where an angle's values cancel
     */
    public static PoseRepeatability of(List<Pose> attained) {
        return new PoseRepeatability(
                PositionRepeatability.of(Pose.positions(attained)),
                OrientationRepeatability.of(Pose.orientations(attained)));
    }
}
