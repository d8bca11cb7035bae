package org.plumbline.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final Pose COMMANDED = Analytic.at(0, 0, 0);

    /**
     * Pairs at +-r about a centre have l = r, S_l = 0, RP = r. AP 0.3, 0.5 (3-4-5 triangle), 0.1: worst |0.1 - 0.3| = 0.2
     * twice; RP 0.1, 0.2, 0.4: worst 0.3. Angles: c mean 0.01, -0.04, 0.02; S of +-d is d sqrt 2.
     */
    @Test
    void isTheWorstDifferenceFromTheFirstBlock() {
        Drift drift = Drift.of(
                COMMANDED,
                List.of(
                        block(0.3, 0, 0.1, 0.01, 0.001),
                        block(0.3, 0.4, 0.2, -0.04, 0.002),
                        block(0.1, 0, 0.4, 0.02, 0.003)));
        assertThat(drift.positionAccuracy()).isCloseTo(0.2, within(1e-14));
        assertThat(drift.positionRepeatability()).isCloseTo(0.3, within(1e-14));
        assertThat(drift.orientationAccuracy().c()).isCloseTo(0.05, within(1e-14));
        assertThat(drift.orientationAccuracy().a()).isZero();
        assertThat(drift.orientationRepeatability().c()).isCloseTo(3 * 0.002 * Math.sqrt(2), within(1e-14));
    }

    @Test
    void doesNotSeeABarycentreThatGoesRound() {
        Drift drift = Drift.of(COMMANDED, List.of(block(0.3, 0, 0.1, 0, 0), block(-0.3, 0, 0.1, 0, 0)));
        assertThat(drift.positionAccuracy()).isCloseTo(0, within(1e-15));
    }

    @Test
    void needsTwoBlocks() {
        assertThatThrownBy(() -> Drift.of(COMMANDED, List.of(block(0, 0, 1, 0, 0))))
                .hasMessage("too few cycles: 1, needed 2");
    }

    private static List<Pose> block(double x, double y, double r, double c, double d) {
        return List.of(Pose.of(x, y, r, 0, 0, c + d), Pose.of(x, y, -r, 0, 0, c - d));
    }
}
