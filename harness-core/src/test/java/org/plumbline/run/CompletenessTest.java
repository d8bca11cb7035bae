package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.capture.Capture;
import org.plumbline.capture.Recorder;
import org.plumbline.capture.RecoveredVerdicts;
import org.plumbline.measure.Count;
import org.plumbline.measure.Extreme;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Completeness;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Mark;
import org.plumbline.timeline.Observation.WallClock;
import org.plumbline.timeline.Replay;
import org.plumbline.timeline.VirtualClock;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/**
 * What is not whole decides nothing: what touches the stretch becomes inconclusive with the reason, the rest stays. Device
 * and gauge report every 0.1 s for 20 s; something happens in the first half. Each run is judged live, again from its
 * capture, and as it is recovered: the three agree.
 */
class CompletenessTest {

    private static final Unit M = Rig.M;
    private static final long UTC = VirtualClock.START.getEpochSecond() * Rig.SECOND;

    private static final Limit LEVEL = max("level", 5, M);
    private static final Limit TRUE_LEVEL = max("true-level", 5, M);
    private static final Limit GAP = max("gap", 1, Unit.S);
    private static final Limit FAULTS = max("faults", 30, Unit.ONE);
    private static final Limit AGE = max("age", 1, Unit.S);
    private static final Requirement REQUIREMENT =
            Rig.requirement("X-1", Modality.SHALL, "", LEVEL, TRUE_LEVEL, GAP, FAULTS, AGE);

    private final Played played = new Played();
    private Instant started = VirtualClock.START;

    @TempDir
    private Path folder;

    private static Limit max(String name, double value, Unit unit) {
        return new Limit(name, unit, null, Bound.of(value, unit), DecisionRule.GUARDED, true, "proposal", null);
    }

    private static Standard standard() {
        Standard usual = Rig.standard(REQUIREMENT);
        return new Standard(
                usual.id(),
                usual.title(),
                usual.level(),
                usual.stage(),
                usual.revision(),
                usual.leads(),
                usual.sources(),
                usual.ics(),
                usual.ixit(),
                usual.references(),
                new Completeness(0.01, 0.1, 0.5, 1),
                usual.requirements());
    }

    /** What arrives at the tenth of a second of that number; null for nothing. */
    private static final class Played {
        private IntFunction<@Nullable String> wire =
                i -> "level=4 sent=%d.%d".formatted(UTC / Rig.SECOND + i / 10, i % 10);
        private IntFunction<@Nullable String> gauge = i -> "true-level=4";
        private Runnable happens = () -> {};
        private Rig rig;
    }

    private List<Judgement> run() throws IOException {
        RunPlan plan = plan();
        List<Judgement> live;
        try (Recorder recorder = Recorder.open(plan)) {
            Rig rig = new Rig(plan.standard(), recorder);
            played.rig = rig;
            for (int i = 1; i <= 200; i++) {
                int number = i;
                rig.at(i / 10.0, () -> {
                    arrive("wire", played.wire.apply(number));
                    arrive("gauge", played.gauge.apply(number));
                });
            }
            played.happens.run();
            live = judge(rig.session);
            rig.close();
        }
        Path capture = folder.resolve("data/capture/run.mcap");
        try (Replay replay = new Replay(Capture.read(capture).recording());
                Session again = Session.replay(plan.standard(), plan.bench(), Rig.ADAPTERS, replay)) {
            assertThat(judge(again)).as("judged again from the capture").isEqualTo(live);
        }
        assertThat(RecoveredVerdicts.of(capture, plan))
                .as("recovered")
                .extracting(Judgement::limit, Judgement::verdict, Judgement::reason)
                .isEqualTo(live.stream()
                        .map(each -> tuple(each.limit(), each.verdict(), each.reason()))
                        .toList());
        return live;
    }

    private void arrive(String channel, @Nullable String frame) {
        if (frame != null) {
            played.rig.arrive(channel, frame);
        }
    }

    private RunPlan plan() {
        return new RunPlan(
                "run-1",
                "x",
                started,
                "virtual",
                standard(),
                Rig.bench(Map.of()),
                List.of(Rig.scenario("X-1")),
                List.of(),
                folder,
                null);
    }

    /** Everything about the first ten seconds, then everything about the last eight. */
    private List<Judgement> judge(Session session) {
        Trial trial = new Trials(session).begin(Rig.scenario("X-1"));
        session.timeline().clock().await(() -> false, Rig.s(20));
        session.timeline().note(new Mark(session.timeline().clock().now()));
        List<Judgement> judgements = new ArrayList<>();
        for (Window window : List.of(new Window(0, Rig.s(10), false), new Window(Rig.s(12), Rig.s(20), false))) {
            judge(session, window, judgements);
        }
        judgements.forEach(trial::judged);
        trial.ends();
        return judgements;
    }

