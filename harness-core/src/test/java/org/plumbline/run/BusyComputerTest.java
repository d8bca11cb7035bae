package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Points;
import org.plumbline.measure.SafeguardDistance;
import org.plumbline.measure.Times;
import org.plumbline.measure.Timing;
import org.plumbline.measure.Trace;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.separation.MinimumDistance;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.timeline.Timeline;
import org.plumbline.timeline.VirtualClock;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

final class BusyComputerTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Unit MS = Unit.of("ms").orElseThrow();
    private static final Unit M = Unit.of("m").orElseThrow();

    /** As captures had it before they had budgets: nothing tells how it was made. */
    private static final Uncertainty STATED = Uncertainty.stated(0.002, 2);

    private final Timeline timeline = new Timeline(new VirtualClock(), observation -> {});

    @AfterEach
    void close() {
        timeline.close();
    }

    private Judgement weighed(double value, Unit unit, Verdict verdict) {
        Measurement measurement = new Measurement(
                Text.same("gap"), value, unit, false, STATED, SECOND, 9 * SECOND, 9, List.of("x"), null);
        return weighed(measurement, 350, verdict);
    }

    private Judgement weighed(Measurement measurement, double max) {
        return weighed(measurement, max, Verdict.FAIL);
    }

    private Judgement weighed(Measurement measurement, double max, Verdict verdict) {
        Tolerance tolerance = new Tolerance(null, max, measurement.unit(), true, DecisionRule.GUARDED);
        Judgement judgement =
                new Judgement(9 * SECOND, "X-1", "l", measurement, tolerance, verdict, new Text("不合格", "fail"));
        return BusyComputer.weigh(judgement, timeline::pressure);
    }

    @Test
    void mayHaveAddedWhatALimitWasExceededBy() {
        timeline.append(new Stall(5 * SECOND, 0, 0, 2 * SECOND));
        assertThat(weighed(2350, MS, Verdict.FAIL).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(weighed(2350, MS, Verdict.FAIL).reason().zh())
                .isEqualTo("不合格；但计算机在该时段内持续繁忙 2.00 s，不能归咎于设备，请在空闲的计算机上重试");
        assertThat(weighed(2351, MS, Verdict.FAIL).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void countsOnlyWithinTheStretch() {
        timeline.append(new Stall(SECOND + 100_000_000, 0, 0, 6 * SECOND));
        assertThat(weighed(450, MS, Verdict.FAIL).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(weighed(451, MS, Verdict.FAIL).verdict()).isEqualTo(Verdict.FAIL);
    }

    /** T = 0.4 s in which something waited for 0.2 s: 320 mm of S = 1600 mm/s T + 1200 mm may be the computer's. */
    @Test
    void mayHaveAddedToADistanceThatFollowsATime() {
        timeline.append(new Stall(SECOND + 300_000_000, 0, 0, 200_000_000));
        Measurement time =
                Timing.UNDISTURBED.reaction(Text.same("t"), "x", SECOND, SECOND + 400_000_000, SECOND + 400_000_000);
        Measurement distance = SafeguardDistance.of(time, 0, MinimumDistance::onTheFloor);
        assertThat(distance.value()).isCloseTo(1840, within(1e-9));
        for (Unit unit : List.of(distance.unit(), M)) {
            Measurement inUnit = distance.in(unit);
            double millimetre = distance.unit().convertDifference(1, unit);
            assertThat(weighed(inUnit, 1521 * millimetre).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(weighed(inUnit, 1521 * millimetre).reason().en())
                    .isEqualTo(
                            "fail; but the computer was busy for 0.20 s of that stretch on end, so the device is not to"
                                    + " blame: run again on a quiet one");
            assertThat(weighed(inUnit, 1519 * millimetre).verdict()).isEqualTo(Verdict.FAIL);
        }
    }

    /** A light curtain needs 500 mm for 0.21 s as for 0.186 s, and 372 mm less for no time: 1771 mm/s of waiting. */
    @Test
    void mayHaveAddedToADistanceThatDoesNotFollowATimeNearby() {
        long stopped = SECOND + 210_000_000;
        Measurement time = Timing.UNDISTURBED.reaction(Text.same("t"), "x", SECOND, stopped, stopped);
        Measurement distance = SafeguardDistance.of(time, 0, t -> MinimumDistance.across(t, 30));
        assertThat(distance.value()).isEqualTo(500);
        assertThat(distance.expandedUncertainty()).isZero();
        timeline.append(new Stall(stopped, 0, 0, 11_000_000));
        for (Unit unit : List.of(distance.unit(), M)) {
            double millimetre = distance.unit().convertDifference(1, unit);
            assertThat(weighed(distance.in(unit), 480 * millimetre).verdict()).isEqualTo(Verdict.FAIL);
        }
        timeline.append(new Stall(stopped, 0, 0, 12_000_000));
        for (Unit unit : List.of(distance.unit(), M)) {
            double millimetre = distance.unit().convertDifference(1, unit);
            assertThat(weighed(distance.in(unit), 480 * millimetre).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(weighed(distance.in(unit), 478 * millimetre).verdict()).isEqualTo(Verdict.FAIL);
        }
    }

    private Judgement passed(Measurement measurement, @Nullable Double max) {
        Tolerance tolerance = new Tolerance(400.0, max, measurement.unit(), true, DecisionRule.SIMPLE);
        Judgement judgement =
                new Judgement(9 * SECOND, "X-1", "l", measurement, tolerance, Verdict.PASS, new Text("合格", "pass"));
        return BusyComputer.weigh(judgement, timeline::pressure);
    }

    private static Measurement reaction(double value, Unit unit) {
        return new Measurement(Text.same("t"), value, unit, false, STATED, SECOND, 2 * SECOND, 9, List.of("x"), null);
    }

    /** It reacted after 0.30 s; that came 0.2 s late, and 0.50 s are no less than 0.40 s. */
    @Test
    void mayHaveAddedWhatAMinimumIsKeptBy() {
        assertThat(passed(reaction(500, MS), null).verdict()).isEqualTo(Verdict.PASS);
        assertThat(passed(reaction(400, MS), null).verdict()).isEqualTo(Verdict.PASS);
        timeline.append(new Stall(SECOND + 500_000_000, 0, 0, 200_000_000));
        for (Double max : Arrays.asList(null, 700.0)) {
            Judgement open = passed(reaction(500, MS), max);
            assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(open.reason().en())
                    .isEqualTo("pass; but the computer was busy for 0.20 s of that stretch on end, so the device is not"
                            + " shown to conform: run again on a quiet one");
        }
        assertThat(passed(reaction(390, MS), null).verdict())
                .as("a rule that rejects with a guard band passes what is shorter")
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(passed(reaction(601, MS), null).verdict()).isEqualTo(Verdict.PASS);
        assertThat(passed(reaction(399, M), null).verdict())
                .as("no time, and follows none")
                .isEqualTo(Verdict.PASS);
    }

    /** T = 0.4 s in which something waited for 0.2 s: S = 1840 mm may be 1520 mm. */
    @Test
    void mayHaveAddedToADistanceThatIsToBeKept() {
        timeline.append(new Stall(SECOND + 300_000_000, 0, 0, 200_000_000));
        Measurement time =
                Timing.UNDISTURBED.reaction(Text.same("t"), "x", SECOND, SECOND + 400_000_000, SECOND + 400_000_000);
        Measurement distance = SafeguardDistance.of(time, 0, MinimumDistance::onTheFloor);
        for (double min : new double[] {1521, 1519}) {
            Tolerance tolerance = new Tolerance(min, null, distance.unit(), true, DecisionRule.GUARDED);
            Judgement judgement =
                    new Judgement(9 * SECOND, "X-1", "l", distance, tolerance, Verdict.PASS, new Text("合格", "pass"));
            assertThat(BusyComputer.weigh(judgement, timeline::pressure).verdict())
                    .isEqualTo(min == 1521 ? Verdict.INCONCLUSIVE : Verdict.PASS);
        }
    }

    private Verdict between(Measurement measurement, double min, double max, Verdict verdict) {
        Tolerance tolerance = new Tolerance(min, max, measurement.unit(), true, DecisionRule.GUARDED);
        Judgement judgement =
                new Judgement(9 * SECOND, "X-1", "l", measurement, tolerance, verdict, new Text("合格", "pass"));
        return BusyComputer.weigh(judgement, timeline::pressure).verdict();
    }

    /** Of 600 intervals, of which a wait lengthens the last one: 5 ms of the mean are 3 s of waiting. In between it adds nothing. */
    @Test
    void addsToAMeanPeriodNoMoreThanOneWaitDoes() {
        Times times = Times.of(LongStream.rangeClosed(0, 600)
                .map(i -> SECOND + i * 100_000_000)
                .toArray());
        Measurement period = Timing.UNDISTURBED.meanPeriod("x", times);
        assertThat(period.samples()).isEqualTo(601);
        timeline.append(new Stall(20 * SECOND, 0, 0, 4 * SECOND));
        timeline.append(new Stall(61 * SECOND, 0, 0, 2_900_000_000L));
        for (Unit unit : List.of(Unit.S, MS)) {
            double milli = MS.convertDifference(1, unit);
            assertThat(between(period.in(unit), 95 * milli, 105 * milli, Verdict.PASS))
                    .isEqualTo(Verdict.PASS);
            assertThat(between(period.in(unit), 90 * milli, 95.1 * milli, Verdict.FAIL))
                    .isEqualTo(Verdict.FAIL);
        }
        timeline.append(new Stall(61 * SECOND, 0, 0, 3_100_000_000L));
        for (Unit unit : List.of(Unit.S, MS)) {
            double milli = MS.convertDifference(1, unit);
            assertThat(between(period.in(unit), 95 * milli, 105 * milli, Verdict.PASS))
                    .isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(between(period.in(unit), 90 * milli, 95.1 * milli, Verdict.FAIL))
                    .isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    /** A keep-alive of 2 s is a number in a packet: it says so however late the packet arrives. */
    @Test
    void addsNothingToATimeThatADeviceSent() {
        timeline.append(new Stall(SECOND + 500_000_000, 0, 0, 500_000_000));
        timeline.append(new Stall(9 * SECOND, 0, 0, 4 * SECOND));
        for (Uncertainty own : List.of(Uncertainty.NONE, Uncertainty.of(List.of(Contribution.calibration(0.1, 2))))) {
            Measurement sent = new Measurement(
                    Text.same("keep-alive"), 2, Unit.S, false, own, SECOND, 9 * SECOND, 1, List.of("x"), null);
            assertThat(between(sent, 1, 30, Verdict.PASS)).isEqualTo(Verdict.PASS);
            assertThat(between(sent, 0.5, 1, Verdict.FAIL)).isEqualTo(Verdict.FAIL);
        }
    }

    /** Data that were 0.3 s old when they were sent, and 0.2 s older when they were stamped. */
    @Test
    void mayHaveAddedToAnAge() {
        timeline.append(new Stall(SECOND + 500_000_000, 0, 0, 200_000_000));
        Measurement oldest = Timing.UNDISTURBED.oldest(new Trace(
                "age",
                Unit.S,
                null,
                List.of(Contribution.calibration(0.001, 2)),
                Points.of(new long[] {SECOND, 2 * SECOND}, new double[] {0.1, 0.5})));
        for (Unit unit : List.of(Unit.S, MS)) {
            double milli = MS.convertDifference(1, unit);
            assertThat(between(oldest.in(unit), 0, 310 * milli, Verdict.FAIL)).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(between(oldest.in(unit), 0, 290 * milli, Verdict.FAIL)).isEqualTo(Verdict.FAIL);
        }
    }

    private static Times times(double... seconds) {
        return Times.of(Arrays.stream(seconds)
                .mapToLong(time -> Math.round(time * SECOND))
                .toArray());
    }

    private Verdict weighed(Measurement measurement, Verdict verdict, double min, double max, Unit unit) {
        double factor = Unit.S.convertDifference(1, unit);
        return between(measurement.in(unit), min * factor, max * factor, verdict);
    }

    /** Of a pass of that maximum and of a fail of that minimum, in any unit. */
    private void assertAtBound(Measurement measurement, double bound, Verdict passed, Verdict failed) {
        for (Unit unit : List.of(Unit.S, MS)) {
            assertThat(weighed(measurement, Verdict.PASS, 0, bound, unit)).isEqualTo(passed);
            assertThat(weighed(measurement, Verdict.FAIL, bound, 1, unit)).isEqualTo(failed);
        }
    }

    /** Sent at 1.00, 1.05 and 1.60 s, 0.55 s apart; the second was stamped 0.10 s late. */
    @Test
    void mayHaveTakenAwayFromAGap() {
        Measurement gap = Timing.UNDISTURBED.largestGap("x", times(1, 1.15, 1.6), SECOND, 1_600_000_000L);
        assertThat(gap.value()).isCloseTo(0.45, within(1e-12));
        timeline.append(new Stall(1_150_000_000L, 0, 0, 49_000_000));
        assertAtBound(gap, 0.5, Verdict.PASS, Verdict.FAIL);
        timeline.append(new Stall(1_150_000_000L, 0, 0, 100_000_000));
        for (Unit unit : List.of(Unit.S, MS)) {
            assertThat(weighed(gap, Verdict.PASS, 0, 0.5, unit)).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(weighed(gap, Verdict.FAIL, 0.5, 1, unit)).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(weighed(gap, Verdict.PASS, 0, 0.56, unit)).isEqualTo(Verdict.PASS);
            assertThat(weighed(gap, Verdict.FAIL, 0.56, 1, unit)).isEqualTo(Verdict.FAIL);
            assertThat(weighed(gap, Verdict.FAIL, 0.2, 0.34, unit))
                    .as("too long for a wait to have added it, and long enough")
                    .isEqualTo(Verdict.FAIL);
            assertThat(weighed(gap, Verdict.INCONCLUSIVE, 0, 0.5, unit)).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    @Test
    void saysSoOfWhatMayHaveBeenTakenAway() {
        timeline.append(new Stall(1_150_000_000L, 0, 0, 100_000_000));
        Measurement gap = Timing.UNDISTURBED.largestGap("x", times(1, 1.15, 1.6), SECOND, 1_600_000_000L);
        assertThat(weighed(gap, 0.5, Verdict.PASS).reason().en())
                .isEqualTo(
                        "fail; but the computer was busy for 0.10 s of that stretch on end, so the device is not shown to"
                                + " conform: run again on a quiet one");
        Tolerance least = new Tolerance(0.5, null, Unit.S, true, DecisionRule.GUARDED);
        Judgement judgement = new Judgement(9 * SECOND, "X-1", "l", gap, least, Verdict.FAIL, new Text("不合格", "fail"));
        assertThat(BusyComputer.weigh(judgement, timeline::pressure).reason().en())
                .isEqualTo("fail; but the computer was busy for 0.10 s of that stretch on end, so the device is not to"
                        + " blame: run again on a quiet one");
    }

    /** Nothing is received during a wait: where nothing was missing for more than 0.1 s, none was longer. */
    @Test
    void takesFromAGapNoMoreThanTheLongestOne() {
        timeline.append(new Stall(3 * SECOND, 0, 0, 2 * SECOND));
        double[] tenths =
                LongStream.rangeClosed(10, 30).mapToDouble(i -> i / 10.0).toArray();
        Measurement gap = Timing.UNDISTURBED.largestGap("x", times(tenths), SECOND, 3 * SECOND);
        Measurement frozen = Timing.UNDISTURBED.longestFrozen(
                new Trace("x", Unit.S, null, List.of(), Points.of(nanos(tenths), tenths)), SECOND, 3 * SECOND);
        for (Measurement longest : List.of(gap, frozen)) {
            assertThat(longest.value()).isCloseTo(0.1, within(1e-12));
            for (Unit unit : List.of(Unit.S, MS)) {
                double milli = MS.convertDifference(1, unit);
                assertThat(weighed(longest.in(unit), 190 * milli, Verdict.PASS).verdict())
                        .isEqualTo(Verdict.INCONCLUSIVE);
                assertThat(weighed(longest.in(unit), 210 * milli, Verdict.PASS).verdict())
                        .isEqualTo(Verdict.PASS);
            }
        }
    }

    private static long[] nanos(double... seconds) {
        return Arrays.stream(seconds)
                .mapToLong(time -> Math.round(time * SECOND))
                .toArray();
    }

    /** 102 ms from one to the next, the first of eleven stamped 40 ms late: 98 ms on average. It came before the stretch. */
    @Test
    void mayHaveTakenAwayFromAMeanPeriod() {
        double[] late = LongStream.rangeClosed(0, 10)
                .mapToDouble(i -> 1 + i * 0.102 + (i == 0 ? 0.04 : 0))
                .toArray();
        Measurement period = Timing.UNDISTURBED.meanPeriod("x", times(late));
        assertThat(period.value()).isCloseTo(0.098, within(1e-12));
        timeline.append(new Stall(1_021_000_000L, 0, 0, 900_000_000));
        timeline.append(new Stall(1_040_000_000L, 0, 0, 19_000_000));
        timeline.append(new Stall(1_500_000_000L, 0, 0, 300_000_000));
        assertAtBound(period, 0.1, Verdict.PASS, Verdict.FAIL);
        timeline.append(new Stall(1_040_000_000L, 0, 0, 40_000_000));
        assertAtBound(period, 0.1, Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE);
    }

    /** The instrument made the stamps of its file; what the computer had to do meanwhile is in none of them. */
    @Test
    void neitherAddsNorTakesWhereAnInstrumentStamped() {
        timeline.append(new Stall(1_040_000_000L, 0, 0, 900_000_000));
        timeline.append(new Stall(1_600_000_000L, 0, 0, 500_000_000));
        Timing ofFile = new Timing(
                Timing.STAMP_HALF_WIDTH,
                0,
                stamp -> 0,
                (from, to) -> List.of(Contribution.normal(Text.same("file"), 0, 0.002, Double.POSITIVE_INFINITY)));
        double[] tenths =
                LongStream.rangeClosed(10, 16).mapToDouble(i -> i / 10.0).toArray();
        for (Measurement each : List.of(
                ofFile.largestGap("x", times(tenths), SECOND, 1_600_000_000L),
                ofFile.meanPeriod("x", times(tenths)),
                ofFile.jitter("x", times(1, 1.1, 1.3, 1.4, 1.6)))) {
            double value = each.value();
            assertThat(between(each, 0, value * 0.99, Verdict.FAIL)).isEqualTo(Verdict.FAIL);
            assertThat(between(each, 0, value * 1.01, Verdict.PASS)).isEqualTo(Verdict.PASS);
            assertThat(between(each, value * 0.99, value * 2, Verdict.PASS)).isEqualTo(Verdict.PASS);
        }
        // the computer stamped the command, and may have waited before it went out
        Measurement reaction = ofFile.reaction(Text.same("t"), "x", SECOND, 1_400_000_000L, 1_400_000_000L);
        for (Measurement each : List.of(
                reaction,
                ofFile.noReaction(Text.same("t"), "x", SECOND, 1_400_000_000L, 4),
                SafeguardDistance.of(reaction, 0, t -> MinimumDistance.across(t, 30)))) {
            double value = each.value();
            assertThat(between(each, 0, value * 0.99, Verdict.FAIL)).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(between(each, 0, value * 1.01, Verdict.PASS)).isEqualTo(Verdict.PASS);
        }
    }

    /** A wait that is as long as it has to be, to the nanosecond. */
    @Test
    void aWaitThatJustExplainsItIsNotRefusedByRounding() {
        timeline.append(new Stall(10 * SECOND, 0, 0, 9 * SECOND));
        double[] stamps =
                LongStream.rangeClosed(0, 50).mapToDouble(i -> 1 + i * 0.05496).toArray();
        Measurement period = Timing.UNDISTURBED.meanPeriod("x", times(stamps));
        assertThat(between(period, 0, 0.02, Verdict.FAIL)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** A command's own stamp is made before it goes out. A rule that rejects with a guard band passes what is longer. */
    @Test
    void takesNothingFromAReaction() {
        timeline.append(new Stall(SECOND + 300_000_000, 0, 0, 200_000_000));
        Measurement time =
                Timing.UNDISTURBED.reaction(Text.same("t"), "x", SECOND, SECOND + 400_000_000, SECOND + 400_000_000);
        Measurement gap = Timing.UNDISTURBED.largestGap("x", times(1, 1.4), SECOND, 1_400_000_000L);
        assertThat(gap.value()).isEqualTo(time.value());
        for (double max : new double[] {0.39, 0.41}) {
            assertThat(weighed(time, Verdict.PASS, 0, max, Unit.S)).isEqualTo(Verdict.PASS);
            assertThat(weighed(gap, Verdict.PASS, 0, max, Unit.S)).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    @Test
    void isNoReasonForAnythingElse() {
        timeline.append(new Stall(5 * SECOND, 0, 0, 4 * SECOND));
        assertThat(weighed(351, M, Verdict.FAIL).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(weighed(300, MS, Verdict.PASS).verdict()).isEqualTo(Verdict.PASS);
    }
}
