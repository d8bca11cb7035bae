package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.Laboratory;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.SuccessRate;
import org.plumbline.measure.Times;
import org.plumbline.measure.Timing;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.risk.GlobalRisk;
import org.plumbline.risk.Limits;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.standard.LimitPrior;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Statement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

class JudgeTest {

    private static final Unit MS = Unit.of("ms").orElseThrow();
    private static final Instant IN_TIME = Instant.parse("2026-11-30T15:59:59Z");
    private static final Instant TOO_LATE = Instant.parse("2026-11-30T16:00:00Z");

    private Map<String, Quantity> ixit = Map.of();
    private Instant started = IN_TIME;

    private Judgement judge(Limit limit, @Nullable Measurement measurement) {
        Requirement requirement = Rig.requirement("X-1", Modality.SHALL, "", limit);
        return new Judge(Rig.bench(ixit), started).judge(7, requirement, limit, measurement);
    }

    private static Limit limit(@Nullable Double min, @Nullable Double max, Unit unit, DecisionRule rule) {
        return new Limit(
                "l",
                unit,
                min == null ? null : Bound.of(min, unit),
                max == null ? null : Bound.of(max, unit),
                rule,
                true,
                "proposal",
                null);
    }

    private static Measurement measured(double value, String unit, double u, boolean atLeast, String signal) {
        return new Measurement(
                new Text("量", "quantity"),
                value,
                Unit.of(unit).orElseThrow(),
                atLeast,
                Uncertainty.stated(u, 2),
                0,
                1,
                1,
                List.of(signal),
                null);
    }

    private static final Limit HALF_METRE = limit(null, 0.5, Rig.M, DecisionRule.GUARDED);

