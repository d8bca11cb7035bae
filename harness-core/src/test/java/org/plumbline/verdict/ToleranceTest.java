package org.plumbline.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.MonteCarloCheck;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.risk.GlobalRisk;
import org.plumbline.risk.Limits;
import org.plumbline.risk.Prior;
import org.plumbline.risk.SpecificRisk;
import org.plumbline.text.Text;

class ToleranceTest {

    private static final Unit M = Unit.of("m").orElseThrow();

    private static Tolerance tolerance(@Nullable Double min, @Nullable Double max, boolean inclusive, String rule) {
        return new Tolerance(min, max, M, inclusive, DecisionRule.of(rule, rule.equals("SIMPLE") ? 0 : 1));
    }

    private static String decide(
            @Nullable Double min, @Nullable Double max, boolean inclusive, String rule, double value, double u) {
        return tolerance(min, max, inclusive, rule).decide(value, u).verdict().key();
    }

    @Nested
    class SimpleAcceptance {

        @ParameterizedTest
        @CsvSource({
            "     ,  2, true,  1.999, pass",
            "     ,  2, true,  2,     pass",
            "     ,  2, true,  2.001, fail",
            "     ,  2, false, 1.999, pass",
            "     ,  2, false, 2,     fail",
            "   -1,   , true,  -1,    pass",
            "   -1,   , true,  -1.001,fail",
            "   -1,   , false, -1,    fail",
            "   -1,  2, true,  -1,    pass",
            "   -1,  2, true,  2,     pass",
            "   -1,  2, false, 2,     fail",
            "   -1,  2, false, 1,     pass",
            "   -1,  2, true,  -1.1,  fail",
            "   -1,  2, true,  2.1,   fail",
            "     ,  0, true,  0,     pass",
            "     ,  0, true,  1,     fail",
        })
        void letsTheValueAloneDecide(
                @Nullable Double min, @Nullable Double max, boolean inclusive, double value, String verdict) {
            assertThat(decide(min, max, inclusive, "SIMPLE", value, 100)).isEqualTo(verdict);
        }
    }

    @Nested
    class GuardedAcceptance {

        @ParameterizedTest
        @CsvSource({
            "   , 10, true,  0.5, 9.4,  pass",
            "   , 10, true,  0.5, 9.5,  pass",
            "   , 10, true,  0.5, 9.51, inconclusive",
            "   , 10, true,  0.5, 10,   inconclusive",
            "   , 10, true,  0.5, 10.5, inconclusive",
            "   , 10, true,  0.5, 10.51,fail",
            "   , 10, false, 0.5, 9.49, pass",
            "   , 10, false, 0.5, 9.5,  inconclusive",
            "   , 10, false, 0.5, 10.49,inconclusive",
            "   , 10, false, 0.5, 10.5, fail",
            "  2,   , true,  0.5, 2.5,  pass",
            "  2,   , true,  0.5, 1.5,  inconclusive",
            "  2,   , true,  0.5, 1.49, fail",
            "  2,   , false, 0.5, 2.5,  inconclusive",
            "  2, 10, true,  0.5, 6,    pass",
            "  2, 10, true,  0.5, 2.4,  inconclusive",
            "  2, 10, true,  0.5, 9.6,  inconclusive",
            "  2, 10, true,  0.5, 1,    fail",
            "  2, 10, true,  0.5, 11,   fail",
            "   , 10, true,  0,   10,   pass",
            "   , 10, true,  0,   10.1, fail",
            "   , 10, false, 0,   10,   fail",
        })
        void keepsUFromTheLimit(
                @Nullable Double min, @Nullable Double max, boolean inclusive, double u, double value, String verdict) {
            assertThat(decide(min, max, inclusive, "GUARDED", value, u)).isEqualTo(verdict);
        }

        @Test
        void neverPassesWhereTheGuardBandsMeet() {
            assertThat(decide(9.0, 10.0, true, "GUARDED", 9.5, 0.6)).isEqualTo("inconclusive");
        }
    }

