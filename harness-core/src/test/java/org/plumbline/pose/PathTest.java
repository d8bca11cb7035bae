package org.plumbline.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PathTest {

    /** Five planes along x, two cycles at y = +-r about an offset that grows from plane to plane. */
    @Nested
    class OverMorePlanesThanCycles {

        private final Path path = new Path(commanded(), List.of(cycle(1), cycle(-1)));

        /** Offsets 0, 0.1, ... 0.4 in z. */
        @Test
        void accuracyIsThatOfTheWorstPlane() {
            PathAccuracy accuracy = PathAccuracy.of(path);
            assertThat(accuracy.planes()).hasSize(5);
            assertThat(accuracy.position()).isCloseTo(0.4, within(1e-15));
            assertThat(accuracy.orientation().b()).isCloseTo(0.04, within(1e-15));
        }

        /**
         * Radii 0.5, 0.4, ... 0.1, S_l = 0. A published script divides the sum of the distances by the number of points, 5:
         * it would say 0.2.
         */
        @Test
        void repeatabilityDividesByTheCycles() {
            PathRepeatability repeatability = PathRepeatability.of(path);
            assertThat(repeatability.planes().get(0).position().cycles()).isEqualTo(2);
            assertThat(repeatability.position()).isCloseTo(0.5, within(1e-15)).isNotCloseTo(0.2, within(0.29));
            // angles +-r / 100: S = r sqrt 2 / 100
            assertThat(repeatability.orientation().c()).isCloseTo(3 * 0.005 * Math.sqrt(2), within(1e-15));
            assertThat(repeatability.orientation().a()).isZero();
        }

        private List<Pose> commanded() {
            return IntStream.range(0, 5).mapToObj(i -> Analytic.at(i, 0, 0)).toList();
        }

        private List<Pose> cycle(int side) {
            return IntStream.range(0, 5)
                    .mapToObj(i ->
                            Pose.of(i, side * (0.5 - 0.1 * i), 0.1 * i, 0, -0.01 * i, side * (0.5 - 0.1 * i) / 100))
                    .toList();
        }
    }

    @Nested
    class AcrossAPlane {

        private final Plane plane = new Plane(new Position(1, 0, 0), new Position(2, 0, 0));

        @Test
        void crossesBetweenTheSamples() {
            Pose crossing = plane.crossing(
                    List.of(Pose.of(0, 0, 0, 3, 0, 0), Pose.of(0.5, 1, 0, 3, 0, 0), Pose.of(2.5, 3, 4, -3, 0.4, 0)));
            assertThat(crossing.position()).isEqualTo(new Position(1, 1.5, 1));
            // a quarter of the way from 3 to -3 rad across pi
            assertThat(crossing.orientation().a()).isCloseTo(3 + (2 * Math.PI - 6) / 4, within(1e-15));
            assertThat(crossing.orientation().b()).isCloseTo(0.1, within(1e-15));
        }

        @Test
        void takesTheCrossingNearestToTheCommandedPosition() {
            Pose crossing = plane.crossing(List.of(
                    Analytic.at(0, 9, 0), Analytic.at(2, 9, 0), Analytic.at(2, 0.1, 0), Analytic.at(0, 0.1, 0)));
            assertThat(crossing.position()).isEqualTo(new Position(1, 0.1, 0));
        }

        @Test
        void isTheSampleThatLiesInThePlane() {
            assertThat(plane.crossing(List.of(Analytic.at(0, 0, 0), Analytic.at(1, 2, 3)))
                            .position())
                    .isEqualTo(new Position(1, 2, 3));
        }

        @Test
        void refusesACycleThatEndsBefore() {
            assertThatThrownBy(() -> plane.crossing(List.of(Analytic.at(0, 0, 0), Analytic.at(0.9, 0, 0))))
                    .hasMessageStartingWith("the cycle does not cross the plane at Position[x=1.0");
            assertThatThrownBy(() -> new Plane(new Position(0, 0, 0), new Position(0, 0, 0)))
                    .hasMessage("a way of length 0.0 has no direction");
        }
    }

    @Test
    void refusesCyclesThatMissAPlane() {
        assertThatThrownBy(() -> new Path(List.of(Analytic.at(0, 0, 0)), List.of(List.of())))
                .hasMessage("a cycle has 0 poses for 1 planes");
        assertThatThrownBy(() -> new Path(List.of(), List.of())).hasMessage("a path needs planes");
    }
}
