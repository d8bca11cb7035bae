package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.Plumbline;
import org.plumbline.capture.Capture;
import org.plumbline.run.Run;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Recording;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** Whatever order scenarios are judged again in, each is judged on what was known of the device when it was recorded. */
class OtherOrderReplayTest {

    private static final String JUDGE = """
            And "depth-interval" is measured: largest gap between samples of signal "depth"
            Then "depth-interval" shall be within its limit

            """;

    private static final String PASSIVE = """
            @UW-C04
            Scenario: Watching
            Given signal "depth" arrives, waiting at most 5 s
            When observed for 3 s
            """ + JUDGE;

    private static final String DRIVING = """
            @UW-C04
            Scenario: Diving
            Given command "hold-depth" is sent with "depth" = "2"
            When observed for 2 s
            """ + JUDGE;

    private static final String LISTENING = """
            @UW-A02
            Scenario: Listening
            Given signal "depth" arrives, waiting at most 5 s
            When observed for 3 s
            And "depth-hold-p95" is measured: of the events of signal "depth", the maximum
            Then "depth-hold-p95" shall be within its limit

            """;

    /** The command does not change the device's state; that it comes, and that it comes no more, may. */
    private static final String REPEATING = """
            @UW-C04
            Scenario: Beating
            Given every 0.5 s command "heartbeat" is sent
            When observed for 5 s
            """ + JUDGE;

    @TempDir
    Path folder;

    private Run record(String... scenarios) throws IOException {
        return record(1, scenarios);
    }

    private Run record(int repeat, String... scenarios) throws IOException {
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
        return Plumbline.bench(bench)
                .virtual()
                .in(Language.EN)
                .repeat(repeat)
                .out(folder.resolve("out"))
                .run(WrittenSuite.in(folder.resolve("suite"), String.join("", scenarios)));
    }

    private Run again(Run recorded, Predicate<ScenarioPlan> wanted, String... scenarios) throws IOException {
        Path data = recorded.plan().directory().resolve("data");
        Files.writeString(
                data.resolve("inputs/10-written.en.feature"),
                "# language: en\nFeature: In another order\n\n" + String.join("", scenarios));
        return again(recorded, wanted);
    }

    private Run again(Run recorded, Predicate<ScenarioPlan> wanted) {
        Path data = recorded.plan().directory().resolve("data");
        return Plumbline.bench(data.resolve("inputs/bench.yaml"))
                .in(Language.EN)
                .repeat(recorded.plan().repeat())
                .only(wanted)
                .out(folder.resolve("again"))
                .replay(data.resolve("capture/run.mcap"))
                .run(Suite.at(data.resolve("inputs")));
    }

    private static List<Sample> samples(Run run) {
        List<Sample> samples = new ArrayList<>();
        Path capture = run.plan().directory().resolve("data/capture/run.mcap");
        try (Recording.Passage passage = Capture.read(capture).recording().open()) {
            for (Observation next = passage.next(); next != null; next = passage.next()) {
                if (next instanceof Sample sample) {
                    samples.add(sample);
                }
            }
        }
        return samples;
    }

    private static TrialResult trial(Run run, String name) {
        return run.trials().stream()
                .filter(one -> one.scenario().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Judgement judged(Run run, String name) {
        TrialResult trial = trial(run, name);
        assertThat(trial.verdict()).as(String.valueOf(trial.reason())).isEqualTo(Verdict.PASS);
        return trial.judgements().get(0);
    }

    @Test
    void aPassiveOneIsNotSpoiltByWhatWasDoneLater() throws IOException {
        Run recorded = record(PASSIVE, DRIVING);
        Run again = again(recorded, scenario -> true, DRIVING, PASSIVE);
        assertThat(judged(again, "Diving")).isEqualTo(judged(recorded, "Diving"));
        assertThat(judged(again, "Watching")).isEqualTo(judged(recorded, "Watching"));
    }

    @Test
    void oneOfEventsDoesNotTakeForItsOwnWhatAnotherSentLater() throws IOException {
        Run recorded = record(LISTENING, DRIVING);
        Run again = again(recorded, scenario -> true, DRIVING, LISTENING);
        assertThat(judgements(again, "Listening")).hasSize(1).isEqualTo(judgements(recorded, "Listening"));
    }

    /** Its first scenario in the recording comes later now, or not at all. */
    @Test
    void aLaterRoundBeginsWhereItDid() throws IOException {
        String looking = PASSIVE.replace("Watching", "Looking");
        Run recorded = record(2, PASSIVE, looking);
        assertThat(judgements(recorded, "Looking")).hasSize(2).doesNotHaveDuplicates();
        Run alone = again(recorded, scenario -> scenario.name().equals("Looking"));
        assertThat(judgements(alone, "Looking")).isEqualTo(judgements(recorded, "Looking"));
        Run swapped = again(recorded, scenario -> true, looking, PASSIVE);
        assertThat(judgements(swapped, "Looking")).isEqualTo(judgements(recorded, "Looking"));
        assertThat(judgements(swapped, "Watching")).isEqualTo(judgements(recorded, "Watching"));
    }

    private static List<Judgement> judgements(Run run, String name) {
        return run.trials().stream()
                .filter(trial -> trial.scenario().name().equals(name))
                .flatMap(trial -> trial.judgements().stream())
                .toList();
    }

    @Test
    void aPassiveOneDoesNotReachIntoARepetitionOfAnotherThatIsLeftOut() throws IOException {
        Run recorded = record(REPEATING, PASSIVE);
        assertThat(judged(recorded, "Watching").measurement().from())
                .isGreaterThan(recorded.trials().get(0).to());
        Run again = again(recorded, scenario -> scenario.name().equals("Watching"), REPEATING, PASSIVE);
        assertThat(judged(again, "Watching")).isEqualTo(judged(recorded, "Watching"));
    }

    private static TrialResult inconclusive(Run run, String name) {
        TrialResult trial = trial(run, name);
        assertThat(trial.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        return trial;
    }

    @ParameterizedTest(name = "{0} attempts")
    @ValueSource(ints = {1, 2})
    void whatIsRecordedOfThatIsJudgedTheSame(int repeat) throws IOException {
        Run recorded = record(repeat, PASSIVE, DRIVING, REPEATING);
        String other = PASSIVE.replace("Watching", "Watching first").replace("3 s", "2 s");
        Run again = again(recorded, scenario -> true, other, REPEATING, DRIVING, PASSIVE);
        judged(again, "Watching first");
        assertThat(samples(again)).isEqualTo(samples(recorded));
        Run third = again(again, scenario -> true);
        assertThat(third.trials()).isEqualTo(again.trials());
        assertThat(samples(third)).isEqualTo(samples(recorded));
    }

    @Test
    void oneThatWasNotRecordedIsNotJudgedOnARepetitionThatNobodySent() throws IOException {
        Run again = again(record(PASSIVE), scenario -> true, REPEATING, PASSIVE);
        assertThat(String.valueOf(inconclusive(again, "Beating").reason()))
                .contains("the scenario sends command heartbeat every 0.5 s, which the recording does not have");
    }

    @Test
    void oneThatWasNotRecordedDoesNotWaitAcrossARepetitionOfAnother() throws IOException {
        Run again = again(record(REPEATING), scenario -> true, PASSIVE, REPEATING);
        assertThat(String.valueOf(inconclusive(again, "Watching").reason()))
                .contains("the recording begins a repetition of command heartbeat");
        judged(again, "Beating");
    }
}
