package org.plumbline.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Boundary;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Observation.Frame;
import org.plumbline.timeline.Observation.JudgedStep;
import org.plumbline.timeline.Observation.Mark;
import org.plumbline.timeline.Observation.Repetition;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.timeline.Observation.TrialEnded;
import org.plumbline.verdict.Verdict;

/** A recording goes on as far as the scenario does. */
class RecordingReplayTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<Observation> recording = new ArrayList<>();

    private void samples(int from, int to) {
        for (int second = from; second < to; second++) {
            recording.add(new Sample(second * SECOND, "depth", new Value.Numeric(second)));
        }
    }

    private Timeline replayed() {
        return new Timeline(new Replay(Recording.of(recording)), observation -> {});
    }

    private static CommandSent go(int second, boolean repeated) {
        return new CommandSent(second * SECOND, "go", Map.of(), true, repeated);
    }

    @Test
    void aWaitEndsAtTheMarkOfTheRecordedOne() {
        samples(0, 10);
        recording.add(new Mark(10 * SECOND));
        samples(10, 20);
        Timeline timeline = replayed();
        assertThat(timeline.awaitTime(10 * SECOND)).isTrue();
        assertThat(timeline.latest("depth"))
                .hasValueSatisfying(last -> assertThat(last.time()).isEqualTo(9 * SECOND));
        assertThat(timeline.now()).isEqualTo(10 * SECOND);
    }

    @Test
    void aWaitEndsWhereTheRecordedOneDidHoweverLateThatWas() {
        samples(0, 70);
        recording.add(new Stall(70 * SECOND, 61 * SECOND, 60 * SECOND));
        recording.add(new Mark(70 * SECOND, 10 * SECOND));
        samples(70, 80);
        Timeline timeline = replayed();
        assertThat(timeline.awaitTime(10 * SECOND)).isTrue();
        assertThat(timeline.now()).isEqualTo(70 * SECOND);
        assertThat(timeline.samples("depth", 0, 80 * SECOND)).hasSize(70);
        assertThat(timeline.lateness(10 * SECOND)).isEqualTo(60 * SECOND);
    }

    @Test
    void aWaitDoesNotEndAtTheMarkOfAShorterOne() {
        samples(0, 5);
        recording.add(new Mark(5 * SECOND, 5 * SECOND));
        samples(5, 20);
        Timeline timeline = replayed();
        assertThat(timeline.awaitTime(10 * SECOND)).isTrue();
        assertThat(timeline.now()).isEqualTo(12 * SECOND);
    }

    @Test
    void aWaitEndsInTimeWhereTheRecordedOneWasLongerAndLeavesTheNextStepItsCommand() {
        CommandSent query = new CommandSent(5 * SECOND, "query", Map.of(), false);
        samples(0, 5);
        recording.add(new Mark(5 * SECOND, 5 * SECOND));
        recording.add(query);
        samples(5, 20);
        Timeline timeline = replayed();
        assertThat(timeline.awaitTime(4 * SECOND)).isTrue();
        assertThat(timeline.now()).isEqualTo(4 * SECOND);
        assertThat(timeline.note(new CommandSent(4 * SECOND, "query", Map.of(), false)))
                .isEqualTo(query);
    }

    /** Of that the run's next step need know nothing, but the wait has to. */
    @Test
    void aWaitThatEndsBeforeTheNextStepKnowsWhatHeldTheHarnessUp() {
        samples(0, 5);
        recording.add(new Mark(5 * SECOND, 5 * SECOND));
        recording.add(new Stall(5 * SECOND, 2 * SECOND, SECOND));
        samples(5, 20);
        Timeline timeline = replayed();
        assertThat(timeline.awaitTime(4 * SECOND)).isTrue();
        assertThat(timeline.lateness(4 * SECOND)).isEqualTo(SECOND);
    }

    /** A capture without a run, of which the cable was pulled out at its end. */
    @Test
    void aWaitThatWasOverIsNotEndedByALaterLoss() {
        samples(0, 61);
        recording.add(new ChannelEvent(61 * SECOND, "nav", ChannelEvent.Kind.LOST, Text.same("pulled out")));
        Timeline timeline = replayed();
        assertThat(timeline.awaitTime(60 * SECOND)).isTrue();
        assertThat(timeline.lostChannels()).isEmpty();
        assertThat(timeline.awaitTime(61 * SECOND)).isFalse();
    }

    @Test
    void aWaitThatALostChannelEndedIsMarkedWhereTheRecordedOneWas() {
        samples(0, 5);
        recording.add(new ChannelEvent(5 * SECOND, "nav", ChannelEvent.Kind.LOST, Text.same("pulled out")));
        samples(5, 7);
        recording.add(new Mark(7 * SECOND, 10 * SECOND));
        Timeline timeline = replayed();
        assertThat(timeline.awaitTime(10 * SECOND)).isFalse();
        assertThat(timeline.now()).isEqualTo(7 * SECOND);
        assertThat(timeline.samples("depth", 0, 20 * SECOND)).hasSize(7);
    }

    @Test
    void aWaitEndsInTimeWhereACommandComesLater() {
        samples(0, 10);
        recording.add(go(11, false));
        samples(11, 20);
        Timeline timeline = replayed();
        assertThat(timeline.awaitTime(10 * SECOND)).isTrue();
        assertThat(timeline.now()).isEqualTo(10 * SECOND);
    }

    @Test
    void aWaitOfAnotherLengthEndsBeforeWhatIsLater() {
        samples(0, 20);
        Timeline timeline = replayed();
        assertThat(timeline.awaitTime(10 * SECOND)).isTrue();
        assertThat(timeline.samples("depth", 0, 20 * SECOND)).hasSize(13);
    }

    @Test
    void aWaitThatTheRecordingDoesNotReachIsNoObservation() {
        samples(0, 10);
        assertThat(replayed().awaitTime(9 * SECOND)).isTrue();
        Timeline timeline = replayed();
        assertThatThrownBy(() -> timeline.awaitTime(10 * SECOND))
                .isInstanceOf(RecordingEndedException.class)
                .hasMessage("the recording ends at 9.000 s, the scenario needs it until 10.000 s");
    }

    @Test
    void aWaitDoesNotPassACommandThatTheScenarioDoesNotSend() {
        samples(0, 5);
        recording.add(go(5, true));
        samples(5, 8);
        recording.add(go(8, false));
        samples(8, 20);
        Timeline timeline = replayed();
        assertThatThrownBy(() -> timeline.awaitTime(10 * SECOND))
                .isInstanceOf(RecordingEndedException.class)
                .hasMessageStartingWith("at 8.000 s the recording has command go");
    }

    @Test
    void aCommandIsFoundWhereItWasSent() {
        samples(0, 5);
        recording.add(go(5, true));
        recording.add(go(6, false));
        samples(6, 9);
        Timeline timeline = replayed();
        assertThat(timeline.note(new CommandSent(0, "go", Map.of(), true))).isEqualTo(go(6, false));
        assertThat(timeline.samples("depth", 0, 20 * SECOND)).hasSize(5);
        assertThatThrownBy(() -> timeline.note(new CommandSent(0, "go", Map.of(), true)))
                .hasMessage("the recording has no command go {} here");
    }

    @Test
    void aScenarioThatCameEarlierIsFoundAgain() {
        Boundary first = new Boundary(0, "T001", "A", "", true);
        Boundary second = new Boundary(5 * SECOND, "T002", "B", "", true);
        recording.add(first);
        samples(0, 5);
        recording.add(second);
        samples(5, 10);
        Timeline timeline = replayed();
        assertThat(timeline.note(new Boundary(0, "T001", "B", "", true)))
                .isEqualTo(new Boundary(5 * SECOND, "T001", "B", "", true));
        assertThat(timeline.samples("depth", 0, 20 * SECOND)).hasSize(5);
        assertThat(timeline.note(new Boundary(0, "T002", "A", "", true)))
                .isEqualTo(new Boundary(0, "T002", "A", "", true));
        assertThat(timeline.samples("depth", 0, 20 * SECOND)).isEmpty();
        assertThat(timeline.now()).isZero();
    }

    @Test
    void aSecondAttemptIsTheSecondOneThatWasRecorded() {
        for (int second = 0; second < 4; second++) {
            String scenario = second % 2 == 0 ? "A" : "B";
            recording.add(new Boundary(second * SECOND, "T" + second, scenario, "", true));
        }
        Timeline timeline = replayed();
        assertThat(List.of("B", "A", "B", "A"))
                .map(scenario ->
                        timeline.note(new Boundary(0, "T", scenario, "", true)).time() / SECOND)
                .containsExactly(1L, 0L, 3L, 2L);
    }

    @Test
    void aWaitDoesNotPassTheEndOfATrialThatSetTheNetworkRight() {
        recording.add(new Boundary(0, "T001", "A", "", true));
        recording.add(new Frame(0, "broker", Direction.SENT, new Packet("hold", new byte[0], false)));
        samples(0, 60);
        recording.add(new Boundary(60 * SECOND, "T001", "A", "", false));
        samples(60, 130);
        Timeline timeline = replayed();
        timeline.actsOnNetwork((channel, packet) -> channel.equals("broker"));
        timeline.note(new Boundary(0, "T001", "A", "", true));
        assertThat(timeline.awaitTime(59 * SECOND)).isTrue();
        assertThat(timeline.samples("depth", 0, 200 * SECOND)).hasSize(60);
        timeline.note(new Boundary(59 * SECOND, "T002", "only looks", "", true));
        timeline.note(new Boundary(59 * SECOND, "T002", "only looks", "", false));
        assertThat(timeline.lastTakenBack()).isEmpty();
        assertThatThrownBy(() -> timeline.awaitTime(120 * SECOND))
                .isInstanceOf(RecordingEndedException.class)
                .hasMessage("at 60.000 s the recording ends a scenario and with it what that did to the network: what"
                        + " follows does not count for this one");
    }

    @Test
    void aWaitPassesTheEndOfATrialThatLeftTheNetworkAlone() {
        recording.add(new Boundary(0, "T001", "A", "", true));
        recording.add(new Frame(0, "broker", Direction.SENT, new Packet("order", new byte[0], false)));
        samples(0, 60);
        recording.add(new Boundary(60 * SECOND, "T001", "A", "", false));
        samples(60, 130);
        Timeline timeline = replayed();
        timeline.actsOnNetwork((channel, packet) -> !channel.equals("broker"));
        assertThat(timeline.awaitTime(120 * SECOND)).isTrue();
    }

    /** A trial in which the user ended the run between two steps. */
    @Nested
    class AnInterruptedTrial {

        private final Boundary measures = new Boundary(11 * SECOND, "T001", "A", "measures", true);
        private Replay replay;
        private Timeline timeline;

        @BeforeEach
        void replayIt() {
            recording.add(new Boundary(0, "T001", "A", "", true));
            samples(0, 10);
            recording.add(new Mark(10 * SECOND));
            recording.add(new CommandSent(10 * SECOND, "safe-state", Map.of(), true));
            recording.add(measures);
            recording.add(new Boundary(12 * SECOND, "T001", "A", "", false));
            samples(12, 20);
            replay = new Replay(Recording.of(recording));
            replay.safeState("safe-state");
            timeline = new Timeline(replay, observation -> {});
        }

        private Observation note(String scenario, String step, boolean begins) {
            return timeline.note(new Boundary(10 * SECOND, "T001", scenario, step, begins));
        }

        @Test
        void knowsAsTheRunDidThatTheDeviceWasBroughtElsewhere() {
            note("A", "", true);
            assertThat(timeline.awaitTime(10 * SECOND)).isTrue();
            assertThat(timeline.lastAct()).isEmpty();
            assertThat(note("A", "measures", true)).isEqualTo(measures);
            assertThat(timeline.lastAct()).hasValue(10 * SECOND);
        }

        private void assertEnded(String step, String why) {
            replay.brokeOff(new Text("停", "the user went home"));
            note("A", "", true);
            note("A", step, true);
            assertThatThrownBy(() -> timeline.awaitTime(15 * SECOND))
                    .isInstanceOf(RecordingEndedException.class)
                    .hasMessageStartingWith(why);
        }

        @Test
        void saysWhyTheRunWasEnded() {
            assertEnded("measures", "the user went home");
        }

        @Test
        void saysOfAStepThatTheRunDidNotBeginWhatIsThere() {
            assertEnded("waits", "at 10.000 s the recording has command safe-state, which the scenario");
        }

        @Test
        void waitsAndSendsNoMore() {
            note("A", "", true);
            timeline.awaitTime(10 * SECOND);
            note("A", "measures", true);
            for (Runnable more : List.<Runnable>of(
                    () -> timeline.awaitTime(15 * SECOND),
                    () -> timeline.note(new CommandSent(0, "safe-state", Map.of(), true)))) {
                assertThatThrownBy(more::run)
                        .isInstanceOf(RecordingEndedException.class)
                        .hasMessageStartingWith("at 10.000 s the recording has command safe-state, which the scenario");
            }
        }

        /** What stands before it is as good for it as before. */
        @Test
        void isNotPassedByAScenarioThatWasNotRecorded() {
            note("B", "", true);
            timeline.awaitTime(9 * SECOND);
            note("B", "measures", true);
            assertThat(timeline.lastAct()).isEmpty();
        }
    }

    /** As one that shows that arming is refused does. */
    @Nested
    class AScenarioThatSendsTheSafeStateItself {

        private final CommandSent sent = new CommandSent(5 * SECOND, "safe-state", Map.of(), true);
        private Timeline timeline;

        @BeforeEach
        void replayIt() {
            recording.add(new Boundary(0, "T001", "A", "", true));
            samples(0, 5);
            recording.add(new Boundary(5 * SECOND, "T001", "A", "sends", true));
            recording.add(sent);
            recording.add(new Boundary(5 * SECOND, "T001", "A", "sends", false));
            samples(5, 10);
            recording.add(new Boundary(10 * SECOND, "T001", "A", "observes", true));
            samples(10, 15);
            recording.add(new Boundary(15 * SECOND, "T001", "A", "observes", false));
            recording.add(new Boundary(15 * SECOND, "T001", "A", "", false));
            Replay replay = new Replay(Recording.of(recording));
            replay.safeState("safe-state");
            timeline = new Timeline(replay, observation -> {});
            note("", true);
        }

        private Observation note(String step, boolean begins) {
            return timeline.note(new Boundary(SECOND, "T001", "A", step, begins));
        }

        @Test
        void isNotJudgedBehindItByOneThatDoesNot() {
            assertThat(note("observes", true).time()).isEqualTo(SECOND);
            assertThat(timeline.lastAct()).isEmpty();
            assertThatThrownBy(() -> timeline.awaitTime(6 * SECOND))
                    .isInstanceOf(RecordingEndedException.class)
                    .hasMessageStartingWith("at 5.000 s the recording has command safe-state, which the scenario");
        }

        /** The same text stands behind it again. */
        @Test
        void isNotPassedByAStepThatWasInsertedBeforeIt() {
            note("observes", true);
            assertThat(timeline.awaitTime(4 * SECOND)).isTrue();
            assertThat(note("observes", false).time()).isEqualTo(SECOND);
            assertThat(timeline.lastAct()).isEmpty();
            note("sends", true);
            assertThat(timeline.note(new CommandSent(0, "safe-state", Map.of(), true)))
                    .isEqualTo(sent);
            note("sends", false);
            assertThat(note("observes", true).time()).isEqualTo(10 * SECOND);
            assertThat(timeline.awaitTime(14 * SECOND)).isTrue();
        }
    }

    /** In a step that the run did not have, or before runs did so. */
    @Nested
    class AWaitForWhatHeldTheHarnessUpThatTheRunDidNotMake {

        private static final long MS = 1_000_000L;

        private final Boundary observes = new Boundary(SECOND + 4 * MS, "T001", "A", "observes", true);
        private final CommandSent stop = new CommandSent(SECOND + 4 * MS, "stop", Map.of(), true);

        private Timeline found() {
            Timeline timeline = replayed();
            timeline.note(new Boundary(0, "T001", "A", "", true));
            timeline.note(new Boundary(0, "T001", "A", "measures", true));
            assertThat(timeline.await("x", 0, sample -> true, 3 * SECOND)).isPresent();
            return timeline;
        }

        private void sample(Observation... next) {
            recording.add(new Boundary(0, "T001", "A", "", true));
            recording.add(new Boundary(0, "T001", "A", "becomes", true));
            recording.add(new Sample(SECOND, "x", new Value.Numeric(7)));
            recording.add(new Sample(SECOND + MS, "x", new Value.Numeric(8)));
            recording.addAll(List.of(next));
            samples(2, 10);
        }

        @Test
        void endsBeforeTheNextCommand() {
            sample(stop);
            recording.add(3, new Boundary(SECOND + MS, "T001", "A", "becomes", false));
            Timeline timeline = found();
            timeline.awaitWhatHeldUp(SECOND + 5 * MS);
            assertThat(timeline.lastAct()).isEmpty();
            assertThat(timeline.now()).isEqualTo(SECOND);
            assertThat(timeline.note(new CommandSent(0, "stop", Map.of(), true)))
                    .isEqualTo(stop);
        }

        @Test
        void endsBeforeTheNextStep() {
            sample(observes);
            Timeline timeline = found();
            timeline.awaitWhatHeldUp(SECOND + 5 * MS);
            assertThat(timeline.samples("x", 0, 9 * SECOND)).hasSize(2);
            assertThat(timeline.note(new Boundary(0, "T001", "A", "observes", true)))
                    .isEqualTo(observes);
        }

        @Test
        void passesNothingLater() {
            sample();
            Timeline timeline = found();
            timeline.awaitWhatHeldUp(SECOND + MS - 1);
            assertThat(timeline.samples("x", 0, 9 * SECOND)).hasSize(1);
        }

        /** Of it nothing is known of the device that the scenario may not know. */
        @Test
        void isToldOfItAlsoWhereTheRecordingHasItFurtherOn() {
            Stall stall = new Stall(SECOND + 6 * MS, 8 * MS, 3 * MS, 4 * MS);
            sample(observes, stop, stall, new Stall(SECOND + 9 * MS, MS, 9 * MS));
            Timeline timeline = found();
            assertThat(timeline.lateness(SECOND)).isZero();
            timeline.awaitWhatHeldUp(SECOND + 5 * MS);
            assertThat(timeline.lateness(SECOND)).isEqualTo(3 * MS);
            assertThat(timeline.lateness(SECOND + 9 * MS)).as("began later").isZero();
            assertThat(timeline.lastAct()).isEmpty();
            timeline.note(new CommandSent(0, "stop", Map.of(), true));
            timeline.awaitTime(8 * SECOND);
            assertThat(timeline.lateness(SECOND)).isEqualTo(3 * MS);
            assertThat(timeline.lateness(SECOND + 9 * MS)).isEqualTo(9 * MS);
        }

        /** It was not waited for to the end. */
        @Test
        void isNoneWhereTheRunWasEndedMeanwhile() {
            sample(new CommandSent(SECOND + 6 * MS, "safe-state", Map.of(), true), observes);
            recording.set(1, new Boundary(0, "T001", "A", "measures", true));
            Timeline timeline = found();
            assertThatThrownBy(() -> timeline.awaitWhatHeldUp(SECOND + 5 * MS))
                    .isInstanceOf(RecordingEndedException.class)
                    .hasMessageStartingWith("at 1.006 s the recording has command safe-state");
        }

        @Test
        void isTheRunsOwnWhereItMadeOne() {
            sample(new Mark(SECOND + 7 * MS, SECOND + 5 * MS), observes);
            Timeline timeline = found();
            timeline.awaitWhatHeldUp(SECOND + 5 * MS);
            assertThat(timeline.now()).isEqualTo(SECOND + 7 * MS);
        }
    }

    /** Without a safe state, or where that did not go out. */
    @Test
    void whereTheRunWasBrokenOffItsLastStepEndsTheWait() {
        recording.add(new Boundary(0, "T001", "A", "", true));
        recording.add(new Boundary(0, "T001", "A", "waits", true));
        samples(0, 4);
        recording.add(new Boundary(4 * SECOND, "T001", "A", "waits", false));
        samples(4, 20);
        Replay replay = new Replay(Recording.of(recording));
        replay.brokeOff(new Text("停", "the user went home"));
        Timeline timeline = new Timeline(replay, observation -> {});
        timeline.note(recording.get(0));
        timeline.note(recording.get(1));
        assertThat(timeline.await("depth", 3 * SECOND, sample -> true, 9 * SECOND))
                .isPresent();
        assertThatThrownBy(() -> timeline.await("depth", 4 * SECOND, sample -> true, 9 * SECOND))
                .isInstanceOf(RecordingEndedException.class)
                .hasMessage("the user went home");
    }

    @Test
    void whatItTellsIsTheRecordingWithTheTrialsThatWereJudgedOnIt() {
        recording.add(new Boundary(0, "T001", "A", "", true));
        samples(0, 5);
        recording.add(new Boundary(5 * SECOND, "T001", "A", "", false));
        recording.add(new Boundary(5 * SECOND, "T002", "B", "", true));
        recording.add(new Boundary(6 * SECOND, "T002", "B", "step", true));
        samples(6, 20);
        Replay replay = new Replay(Recording.of(recording));
        Timeline timeline = new Timeline(replay, replay::made);
        timeline.note(new Boundary(0, "T001", "new", "", true));
        timeline.awaitTime(6 * SECOND);
        timeline.append(new TrialEnded(8 * SECOND, "T001", Verdict.PASS, null));
        timeline.note(new Boundary(0, "T002", "B", "", true));
        timeline.note(new Boundary(0, "T003", "A", "", true));
        timeline.note(new Boundary(0, "T003", "A", "", false));
        List<Observation> told = new ArrayList<>();
        replay.tell(told::add);
        recording.set(0, new Boundary(0, "T003", "A", "", true));
        recording.add(0, new JudgedStep(new Boundary(0, "T001", "new", "", true)));
        recording.set(7, new Boundary(5 * SECOND, "T003", "A", "", false));
        recording.set(9, new Boundary(6 * SECOND, "", "B", "step", true));
        recording.add(13, new TrialEnded(8 * SECOND, "T001", Verdict.PASS, null));
        assertThat(told).isEqualTo(recording);
    }

    /** A device that gets a command again and again is not one that does not. */
    @Nested
    class ARepetition {

        private static final long HALF = SECOND / 2;

        private Replay replay;

        private Timeline timeline() {
            replay = new Replay(Recording.of(recording));
            return new Timeline(replay, observation -> {});
        }

        private static Repetition beat(int second, long period) {
            return new Repetition(second * SECOND, "beat", period);
        }

        private static Boundary begins(int second, String scenario) {
            return new Boundary(second * SECOND, "T", scenario, "", true);
        }

        private void repeat(Timeline timeline, long period) {
            timeline.note(beat(0, period));
            replay.repeats("beat", period);
        }

        private void beating(int from, int to) {
            for (int second = from; second < to; second++) {
                recording.add(new CommandSent(second * SECOND, "beat", Map.of(), false, true, HALF));
            }
        }

        @Test
        void thatTheScenarioGoesOnWithEndsItsWait() {
            recording.add(begins(0, "A"));
            recording.add(beat(0, HALF));
            beating(0, 5);
            recording.add(beat(5, 0));
            samples(5, 20);
            Timeline timeline = timeline();
            timeline.note(begins(0, "A"));
            repeat(timeline, HALF);
            assertThatThrownBy(() -> timeline.awaitTime(10 * SECOND))
                    .isInstanceOf(RecordingEndedException.class)
                    .hasMessage("at 5.000 s the recording ends the repetition of command beat, which the scenario does"
                            + " not there: what follows does not count for it");
        }

        @Test
        void ofAnotherScenarioEndsTheWaitOfOneThatWasNotRecorded() {
            recording.add(begins(0, "A"));
            recording.add(beat(2, HALF));
            beating(2, 20);
            recording.add(beat(20, 0));
            samples(20, 30);
            Timeline timeline = timeline();
            timeline.note(begins(0, "B"));
            assertThatThrownBy(() -> timeline.awaitTime(10 * SECOND))
                    .isInstanceOf(RecordingEndedException.class)
                    .hasMessage("at 2.000 s the recording begins a repetition of command beat, which the scenario does"
                            + " not there: what follows does not count for it");
        }

        @Test
        void inWhichTheReplayStandsIsNotJudgedByOneThatWasNotRecorded() {
            recording.add(begins(0, "A"));
            recording.add(beat(0, HALF));
            beating(0, 20);
            Timeline timeline = timeline();
            timeline.note(begins(0, "A"));
            repeat(timeline, HALF);
            timeline.awaitTime(5 * SECOND);
            timeline.note(beat(5, 0));
            replay.stopsRepeating("beat");
            timeline.note(begins(5, "B"));
            assertThatThrownBy(() -> timeline.awaitTime(10 * SECOND))
                    .isInstanceOf(RecordingEndedException.class)
                    .hasMessageStartingWith("at 0.000 s the recording has command beat as one of a repetition");
        }

        @Test
        void thatWasNotRecordedIsNoneWhereverTheScenarioIs() {
            recording.add(begins(0, "A"));
            samples(0, 20);
            Timeline timeline = timeline();
            timeline.note(begins(0, "B"));
            assertThatThrownBy(() -> repeat(timeline, HALF))
                    .isInstanceOf(RecordingEndedException.class)
                    .hasMessage("the scenario sends command beat every 0.5 s, which the recording does not have");
        }

        @Test
        void thatWasNotRecordedIsNoneInAScenarioThatWas() {
            recording.add(begins(0, "A"));
            samples(0, 20);
            Timeline timeline = timeline();
            timeline.note(begins(0, "A"));
            assertThatThrownBy(() -> repeat(timeline, HALF)).isInstanceOf(RecordingEndedException.class);
        }

        @Test
        void thatWasNotRecordedIsNoneWhereOthersWere() {
            recording.add(begins(0, "A"));
            samples(0, 10);
            recording.add(begins(10, "B"));
            recording.add(beat(10, HALF));
            Timeline timeline = timeline();
            timeline.note(begins(0, "A"));
            assertThatThrownBy(() -> repeat(timeline, HALF)).isInstanceOf(RecordingEndedException.class);
        }

        @Test
        void isFoundBeyondAStepThatWasWordedOtherwise() {
            recording.add(begins(0, "A"));
            recording.add(new Boundary(0, "T", "A", "every 500 ms", true));
            recording.add(beat(1, HALF));
            beating(1, 20);
            Timeline timeline = timeline();
            timeline.note(begins(0, "A"));
            timeline.note(new Boundary(0, "T", "A", "every 0.5 s", true));
            repeat(timeline, HALF);
            assertThat(timeline.now()).isEqualTo(SECOND);
            assertThat(timeline.awaitTime(10 * SECOND)).isTrue();
        }

        /** A polled line may not be free for seconds. */
        @Test
        void isTheSameHoweverLateItSent() {
            recording.add(begins(0, "A"));
            recording.add(beat(0, HALF));
            samples(0, 8);
            beating(8, 20);
            Timeline timeline = timeline();
            timeline.note(begins(0, "A"));
            repeat(timeline, HALF);
            assertThat(timeline.awaitTime(10 * SECOND)).isTrue();
        }

        @Test
        void ofARecordingThatDoesNotSayWhenTheyBeganIsHeard() {
            recording.add(begins(0, "A"));
            beating(0, 20);
            Timeline timeline = timeline();
            timeline.note(begins(0, "A"));
            repeat(timeline, HALF);
            assertThat(timeline.awaitTime(10 * SECOND)).isTrue();
        }
    }
}
