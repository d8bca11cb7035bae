package org.plumbline.pose;

import java.util.List;

/** Pose accuracy AP: that of the position and that of each angle (ISO 9283:1998, 7.2.1; GB/T 12642-2013, 7.2.1). */
public record PoseAccuracy(PositionAccuracy position, OrientationAccuracy orientation) {

    /**
     * Of the attained poses of one commanded pose, approached from one direction; the standard asks for 30.
     *
     * @throws IllegalArgumentException without any, or where an angle's values cancel
     */
    public static PoseAccuracy of(Pose commanded, List<Pose> attained) {
        return new PoseAccuracy(
                PositionAccuracy.of(commanded.position(), Pose.positions(attained)),
                OrientationAccuracy.of(commanded.orientation(), Pose.orientations(attained)));
    }
}
