package org.plumbline.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.canary.CanaryCatalogue;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Judge;
import org.plumbline.run.RunPlan;
import org.plumbline.run.Session;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.steps.ParameterTypes.Comparison;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** A speed with U = 1 mm/s, 20 ms from sample to sample, that is to be below 10 mm/s within 3 s. */
class ReactionTest {

    private static final long STEP = 20_000_000L;
    private static final String NEAR = "the time for which the signal was within its U of the level";

    /** The last of the readings stays. */
    private static Measurement measured(Comparison comparison, double... readings) {
        try (Session session = NumberBench.open(new Quantity(1, unit("mm/s")), STEP, readings)) {
            TrialHolder holder = NumberBench.begun(session);
            session.send(NumberBench.COMMAND, Map.of());
            return new Measuring(holder)
                    .crossing(
                            NumberBench.COMMAND,
                            NumberBench.SIGNAL,
                            comparison,
                            new Quantity(10, unit("mm/s")),
                            new Quantity(3, Unit.S));
        }
    }

    private static Judgement judged(
            Measurement measurement, @Nullable Double min, @Nullable Double max, DecisionRule rule) {
        Limit limit = new Limit("l", Unit.S, bound(min), bound(max), rule, true, "proposal", null);
        try (Session session = NumberBench.open(new Quantity(1, unit("mm/s")), STEP, 1)) {
            return new Judge(session.bench(), RunPlan.VIRTUAL_START)
                    .judge(0, CanaryCatalogue.standard().requirements().get(0), limit, measurement);
        }
    }

    private static @Nullable Bound bound(@Nullable Double value) {
        return value == null ? null : Bound.of(value, Unit.S);
    }

    private static Unit unit(String symbol) {
        return Unit.of(symbol).orElseThrow();
    }

    private static double[] then(double[] first, int times, double value, double last) {
        return DoubleStream.concat(
                        DoubleStream.concat(
                                DoubleStream.of(first),
                                DoubleStream.generate(() -> value).limit(times)),
                        DoubleStream.of(last))
                .toArray();
    }

    private static List<Contribution> rows(Measurement measurement) {
        return measurement.uncertainty().contributions();
    }

    @Nested
    class ThatGoesWellBeyondTheLevel {

        /** 40 mm/s at 0.06 s, 5 mm/s at 0.08 s: u = 0.5 mm/s over the slope is 0.29 ms. */
        @Test
        void isKnownAsWellAsTheSlopeSays() {
            Measurement fast = measured(Comparison.BELOW, 250, 150, 40, 5);
            assertThat(fast.value()).isCloseTo(0.07, within(1e-12));
            assertThat(fast.doubt()).isNull();
            assertThat(fast.to() - fast.from()).isEqualTo(4 * STEP);
            assertThat(rows(fast))
                    .extracting(row -> row.name().en())
                    .containsExactly("two time stamps", "sampling interval", "number: declared uncertainty");
            assertThat(rows(fast).get(2).component()).isCloseTo(0.5 * 0.02 / 35, within(1e-12));
        }

        /** From 12 mm/s at 0.02 s on it may be below; at 0.06 s it surely is: 20 ms either way from 0.04 s and 10 ms more. */
        @Test
        void isKnownToTheSamplesBetweenWhichNothingIsOpen() {
            Measurement ramp = measured(Comparison.BELOW, 12, 9.5, 7, 4.5);
            assertThat(ramp.value()).isCloseTo(0.03, within(1e-12));
            assertThat(rows(ramp).get(2).name().en()).isEqualTo(NEAR);
            assertThat(rows(ramp).get(2).component()).isCloseTo(0.03 / 2, within(1e-12));
            assertThat(ramp.value() + ramp.expandedUncertainty()).isGreaterThan(0.06);
        }
    }

    @Nested
    class ThatHoversAtTheLevel {

        private static final Text REASON = new Text(
                "信号 number 自命令后 0.120 s 起可能已 < 10 mm/s，但未曾超出其扩展不确定度 U = 1.00 mm/s",
                "from 0.120 s after the command on signal number may be < 10 mm/s, but never by more than its expanded"
                        + " uncertainty U = 1.00 mm/s");

        /** 9.9 mm/s with u = 0.5 mm/s is 10 mm/s or more with a probability of 42 %. */
        @Test
        void hasNoTimeWhereItNeverGoesSurelyBeyond() {
            Measurement under = measured(Comparison.BELOW, 250, 200, 150, 100, 40, 9.9);
            assertThat(under.remark()).isEqualTo(REASON);
            assertThat(under.doubt()).isNull();
            assertThat(under.atLeast()).isTrue();
            assertThat(under.value()).isCloseTo(0.1, within(1e-12));
        }

        @Test
        void norWhereItOnlyMayHaveCome() {
            Measurement over = measured(Comparison.BELOW, 250, 200, 150, 100, 40, 10.1);
            assertThat(over.remark()).isEqualTo(REASON);
            assertThat(over.value()).isCloseTo(0.1, within(1e-12));
        }

