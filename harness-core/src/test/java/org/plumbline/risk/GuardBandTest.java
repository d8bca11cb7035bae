package org.plumbline.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.statistics.Reference;

class GuardBandTest {

    private static final JsonNode FILE = Reference.json(GuardBandTest.class, "decision_rules_and_risk.json");
    private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);

    /** ILAC-G8:09/2019: w as a multiple of U = 2 u, and the bound that is printed for it. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0.5", "1, 0.83, 0.05", "2, 1, 0.025", "3, 1.5, 0.0016", "4, 3, 1e-6"})
    void aMultipleOfUBoundsTheRisk(int index, double multiple, double bound) {
        JsonNode row = FILE.at("/guard_band_multiples/rows").get(index);
        assertThat(row.get("w").asText()).startsWith(multiple == (int) multiple ? "" + (int) multiple : "" + multiple);
        double risk = GuardBand.riskAtAcceptanceLimit(multiple, 2);
        assertThat(risk).isCloseTo(row.get("recomputed_at_limit").asDouble(), NINE_DIGITS);
        assertThat(risk).isLessThanOrEqualTo(bound);
        assertThat(SpecificRisk.normal(10 - multiple * 2 * 0.3, 0.3, Limits.atMost(10))
                        .falseAcceptance())
                .isCloseTo(risk, NINE_DIGITS);
    }

    @Nested
    class ForASpecificRisk {

        @Test
        void isTheQuantileTimesU() {
            assertThat(GuardBand.forSpecificRisk(0.5, 0.05)).isCloseTo(0.5 * 1.6448536269514722, NINE_DIGITS);
            assertThat(GuardBand.forSpecificRisk(0.5, 0.5)).isZero();
        }

        @Test
        void isRefusedForNoRisk() {
            assertThatThrownBy(() -> GuardBand.forSpecificRisk(1, 0))
                    .hasMessage("no risk that a guard band can keep: 0.0");
            assertThatThrownBy(() -> GuardBand.forSpecificRisk(1, 0.6)).hasMessageStartingWith("no risk");
            assertThatThrownBy(() -> GuardBand.forGlobalRisk(Prior.normal(0, 1), 1, Limits.atMost(1), 0))
                    .hasMessageStartingWith("no risk");
        }
    }

    @Test
    void isNoneWhereTheRiskIsSmallAlready() {
        assertThat(GuardBand.forGlobalRisk(Prior.normal(0, 1), 0.1, Limits.atMost(5), 0.01))
                .isZero();
    }

    @Test
    void keepsAWantedRiskThatIsVerySmall() {
        Prior prior = Prior.normal(0, 1);
        Limits tolerance = new Limits(-2, 2);
        double band = GuardBand.forGlobalRisk(prior, 0.25, tolerance, 1e-9);
        assertThat(GlobalRisk.of(prior, 0.25, tolerance, tolerance.guarded(band))
                        .falseAcceptance())
                .isCloseTo(1e-9, Percentage.withPercentage(1e-6));
    }

    /** suncal's guardband_tur.py and the table of Dobbert's refit. */
    @Nested
    class FromTheTestUncertaintyRatio {

        @Test
        void followsTheFormulas() {
            TestUncertaintyRatio two = TestUncertaintyRatio.of(new Limits(8, 12), 1);
            assertThat(two.value()).isEqualTo(2);
            assertThat(two.rss()).isCloseTo(Math.sqrt(0.75), within(1e-15));
            assertThat(two.u95()).isEqualTo(0.5);
            assertThat(two.rp10()).isEqualTo(0.75);
            assertThat(two.dobbertMultiple()).isCloseTo(0.28164530800008813, within(1e-14));
            assertThat(two.dobbert()).isCloseTo(1 - 0.28164530800008813 / 2, within(1e-14));
        }

        @Test
        void goodInstrumentsNeedNone() {
            assertThat(new TestUncertaintyRatio(4).rp10()).isEqualTo(1);
            assertThat(new TestUncertaintyRatio(8).rp10()).isEqualTo(1);
            assertThat(new TestUncertaintyRatio(5).dobbert()).isEqualTo(1);
            assertThat(new TestUncertaintyRatio(5).dobbertMultiple()).isNegative();
        }

        @Test
        void coarseOnesAcceptNothing() {
            assertThat(new TestUncertaintyRatio(0.5).rss()).isZero();
            assertThat(new TestUncertaintyRatio(0.5).u95()).isNegative();
            assertThatThrownBy(() -> new TestUncertaintyRatio(0)).hasMessage("not a test uncertainty ratio: 0.0");
        }

        @Test
        void keepsTwoPerCentByTheRefittedTable() {
            Limits unit = new Limits(-1, 1);
            JsonNode table = FILE.at("/guardband_formulas/dobbert_refit_table(TUR,itp_at_max_PFA,max_PFA,M)");
            assertThat(table).hasSize(5);
            for (JsonNode node : table) {
                double[] row = Reference.numbers(node);
                Prior worst = Prior.inTolerance(row[1], unit);
                double u = 1 / (2 * row[0]);
                assertThat(GlobalRisk.of(worst, u, unit, unit).falseAcceptance())
                        .isCloseTo(row[2], within(5e-6));
                Limits guarded = unit.guarded(row[3] / row[0]);
                assertThat(GlobalRisk.of(worst, u, unit, guarded).falseAcceptance())
                        .isCloseTo(0.02, within(5e-6));
                // the published formula is a fit: within 0.015 of the table it was made for
                assertThat(new TestUncertaintyRatio(row[0]).dobbertMultiple()).isCloseTo(row[3], within(0.015));
            }
        }
    }
}
