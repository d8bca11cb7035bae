package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.measure.Measurement;
import org.plumbline.run.Run;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;
import org.plumbline.underwater.Endurance;
import org.plumbline.verdict.Verdict;

/** Endurance is a matter of the timeline, not of patience. */
class HourTest {

    private static final long HOUR = 3_600_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void depthIsHeldForAnHour() throws IOException {
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
        Suite suite = WrittenSuite.in(folder.resolve("suite"), Endurance.HOUR_OF_DEPTH_HOLD);
        Run run = Plumbline.bench(bench).virtual().in(Language.EN).run(suite);
        TrialResult trial = run.trials().get(0);
        assertThat(trial.verdict()).isEqualTo(Verdict.PASS);
        assertThat(run.duration()).isBetween(HOUR, HOUR + 20_000_000_000L);
        Measurement measurement = trial.judgements().get(0).measurement();
        assertThat(measurement.to() - measurement.from()).isEqualTo(HOUR);
        assertThat(measurement.samples()).isBetween(71_999, 72_001);
    }
}