        /** 250 mm/s until 2.88 s, then perhaps below 10 mm/s: longer than 0.35 s and than 0.4 s, and perhaps not than 2.9 s. */
        @Test
        void stillTookAsLongAsItSurelyHadNot() {
            Measurement slow = measured(Comparison.BELOW, then(new double[0], 144, 250, 9.9));
            assertThat(slow.value()).isCloseTo(2.88, within(1e-12));
            assertThat(judged(slow, null, 0.35, DecisionRule.GUARDED).verdict()).isEqualTo(Verdict.FAIL);
            assertThat(judged(slow, 0.4, null, DecisionRule.GUARDED).verdict()).isEqualTo(Verdict.PASS);
            for (Judgement open : List.of(
                    judged(slow, null, 2.9, DecisionRule.GUARDED),
                    judged(slow, 2.9, null, DecisionRule.GUARDED),
                    judged(slow, 0.4, 2.9, DecisionRule.GUARDED))) {
                assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                assertThat(open.reason().en())
                        .contains("; from 2.900 s after the command on")
                        .endsWith("U = 1.00 mm/s");
            }
        }

        /** A lower limit is not kept by what may have been there from the beginning. */
        @Test
        void norWhereItMayHaveBeenThereAllTheTime() {
            Measurement above = measured(Comparison.ABOVE, 9.9);
            assertThat(above.value()).isZero();
            assertThat(above.remark().en())
                    .startsWith("from 0.020 s after the command on signal number may be > 10 mm/s, but never");
        }

        /** 9.9 mm/s from 0.04 s on, 5 mm/s from 1.04 s on: 1.01 s after the middle between 0.02 s and 0.04 s. */
        @Test
        void reachesToWhereItSurelyGoesBeyond() {
            Measurement late = measured(Comparison.BELOW, then(new double[] {250}, 50, 9.9, 5));
            assertThat(late.value()).isCloseTo(0.03, within(1e-12));
            assertThat(rows(late).get(2).name().en()).isEqualTo(NEAR);
            assertThat(rows(late).get(2).component()).isCloseTo(1.01 / 2, within(1e-12));
            assertThat(late.value() + late.expandedUncertainty()).isBetween(1.04, 1.041);
            assertThat(late.doubt()).isNull();
            assertThat(late.to() - late.from()).isEqualTo(52 * STEP);
        }

        /** 10.1 mm/s from 0.04 s on: it may have been below from then on, 0.02 s is the last without. */
        @Test
        void reachesBackToWhereItMayHaveBegun() {
            Measurement early = measured(Comparison.BELOW, then(new double[] {250}, 50, 10.1, 5));
            assertThat(early.value()).isCloseTo(1.03, within(1e-12));
            assertThat(rows(early).get(2).component()).isCloseTo(1.01 / 2, within(1e-12));
        }
    }

    /** 250 mm/s until 0.98 s, 9.9 mm/s until 2.88 s: no earlier than 0.98 s, whatever its upper end. */
    @Nested
    class ThatIsOpenAtOneEnd {

        private final Measurement open = measured(
                Comparison.BELOW,
                then(DoubleStream.generate(() -> 250).limit(49).toArray(), 95, 9.9, 5));

        @Test
        void isKnownWellAtTheOther() {
            assertThat(open.value()).isCloseTo(0.99, within(1e-12));
            double stamps = 0.001 * Math.sqrt(2.0 / 3);
            assertThat(open.uncertainty().below())
                    .isCloseTo(2 * Math.hypot(stamps, 0.01 / Math.sqrt(3)), within(1e-12));
            assertThat(open.value() + open.uncertainty().above()).isBetween(2.9, 2.901);
            assertThat(open.toString()).isEqualTo("0.990 s +1.9/−0.012 s (k = 2)");
        }

        @Test
        void isJudgedByThat() {
            for (DecisionRule rule : List.of(DecisionRule.GUARDED, DecisionRule.of("guarded-rejection", 1))) {
                assertThat(judged(open, null, 0.35, rule).verdict()).isEqualTo(Verdict.FAIL);
                assertThat(judged(open, 0.4, null, rule).verdict()).isEqualTo(Verdict.PASS);
            }
            assertThat(judged(open, null, 2.0, DecisionRule.GUARDED).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    @Nested
    class ThatStaysAway {

        @Test
        void hasNotReactedByItsLastSample() {
            Measurement never = measured(Comparison.BELOW, 250);
            assertThat(never.remark()).isNull();
            assertThat(never.atLeast()).isTrue();
            assertThat(never.value()).isCloseTo(3, within(1e-12));
        }

        /** The last sample alone is below: nothing confirms it, and nothing shows that it had not come by then. */
        @Test
        void orByTheLastThatShowsIt() {
            Measurement last = measured(Comparison.BELOW, then(new double[0], 149, 250, 5));
            assertThat(last.atLeast()).isTrue();
            assertThat(last.value()).isCloseTo(2.98, within(1e-12));
            assertThat(last.remark().en())
                    .startsWith("of signal " + NumberBench.SIGNAL + " only the last sample is ")
                    .contains("it takes two in succession");
        }
    }
}
