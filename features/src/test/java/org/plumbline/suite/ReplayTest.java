package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.simulation.SimulatedRobot;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** What was judged once is judged again from its capture, to the last digit; of each robot and fault, see {@link ConformityInVirtualTimeTest}. */
class ReplayTest {

    @TempDir
    Path folder;

    /** On real ports reception and judgement go on side by side; the replay must not see more or less than the run did. */
    @Test
    @SimulatedRobot("underwater")
    void alsoOfALiveRun(LiveRig rig) {
        Run original = Plumbline.bench(rig.writeBench(folder.resolve("bench")))
                .in(Language.ZH)
                .out(folder.resolve("out"))
                .run(Suite.named("underwater").only("UW-S03", "UW-D03"));
        Set<String> recorded =
                original.trials().stream().map(trial -> trial.scenario().key()).collect(Collectors.toSet());
        assertSame(original, replay(original, scenario -> recorded.contains(scenario.key())));
        Run all = replay(original);
        for (String id : List.of("UW-S03", "UW-D03")) {
            assertThat(all.requirement(id).orElseThrow().judgements())
                    .as("scenarios that were not recorded run before and in between")
                    .isNotEmpty()
                    .isEqualTo(original.requirement(id).orElseThrow().judgements());
        }
    }

    @Nested
    class AChangedScenario {

        private Run original;

        @BeforeEach
        void run() {
            Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                    .writeTo(folder.resolve("bench"));
            original = Plumbline.bench(bench)
                    .virtual()
                    .in(Language.ZH)
                    .out(folder.resolve("out"))
                    .run(Suite.named("underwater"));
        }

        private Run replayWith(String file, String text, String by) throws IOException {
            Path changed = original.plan().directory().resolve("data/inputs").resolve(file);
            String before = Files.readString(changed);
            assertThat(before).contains(text);
            Files.writeString(changed, before.replace(text, by));
            return replay(original);
        }

        @Test
        void thatSendsWhatWasNotSentIsInconclusive() throws IOException {
            Run again = replayWith("20-hold.zh-CN.feature", "\"depth\" 为 \"8.0\"", "\"depth\" 为 \"7.0\"");
            RequirementResult result = again.requirement("UW-Q04").orElseThrow();
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.reasons()).extracting(Text::zh).containsExactly("记录中此处没有命令 hold-depth {depth=7.0}");
            assertThat(again.requirement("UW-A02").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
        }

        @Test
        void thatObservesLongerThanWasRecordedIsInconclusive() throws IOException {
            Run again = replayWith("20-hold.zh-CN.feature", "    当 观察 10 s", "    当 观察 80 s");
            RequirementResult result = again.requirement("UW-A02").orElseThrow();
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.reasons().toString()).contains("which the scenario does not send there");
        }

        @Test
        void thatObservesForAShorterTimeIsJudgedOnThat() throws IOException {
            Run again = replayWith("20-hold.zh-CN.feature", "    而且 观察 6 s", "    而且 观察 5 s");
            Judgement judgement =
                    again.requirement("UW-A02").orElseThrow().judgements().get(0);
            assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
            assertThat(judgement.measurement().to() - judgement.measurement().from())
                    .isLessThanOrEqualTo(5_000_000_000L);
        }