    @Nested
    class GuardedRejection {

        @ParameterizedTest
        @CsvSource({
            " , 10, true, 10.5, pass",
            " , 10, true, 10.51, fail",
            " , 10, false, 10.49, pass",
            " , 10, false, 10.5, fail",
            "2, 10, true, 1.5, pass",
            "2, 10, true, 1.49, fail",
            "2, 10, true, 6, pass",
        })
        void failsOnlyBeyondTheGuardBand(
                @Nullable Double min, @Nullable Double max, boolean inclusive, double value, String verdict) {
            assertThat(decide(min, max, inclusive, "GUARDED_REJECTION", value, 0.5))
                    .isEqualTo(verdict);
        }
    }

    @Nested
    class FourStates {

        @ParameterizedTest
        @CsvSource({
            " , 4, true, 2.4, PASS", " , 4, true, 2.41, CONDITIONAL_PASS", " , 4, true, 4, CONDITIONAL_PASS",
            " , 4, true, 4.01, CONDITIONAL_FAIL", " , 4, true, 5.6, CONDITIONAL_FAIL", " , 4, true, 5.61, FAIL",
            "-4, 4, true, -4.01, CONDITIONAL_FAIL", "-4, 4, true, -2.4, PASS", "-4, 4, true, -5.7, FAIL",
        })
        void tellTheSidesOfTheLimitApart(
                @Nullable Double min, @Nullable Double max, boolean inclusive, double value, Statement statement) {
            Tolerance tolerance = tolerance(min, max, inclusive, "FOUR_STATE");
            assertThat(tolerance.decide(value, 1.6)).isEqualTo(statement);
        }

        @Test
        void countAsShownOrNot() {
            assertThat(Statement.values())
                    .extracting(Statement::verdict)
                    .containsExactly(
                            Verdict.PASS,
                            Verdict.INCONCLUSIVE,
                            Verdict.INCONCLUSIVE,
                            Verdict.INCONCLUSIVE,
                            Verdict.FAIL);
        }
    }

    @Nested
    class TooCoarseAnInstrument {

        @ParameterizedTest
        @CsvSource({
            "GUARDED, 0.6, true",
            "GUARDED, 0.5, false",
            "FOUR_STATE, 0.6, true",
            "GUARDED_REJECTION, 9, false",
            "SIMPLE, 9, false"
        })
        void leavesNothingOfTheTolerance(String rule, double u, boolean coarse) {
            assertThat(tolerance(9.0, 10.0, true, rule).isTooNarrowFor(u)).isEqualTo(coarse);
            assertThat(tolerance(null, 10.0, true, rule).isTooNarrowFor(u)).isFalse();
        }
    }

    /** 0.3 - 0.1 is less than 0.2 in binary, but a value in the middle passes; without equality none does. */
    @Test
    void isNotTooCoarseExactlyWhereTheMiddleCouldPass() {
        Tolerance touching = tolerance(0.1, 0.3, true, "GUARDED");
        assertThat(touching.decide(0.2, 0.1)).isEqualTo(Statement.PASS);
        assertThat(touching.isTooNarrowFor(0.1)).isFalse();
        assertThat(tolerance(9.0, 10.0, false, "GUARDED").isTooNarrowFor(0.5)).isTrue();
        assertThat(tolerance(9.0, 10.0, false, "GUARDED").isTooNarrowFor(0.49)).isFalse();
    }

    /** An acceptance interval of one point, whatever its ends become in binary. */
    @Test
    void acceptsNoDeviceWhereTheGuardBandsTouch() {
        assertThat(tolerance(0.1, 0.3, true, "GUARDED").globalRisk(Prior.normal(0.2, 0.1), 0.05, 0.1))
                .isEmpty();
        assertThat(tolerance(0.1, 0.3, true, "GUARDED").globalRisk(Prior.normal(0.2, 0.1), 0.04, 0.08))
                .isPresent();
    }