    private void judge(Session session, Window window, List<Judgement> judgements) {
        Doubts doubts = new Doubts(session);
        Traces traces = new Traces(session);
        Optional<Window> observed = Optional.of(window);
        Judge judge = new Judge(session.bench(), started);
        long from = window.from();
        long to = window.to();
        long now = session.now();
        judgements.add(judge.judge(
                now, REQUIREMENT, LEVEL, doubts.weigh(Extreme.maximum(traces.of("level", window)), observed)));
        judgements.add(judge.judge(
                now,
                REQUIREMENT,
                TRUE_LEVEL,
                doubts.weigh(Extreme.maximum(traces.of("true-level", window)), observed)));
        judgements.add(judge.judge(
                now,
                REQUIREMENT,
                GAP,
                doubts.weighTiming(
                        session.timing()
                                .largestGap(
                                        "level", Traces.times(session.timeline().samples("level", from, to)), from, to),
                        observed)));
        // bearing never comes, as the answer to a command that nobody sends
        LongFunction<Measurement> counted = upTo -> Count.of(
                Text.same("faults"),
                session.timeline().faults("wire", from, upTo).size(),
                from,
                to,
                1,
                List.of("level", "bearing"));
        judgements.add(judge.judge(
                now,
                REQUIREMENT,
                FAULTS,
                doubts.weighFaults(
                        counted,
                        window,
                        least -> judge.judge(now, REQUIREMENT, FAULTS, least).verdict() == Verdict.FAIL)));
        judgements.add(judge.judge(
                now, REQUIREMENT, AGE, doubts.weighWallClock(new Ages(session).oldest("sent", window), observed)));
    }

