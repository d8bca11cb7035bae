package org.plumbline.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.statistics.Reference;

class GlobalRiskTest {

    private static final JsonNode FILE = Reference.json(GlobalRiskTest.class, "decision_rules_and_risk.json");
    private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);
    private static final Limits UNIT = new Limits(-1, 1);

    /** JCGM 106:2012, 9.5.4: a gamma prior, one limit that matters. */
    @Nested
    class OfBallBearings {

        private final JsonNode published = FILE.at("/JCGM106_9_5_4_ball_bearing/published");
        private final Prior prior = Prior.gamma(4, 0.25);
        private final Limits tolerance = Limits.atMost(2);

        @Test
        void isThePublishedOne() {
            GlobalRisk risk = GlobalRisk.of(prior, 0.25, tolerance, tolerance);
            assertThat(risk.nonconforming())
                    .isCloseTo(published.get("P_nonconforming").asDouble(), NINE_DIGITS);
            assertThat(risk.falseAcceptance())
                    .isCloseTo(published.get("PFA_no_guard").asDouble(), NINE_DIGITS);
            assertThat(GlobalRisk.of(prior, 0.25, new Limits(0, 2), new Limits(0, 2))
                            .falseAcceptance())
                    .isCloseTo(published.get("PFA_no_guard").asDouble(), NINE_DIGITS);
        }

        @Test
        void aGuardBandBringsItDownToAThousandth() {
            double limit = published.get("acceptance_limit").asDouble();
            assertThat(GlobalRisk.of(prior, 0.25, tolerance, Limits.atMost(limit))
                            .falseAcceptance())
                    .isCloseTo(
                            FILE.at("/JCGM106_9_5_4_ball_bearing/recomputed_PFA_at_that_limit")
                                    .asDouble(),
                            NINE_DIGITS);
            assertThat(GuardBand.forGlobalRisk(prior, 0.25, tolerance, 0.001))
                    .isCloseTo(published.get("guard_for_PFA_0.001").asDouble(), NINE_DIGITS);
        }
    }

    @Nested
    class OfANormalProcess {

        private final JsonNode rows = FILE.get("global_normal");

        @Test
        void isThePublishedOne() {
            JsonNode row = rows.get(0);
            Limits tolerance = new Limits(9, 10);
            Prior prior = Prior.normal(9.5, 0.3);
            GlobalRisk risk = GlobalRisk.of(prior, 0.1, tolerance, tolerance);
            assertThat(risk.falseAcceptance())
                    .isCloseTo(row.get("published_PFA").asDouble(), NINE_DIGITS);
            assertThat(risk.falseRejection()).isCloseTo(row.get("published_PFR").asDouble(), NINE_DIGITS);
            // the published one solved to 4e-12 of PFA
            assertThat(GuardBand.forGlobalRisk(prior, 0.1, tolerance, 0.005))
                    .isCloseTo(row.get("published_guard_for_PFA_0.005").asDouble(), NINE_DIGITS);
        }

        @Test
        void isThePublishedOneForItsShareInTolerance() {
            JsonNode row = rows.get(1);
            Prior prior = Prior.inTolerance(row.get("itp").asDouble(), UNIT);
            double u = 1 / (2 * row.get("TUR").asDouble());
            assertThat(GlobalRisk.of(prior, u, UNIT, UNIT).falseAcceptance())
                    .isCloseTo(row.get("published_PFA").asDouble(), NINE_DIGITS);
            assertThat(GlobalRisk.of(prior, u, UNIT, new Limits(-0.9, 0.9)).falseAcceptance())
                    .isCloseTo(row.get("published_PFA_GBfactor_0.9").asDouble(), NINE_DIGITS);
        }

        /** NCSLI RP-19, draft tables; printed to eight decimals of a per cent. */
        @Test
        void isThatOfTheRp19Tables() {
            JsonNode table = FILE.get("RP19_table_sigma_p_over_sigma_m_4");
            double[] shares = Reference.numbers(table.get("itp"));
            double[] plain = Reference.numbers(table.get("published_unconditional_PFA_pct"));
            double[] conditional = Reference.numbers(table.get("published_conditional_PFA_pct"));
            double tolerance = table.get("tol").asDouble();
            for (int i = 0; i < shares.length; i++) {
                double deviation = 1 / NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + shares[i]) / 2);
                GlobalRisk risk = GlobalRisk.of(Prior.normal(0, deviation), deviation / 4, UNIT, UNIT);
                assertThat(100 * risk.falseAcceptance()).isCloseTo(plain[i], within(tolerance));
                assertThat(100 * risk.conditionalFalseAcceptance()).isCloseTo(conditional[i], within(tolerance));
            }
        }

        /** Deaver: limits of SL standard deviations, ratio of the process's deviation to the measurement's. */
        @Test
        void isThatOfDeaver() {
            JsonNode rows = FILE.at("/Deaver/rows");
            assertThat(rows).hasSize(4);
            for (JsonNode row : rows) {
                double limit = row.get("SL").asDouble();
                double accepted = limit * row.get("GB").asDouble();
                GlobalRisk risk = GlobalRisk.of(
                        Prior.normal(0, 1),
                        1 / row.get("ratio").asDouble(),
                        new Limits(-limit, limit),
                        new Limits(-accepted, accepted));
                double tolerance = row.get("tol").asDouble();
                assertThat(risk.falseAcceptance()).isCloseTo(row.get("PFA").asDouble(), within(tolerance));
                if (row.has("PFR")) {
                    assertThat(risk.falseRejection()).isCloseTo(row.get("PFR").asDouble(), within(tolerance));
                }
            }
        }

        @Test
        void allPartsSumToOne() {
            GlobalRisk risk = GlobalRisk.of(Prior.normal(0.3, 0.5), 0.1, UNIT, new Limits(-0.8, 0.9));
            assertThat(risk.falseAcceptance() + risk.falseRejection() + risk.trueAcceptance() + risk.trueRejection())
                    .isCloseTo(1, within(1e-13));
            assertThat(risk.accepted()).isCloseTo(risk.falseAcceptance() + risk.trueAcceptance(), within(1e-16));
            assertThat(risk.conditionalFalseRejection())
                    .isCloseTo(risk.falseRejection() / (1 - risk.accepted()), within(1e-12));
        }

        /** Limits ten deviations out, accepted ones measured ten u off; mpmath with forty digits. */
        @Test
        void keepsTheDigitsOfSmallRisks() {
            GlobalRisk risk = GlobalRisk.of(Prior.normal(0, 0.1), 0.01, UNIT, new Limits(-0.9, 0.9));
            assertThat(risk.nonconforming()).isCloseTo(2 * 7.619853024160527e-24, NINE_DIGITS);
            assertThat(risk.falseAcceptance()).isCloseTo(1.04822523337e-47, NINE_DIGITS);
        }

        @Test
        void aNarrowMeasurementOverAWideProcessIsSeen() {
            GlobalRisk risk = GlobalRisk.of(Prior.normal(0, 1), 1e-6, UNIT, UNIT);
            // both ends: density at the limit times u / sqrt(2 pi)
            double expected = 2 * 0.24197072451914337 * 1e-6 / Math.sqrt(2 * Math.PI);
            assertThat(risk.falseAcceptance()).isCloseTo(expected, Percentage.withPercentage(1e-3));
            assertThat(risk.falseRejection()).isCloseTo(expected, Percentage.withPercentage(1e-3));
        }
    }

    /** Where rounding is all that is left of the error, more nodes are of no use. */
    @Nested
    class OfWhatIsHardToIntegrate {

        private static final int MANY = 300_000;

        private int evaluations;

        private Prior counted(NormalDistribution distribution) {
            double reach = 8 * distribution.getStandardDeviation();
            return Prior.of(
                    x -> {
                        assertThat(++evaluations).isLessThan(MANY);
                        return distribution.density(x);
                    },
                    distribution.getMean() - reach,
                    distribution.getMean() + reach);
        }

        @Test
        void valuesFarFromTheOrigin() {
            GlobalRisk expected = GlobalRisk.of(Prior.normal(0, 1), 0.1, UNIT, new Limits(-0.9, 0.9));
            Limits tolerance = new Limits(1e6 - 1, 1e6 + 1);
            Limits acceptance = new Limits(1e6 - 0.9, 1e6 + 0.9);
            double counted = GlobalRisk.of(counted(NormalDistribution.of(1e6, 1)), 0.1, tolerance, acceptance)
                    .falseAcceptance();
            assertThat(counted).isCloseTo(expected.falseAcceptance(), NINE_DIGITS);
            assertThat(GlobalRisk.of(Prior.normal(1e6, 1), 0.1, tolerance, acceptance)
                            .falseAcceptance())
                    .isCloseTo(expected.falseAcceptance(), NINE_DIGITS);
        }

        /** All items are alike: what is wrong with one is wrong with all. */
        @Test
        void aProcessThatHardlyVaries() {
            GlobalRisk risk = GlobalRisk.of(
                    counted(NormalDistribution.of(0.05, 1e-9)), 0.01, Limits.atMost(0.1), Limits.atMost(0.06));
            double rejected = NormalDistribution.of(0, 1).survivalProbability(1);
            assertThat(risk.falseRejection()).isCloseTo(rejected, NINE_DIGITS);
            assertThat(risk.falseAcceptance()).isZero();
            assertThat(GlobalRisk.of(Prior.normal(0.05, 1e-9), 0.01, Limits.atMost(0.1), Limits.atMost(0.06))
                            .falseRejection())
                    .isCloseTo(rejected, NINE_DIGITS);
        }

        /** mpmath with thirty digits. */
        @Test
        void guardBandsThatLeaveNextToNothing() {
            GlobalRisk risk = GlobalRisk.of(
                    counted(NormalDistribution.of(9.5, 0.25)),
                    0.249995,
                    new Limits(9, 10),
                    new Limits(9.49999, 9.50001));
            assertThat(risk.falseAcceptance()).isCloseTo(1.05556901771829605e-7, NINE_DIGITS);
        }

        /** Half the tolerance is too wide a band by far: only a narrow one leaves something to accept. */
        @Test
        void theGuardBandOfAPoorInstrument() {
            double band = GuardBand.forGlobalRisk(Prior.normal(0, 1), 1, UNIT, 1e-3);
            assertThat(GlobalRisk.of(Prior.normal(0, 1), 1, UNIT, UNIT.guarded(band))
                            .falseAcceptance())
                    .isCloseTo(1e-3, NINE_DIGITS);
        }
    }

    @Nested
    class OfAnyDensity {

        @Test
        void isIntegratedAlike() {
            Prior uniform = Prior.of(x -> 0.25, -2, 2);
            GlobalRisk risk = GlobalRisk.of(uniform, 0.1, UNIT, UNIT);
            // both ends: the integral of the normal tail is u / sqrt(2 pi)
            assertThat(risk.falseAcceptance()).isCloseTo(2 * 0.25 * 0.1 / Math.sqrt(2 * Math.PI), NINE_DIGITS);
            assertThat(risk.nonconforming()).isCloseTo(0.5, NINE_DIGITS);
        }

        @Test
        void mustBeOne() {
            assertThatThrownBy(() -> Prior.of(x -> 0.25, -1, 1))
                    .hasMessageStartingWith("the density integrates to 0.5");
        }
    }
}
