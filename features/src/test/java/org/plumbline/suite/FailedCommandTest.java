package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.CommandFailed;
import org.plumbline.verdict.Verdict;

/** A command that could not be sent, and may have reached the device in part: the same in the run and in its replay. */
class FailedCommandTest {

    private static final Path GAUGE = Path.of("src/test/resources/gauge");

    @TempDir
    Path folder;

    private Run run;
    private List<CommandFailed> failed = List.of();

    @BeforeEach
    void runIt() throws IOException {
        Path suite = Files.createDirectories(folder.resolve("suite"));
        Files.copy(GAUGE.resolve("suite/standard.yaml"), suite.resolve("standard.yaml"));
        Files.writeString(suite.resolve("10-jam.en.feature"), """
                # language: en
                Feature: A command that fails

                  @GA-A01
                  Scenario: Before
                    When observed for 2 s
                    And "level-max" is measured: of signal "level", the maximum
                    Then "level-max" shall be within its limit

                  @GA-A01
                  Scenario: Jammed
                    When observed for 1 s
                    And command "jam" is sent
                    And "level-max" is measured: of signal "level", the maximum
                    Then "level-max" shall be within its limit

                  @GA-A02
                  Scenario: After
                    When observed for 2 s
                    And "level-gap" is measured: largest gap between samples of signal "level"
                    Then "level-gap" shall be within its limit
                """);
        run = run(Plumbline.bench(GAUGE.resolve("bench.yaml")).virtual().out(folder.resolve("out")), suite);
    }

    private Run run(Plumbline plumbline, Path suite) {
        return plumbline
                .in(Language.EN)
                .with(new RunListener() {
                    @Override
                    public void trialFinished(TrialResult trial, Session session) {
                        failed = session.timeline().failedCommands(0, Long.MAX_VALUE - 1);
                    }
                })
                .run(Suite.at(suite));
    }

    @Test
    void isAnErrorWithItsReason() {
        TrialResult jammed = run.trials().get(1);
        assertThat(jammed.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(jammed.reason()).isEqualTo(new Text("卡住了；敲一下", "jammed; give it a knock"));
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(failed).extracting(CommandFailed::command).containsExactly("jam");
    }

    @Test
    void endsTheStretchThatScenariosShare() {
        long time = failed.get(0).time();
        assertThat(run.trials().get(1).from())
                .as("the second shares what the first observed")
                .isEqualTo(time);
        assertThat(run.trials().get(2).judgements().get(0).measurement().from()).isGreaterThan(time);
    }

    @Test
    void isTheSameInTheReplay() {
        List<CommandFailed> recorded = failed;
        Path data = run.plan().directory().resolve("data");
        Run again = run(
                Plumbline.bench(data.resolve("inputs/bench.yaml")).replay(data.resolve("capture/run.mcap")),
                data.resolve("inputs"));
        assertThat(again.trials()).isEqualTo(run.trials());
        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(failed).isEqualTo(recorded);
    }
}