    @Test
    void guardBandsThatTouchExactlyAcceptNoDeviceEither() {
        assertThat(tolerance(0.0, 1.0, true, "GUARDED").globalRisk(Prior.normal(0.5, 0.1), 0.25, 0.5))
                .isEmpty();
    }

    /** What is rejected only beyond 9 - 0.5 and 10 + 0.5 is accepted up to there. */
    @Test
    void guardedRejectionAcceptsBeyondTheLimits() {
        Prior prior = Prior.normal(9.5, 0.5);
        assertThat(tolerance(9.0, 10.0, true, "GUARDED_REJECTION").globalRisk(prior, 0.25, 0.5))
                .contains(GlobalRisk.of(prior, 0.25, new Limits(9, 10), new Limits(8.5, 10.5)));
    }

    /** The coverage interval goes 0.25 m down and 0.5 m up: a guard band of either size on either side of 1 m. */
    @ParameterizedTest
    @CsvSource({"0.5004, 0.5004", "0.7504, 0.7504", "1.2504, 1.2504", "1.5004, 1.5004", "1.1004, 1.10"})
    void showsASkewedMeasurementOnItsSideOfEachGuardBand(double value, String shown) {
        MonteCarloCheck check = new MonteCarloCheck(220_000, 0.375, 0.25, 0.5, 0.001, true);
        Uncertainty skewed = new Uncertainty(List.of(), 0.1875, 9, 2, 0.5, Uncertainty.COVERAGE, check);
        Measurement measurement = new Measurement(Text.same("q"), value, M, false, skewed, 0, 1, 1, List.of(), null);
        assertThat(tolerance(null, 1.0, true, "GUARDED").shown(measurement)).startsWith(shown + " m ");
    }

    @Test
    void rulesAndStatementsHaveTheKeysOfFiles() {
        assertThat(DecisionRule.Kind.values())
                .extracting(kind -> new DecisionRule(kind, 0).key())
                .containsExactly("simple", "guarded", "guarded-rejection", "four-state");
        assertThatThrownBy(() -> DecisionRule.of("guarded-rejection", -1))
                .hasMessage("no guard band for guarded-rejection: -1.0");
        assertThat(Statement.values())
                .extracting(Statement::key)
                .containsExactly("pass", "conditional-pass", "inconclusive", "conditional-fail", "fail");
    }

    @ParameterizedTest
    @CsvSource({"GUARDED, -1", "GUARDED, NaN", "GUARDED, Infinity", "SIMPLE, 1"})
    void aRuleHasAGuardBandThatFitsIt(String rule, double multiple) {
        assertThatThrownBy(() -> DecisionRule.of(rule, multiple)).isInstanceOf(IllegalArgumentException.class);
    }

    /** None of these sums and differences is exact in binary; the verdict must not depend on it. */
    @Nested
    class OnTheBorder {

        @ParameterizedTest
        @CsvSource({
            "0.10, 0.095, 0.005", "0.3, 0.1, 0.2", "0.3, 0.2, 0.1", "0.35, 0.32, 0.03", "10, 9.8, 0.2",
            "1000.1, 1000.0, 0.1", "0.7, 0.6, 0.1", "2.2, 1.1, 1.1", "0.25, 0.248, 0.002", "4.35, 4.34, 0.01",
        })
        void aGuardBandThatTouchesTheLimitConformsExactlyWhereEqualityDoes(double limit, double value, double u) {
            assertThat(decide(null, limit, true, "GUARDED", value, u)).isEqualTo("pass");
            assertThat(decide(null, limit, false, "GUARDED", value, u)).isEqualTo("inconclusive");
            assertThat(decide(-limit, null, true, "GUARDED", -value, u)).isEqualTo("pass");
            assertThat(decide(-limit, null, false, "GUARDED", -value, u)).isEqualTo("inconclusive");
            double beyond = limit + u;
            assertThat(decide(null, limit, true, "GUARDED", beyond, u)).isEqualTo("inconclusive");
            assertThat(decide(null, limit, false, "GUARDED", beyond, u)).isEqualTo("fail");
        }

