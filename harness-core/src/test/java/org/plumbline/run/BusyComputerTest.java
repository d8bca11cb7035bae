package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.SafeguardDistance;
import org.plumbline.measure.Timing;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.separation.MinimumDistance;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.timeline.Timeline;
import org.plumbline.timeline.VirtualClock;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

final class BusyComputerTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Unit MS = Unit.of("ms").orElseThrow();
    private static final Unit M = Unit.of("m").orElseThrow();

    private final Timeline timeline = new Timeline(new VirtualClock(), observation -> {});

    @AfterEach
    void close() {
        timeline.close();
    }

    private Judgement weighed(double value, Unit unit, Verdict verdict) {
        Measurement measurement = new Measurement(
                Text.same("gap"), value, unit, false, Uncertainty.NONE, SECOND, 9 * SECOND, 9, List.of("x"), null);
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

    private Judgement passed(Measurement measurement, @Nullable Double max) {
        Tolerance tolerance = new Tolerance(400.0, max, measurement.unit(), true, DecisionRule.SIMPLE);
        Judgement judgement =
                new Judgement(9 * SECOND, "X-1", "l", measurement, tolerance, Verdict.PASS, new Text("合格", "pass"));
        return BusyComputer.weigh(judgement, timeline::pressure);
    }

    private static Measurement reaction(double value, Unit unit) {
        return new Measurement(
                Text.same("t"), value, unit, false, Uncertainty.NONE, SECOND, 2 * SECOND, 9, List.of("x"), null);
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

    @Test
    void isNoReasonForAnythingElse() {
        timeline.append(new Stall(5 * SECOND, 0, 0, 4 * SECOND));
        assertThat(weighed(351, M, Verdict.FAIL).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(weighed(300, MS, Verdict.PASS).verdict()).isEqualTo(Verdict.PASS);
    }
}