    private void assertInconclusive(List<Judgement> judgements, Text why, String... touched) {
        assertThat(judgements.subList(0, 5))
                .filteredOn(each -> each.verdict() != Verdict.PASS)
                .as("in the stretch")
                .allSatisfy(each -> {
                    assertThat(each.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                    assertThat(each.reason()).isEqualTo(why);
                })
                .extracting(Judgement::limit)
                .containsExactly(touched);
        assertThat(judgements.subList(5, 10)).as("elsewhere").allSatisfy(each -> assertThat(each.verdict())
                .isEqualTo(Verdict.PASS));
    }

    @Test
    void aWholeRecordingIsJudged() throws IOException {
        assertInconclusive(run(), Text.same("nothing"));
    }

    @Test
    void lostFramesOfTheInstrument() throws IOException {
        played.gauge = i -> i > 30 && i < 40 ? "nothing=0" : "true-level=4";
        assertInconclusive(
                run(),
                new Text(
                        "测量仪器的信号 true-level 在该时段内中断 1.000 s（允许 0.500 s），不能据此判定",
                        "the instrument's signal true-level has a gap of 1.000 s in the stretch (allowed: 0.500 s): not judged"),
                "true-level");
    }

    @Test
    void moreFaultyFramesOfTheInstrumentThanTheCatalogueAllows() throws IOException {
        IntFunction<@Nullable String> whole = played.gauge;
        played.gauge = i -> i == 30 || i == 60 ? "?" : whole.apply(i);
        assertInconclusive(
                run(),
                new Text(
                        "测量仪器通道 gauge 在该时段内 100 帧中有 2 帧错误（允许 1 %），不能据此判定",
                        "on the instrument's channel gauge, of 100 frames in the stretch 2 are faulty (allowed: 1 %): not judged"),
                "true-level");
    }

    /** How many there are is what a requirement judges: that stays. */
    @Test
    void moreFaultyFramesOfTheDeviceThanTheCatalogueAllows() throws IOException {
        IntFunction<@Nullable String> whole = played.wire;
        played.wire = i -> i < 100 && i % 8 == 0 ? "?" : whole.apply(i);
        assertInconclusive(
                run(),
                new Text(
                        "设备通道 wire 在该时段内 100 帧中有 12 帧错误（允许 10 %），不能据此判定",
                        "on the device's channel wire, of 100 frames in the stretch 12 are faulty (allowed: 10 %): not judged"),
                "level",
                "gap",
                "age");
    }

    /** Frames in which none of the declared signals is are most of them on many a channel: 12 of 200. */
    @Test
    void asManyFaultyFramesAsBeforeAmongFramesOfOtherKinds() throws IOException {
        IntFunction<@Nullable String> whole = played.wire;
        played.wire = i -> i < 100 && i % 8 == 0 ? "?" : whole.apply(i);
        played.happens = () -> {
            for (int i = 1; i <= 100; i++) {
                played.rig.at(i / 10.0 - 0.05, "heading=1");
            }
        };
        assertInconclusive(run(), Text.same("nothing"));
    }

    @Test
    void aReconnect() throws IOException {
        played.happens = () -> played.rig.at(4.03, () -> {
            played.rig.receivers.get("wire").lost(Text.same("unplugged"));
            played.rig.receivers.get("wire").restored();
        });
        assertInconclusive(
                run(),
                new Text("通道 wire 在该时段内中断过，不能据此判定", "channel wire broke in the stretch: not judged"),
                "level",
                "gap",
                "faults",
                "age");
    }

    private static final Text OVERRAN = new Text("串口接收缓冲区溢出 3 次", "the serial port's buffer overran 3 times");

    /** It is noticed at the next count: after the end of the stretch in which it may have happened. */
    @Test
    void anOverrunThatIsNoticedLater() throws IOException {
        played.happens = () ->
                played.rig.at(10.03, () -> played.rig.receivers.get("wire").overrun(Rig.s(9.98), OVERRAN));
        assertThat(run().subList(0, 5))
                .extracting(Judgement::limit, Judgement::verdict)
                .containsExactly(
                        tuple("level", Verdict.INCONCLUSIVE),
                        tuple("true-level", Verdict.PASS),
                        tuple("gap", Verdict.INCONCLUSIVE),
                        tuple("faults", Verdict.INCONCLUSIVE),
                        tuple("age", Verdict.INCONCLUSIVE));
    }

    @Test
    void anOverrunThatHappenedLater() throws IOException {
        played.happens = () ->
                played.rig.at(10.03, () -> played.rig.receivers.get("wire").overrun(Rig.s(10) + 1, OVERRAN));
        assertThat(run()).extracting(Judgement::verdict).containsOnly(Verdict.PASS);
    }

    @Test
    void anOverrun() throws IOException {
        played.happens =
                () -> played.rig.at(4.03, () -> played.rig.receivers.get("wire").overrun(Rig.s(4), OVERRAN));
        assertInconclusive(
                run(),
                new Text(
                        "通道 wire 在该时段内有数据丢失（串口接收缓冲区溢出 3 次），不能据此判定",
                        "channel wire lost data in the stretch (the serial port's buffer overran 3 times): not judged"),
                "level",
                "gap",
                "faults",
                "age");
    }

    @Test
    void anInstrumentOutsideItsRange() throws IOException {
        IntFunction<@Nullable String> whole = played.gauge;
        played.gauge = i -> i == 50 ? "true-level=-1" : whole.apply(i);
        assertInconclusive(
                run(),
                new Text(
                        "测量仪器的信号 true-level 在该时段内示值 -1 m 到达或超出其测量范围（> -1 m, < 9 m），不能据此判定",
                        "the instrument's signal true-level reads -1 m in the stretch, at or beyond its measuring range (> -1 m, < 9 m): not judged"),
                "true-level");
    }

    /** Calibration lapses for the whole run, not for a stretch of it. */
    @Test
    void anInstrumentOutOfCalibration() throws IOException {
        started = Instant.parse("2026-12-01T00:00:00Z");
        assertThat(run()).allSatisfy(each -> {
            boolean measured = each.limit().equals("true-level");
            assertThat(each.verdict()).isEqualTo(measured ? Verdict.INCONCLUSIVE : Verdict.PASS);
            if (measured) {
                assertThat(each.reason())
                        .isEqualTo(new Text(
                                "测量仪器 gauge 的校准已于 2026-11-30 到期",
                                "the calibration of instrument gauge was due on 2026-11-30"));
            }
        });
    }

    private List<Verdict> ofFaults() throws IOException {
        return run().stream()
                .filter(each -> each.limit().equals("faults"))
                .map(Judgement::verdict)
                .toList();
    }

    /** Two frames in eight seconds do not show that it sends every four: before, it sent each second. */
    @Test
    void aDeviceThatDiesMakesNoFaults() throws IOException {
        IntFunction<@Nullable String> whole = played.wire;
        played.wire = i -> i % 10 == 0 && i <= 130 ? whole.apply(i) : null;
        assertThat(run())
                .filteredOn(each -> each.limit().equals("faults"))
                .extracting(Judgement::verdict, Judgement::reason)
                .endsWith(
                        tuple(
                                Verdict.INCONCLUSIVE,
                                new Text(
                                        "通道 wire 的帧在该时段内中断 7.000 s（允许 3.000 s），不能据此判定",
                                        "channel wire has a gap of 7.000 s between frames in the stretch (allowed: 3.000 s): not judged")));
    }

    /** One signal that comes seldom may be whole nevertheless; bearing never comes at all. */
    @Test
    void norDoesOneThatSendsSomethingSeldomBesides() throws IOException {
        IntFunction<@Nullable String> whole = played.wire;
        played.wire = i -> i > 130 ? null : i % 30 == 0 ? whole.apply(i) + " bearing=1" : whole.apply(i);
        assertThat(ofFaults()).containsExactly(Verdict.PASS, Verdict.INCONCLUSIVE);
    }

    /** More would have come: no fewer than these. */
    @Test
    void butThoseThatItMadeBeforeCount() throws IOException {
        IntFunction<@Nullable String> whole = played.wire;
        played.wire = i -> i > 160 ? null : i > 120 ? "?" : whole.apply(i);
        assertThat(ofFaults()).containsExactly(Verdict.PASS, Verdict.FAIL);
    }

    /** Their mean interval is half a second. */
    @Test
    void aDeviceThatSendsEightFramesEveryFourSeconds() throws IOException {
        IntFunction<@Nullable String> whole = played.wire;
        played.wire = i -> null;
        played.happens = () -> {
            for (int i = 4; i <= 20; i += 4) {
                int at = i;
                for (int frame = 0; frame < 8; frame++) {
                    played.rig.at(i + frame / 100.0, frame == 0 ? whole.apply(10 * at) : "heading=1");
                }
            }
        };
        assertThat(ofFaults()).containsExactly(Verdict.PASS, Verdict.PASS);
    }

    /** The wall clock as it is read once a second; from 4.0 s on it shows that much more. */
    private void stepsBy(long nanos) {
        for (int i = 1; i <= 20; i++) {
            long time = Rig.s(i);
            played.rig.at(i, () -> played.rig
                    .session
                    .timeline()
                    .append(new WallClock(time, UTC + time + (time >= Rig.s(4) ? nanos : 0))));
        }
        IntFunction<@Nullable String> truly = played.wire;
        played.wire =
                i -> i < 40 ? truly.apply(i) : "level=4 sent=%.4f".formatted((UTC + Rig.s(i / 10.0) + nanos) / 1e9);
    }

    /** Only what is compared with UTC: the times of everything else are monotonic. */
    @Test
    void aWallClockThatStepped() throws IOException {
        played.happens = () -> stepsBy(-300_000_000L);
        assertInconclusive(
                run(),
                new Text(
                        "计算机的时钟在该时段内跳变 -0.300 s（允许 ±0.005 s），与 UTC 比较的时间不能据此判定",
                        "the computer's wall clock stepped by -0.300 s in the stretch (allowed: ±0.005 s): times against UTC are not judged"),
                "age");
    }

    @Test
    void aWallClockThatDriftsAsItMay() throws IOException {
        played.happens = () -> stepsBy(5_400_000L);
        assertInconclusive(run(), Text.same("nothing"));
    }

    @Test
    void aComputerThatMayHaveSlept() throws IOException {
        played.happens = () -> stepsBy(600_000_000L);
        assertInconclusive(
                run(),
                new Text(
                        "计算机的时钟在该时段内向前跳变 0.600 s（允许 0.500 s），计算机可能曾经休眠，不能据此判定",
                        "the computer's wall clock went forward by 0.600 s in the stretch (allowed: 0.500 s), as after a sleep: not judged"),
                "level",
                "true-level",
                "gap",
                "faults",
                "age");
    }

    @Test
    void timeStampsThatAreLaterThanTheirReception() throws IOException {
        played.wire = i -> "level=4 sent=%.3f".formatted(UTC / 1e9 + i / 10.0 + (i == 50 ? 0.25 : 0));
        assertInconclusive(
                run(),
                new Text(
                        "信号 sent 的时间戳比接收时刻晚 0.250 s（允许 0.012 s），设备与计算机的时钟未同步，不能据此判定",
                        "time stamps of signal sent are up to 0.250 s later than their reception (allowed: 0.012 s), so the clocks of device and computer disagree: not judged"),
                "age");
    }
}