        @Test
        void sumsThatMissTheLimitByRoundingAreEqualToIt() {
            assertThat(decide(null, 0.3, true, "SIMPLE", 0.1 + 0.2, 0)).isEqualTo("pass");
            assertThat(decide(null, 0.3, false, "SIMPLE", 0.1 + 0.2, 0)).isEqualTo("fail");
            assertThat(decide(null, 0.1 + 0.2, false, "SIMPLE", 0.3, 0)).isEqualTo("fail");
        }

        /** Without uncertainty a pass is certain, and so is a fail. */
        @ParameterizedTest
        @CsvSource({
            "  , 0.3, true, 0.30000000000000004, 0, 1, 0",
            "  , 0.3, false, 0.30000000000000004, 0, 0, 1",
            "  , 0.1, false, 0.1, 0, 0, 1",
            "  , 0.1, true, 0.2, 0, 0, 1",
            "0.3, , true, 0.29999999999999993, 0, 1, 0",
            "0.3, , false, 0.3, 1, 0, 0",
            "0.1, 0.2, true, 0.15, 0, 1, 0",
        })
        void theRiskIsThatOfTheDecision(
                @Nullable Double min,
                @Nullable Double max,
                boolean inclusive,
                double value,
                double below,
                double conforming,
                double above) {
            assertThat(tolerance(min, max, inclusive, "SIMPLE").risk(value, 0, Double.POSITIVE_INFINITY))
                    .isEqualTo(new SpecificRisk(below, conforming, above));
        }

        @Test
        void whatAnyInstrumentCouldTellApartIsNotEqual() {
            assertThat(decide(null, 0.3, true, "SIMPLE", 0.3 + 1e-11, 0)).isEqualTo("fail");
            assertThat(decide(null, 0.0, true, "SIMPLE", 1e-300, 0)).isEqualTo("fail");
            assertThat(decide(null, 1e9, true, "SIMPLE", 1e9 + 1, 0)).isEqualTo("fail");
        }
    }

    @Nested
    class WithoutANumber {

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void nothingIsShown(double number) {
            assertThat(decide(-1.0, 1.0, true, "SIMPLE", number, 0)).isEqualTo("inconclusive");
            assertThat(decide(null, 1.0, true, "GUARDED", number, 0.1)).isEqualTo("inconclusive");
            assertThat(decide(null, 1.0, true, "GUARDED", 0, number)).isEqualTo("inconclusive");
        }

        @Test
        void anIntervalWithoutEndsShowsNothing() {
            assertThat(decide(null, null, true, "SIMPLE", 0, 0)).isEqualTo("inconclusive");
        }
    }

    /** Figures of public sources: suncal (Sandia) for the risks, ILAC-G8:09/2019 for the guard bands; U = 2u. */
    @Nested
    class AgainstPublishedRisks {

        @ParameterizedTest
        @CsvSource({
            " 9,    10,    9.8, 0.1, 0.022750131948180274, pass, pass",
            " 9,    11,   10.0, 0.4, 0.01242,              pass, pass",
            " 9,    11,   10.5, 0.4, 0.10574,              pass, inconclusive",
            " 9,    11,   12.0, 0.4, 0.99379,              fail, fail",
            "12.5,  16.3, 13.6, 1.8, 0.33737,              pass, inconclusive",
        })
        void guardedAcceptancePassesOnlyBelowTwoAndAHalfPercent(
                double min, double max, double value, double u, double risk, String simple, String guarded) {
            double outside = SpecificRisk.normal(value, u, new Limits(min, max)).falseAcceptance();
            assertThat(outside).isCloseTo(risk, within(6e-6));
            assertThat(decide(min, max, true, "SIMPLE", value, 2 * u)).isEqualTo(simple);
            assertThat(decide(min, max, true, "GUARDED", value, 2 * u)).isEqualTo(guarded);
        }

