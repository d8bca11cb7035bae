package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.Frame;
import org.plumbline.timeline.Observation.FrameFault;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Recording;
import org.plumbline.timeline.Replay;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** What {@code poll} asks: {@code read-level}, and in some tests {@code read-state} after it, once a second. */
class QuestionsTest {

    private static final Map<String, String> TOLD = Map.of("level", "read-level", "state", "read-state");

    private static Bench bench(Map<String, ?> settings, Map<String, String> answerTo) {
        Bench bench = Rig.bench(Map.of(), "safe-state", settings);
        Device device = bench.device();
        Map<String, SignalSpec> signals = new HashMap<>(device.signals());
        answerTo.forEach((signal, question) -> signals.computeIfPresent(
                signal,
                (name, spec) -> new SignalSpec(
                        name,
                        spec.channel(),
                        spec.unit(),
                        spec.circle(),
                        spec.uncertainty(),
                        Settings.of(Map.of("answer-to", question)))));
        Map<String, CommandSpec> commands = new LinkedHashMap<>(device.commands());
        for (String name : List.of("read-level", "read-state")) {
            commands.put(name, new CommandSpec(name, "wire", false, Settings.of(Map.of("line", name))));
        }
        return new Bench(
                bench.laboratory(),
                bench.operator(),
                bench.environment(),
                new Device(device.identity(), device.ics(), device.ixit(), device.channels(), signals, commands),
                bench.instruments(),
                bench.seed(),
                bench.simulation(),
                bench.secrets(),
                bench.file(),
                bench.deviceFile());
    }

    /** One question, which nothing says is answered by a certain signal. */
    private static Rig one() {
        return new Rig(bench(Map.of("poll", "read-level", "poll-timeout", "0.2 s"), Map.of()));
    }

    private static Rig two() {
        return new Rig(bench(Map.of("poll", List.of("read-level", "read-state"), "poll-timeout", "200 ms"), TOLD));
    }

    private static String seconds(long nanos, String what) {
        return String.format(Locale.ROOT, "%.3f %s", nanos / 1e9, what);
    }

    /** What went out, with its time in seconds. */
    private static List<String> sent(Rig rig) {
        return rig.recorded.stream()
                .filter(each -> each instanceof Frame frame && frame.direction() == Direction.SENT)
                .map(each -> seconds(each.time(), ((Frame) each).packet().text()))
                .toList();
    }

    /** Samples and faults of the device, with their times in seconds. */
    private static List<String> heard(Rig rig) {
        return rig.recorded.stream()
                .filter(each -> each instanceof Sample || each instanceof FrameFault)
                .map(QuestionsTest::words)
                .toList();
    }

    private static String words(Observation observation) {
        return observation instanceof FrameFault fault
                ? seconds(fault.time(), fault.kind().key() + ": " + fault.detail())
                : seconds(observation.time(), ((Sample) observation).signal());
    }

    @Test
    void theNextGoesOutOnceTheOneBeforeIsAnswered() {
        try (Rig rig = two()) {
            rig.at(0.05, "level=1");
            rig.at(0.08, "state=on");
            rig.at(1.03, "level=1");
            rig.until(1.04);
            assertThat(sent(rig))
                    .containsExactly("0.000 read-level", "0.050 read-state", "1.000 read-level", "1.030 read-state");
            assertThat(heard(rig)).containsExactly("0.050 level", "0.080 state", "1.030 level");
        }
    }

    /** Where its form tells which question it answers, and nothing else in it is the answer to another. */
    @Test
    void anAnswerWithoutAValueIsAnAnswer() {
        try (Rig rig = two()) {
            rig.at(0.05, "level=");
            rig.at(0.06, "level=3 state=");
            rig.at(0.07, "level=");
            rig.at(0.08, "state=on");
            rig.until(0.9);
            assertThat(sent(rig)).containsExactly("0.000 read-level", "0.050 read-state");
            assertThat(heard(rig)).containsExactly("0.060 syntax: nothing was asked that it answers", "0.080 state");
        }
    }

