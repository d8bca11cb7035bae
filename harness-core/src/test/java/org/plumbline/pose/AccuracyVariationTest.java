package org.plumbline.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyVariationTest {

    /**
     * Barycentres (1, 0, 0), (0, 2, 0), (0, 0, 3): distances sqrt 5, sqrt 10, sqrt 13. Angles a 3.1, -3.1, 3.0: -3.1 and
     * 3.0 are 2 pi - 6.1 apart, the others less.
     */
    @Test
    void isTheLargestDistanceOfTwoDirections() {
        AccuracyVariation variation = AccuracyVariation.of(
                Pose.of(10, 10, 10, 3, 0, 0),
                List.of(
                        List.of(Pose.of(10, 10, 10, 3.1, 0, 0.1), Pose.of(12, 10, 10, 3.1, 0, 0.1)),
                        List.of(Pose.of(10, 11, 10, -3.1, 0, 0.4), Pose.of(10, 13, 10, -3.1, 0, 0.4)),
                        List.of(Pose.of(10, 10, 12, 3.0, 0, 0.2), Pose.of(10, 10, 14, 3.0, 0, 0.2))));
        assertThat(variation.directions())
                .containsExactly(new Position(11, 10, 10), new Position(10, 12, 10), new Position(10, 10, 13));
        assertThat(variation.position()).isCloseTo(Math.sqrt(13), within(1e-14));
        assertThat(variation.orientation().a()).isCloseTo(2 * Math.PI - 6.1, within(1e-14));
        assertThat(variation.orientation().b()).isZero();
        assertThat(variation.orientation().c()).isCloseTo(0.3, within(1e-14));
    }

    @Test
    void needsTwoDirections() {
        assertThatThrownBy(() -> AccuracyVariation.of(Analytic.at(0, 0, 0), List.of(List.of(Analytic.at(0, 0, 0)))))
                .hasMessage("too few cycles: 1, needed 2");
    }
}