        /** The probability that the true value is beyond the limit, for the largest value that still passes. */
        @ParameterizedTest
        @CsvSource({
            "SIMPLE, 0, 0.5",
            "GUARDED, 0.83, 0.04845722626672283",
            "GUARDED, 1, 0.022750131948179195",
            "GUARDED, 1.5, 0.0013498980316300933",
            "GUARDED, 3, 9.865876450376946e-10",
        })
        void theRiskAtTheAcceptanceLimitIsThatOfTheRule(String rule, double multiple, double risk) {
            Tolerance tolerance = new Tolerance(null, 4.0, M, true, DecisionRule.of(rule, multiple));
            double u = 0.8;
            double accepted = -4;
            for (double step = 1; step > 1e-13; step /= 2) {
                while (tolerance.decide(accepted + step, 2 * u) == Statement.PASS) {
                    accepted += step;
                }
            }
            assertThat(SpecificRisk.normal(accepted, u, Limits.atMost(4)).falseAcceptance())
                    .isCloseTo(risk, within(Math.min(1e-11, 1e-9 * risk)));
        }

        /** The regions of harpermetrology.com/ilac-g8: T = 4.0, u = 0.8; with w = 0 the value 3.2 passes. */
        @ParameterizedTest
        @CsvSource({
            "SIMPLE, 3.2, pass", "SIMPLE, 4.0, pass", "GUARDED, 2.4, pass", "GUARDED, 3.2, inconclusive",
            "GUARDED, 5.6, inconclusive", "GUARDED, 5.7, fail", "GUARDED, -2.4, pass", "GUARDED, -5.7, fail",
        })
        void theRegionsAreThoseOfIlacG8(String rule, double value, String verdict) {
            assertThat(decide(-4.0, 4.0, true, rule, value, 1.6)).isEqualTo(verdict);
        }
    }

    /** 0.100 beside a limit of 0.1 that it exceeds would contradict the verdict. */
    @ParameterizedTest
    @CsvSource({
        "   , 0.1, SIMPLE, 0.1004, 0.02, 0.1004 m ± 0.020 m (k = 2)",
        "   , 0.1, SIMPLE, 0.0996, 0.02, 0.0996 m ± 0.020 m (k = 2)",
        "   , 0.1, SIMPLE, 0.0414, 0.02, 0.041 m ± 0.020 m (k = 2)",
        "   , 0.1, GUARDED, 0.0804, 0.02, 0.0804 m ± 0.020 m (k = 2)",
        "0.1,    , GUARDED, 0.1196, 0.02, 0.1196 m ± 0.020 m (k = 2)",
        "   , 0.3, SIMPLE, 0.30000000000000004, 0.02, 0.300 m ± 0.020 m (k = 2)",
        "   , 0.3, SIMPLE, 0.30000001, 0, 0.30000001 m",
    })
    void showsAMeasurementOnItsSideOfTheLimit(
            @Nullable Double min, @Nullable Double max, String rule, double value, double u, String shown) {
        Measurement measurement =
                new Measurement(Text.same("q"), value, M, false, Uncertainty.stated(u, 2), 0, 1, 1, List.of(), null);
        assertThat(tolerance(min, max, true, rule).shown(measurement)).isEqualTo(shown);
    }

    @Test
    void isWrittenWithTheSignThatSaysWhetherEqualityConforms() {
        assertThat(tolerance(null, 0.10, true, "SIMPLE")).hasToString("≤ 0.1 m");
        assertThat(tolerance(null, 0.10, false, "SIMPLE")).hasToString("< 0.1 m");
        assertThat(tolerance(0.5, null, true, "SIMPLE")).hasToString("≥ 0.5 m");
        assertThat(tolerance(0.5, null, false, "SIMPLE")).hasToString("> 0.5 m");
        assertThat(tolerance(1.0, 2.0, true, "SIMPLE")).hasToString("1 … 2 m");
        assertThat(tolerance(1.0, 2.0, false, "SIMPLE")).hasToString("1 < … < 2 m");
        assertThat(new Tolerance(null, 0.0, Unit.ONE, true, DecisionRule.SIMPLE))
                .hasToString("≤ 0");
    }
}