    /** Of one that is late once the answers would stay those to other questions for good, were there no quiet between them. */
    @Test
    void oneThatIsLateIsFollowedByQuietUntilAnswersAreThoseToTheirQuestionsAgain() {
        List<String> questions = List.of("read-level", "read-state");
        Map<String, ?> settings = Map.of("poll", questions, "poll-period", "10 ms", "poll-timeout", "200 ms");
        try (Rig rig = new Rig(bench(settings, TOLD))) {
            for (double at : List.of(0.5, 0.52, 0.75, 0.97, 0.98)) {
                rig.at(at, "level=7 state=7");
            }
            rig.until(1.1);
            assertThat(sent(rig))
                    .containsExactly(
                            "0.000 read-level",
                            "0.400 read-state",
                            "0.720 read-level",
                            "0.950 read-state",
                            "0.970 read-level",
                            "0.980 read-state");
            assertThat(heard(rig))
                    .containsExactly(
                            "0.200 timeout: read-level: no answer with a value in 200 ms",
                            "0.500 state",
                            "0.520 syntax: nothing was asked that it answers",
                            "0.750 level",
                            "0.970 state",
                            "0.980 level");
            assertThat(doubt(rig, 0.5, 0.9))
                    .contains(new Text(
                            "通道 wire 上有询问未按时得到应答（read-level: 200 ms 内无带值的应答），此后的应答可能属于它，不能据此判定；"
                                    + "请查明应答为何丢失，或加大等待应答的时间（poll-timeout、response-timeout）",
                            "on channel wire a question was not answered in time (read-level: no answer with a value in 200 ms), and"
                                    + " what came after it may be its answer: not judged; find out why answers are lost, or make the"
                                    + " time-out longer (poll-timeout, response-timeout)"));
            assertThat(doubt(rig, 0.1, 0.6)).isPresent();
            assertThat(doubt(rig, 0.94, 1.1)).isPresent();
            assertThat(doubt(rig, 0.96, 1.1)).isEmpty();
        }
    }

    /** What has no value that can be read may be the late one, too: in the run as for who judges. */
    @Test
    void aFrameThatIsRefusedMayBeTheLateOne() {
        try (Rig rig = two()) {
            rig.at(0.41, "state=on");
            rig.at(0.5, "#");
            rig.at(1.05, "level=1");
            rig.at(1.3, "state=on");
            rig.until(1.5);
            assertThat(sent(rig))
                    .containsExactly("0.000 read-level", "0.400 read-state", "1.000 read-level", "1.250 read-state");
            assertThat(heard(rig)).contains("0.410 state", "0.500 value: #");
            assertThat(doubt(rig, 0.8, 1.2)).isPresent();
            assertThat(doubt(rig, 1.26, 1.4)).isEmpty();
        }
    }

    private static Optional<Text> doubt(Rig rig, double from, double to) {
        return DoubtsTest.doubt(rig.session, "state", new Window(Rig.s(from), Rig.s(to), false));
    }

    /** What does not come is nobody else's answer: a gap that is too long is so. */
    @Test
    void nothingIsMixedUpWhereNothingComes() {
        try (Rig rig = two()) {
            rig.at(0.05, "level=1");
            rig.at(0.08, "state=on");
            rig.until(10);
            assertThat(doubt(rig, 6, 9).map(Text::en).orElse(""))
                    .startsWith("the device's signal state has only 0 samples");
        }
    }

