package org.plumbline.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.statistics.Reference;

class SpecificRiskTest {

    private static final JsonNode FILE = Reference.json(SpecificRiskTest.class, "decision_rules_and_risk.json");
    private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);

    @Nested
    class OfNormalMeasurements {

        private final JsonNode rows = FILE.get("specific_risk_normal");

        @Test
        void isThePublishedOne() {
            assertThat(rows).hasSize(5);
            is(rows.get(0), "published_total", 1e-11);
            is(rows.get(1), "published_total", 5.01e-6);
            is(rows.get(2), "published_total", 5.01e-6);
            is(rows.get(3), "published_total", 5.01e-6);
            assertThat(risk(rows.get(2)).above())
                    .isCloseTo(rows.get(2).get("published_upper").asDouble(), within(5.01e-6));
        }

        private void is(JsonNode row, String figure, double tolerance) {
            assertThat(risk(row).falseAcceptance()).isCloseTo(row.get(figure).asDouble(), within(tolerance));
        }

        @Test
        void isTheRecomputedOneForJcgm106() {
            JsonNode row = rows.get(4);
            assertThat(risk(row).conforming())
                    .isCloseTo(row.get("recomputed_p_conform").asDouble(), NINE_DIGITS);
            assertThat(risk(row).falseRejection()).isEqualTo(risk(row).conforming());
        }

        @Test
        void capabilityIsThePublishedOne() {
            for (JsonNode row : rows) {
                if (row.has("cpk")) {
                    assertThat(Capability.cpk(
                                    row.get("y").asDouble(), row.get("u").asDouble(), limits(row)))
                            .isCloseTo(row.get("cpk").asDouble(), within(5e-7));
                }
            }
        }

        private static SpecificRisk risk(JsonNode row) {
            return SpecificRisk.normal(row.get("y").asDouble(), row.get("u").asDouble(), limits(row));
        }

        private static Limits limits(JsonNode row) {
            return new Limits(row.get("LL").asDouble(), row.get("UL").asDouble());
        }

        @Test
        void allPartsSumToOne() {
            SpecificRisk risk = SpecificRisk.normal(9.1, 0.4, new Limits(9, 10));
            assertThat(risk.below() + risk.conforming() + risk.above()).isCloseTo(1, within(1e-15));
        }

        @Test
        void tailsKeepTheirDigits() {
            SpecificRisk far = SpecificRisk.normal(0, 1, new Limits(10, 11));
            assertThat(far.conforming()).isCloseTo(7.619853024160527e-24 - 1.9106595744986566e-28, NINE_DIGITS);
            assertThat(SpecificRisk.normal(0, 1, new Limits(-11, -10)).conforming())
                    .isCloseTo(far.conforming(), NINE_DIGITS);
            assertThat(SpecificRisk.normal(0, 1, Limits.atMost(10)).above())
                    .isCloseTo(7.619853024160527e-24, NINE_DIGITS);
        }

        @Test
        void oneSidedLimitsHaveOneRisk() {
            SpecificRisk risk = SpecificRisk.normal(3, 0.5, Limits.atMost(4));
            assertThat(risk.below()).isZero();
            assertThat(risk.conforming()).isCloseTo(0.9772498680518208, within(1e-15));
            assertThat(risk.above()).isCloseTo(0.022750131948179195, NINE_DIGITS);
            assertThat(SpecificRisk.normal(3, 0.5, Limits.atLeast(4)).falseAcceptance())
                    .isCloseTo(0.9772498680518208, within(1e-15));
        }

        @Test
        void withoutUncertaintyThereIsNoDoubt() {
            Limits limits = new Limits(1, 2);
            assertThat(SpecificRisk.normal(2, 0, limits)).isEqualTo(new SpecificRisk(0, 1, 0));
            assertThat(SpecificRisk.normal(2.1, 0, limits)).isEqualTo(new SpecificRisk(0, 0, 1));
            assertThat(SpecificRisk.normal(0.9, 0, limits)).isEqualTo(new SpecificRisk(1, 0, 0));
        }
    }

    /** scipy 1.17.1: t.sf and t.cdf. */
    @Nested
    class OfFewDegreesOfFreedom {

        @Test
        void isLargerThanTheNormalOne() {
            assertThat(SpecificRisk.student(8, 1, 4.7, Limits.atMost(10)).above())
                    .isCloseTo(0.05278609110171982, NINE_DIGITS);
            assertThat(SpecificRisk.student(0, 1, 4.7, new Limits(20, 30)).conforming())
                    .isCloseTo(4.221366313191028e-06, NINE_DIGITS);
            assertThat(SpecificRisk.student(8, 1, Double.POSITIVE_INFINITY, Limits.atMost(10))
                            .above())
                    .isCloseTo(0.022750131948179195, NINE_DIGITS);
        }
    }

    @Test
    void refusesWhatIsNoMeasurement() {
        Limits limits = Limits.atMost(1);
        assertThatThrownBy(() -> SpecificRisk.normal(Double.NaN, 1, limits))
                .hasMessage("not a measured value: NaN, u = 1.0");
        assertThatThrownBy(() -> SpecificRisk.normal(1, -1, limits)).hasMessage("not a measured value: 1.0, u = -1.0");
        assertThatThrownBy(() -> new Limits(2, 1)).hasMessage("not limits: 2.0 … 1.0");
        assertThatThrownBy(() -> Limits.atMost(Double.POSITIVE_INFINITY)).hasMessageStartingWith("not limits");
        assertThatThrownBy(() -> new Limits(0, 1).guarded(0.6)).hasMessageStartingWith("not limits");
    }
}