        @Test
        void thatAsksForWhatTheBenchLacksIsInconclusiveAndAlone() throws IOException {
            Run again = replayWith("20-hold.zh-CN.feature", "  @UW-A03", """
                      @UW-A03
                      场景: 气压
                        假如 信号 "pressure-two" 有数据，最长等待 5 s
                        当 发送命令 "dance"

                      @UW-A03""");
            RequirementResult result = again.requirement("UW-A03").orElseThrow();
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.reasons())
                    .extracting(Text::en)
                    .contains(
                            "the bench of the recording lacks what the scenario asks for: the bench has no signal called \"pressure-two\"; the bench has no command called \"dance\"");
            for (RequirementResult other : original.requirements()) {
                String id = other.requirement().id();
                assertThat(again.requirement(id).orElseThrow().judgements())
                        .as(id)
                        .isEqualTo(other.judgements());
            }
        }

        @Test
        void aChangedLimitIsJudgedOnTheSameNumbers() throws IOException {
            Run again = replayWith("standard.yaml", "depth-hold-p95: {max: 0.10", "depth-hold-p95: {max: 0.005");
            Judgement before =
                    original.requirement("UW-A02").orElseThrow().judgements().get(0);
            Judgement after =
                    again.requirement("UW-A02").orElseThrow().judgements().get(0);
            assertThat(before.verdict()).isEqualTo(Verdict.PASS);
            assertThat(after.verdict()).as(after.reason().en()).isEqualTo(Verdict.FAIL);
            assertThat(after.measurement()).isEqualTo(before.measurement());
        }
    }

    @Nested
    class ScenariosOfOtherNames {

        private Run original;

        @BeforeEach
        void run() {
            Path bench = SimulatedBench.virtual(RobotModels.named("cobot"), List.of("slow-stop"), 1)
                    .writeTo(folder.resolve("bench"));
            original = Plumbline.bench(bench)
                    .virtual()
                    .in(Language.EN)
                    .out(folder.resolve("out"))
                    .run(Suite.named("cobot"));
        }

        private void rename(String file, String to, String text, String by) throws IOException {
            Path inputs = original.plan().directory().resolve("data/inputs");
            Files.writeString(
                    inputs.resolve(to), Files.readString(inputs.resolve(file)).replaceFirst(text, by));
            Files.delete(inputs.resolve(file));
        }

        private Run again(Language language) {
            return again(original, language);
        }

        private Run again(Run recorded, Language language) {
            Path data = recorded.plan().directory().resolve("data");
            return Plumbline.bench(data.resolve("inputs/bench.yaml"))
                    .in(language)
                    .out(folder.resolve("again"))
                    .replay(data.resolve("capture/run.mcap"))
                    .run(Suite.at(data.resolve("inputs")));
        }

        @Test
        void areJudgedOnThoseOfTheOtherLanguage() {
            Run chinese = again(Language.ZH);
            assertSame(original, chinese);
            assertSame(original, again(chinese, Language.EN));
        }

        @Test
        void areJudgedOnThoseThatWereMovedAndRenamed() throws IOException {
            rename("20-safety.en.feature", "60-stop.en.feature", "Scenario: Stopping", "Scenario: Longest stopping");
            assertSame(original, again(Language.EN));
        }

        @Test
        void thatSendSomethingElseAreSaidToBeMissing() throws IOException {
            rename(
                    "20-safety.en.feature",
                    "60-stop.en.feature",
                    "Scenario: Stopping time of a protective stop\n",
                    "Scenario: Another stop\n    Given command \"stop\" is sent\n");
            RequirementResult result = again(Language.EN).requirement("CR-S01").orElseThrow();
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.reasons())
                    .extracting(Text::en)
                    .containsExactly(
                            "the recording has no scenario \"60-stop.en.feature: Another stop\", nor one with its requirements, commands and number of steps, so it has no command release {} of it");
        }
    }

    @Nested
    class ARepetition {

        private static final String HEARTBEAT = "every 0.5 s command \"heartbeat\" is sent";

        private Run recorded() {
            Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                    .writeTo(folder.resolve("bench"));
            return Plumbline.bench(bench)
                    .virtual()
                    .in(Language.EN)
                    .out(folder.resolve("out"))
                    .run(Suite.named("underwater").only("UW-S03"));
        }

        private RequirementResult changed(String from, String to) throws IOException {
            Run original = recorded();
            assertThat(original.requirement("UW-S03").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
            Path data = original.plan().directory().resolve("data");
            Path feature = data.resolve("inputs/30-safety.en.feature");
            String text = Files.readString(feature);
            assertThat(text).contains(from);
            Files.writeString(feature, text.replace(from, to));
            return Plumbline.bench(data.resolve("inputs/bench.yaml"))
                    .in(Language.EN)
                    .replay(data.resolve("capture/run.mcap"))
                    .run(Suite.at(data.resolve("inputs")).only("UW-S03"))
                    .requirement("UW-S03")
                    .orElseThrow();
        }

        @Test
        void ofAnotherPeriodIsNotTheOneThatWasRecorded() throws IOException {
            RequirementResult result = changed(HEARTBEAT, HEARTBEAT.replace("0.5 s", "5 s"));
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.reasons().toString())
                    .contains("has command heartbeat as one of a repetition, which the scenario does not have so");
        }

        @Test
        void thatTheScenarioLeavesOutHelpsItNoMore() throws IOException {
            RequirementResult result = changed("    Given " + HEARTBEAT + "\n    And", "    Given");
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }

        @Test
        void isNotOneThatTheScenarioGoesOnWith() throws IOException {
            RequirementResult result = changed(
                    "    And observed for 1 s\n    When command \"heartbeat\" is no longer sent\n",
                    "    When observed for 5 s\n");
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.reasons().toString()).contains("the recording ends the repetition of command heartbeat");
        }

        @Test
        void thatWasNotRecordedIsMissing() throws IOException {
            RequirementResult result = changed(HEARTBEAT, HEARTBEAT + "\n    And every 0.2 s command \"arm\" is sent");
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    static Run replay(Run original) {
        return replay(original, scenario -> true);
    }

    static Run replay(Run original, Predicate<ScenarioPlan> scenarios) {
        return replay(original, Language.ZH, scenarios);
    }

    static Run replay(Run original, Language language, Predicate<ScenarioPlan> scenarios) {
        Path data = original.plan().directory().resolve("data");
        return Plumbline.bench(data.resolve("inputs/bench.yaml"))
                .in(language)
                .only(scenarios)
                .replay(data.resolve("capture/run.mcap"))
                .run(Suite.at(data.resolve("inputs")));
    }

    static void assertSame(Run original, Run again) {
        assertThat(again.verdict()).isEqualTo(original.verdict());
        for (int i = 0; i < original.requirements().size(); i++) {
            RequirementResult one = original.requirements().get(i);
            RequirementResult other = again.requirements().get(i);
            assertThat(other.verdict())
                    .as(one.requirement().id() + " " + other.reasons())
                    .isEqualTo(one.verdict());
            assertThat(other.reasons()).as(one.requirement().id()).isEqualTo(one.reasons());
            List<Judgement> judgements = other.judgements();
            assertThat(judgements).as(one.requirement().id()).isEqualTo(one.judgements());
        }
        assertThat(again.trials()).hasSameSizeAs(original.trials());
    }
}