    /**
     * Whosever the answers are, nothing came for six seconds, of which a late answer may keep the harness from asking for two; what
     * is asked in time is told each second.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 8, 3, FAIL, > ",
        "2, 8, 5, INCONCLUSIVE, > ",
        "2, 2.5, 0.5, INCONCLUSIVE, on channel wire a question",
        "2, 2, 3, PASS, ''",
        "2, 2, 0.5, FAIL, ''",
        "2, 10, 3, FAIL, ''",
    })
    void aGapIsAsLongAtLeastAsNoneOfTheAnswersCame(double from, double to, double max, Verdict verdict, String begin) {
        Bench bench = bench(Map.of("poll", List.of("read-level", "read-state"), "poll-timeout", "200 ms"), TOLD);
        try (Rig rig = new Rig(bench)) {
            rig.acting = () -> {
                long now = rig.clock.now();
                if (now < Rig.s(from) || now >= Rig.s(to)) {
                    rig.clock.schedule(now + Rig.s(0.03), () -> rig.arrive("level=7 state=7"));
                }
            };
            rig.until(10);
            Judgement judgement = judged(rig.session, max);
            assertThat(judgement.verdict()).isEqualTo(verdict);
            assertThat(judgement.reason().en()).startsWith(begin);
            try (Replay replay = new Replay(Recording.of(rig.recorded));
                    Session again = Session.replay(Rig.standard(), bench, Rig.ADAPTERS, replay)) {
                again.timeline().awaitTime(Rig.s(10));
                assertThat(judged(again, max).reason()).isEqualTo(judgement.reason());
            }
        }
    }

    private static Judgement judged(Session session, double max) {
        Window stretch = new Window(Rig.s(0.5), Rig.s(10), false);
        Measurement gap = new Doubts(session)
                .weighAbsence(
                        to -> session.timing("state")
                                .largestGap(
                                        "state",
                                        Traces.times(session.timeline().samples("state", stretch.from(), to)),
                                        stretch.from(),
                                        to),
                        stretch,
                        measured -> false);
        Limit limit =
                new Limit("limit", Unit.S, null, Bound.of(max, Unit.S), DecisionRule.SIMPLE, true, "proposal", null);
        Requirement requirement = Rig.requirement("X-1", Modality.SHALL, "", limit);
        return new Judge(session.bench(), RunPlan.VIRTUAL_START).judge(Rig.s(10), requirement, limit, gap);
    }

    @Test
    void aRoundThatTookTooLongIsNotMadeUpFor() {
        Map<String, ?> settings = Map.of("poll", "read-level", "poll-period", "0.1 s", "poll-timeout", "0.5 s");
        try (Rig rig = new Rig(bench(settings, Map.of()))) {
            rig.at(0.35, "level=1");
            rig.at(0.36, "level=1");
            rig.at(0.46, "level=1");
            rig.until(0.47);
            assertThat(sent(rig)).containsExactly("0.000 read-level", "0.350 read-level", "0.450 read-level");
        }
    }

    @Test
    void withoutATimeoutAnAnswerIsWaitedForAsLongAsThePeriodAndASecondAtMost() {
        try (Rig rig = new Rig(bench(Map.of("poll", "read-level", "poll-period", "50 ms"), Map.of()))) {
            rig.until(0.05);
            assertThat(heard(rig)).containsExactly("0.050 timeout: read-level: no answer in 50 ms");
        }
        try (Rig rig = new Rig(bench(Map.of("poll", "read-level", "poll-period", "5 s"), Map.of()))) {
            rig.until(1.5);
            assertThat(heard(rig)).containsExactly("1.000 timeout: read-level: no answer in 1000 ms");
        }
    }

    @Nested
    class WithoutAnAnswer {

        /** Numbers without a label say nothing of their question: one that is late must not be the next one's. */
        @Test
        void theLineStaysQuietAsLongAgain() {
            try (Rig rig = two()) {
                rig.at(0.1, "bearing=3");
                rig.at(0.35, "level=9 state=9");
                rig.at(0.6, "level=7 state=7");
                rig.until(0.7);
                assertThat(sent(rig)).containsExactly("0.000 read-level", "0.550 read-state");
                assertThat(heard(rig))
                        .containsExactly(
                                "0.100 bearing",
                                "0.200 timeout: read-level: no answer with a value in 200 ms",
                                "0.350 syntax: nothing was asked that it answers",
                                "0.600 state");
            }
        }

        @Test
        void aSingleQuestionIsAskedAgainAtOnceAndItsLateAnswerTaken() {
            Map<String, ?> settings = Map.of("poll", "read-level", "poll-period", "0.2 s");
            try (Rig rig = new Rig(bench(settings, Map.of()))) {
                rig.at(0.25, "level=9");
                rig.until(0.3);
                assertThat(sent(rig)).containsExactly("0.000 read-level", "0.200 read-level");
                assertThat(heard(rig)).containsExactly("0.200 timeout: read-level: no answer in 200 ms", "0.250 level");
            }
        }

