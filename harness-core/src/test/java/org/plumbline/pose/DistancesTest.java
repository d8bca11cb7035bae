package org.plumbline.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistancesTest {

    private static final Pose FROM = Pose.of(0, 0, 0, 3, 0, 0);
    private static final Pose TO = Pose.of(3, 4, 0, -3, 0, 0.5);

    /** Commanded 5; attained 5, 10 and 13 (of 5, 12): mean 28 / 3, S = sqrt(((13/3)^2 + (2/3)^2 + (11/3)^2) / 2) = 7 / sqrt 3. */
    @Test
    void meanAndSpreadOfWhatWasAttained() {
        Distances distances = Distances.of(
                FROM,
                TO,
                List.of(FROM, FROM, Pose.of(1, 1, 0, 3, 0, 0)),
                List.of(TO, Pose.of(6, 8, 0, -3, 0, 0.5), Pose.of(6, 13, 0, -3.1, 0, 0.8)));
        assertThat(distances.position().commanded()).isEqualTo(5);
        assertThat(distances.position().accuracy()).isCloseTo(28.0 / 3 - 5, within(1e-14));
        assertThat(distances.position().attained().standardDeviation()).isCloseTo(7 / Math.sqrt(3), within(1e-14));
        assertThat(distances.position().repeatability()).isCloseTo(7 * Math.sqrt(3), within(1e-13));
        // along x 3, 6, 5 for 3; along y 4, 8, 12 for 4
        assertThat(distances.x().accuracy()).isCloseTo(14.0 / 3 - 3, within(1e-14));
        assertThat(distances.y().accuracy()).isEqualTo(4);
        assertThat(distances.y().repeatability()).isEqualTo(12);
        assertThat(distances.z().accuracy()).isZero();
    }

    /** From 3 to -3 rad is 2 pi - 6 and to -3.1 rad 2 pi - 6.1, not 6 and 6.1. */
    @Test
    void anglesTheShorterWayRound() {
        Distances distances = Distances.of(FROM, TO, List.of(FROM, FROM), List.of(TO, Pose.of(0, 0, 0, -3.1, 0, 0.7)));
        assertThat(distances.a().commanded()).isCloseTo(2 * Math.PI - 6, within(1e-15));
        assertThat(distances.a().accuracy()).isCloseTo(-0.05, within(1e-14));
        assertThat(distances.c().accuracy()).isCloseTo(0.1, within(1e-14));
        assertThat(distances.c().repeatability()).isCloseTo(0.3 * Math.sqrt(2), within(1e-14));
        assertThat(distances.b().repeatability()).isZero();
    }

    @Test
    void eachCycleNeedsBothPoses() {
        assertThatThrownBy(() -> Distances.of(FROM, TO, List.of(FROM, FROM), List.of(TO)))
                .hasMessage("each cycle needs both poses: 2 and 1");
        assertThatThrownBy(() -> Distances.of(FROM, TO, List.of(), List.of()))
                .hasMessage("each cycle needs both poses: 0 and 0");
    }
}
