package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.StepResult;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** What its user ended, between two steps or in one, is judged no better than from its capture, and no worse. */
class InterruptedReplayTest {

    private static final String JUDGED_TWICE = """
              @UW-C04
              Scenario: Intervals
                Given signal "depth" arrives, waiting at most 5 s
                When observed for 5 s
                And "depth-interval" is measured: largest gap between samples of signal "depth"
                Then "depth-interval" shall be within its limit
                When "depth-interval" is measured: largest gap between samples of signal "depth"
                Then "depth-interval" shall be within its limit

            """;

    private static final String SENDS = """
              @UW-C04
              Scenario: Intervals
                Given signal "depth" arrives, waiting at most 5 s
                And command "arm" is sent
                When observed for 5 s
                And "depth-interval" is measured: largest gap between samples of signal "depth"
                Then "depth-interval" shall be within its limit

            """;

    private static final String OBSERVES = """
              @UW-C04
              Scenario: %1$s
                Given signal "depth" arrives, waiting at most 5 s
                When observed for %2$d s
                And "depth-interval" is measured: largest gap between samples of signal "depth"
                Then "depth-interval" shall be within its limit

            """;

    @TempDir
    Path folder;

    private final Interruption interruption = new Interruption();

    private Run live(RunListener user, String scenario) throws IOException {
        return Plumbline.bench(SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                        .writeTo(folder.resolve("bench")))
                .virtual()
                .in(Language.EN)
                .out(folder.resolve("out"))
                .with(user)
                .interruptedBy(interruption)
                .run(WrittenSuite.in(folder.resolve("suite"), scenario));
    }

    @Test
    void theReasonIsTheSame() throws IOException {
        RunListener user = new RunListener() {
            @Override
            public void stepStarted(ScenarioPlan scenario, String step) {
                if (step.startsWith("command")) {
                    interruption.request();
                }
            }
        };
        Run live = live(user, SENDS);
        TrialResult trial = live.trials().get(0);
        assertThat(trial.reason().en()).isEqualTo("the run was interrupted by its user");
        TrialResult again =
                ReplayTest.replay(live, Language.EN, scenario -> true).trials().get(0);
        assertThat(again.verdict()).isEqualTo(trial.verdict());
        assertThat(again.reason()).isEqualTo(trial.reason());
    }

    /** Which no device confirms here: the observation goes on to its end. */
    @Test
    void whatIsObservedBeyondTheSafeStateDoesNotCount() throws IOException {
        RunListener user = new RunListener() {
            @Override
            public void trialFinished(TrialResult result, Session session) {
                session.timeline().clock().schedule(result.to() + 2_500_000_000L, interruption::request);
            }
        };
        Run live = live(user, OBSERVES.formatted("First", 5) + OBSERVES.formatted("Second", 9));
        assertThat(live.trials().get(0).verdict()).isEqualTo(Verdict.PASS);
        TrialResult trial = live.trials().get(1);
        assertThat(trial.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(trial.reason().en()).isEqualTo("the run was interrupted by its user");
        TrialResult again =
                ReplayTest.replay(live, Language.EN, scenario -> true).trials().get(1);
        assertThat(again.verdict()).isEqualTo(trial.verdict());
        assertThat(again.reason()).isEqualTo(trial.reason());
    }

    @Test
    void theSafeStateCountsThatCameBetweenTwoSteps() throws IOException {
        RunListener user = new RunListener() {
            @Override
            public void judged(ScenarioPlan scenario, Judgement judgement) {
                interruption.request();
            }
        };
        Run live = live(user, JUDGED_TWICE);
        TrialResult trial = live.trials().get(0);
        assertThat(trial.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(trial.reason().en()).startsWith("the device's state was changed after the observation");
        TrialResult again =
                ReplayTest.replay(live, Language.EN, scenario -> true).trials().get(0);
        assertThat(again.verdict()).isEqualTo(trial.verdict());
        assertThat(again.reason()).isEqualTo(trial.reason());
        assertThat(again.judgements()).isEqualTo(trial.judgements());
        assertThat(again.steps())
                .extracting(StepResult::verdict)
                .isEqualTo(trial.steps().stream().map(StepResult::verdict).toList());
    }
}