        @Test
        void whatIsNoAnswerDoesNotHideThat() {
            try (Rig rig = two()) {
                rig.at(0.05, "bearing=3");
                rig.at(0.1, "?");
                rig.until(0.3);
                assertThat(heard(rig))
                        .containsExactly(
                                "0.050 bearing",
                                "0.100 syntax: ?",
                                "0.200 timeout: read-level: no answer with a value in 200 ms");
            }
        }
    }

    @Nested
    class ACommand {

        @Test
        void waitsUntilTheLineIsFreeAndIsLeftTimeForAnAnswer() {
            try (Rig rig = two()) {
                rig.at(0.15, "level=1");
                rig.until(0.1);
                rig.session.send("go", Map.of("where", "up"));
                rig.until(0.5);
                assertThat(sent(rig)).containsExactly("0.000 read-level", "0.150 go up", "0.250 read-state");
            }
        }

        @Test
        void isAnsweredAsAQuestionOfThePlanWhereItIsOne() {
            try (Rig rig = two()) {
                rig.at(0.05, "level=1");
                rig.at(0.08, "state=on");
                rig.at(0.55, "state=off");
                rig.until(0.5);
                rig.session.send("read-state", Map.of());
                rig.until(0.6);
                rig.session.send("read-state", Map.of());
                rig.until(1.05);
                assertThat(sent(rig))
                        .containsExactly(
                                "0.000 read-level",
                                "0.050 read-state",
                                "0.500 read-state",
                                "0.600 read-state",
                                "1.000 read-level");
                assertThat(heard(rig))
                        .containsExactly(
                                "0.050 level",
                                "0.080 state",
                                "0.550 state",
                                "0.800 timeout: read-state: no answer with a value in 200 ms");
            }
        }

        @Test
        void isNoFaultOfTheDeviceWhereItsAnswerMayBeTheLateOne() {
            try (Rig rig = two()) {
                rig.at(0.25, "state=on");
                rig.until(0.22);
                rig.session.send("read-state", Map.of());
                rig.until(0.5);
                assertThat(heard(rig)).containsExactly("0.200 timeout: read-level: no answer with a value in 200 ms");
            }
        }

        /** A late answer must not meet the next question; one that stops the device waits for no more than the answer. */
        @Test
        void doesNotWaitWhereAnAnswerIsLate() {
            try (Rig rig = two()) {
                rig.at(0.05, "bearing=1");
                rig.at(0.25, "level=1");
                rig.until(0.1);
                rig.session.send("go", Map.of("where", "up"));
                rig.until(0.22);
                rig.session.send("read-state", Map.of());
                rig.until(0.5);
                assertThat(sent(rig))
                        .containsExactly("0.000 read-level", "0.200 go up", "0.220 read-state", "0.450 read-state");
                assertThat(heard(rig))
                        .startsWith(
                                "0.050 bearing",
                                "0.200 timeout: read-level: no answer with a value in 200 ms",
                                "0.250 syntax: nothing was asked that it answers");
            }
        }

        @Test
        void isNotLeftMoreTimeThanItsAnswerTakes() {
            try (Rig rig = two()) {
                rig.at(0.15, "level=1");
                rig.at(0.17, "bearing=1");
                rig.until(0.1);
                rig.session.send("go", Map.of("where", "up"));
                rig.until(0.2);
                assertThat(sent(rig)).containsExactly("0.000 read-level", "0.150 go up", "0.170 read-state");
            }
        }

        @Test
        void thatIsRepeatedNeitherSlowsDownNorKeepsTheQuestionsWaiting() {
            try (Rig rig = one()) {
                rig.at(0.01, "level=1");
                rig.until(0.02);
                rig.session.repeat("beat", Rig.s(0.03));
                rig.at(1.015, "level=1");
                rig.until(1.1);
                assertThat(sent(rig))
                        .contains("1.000 read-level", "1.015 beat 34")
                        .hasSize(2 + 37);
                assertThat(heard(rig)).containsExactly("0.010 level", "1.015 level");
            }
        }

        @Test
        void isDeclinedWhereTheCodecSaysSoWhileNoQuestionWaits() {
            try (Rig rig = one()) {
                rig.at(0.05, "no");
                rig.until(0.1);
                assertThat(declined(rig)).isZero();
                rig.session.send("go", Map.of("where", "up"));
                rig.arrive("no");
                assertThat(declined(rig)).isOne();
            }
        }

        private long declined(Rig rig) {
            return rig.recorded.stream()
                    .filter(each -> each instanceof ChannelEvent event && event.kind() == ChannelEvent.Kind.DECLINED)
                    .count();
        }
    }

    @Test
    void aLossEndsTheWaitAndAReturnBeginsAgain() {
        try (Rig rig = one()) {
            rig.until(0.1);
            rig.receivers.get("wire").lost(new Text("拔出", "unplugged"));
            rig.until(3.5);
            assertThat(heard(rig)).isEmpty();
            rig.receivers.get("wire").restored();
            rig.at(3.51, "level=1");
            rig.until(4.6);
            assertThat(sent(rig)).containsExactly("0.000 read-level", "3.500 read-level", "4.500 read-level");
            assertThat(heard(rig)).containsExactly("3.510 level");
        }
    }

    /** The first frame of what comes by itself may have begun before the channel stood. */
    @Test
    void whatComesUnaskedIsTakenAsWithoutQuestions() {
        try (Rig rig = one()) {
            rig.at(0.05, "?");
            rig.at(0.5, "bearing=1");
            rig.until(0.9);
            assertThat(heard(rig)).containsExactly("0.500 bearing");
        }
    }
}
