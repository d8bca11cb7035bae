package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/** A draft that was changed after the run is judged on what was recorded, and on nothing that the device was not brought to. */
class ChangedDraftTest {

    private static final String SAFE_STATE = """
                And command "safe-state" is sent
                And signal "true-vertical-speed" stays at 0.0 m/s ± 0.04 m/s for 2 s, waiting at most 30 s
            """;

    private static final String SENDS_THE_SAFE_STATE = """
              @UW-C04
              Scenario: Intervals
                Given command "arm" is sent
                And signal "armed" becomes "true", waiting at most 3 s
                And command "hold-depth" is sent with "depth" = "5.0"
                And signal "mode" becomes "depth-hold", waiting at most 3 s
            """ + SAFE_STATE + """
                When observed for 1 s
                And "depth-interval" is measured: largest gap between samples of signal "depth"
                Then "depth-interval" shall be within its limit

            """;

    private static final String BECOMES = "signal \"armed\" becomes \"true\", waiting at most 3 s";
    private static final String TIMED =
            "\"leak-alarm-time\" is measured: time from command \"arm\" to the event of signal"
                    + " \"armed\" that is \"true\", waiting at most 3 s";

    private static final String STOPS_AT_ONCE = """
              @UW-S01
              Scenario: Arming
                Given signal "armed" becomes "false", waiting at most 3 s
                When command "arm" is sent
                And signal "armed" becomes "true", waiting at most 3 s
                And command "safe-state" is sent
                And "leak-alarm-time" is measured: time from command "safe-state" to the event of signal "armed" that is "false", waiting at most 3 s
                Then "leak-alarm-time" shall be within its limit

            """;

    @TempDir
    Path folder;

    private TrialResult judged(String recorded, String text, String by) throws IOException {
        Run run = Plumbline.bench(SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                        .writeTo(folder.resolve("bench")))
                .virtual()
                .in(Language.EN)
                .out(folder.resolve("out"))
                .run(WrittenSuite.in(folder.resolve("suite"), recorded));
        assertThat(run.trials()).extracting(TrialResult::verdict).containsExactly(Verdict.PASS);
        Path draft = run.plan().directory().resolve("data/inputs/10-written.en.feature");
        String before = Files.readString(draft);
        assertThat(before).contains(text);
        Files.writeString(draft, before.replace(text, by));
        return ReplayTest.replay(run, Language.EN, scenario -> true).trials().get(0);
    }

    @Test
    void thatSendsTheSafeStateNoMoreIsNotJudgedBehindIt() throws IOException {
        TrialResult trial = judged(SENDS_THE_SAFE_STATE, SAFE_STATE, "");
        assertThat(trial.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(trial.reason().en()).contains("the recording has command safe-state, which the scenario does not");
    }

    /** The next command was sent as soon as the event was there. */
    @Test
    void mayTimeWhatTheRunOnlyWaitedFor() throws IOException {
        TrialResult trial = judged(STOPS_AT_ONCE, BECOMES, TIMED);
        assertThat(trial.verdict()).as(String.valueOf(trial.reason())).isEqualTo(Verdict.PASS);
    }
}