    @Test
    void comparesInTheLimitsUnitAndNamesTheNumbers() {
        Judgement judgement = judge(HALF_METRE, measured(412.3, "mm", 20, false, "level"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.measurement()).extracting(Measurement::unit).isEqualTo(Rig.M);
        assertThat(judgement.reason().en())
                .isEqualTo("0.412 m ± 0.020 m (k = 2), limit ≤ 0.5 m, guarded acceptance (w = U): pass");
        assertThat(judgement.reason().zh()).isEqualTo("0.412 m ± 0.020 m (k = 2)，限值 ≤ 0.5 m，保护带接受(w = U)：合格");
        assertThat(List.of(judgement.time(), judgement.requirement(), judgement.limit()))
                .containsExactly(7L, "X-1", "l");
        assertThat(judge(HALF_METRE, measured(490, "mm", 20, false, "level")).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(HALF_METRE, measured(530, "mm", 20, false, "level")).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @CsvSource({"s", "1", "deg"})
    void aMeasurementOfAnotherKindShowsNothing(String unit) {
        Judgement judgement = judge(HALF_METRE, measured(0.1, unit, 0, false, "level"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason())
                .isEqualTo(new Text(
                        "测量单位 " + unit + " 与限值单位 m 不可换算", "the measurement is in " + unit + ", the limit in m"));
    }

    /** 3 K apart are not -270.15 degC: that would pass any maximum. */
    @Test
    void aDifferenceOfTemperaturesIsNoTemperature() {
        Unit celsius = Unit.of("degC").orElseThrow();
        Judgement apart = judge(limit(null, 0.5, celsius, DecisionRule.GUARDED), measured(3, "K", 0.2, false, "level"));
        assertThat(apart.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(apart.reason().en()).isEqualTo("the measurement is in K, the limit in degC");
        Unit kelvin = Unit.of("K").orElseThrow();
        assertThat(judge(limit(null, 300.0, kelvin, DecisionRule.GUARDED), measured(25, "degC", 0.2, false, "level"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aMissingMeasurementShowsNothing() {
        Judgement judgement = judge(HALF_METRE, null);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).isEqualTo(new Text("未取得测量结果", "no measurement was taken"));
    }

    @Test
    void anInstrumentMayBeUsedToTheLastDayOfItsCalibrationAndNoLonger() {
        assertThat(judge(HALF_METRE, measured(0.1, "m", 0.02, false, "true-level"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        started = TOO_LATE;
        Judgement judgement = judge(HALF_METRE, measured(9, "m", 0.02, false, "true-level"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason())
                .isEqualTo(new Text(
                        "测量仪器 gauge 的校准已于 2026-11-30 到期", "the calibration of instrument gauge was due on 2026-11-30"));
        assertThat(judge(HALF_METRE, measured(0.1, "m", 0.02, false, "level")).verdict())
                .isEqualTo(Verdict.PASS);
    }

    /** Due on the 30th in Shanghai: a run that began in time measures nothing after midnight. */
    @Test
    void theDayIsThatOfTheMeasurementsEnd() {
        Measurement late = new Measurement(
                new Text("量", "quantity"),
                0.1,
                Rig.M,
                false,
                Uncertainty.stated(0.02, 2),
                0,
                1_000_000_000,
                1,
                List.of("true-level"),
                null);
        assertThat(judge(HALF_METRE, late).reason().en()).startsWith("the calibration of instrument gauge was due on");
    }

    @Test
    void aLaboratoryThatDoesNotSayWhereItIsGoesByTheFirstCalendar() {
        Laboratory unknown = new Laboratory("lab", "");
        assertThat(unknown.day(Instant.parse("2026-11-30T09:59:59Z"))).isEqualTo("2026-11-30");
        assertThat(unknown.day(Instant.parse("2026-11-30T10:00:00Z"))).isEqualTo("2026-12-01");
    }

    /** What is only known to be at least 2 s can exceed a maximum, or keep a minimum where that is all that is asked. */
    @ParameterizedTest
    @CsvSource({
        "   , 1, FAIL",
        "   , 1.95, INCONCLUSIVE",
        "   , 3, INCONCLUSIVE",
        "1, , PASS",
        "1.9, , PASS",
        "1.95, , INCONCLUSIVE",
        "1, 5, INCONCLUSIVE",
        "3, , INCONCLUSIVE",
        "3, 5, INCONCLUSIVE",
        "0.5, 1, FAIL",
    })
    void aLowerBoundShowsThatAMaximumIsExceededOrAMinimumKept(
            @Nullable Double min, @Nullable Double max, Verdict verdict) {
        assertThat(judge(limit(min, max, Unit.S, DecisionRule.GUARDED), measured(2, "s", 0.1, true, "level"))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aLimitMayReferToWhatTheManufacturerDeclares() {
        Limit limit = new Limit(
                "l",
                MS,
                null,
                new Bound(
                        "ixit(stop) + 50 ms",
                        List.of(new Bound.Term(1, "stop", null), new Bound.Term(1, null, new Quantity(50, MS)))),
                DecisionRule.SIMPLE,
                true,
                "device",
                null);
        ixit = Map.of("stop", new Quantity(0.3, Unit.S));
        assertThat(judge(limit, measured(0.35, "s", 0, false, "level")).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge(limit, measured(0.351, "s", 0, false, "level")).verdict())
                .isEqualTo(Verdict.FAIL);
        ixit = Map.of();
        assertThat(judge(limit, measured(0.1, "s", 0, false, "level")).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(limit, measured(0.1, "s", 0, false, "level")).reason())
                .isEqualTo(new Text(
                        "限值无法确定: 设备未声明 ixit(stop)", "the limit cannot be resolved: ixit(stop) is not declared"));
        ixit = Map.of("stop", new Quantity(3, Rig.M));
        assertThat(judge(limit, measured(0.1, "s", 0, false, "level")).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void whatIsDoubtedIsNotJudgedWhateverItsValue() {
        Text why = new Text("有缺口", "a gap");
        for (double value : new double[] {0.1, 0.9}) {
            Judgement judgement =
                    judge(HALF_METRE, measured(value, "m", 0, false, "level").doubted(why));
            assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(judgement.reason()).isEqualTo(why);
            assertThat(judgement.measurement()).extracting(Measurement::value).isEqualTo(value);
        }
    }

    @Test
    void theFourStateRuleSaysOnWhichSideOfTheLimitTheValueIs() {
        Limit limit = limit(null, 0.5, Rig.M, DecisionRule.of("four-state", 0.83));
        Judgement judgement = judge(limit, measured(0.51, "m", 0.02, false, "level"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.statement()).isEqualTo(Statement.CONDITIONAL_FAIL);
        assertThat(judgement.reason())
                .isEqualTo(new Text(
                        "0.510 m ± 0.020 m (k = 2)，限值 ≤ 0.5 m，四态判定(w = 0.83 U)：有条件不合格",
                        "0.510 m ± 0.020 m (k = 2), limit ≤ 0.5 m, four-state rule (w = 0.83 U): conditional fail"));
    }

    @Test
    void anInstrumentThatIsTooCoarseForTheLimitIsNamed() {
        Judgement judgement =
                judge(limit(9.0, 10.0, Rig.M, DecisionRule.GUARDED), measured(9.5, "m", 0.6, false, "level"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.tooCoarse()).isTrue();
        assertThat(judgement.reason().en())
                .endsWith("inconclusive; the instrument is too coarse for this limit: the guard bands leave nothing of"
                        + " the tolerance");
        assertThat(judgement.reason().zh()).endsWith("无法判定；测量仪器对该限值过粗：容差小于两侧保护带之和");
    }

    /** 0.09 m with u = 0.01 m: U = 0.0196 m leaves nothing, U = 0.0067 m (50 %) does. */
    @Test
    void theCatalogueSaysWhatUCovers() {
        for (double coverage : new double[] {0.95, 0.5}) {
            Limit limit = new Limit(
                    "l", Rig.M, null, Bound.of(0.1, Rig.M), DecisionRule.GUARDED, true, "source", coverage, null);
            Measurement measured = new Measurement(
                    Text.same("q"), 0.09, Rig.M, false, Uncertainty.stated(0.02, 2), 0, 1, 1, List.of("level"), null);
            Judgement judgement = new Judge(Rig.bench(Map.of()), IN_TIME)
                    .judge(0, Rig.requirement("X-1", Modality.SHALL, "", limit), limit, measured);
            assertThat(judgement.verdict()).isEqualTo(coverage == 0.5 ? Verdict.PASS : Verdict.INCONCLUSIVE);
            assertThat(judgement.reason().en())
                    .startsWith(
                            coverage == 0.5
                                    ? "0.0900 m ± 0.0067 m (k = 0.67, p = 50 %), limit"
                                    : "0.090 m ± 0.020 m (k = 1.96, p = 95 %), limit");
        }
    }

    @Nested
    class OnABusyComputer {

        private final Timing late = new Timing(stamp -> 90_000_000);

        private Judgement gap(double max, DecisionRule rule) {
            Measurement gap = late.largestGap("level", Times.of(100_000_000, 400_000_000), 0, 500_000_000);
            return judge(limit(null, max, Unit.S, rule), gap);
        }

        @Test
        void aGapIsNotTheDevicesFault() {
            Judgement judgement = gap(0.25, DecisionRule.GUARDED);
            assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(judgement.reason().en())
                    .isEqualTo("0.30 s ± 0.15 s (k = 2), limit ≤ 0.25 s, guarded acceptance (w = U): inconclusive;"
                            + " the computer was busy and time stamps are late: run again on a quiet one");
        }

        @Test
        void neitherUnderSimpleAcceptance() {
            assertThat(gap(0.25, DecisionRule.SIMPLE).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(gap(0.35, DecisionRule.SIMPLE).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }

        /** 0.30 s is beyond 0.25 s; less U = 0.147 s it is not, which a quiet computer would not have made of it. */
        @ParameterizedTest
        @CsvSource({
            "guarded-rejection, 1, guarded acceptance (w = U)",
            "guarded-rejection, 0, guarded acceptance (w = U)",
            "guarded-rejection, 2, guarded acceptance (w = 2 U)",
            "guarded, 0, guarded acceptance (w = U)",
            "four-state, 0.1, four-state rule (w = U)",
        })
        void aDeviceDoesNotPassByIt(String rule, double multiple, String instead) {
            DecisionRule inTheCatalogue = DecisionRule.of(rule, multiple);
            Judgement judgement = gap(0.25, inTheCatalogue);
            assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(judgement.tolerance())
                    .extracting(tolerance -> tolerance.rule().word().en())
                    .isEqualTo(instead);
            assertThat(judgement.reason().en())
                    .contains("limit ≤ 0.25 s, " + instead)
                    .endsWith("; the standard says " + inTheCatalogue.word().en()
                            + ", guarded because the computer was busy");
            Measurement quiet =
                    Timing.UNDISTURBED.largestGap("level", Times.of(100_000_000, 400_000_000), 0, 500_000_000);
            assertThat(judge(limit(null, 0.25, Unit.S, inTheCatalogue), quiet).verdict())
                    .isEqualTo(Verdict.FAIL);
        }

        /**
         * 0.30 s are known to 1.6 ms, 0.29 s end with a stamp that may be 0.2 s late: the largest is 0.298 s to 0.52 s. It is beyond
         * 0.25 s, and 0.40 s it keeps only if nothing was late.
         */
        @Test
        void theSecondLargestGapDoesNotPassByItEither() {
            Timing once = new Timing(stamp -> stamp == 590_000_000 ? 200_000_000 : 0);
            Measurement gap = once.largestGap("level", Times.of(300_000_000, 590_000_000), 0, 600_000_000);
            DecisionRule rejection = DecisionRule.of("guarded-rejection", 1);
            assertThat(judge(limit(null, 0.25, Unit.S, rejection), gap).verdict())
                    .isEqualTo(Verdict.FAIL);
            Judgement beyond = judge(limit(null, 0.4, Unit.S, rejection), gap);
            assertThat(beyond.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(beyond.reason().en())
                    .startsWith(
                            "0.3000 s +0.22/−0.0016 s (k = 2), limit ≤ 0.4 s, guarded acceptance (w = U): inconclusive;"
                                    + " the computer was busy");
        }

        @Test
        void theCataloguesOwnGuardBandStaysWhereItIsWide() {
            Judgement judgement = gap(0.25, DecisionRule.of("four-state", 1.5));
            assertThat(judgement.tolerance()).extracting(Tolerance::rule).isEqualTo(DecisionRule.of("four-state", 1.5));
            assertThat(judgement.reason().en()).doesNotContain("the standard says");
        }

        /** Value, U, rule and guard band on record give the verdict on record. */
        @Test
        void theRuleThatDecidedIsTheOneOnRecord() {
            Judgement judgement = gap(0.35, DecisionRule.SIMPLE);
            assertThat(judgement.tolerance()).extracting(Tolerance::rule).isEqualTo(DecisionRule.GUARDED);
            assertThat(judgement.guardBand().orElseThrow()).isCloseTo(0.147, within(1e-3));
            assertThat(judgement.reason())
                    .isEqualTo(new Text(
                            "0.30 s ± 0.15 s (k = 2)，限值 ≤ 0.35 s，保护带接受(w = U)：无法判定；计算机繁忙，时间戳不准，请在空闲的计算机上重试；"
                                    + "标准规定简单接受，因计算机繁忙而加保护带",
                            "0.30 s ± 0.15 s (k = 2), limit ≤ 0.35 s, guarded acceptance (w = U): inconclusive; the computer"
                                    + " was busy and time stamps are late: run again on a quiet one; the standard says"
                                    + " simple acceptance, guarded because the computer was busy"));
            assertThat(gap(0.25, DecisionRule.GUARDED).reason().en()).doesNotContain("simple acceptance");
        }

        /** The guard band in place of simple acceptance needs the whole U. */
        @Test
        void withoutADeclaredUncertaintyThereIsNoGuardBandInstead() {
            Measurement gap = late.largestGap("level", Times.of(100_000_000, 400_000_000), 0, 500_000_000)
                    .withUndeclared(List.of("level"));
            Judgement judgement = judge(limit(null, 9.0, Unit.S, DecisionRule.SIMPLE), gap);
            assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(judgement.reason())
                    .isEqualTo(new Text(
                            "0.3 s，限值 ≤ 9 s，保护带接受(w = U)：信号 level 未声明不确定度，没有保护带可据以判定；请为其声明 uncertainty；"
                                    + "计算机繁忙，时间戳不准，请在空闲的计算机上重试；标准规定简单接受，因计算机繁忙而加保护带",
                            "0.3 s, limit ≤ 9 s, guarded acceptance (w = U): no uncertainty is declared for the signal level,"
                                    + " so there is no guard band to decide by; declare its uncertainty; the computer was busy"
                                    + " and time stamps are late: run again on a quiet one; the standard says simple acceptance,"
                                    + " guarded because the computer was busy"));
        }

        @Test
        void whatIsClearStaysClear() {
            assertThat(gap(0.1, DecisionRule.SIMPLE).verdict()).isEqualTo(Verdict.FAIL);
            assertThat(gap(0.5, DecisionRule.GUARDED).verdict()).isEqualTo(Verdict.PASS);
        }
    }

    @ParameterizedTest
    @CsvSource({"guarded", "guarded-rejection", "four-state"})
    void anUncertaintyThatNobodyKnowsLeavesNoGuardBandToDecideBy(String rule) {
        for (double value : new double[] {0.4, 9}) {
            Judgement judgement =
                    judge(limit(null, 0.5, Rig.M, DecisionRule.of(rule, 0.83)), undeclared(value, "m", 0));
            assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(judgement.guardBand()).isEmpty();
            assertThat(judgement.risk()).isEmpty();
        }
        Judgement judgement = judge(HALF_METRE, undeclared(0.4, "m", 0));
        assertThat(judgement.reason().zh())
                .isEqualTo(
                        "0.4 m，限值 ≤ 0.5 m，保护带接受(w = U)：信号 level 未声明不确定度，没有保护带可据以判定；" + "请为其声明 uncertainty，或在标准中改用简单接受");
        assertThat(judgement.reason().en())
                .isEqualTo("0.4 m, limit ≤ 0.5 m, guarded acceptance (w = U): no uncertainty is declared for the signal"
                        + " level, so there is no guard band to decide by; declare its uncertainty, or choose simple"
                        + " acceptance in the standard");
    }

    private static Measurement undeclared(double value, String unit, double known) {
        return measured(value, unit, known, false, "true-level").withUndeclared(List.of("level"));
    }

    /** 0.08 m with U = 0.008 m from the sampling alone would pass at 0.1 m: the signal's own uncertainty is not in it. */
    @Test
    void whatElseIsInTheBudgetMakesAnUndeclaredUncertaintyNoKnownOne() {
        Limit limit = limit(null, 0.1, Rig.M, DecisionRule.GUARDED);
        assertThat(judge(limit, measured(0.08, "m", 0.008, false, "level")).verdict())
                .isEqualTo(Verdict.PASS);
        Judgement judgement = judge(limit, undeclared(80, "mm", 8));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.guardBand()).isEmpty();
        assertThat(judgement.risk()).isEmpty();
        assertThat(judgement.reason().en())
                .isEqualTo(
                        "0.08 m, limit ≤ 0.1 m, guarded acceptance (w = U): no uncertainty is declared for the signal"
                                + " level, so there is no guard band to decide by; declare its uncertainty, or choose simple"
                                + " acceptance in the standard");
    }

    @Test
    void simpleAcceptanceNeedsNoUncertaintyButThenNoRiskIsKnown() {
        Limit plain = limit(null, 0.5, Rig.M, DecisionRule.SIMPLE);
        Limit limit = new Limit(
                plain.name(),
                Rig.M,
                null,
                plain.max(),
                plain.decision(),
                true,
                plain.basis(),
                new LimitPrior(0.436, 0.05));
        for (double known : new double[] {0, 0.008}) {
            Judgement judgement = judge(limit, undeclared(0.4, "m", known));
            assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
            assertThat(judgement.guardBand()).hasValue(0);
            assertThat(judgement.risk()).isEmpty();
            assertThat(judgement.global()).isNull();
            assertThat(judgement.reason().en()).isEqualTo("0.4 m, limit ≤ 0.5 m, simple acceptance: pass");
        }
    }

    /** A ratio that is measured is no count. */
    @Test
    void aRatioOfWhichNothingIsDeclaredIsNotExact() {
        Limit limit = limit(null, 0.5, Unit.ONE, DecisionRule.GUARDED);
        assertThat(judge(limit, undeclared(0.499, "1", 0)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(limit(null, 0.5, Unit.ONE, DecisionRule.SIMPLE), undeclared(0.499, "1", 0))
                        .risk())
                .isEmpty();
    }

    @Test
    void aCountIsExact() {
        Judgement judgement =
                judge(limit(null, 3.0, Unit.ONE, DecisionRule.GUARDED), measured(2, "1", 0, false, "level"));
        assertThat(judgement.reason().en()).isEqualTo("2, limit ≤ 3, guarded acceptance (w = U): pass");
        assertThat(judgement.risk().orElseThrow().falseAcceptance()).isZero();
    }

    /** 0.48 is one u below the limit: a normal distribution has 0.1587 beyond (JCGM 106:2012, 7.2). */
    @Test
    void carriesGuardBandAndRisk() {
        Judgement judgement = judge(HALF_METRE, measured(480, "mm", 40, false, "level"));
        assertThat(judgement.guardBand()).hasValue(0.04);
        assertThat(judgement.risk().orElseThrow().falseAcceptance()).isCloseTo(0.158655253931457, within(1e-12));
        assertThat(judge(HALF_METRE, measured(480, "mm", 40, true, "level")).risk())
                .isEmpty();
        assertThat(judge(HALF_METRE, null).guardBand()).isEmpty();
    }

    /** A tenth of the devices is beyond the limit; u is half the spread of the devices (JCGM 106:2012, 9.4). */
    @Test
    void tellsWhatTheRuleDoesToAllDevicesWhereTheStandardKnowsThem() {
        Limit plain = HALF_METRE;
        LimitPrior prior = new LimitPrior(0.436, 0.05);
        Limit known =
                new Limit(plain.name(), plain.unit(), null, plain.max(), plain.decision(), true, plain.basis(), prior);
        Measurement measurement = measured(400, "mm", 50, false, "level");
        GlobalRisk expected = GlobalRisk.of(prior.distribution(), 0.025, Limits.atMost(0.5), Limits.atMost(0.45));
        assertThat(expected.nonconforming()).isCloseTo(0.1, within(5e-4));
        GlobalRisk found = Objects.requireNonNull(judge(known, measurement).global());
        assertThat(found.falseAcceptance()).isCloseTo(expected.falseAcceptance(), within(1e-12));
        assertThat(found.falseRejection()).isCloseTo(expected.falseRejection(), within(1e-12));
        assertThat(judge(plain, measurement).global()).isNull();
        Uncertainty lower =
                new Uncertainty(List.of(), 40, Double.POSITIVE_INFINITY, 2, 80, 80, 50, Uncertainty.COVERAGE, null);
        Measurement skewed = new Measurement(
                Text.same("q"), 400, Unit.of("mm").orElseThrow(), false, lower, 0, 1, 1, List.of("level"), null);
        GlobalRisk above = Objects.requireNonNull(judge(known, skewed).global());
        assertThat(above.falseAcceptance())
                .as("what lies below is no matter for a maximum")
                .isCloseTo(expected.falseAcceptance(), within(1e-12));
        assertThat(above.falseRejection()).isCloseTo(expected.falseRejection(), within(1e-12));
    }

    /** At least 95 % are claimed, with 95 % confidence: of ten, of sixty, or of none. */
    @Nested
    class AShareOfSuccesses {

        private static Measurement rate(int successes, int trials) {
            return new SuccessRate("level", "done", successes, trials, 95, 0, 1).against(0.95, true);
        }

        private static final List<Limit> CLAIMS = List.of(
                limit(0.95, null, Unit.ONE, DecisionRule.SIMPLE),
                limit(0.95, null, Unit.ONE, DecisionRule.GUARDED),
                limit(95.0, null, Unit.of("%").orElseThrow(), DecisionRule.GUARDED));

        @Test
        void thatIsShownPassesWithTheRiskThatTheConfidenceLeaves() {
            for (Limit claim : CLAIMS) {
                Judgement judgement = judge(claim, rate(59, 59));
                assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
                assertThat(judgement.risk().orElseThrow().falseAcceptance()).isCloseTo(0.05, within(1e-12));
                assertThat(judgement.guardBand()).hasValue(0);
            }
        }

        @Test
        void thatIsMerelyNotShownIsInconclusive() {
            for (Limit claim : CLAIMS) {
                Judgement judgement = judge(claim, rate(10, 10));
                assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                assertThat(judgement.reason().en()).endsWith("too few trials, 59 are needed where all succeed");
                assertThat(judgement.risk()).isEmpty();
            }
        }

        @Test
        void thatIsRefutedFails() {
            for (Limit claim : CLAIMS) {
                Judgement judgement = judge(claim, rate(0, 10));
                assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
                assertThat(judgement.risk().orElseThrow().falseRejection()).isCloseTo(0.05, within(1e-12));
                assertThat(judgement.risk().orElseThrow().below()).isEqualTo(0.95);
            }
        }
    }
}
