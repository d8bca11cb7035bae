package org.plumbline.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundPoseTest {

    /** Four stops about (3, 4) from the goal, at +-1 along x and y, facing 3, -3, 3, -3 rad: the mean is pi. */
    private final List<GroundPose> attained = List.of(
            new GroundPose(14, 24, 3),
            new GroundPose(12, 24, -3),
            new GroundPose(13, 25, 3),
            new GroundPose(13, 23, -3));

    @Test
    void accuracyInThePlane() {
        GroundAccuracy accuracy = GroundAccuracy.of(new GroundPose(10, 20, Math.PI / 2), attained);
        assertThat(accuracy.position().value()).isEqualTo(5);
        assertThat(accuracy.meanYaw()).isCloseTo(Math.PI, within(1e-15));
        assertThat(accuracy.yaw()).isCloseTo(Math.PI / 2, within(1e-15));
        // facing along +y, the goal is overrun by 4 and missed by 3 to the right
        assertThat(accuracy.along(Math.PI / 2)).isCloseTo(4, within(1e-15));
        assertThat(accuracy.across(Math.PI / 2)).isCloseTo(-3, within(1e-15));
    }

    @Test
    void repeatabilityInThePlane() {
        GroundRepeatability repeatability = GroundRepeatability.of(attained);
        assertThat(repeatability.position().barycentre()).isEqualTo(new Position(13, 24, 0));
        assertThat(repeatability.position().value()).isEqualTo(1);
        // four deviations of pi - 3: S = (pi - 3) sqrt(4 / 3)
        assertThat(repeatability.yaw()).isCloseTo((Math.PI - 3) * Math.sqrt(12), within(1e-14));
    }

    @Test
    void yawsAcrossTheCut() {
        List<GroundPose> stops = Arrays.stream(Analytic.angles())
                .mapToObj(yaw -> new GroundPose(0, 0, yaw))
                .toList();
        assertThat(Math.toDegrees(GroundRepeatability.of(stops).yaw()))
                .isCloseTo(Analytic.figure("angle_wrap", "RP_pm"), within(1e-12));
    }
}
