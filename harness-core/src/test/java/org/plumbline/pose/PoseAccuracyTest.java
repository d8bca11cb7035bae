package org.plumbline.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Measurement;
import org.plumbline.statistics.Reference;
import org.plumbline.statistics.Summary;

class PoseAccuracyTest {

    @Nested
    class OfPositions {

        @Test
        void onASphere() {
            Position commanded = new Position(100, 200, 300);
            PositionAccuracy accuracy = PositionAccuracy.of(commanded, Analytic.sphere(commanded));
            assertThat(accuracy.deviation()).isEqualTo(new Position(3, 4, 12));
            assertThat(accuracy.barycentre()).isEqualTo(new Position(103, 204, 312));
            assertThat(accuracy.cycles()).isEqualTo(6);
            assertThat(accuracy.value()).isEqualTo(Analytic.figure("sphere6", "AP"));
            PositionRepeatability repeatability = PositionRepeatability.of(Analytic.sphere(commanded));
            assertThat(repeatability.distances()).hasSize(6).containsOnly(0.5);
            assertThat(repeatability.mean()).isEqualTo(Analytic.figure("sphere6", "lbar"));
            assertThat(repeatability.standardDeviation()).isEqualTo(Analytic.figure("sphere6", "S_l"));
            assertThat(repeatability.value()).isEqualTo(Analytic.figure("sphere6", "RP"));
        }

        @Test
        void farFromTheOrigin() {
            Position commanded = new Position(1000100, 1000200, 1000300);
            List<Position> attained = Analytic.sphere(commanded);
            assertThat(PositionAccuracy.of(commanded, attained).value())
                    .isCloseTo(Analytic.figure("far_origin", "AP"), within(1e-12));
            assertThat(PositionRepeatability.of(attained).value())
                    .isCloseTo(Analytic.figure("far_origin", "RP"), within(1e-12));
            assertThat(PositionRepeatability.of(attained).barycentre())
                    .isEqualTo(new Position(1000103, 1000204, 1000312));
        }

        @Test
        void onTwoShells() {
            PositionRepeatability repeatability = PositionRepeatability.of(Analytic.shells());
            assertThat(repeatability.cycles()).isEqualTo(30);
            isExactly(repeatability.mean(), Analytic.figure("two_shells_30", "lbar"));
            isExactly(repeatability.standardDeviation(), Analytic.figure("two_shells_30", "S_l"));
            isExactly(repeatability.value(), Analytic.figure("two_shells_30", "RP"));
            assertThat(PositionAccuracy.of(new Position(0, 0, 0), Analytic.shells())
                            .value())
                    .isEqualTo(Analytic.figure("two_shells_30", "AP"));
        }

        @Test
        void isNotTheAnswerWithTheDivisorN() {
            double wrong = Analytic.figure("two_shells_30", "wrong_if_divisor_n");
            PositionRepeatability right = PositionRepeatability.of(Analytic.shells());
            isExactly(right.mean() + 3 * right.standardDeviation() * Math.sqrt(29.0 / 30), wrong);
            assertThat(right.value()).isNotCloseTo(wrong, within(7e-3));
        }

        /** Thirty synthetic arrivals and what another program made of them, six digits. */
        @Test
        void agreesWithAnotherProgram() {
            List<Position> attained = Reference.text(Measurement.class, "iso9283_pose_30cycles.csv")
                    .lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .map(row -> new Position(row[1], row[2], row[3]))
                    .toList();
            var expected = Reference.json(Measurement.class, "iso9283_pose_expected.json");
            PositionRepeatability repeatability = PositionRepeatability.of(attained);
            assertThat(repeatability.mean()).isCloseTo(expected.get("l_mean").doubleValue(), within(1e-6));
            assertThat(repeatability.standardDeviation())
                    .isCloseTo(expected.get("S_l").doubleValue(), within(1e-6));
            assertThat(repeatability.value()).isCloseTo(expected.get("RP_mm").doubleValue(), within(1.5e-6));
            assertThat(PositionAccuracy.of(new Position(400, 0, 600), attained).value())
                    .isCloseTo(expected.get("AP_mm").doubleValue(), within(1e-6));
        }
    }

    @Nested
    class OfOrientations {

        private final List<Pose> attained = Arrays.stream(Analytic.angles())
                .mapToObj(angle -> Analytic.turned(angle, -0.25, angle / 100))
                .toList();

        @Test
        void averagesOnTheCircle() {
            Pose commanded = Analytic.turned(Math.toRadians(-179), -0.5, 0);
            OrientationAccuracy accuracy = PoseAccuracy.of(commanded, attained).orientation();
            assertThat(accuracy.value().a()).isCloseTo(Math.toRadians(-1), within(1e-15));
            assertThat(accuracy.value().b()).isEqualTo(0.25);
            assertThat(accuracy.mean().a()).isCloseTo(Math.PI, within(1e-15));
            assertThat(accuracy.mean().a())
                    .isNotCloseTo(
                            Math.toRadians(Analytic.figure("angle_wrap", "wrong_if_arithmetic_mean")), within(2.5));
        }

        @Test
        void spreadsOnTheCircle() {
            OrientationRepeatability repeatability =
                    PoseRepeatability.of(attained).orientation();
            isExactly(Math.toDegrees(repeatability.standardDeviation().a()), Analytic.figure("angle_wrap", "S"));
            isExactly(Math.toDegrees(repeatability.value().a()), Analytic.figure("angle_wrap", "RP_pm"));
            assertThat(repeatability.value().b()).isZero();
        }

        @Test
        void takesTheAnglesOneByOne() {
            // c: 1.79, -1.79, 1.80, -1.78, 1.78 degrees, nowhere near the cut
            double[] c = {1.79, -1.79, 1.80, -1.78, 1.78};
            isExactly(
                    Math.toDegrees(
                            PoseRepeatability.of(attained).orientation().value().c()),
                    3 * Summary.of(c).standardDeviation());
        }
    }

    @Test
    void needsCycles() {
        assertThatThrownBy(() -> PositionAccuracy.of(new Position(0, 0, 0), List.of()))
                .hasMessage("too few cycles: 0, needed 1");
        assertThatThrownBy(() -> PoseRepeatability.of(List.of(Analytic.at(1, 2, 3))))
                .hasMessage("too few cycles: 1, needed 2");
    }

    private static void isExactly(double value, double expected) {
        assertThat(Reference.digits(value, expected))
                .as("%s for %s", value, expected)
                .isGreaterThanOrEqualTo(13);
    }
}
