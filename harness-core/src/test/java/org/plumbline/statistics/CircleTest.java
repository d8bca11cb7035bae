package org.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Measurement;

class CircleTest {

    @Nested
    class Differences {

        @Test
        void goTheShorterWayRound() {
            assertThat(Circle.DEGREES.difference(-179, 179)).isEqualTo(2);
            assertThat(Circle.DEGREES.difference(179, -179)).isEqualTo(-2);
            assertThat(Circle.DEGREES.difference(730, 5)).isEqualTo(5);
            assertThat(Circle.RADIANS.difference(3, -3)).isCloseTo(6 - 2 * Math.PI, within(1e-15));
        }

        @Test
        void ofHalfACircleArePositive() {
            assertThat(Circle.DEGREES.difference(180, 0)).isEqualTo(180);
            assertThat(Circle.DEGREES.difference(0, 180)).isEqualTo(180);
            assertThat(Circle.DEGREES.wrapped(-180)).isEqualTo(180);
            assertThat(Circle.DEGREES.wrapped(-540)).isEqualTo(180);
        }
    }

    /** The case angle_wrap of the reference file: mean 180, S the root of (1 + 1 + 0 + 4 + 4) / 4. */
    @Nested
    class AcrossTheCut {

        private final JsonNode expected = analytic("angle_wrap");
        private final double[] angles = Reference.numbers(expected.get("angles_deg"));
        private final CircularSummary summary = Circle.DEGREES.summary(angles);

        @Test
        void theMeanIsOnTheFarSide() {
            assertThat(summary.mean())
                    .isEqualTo(expected.get("mean_deg").doubleValue())
                    .isNotCloseTo(expected.get("wrong_if_arithmetic_mean").doubleValue(), within(143.0));
            assertThat(Arrays.stream(angles).average().orElseThrow())
                    .isEqualTo(expected.get("wrong_if_arithmetic_mean").doubleValue());
        }

        @Test
        void theSpreadIsThatOfTheDeviations() {
            assertThat(summary.deviations()).containsExactly(-1.0, 1.0, 0.0, 2.0, -2.0);
            assertThat(Reference.digits(
                            summary.standardDeviation(), expected.get("S").doubleValue()))
                    .isGreaterThanOrEqualTo(14);
            assertThat(Reference.digits(
                            3 * summary.standardDeviation(),
                            expected.get("RP_pm").doubleValue()))
                    .isGreaterThanOrEqualTo(14);
            // (cos 0 + 2 cos 1° + 2 cos 2°) / 5
            assertThat(summary.resultant())
                    .isCloseTo((1 + 2 * 0.9998476951563913 + 2 * 0.9993908270190958) / 5, within(1e-14));
        }
    }

    @Test
    void withinHalfACircleTheMeanIsTheOrdinaryOne() {
        CircularSummary summary = Circle.DEGREES.summary(0, 0, 60);
        // the direction of the resultant would be 19.1°
        assertThat(summary.mean()).isCloseTo(20, within(1e-13));
        assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt(1200), within(1e-12));
        assertThat(Circle.RADIANS.summary(7).mean()).isCloseTo(7 - 2 * Math.PI, within(1e-15));
        assertThat(Circle.RADIANS.summary(7).standardDeviation()).isNaN();
    }

    @Test
    void refusesWhatHasNoMean() {
        assertThatThrownBy(() -> Circle.DEGREES.summary(0, 120, 240))
                .hasMessage("the angles have no mean direction: they cancel");
        assertThatThrownBy(() -> Circle.DEGREES.summary()).hasMessage("no values");
        assertThatThrownBy(() -> Circle.DEGREES.summary(1, Double.NaN)).hasMessage("a value is not a finite number");
        assertThatThrownBy(() -> new Circle(0)).hasMessage("not a full circle: 0.0");
    }

    private static JsonNode analytic(String name) {
        for (JsonNode node :
                Reference.json(Measurement.class, "iso9283_analytic.json").get("cases")) {
            if (node.get("name").textValue().equals(name)) {
                return node;
            }
        }
        throw new IllegalStateException(name);
    }
}
