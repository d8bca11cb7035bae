package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** A signal of the device is no better known than its description says, whatever else a budget has. */
class UndeclaredSignalTest {

    @TempDir
    Path folder;

    private Judgement judged(Suite suite, String requirement, String declared) throws IOException {
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
        Path device = bench.resolveSibling("device.yaml");
        Files.writeString(device, Files.readString(device).replace(", uncertainty: 0.009 m", declared));
        return Plumbline.bench(bench)
                .virtual()
                .run(suite.only(requirement))
                .trials()
                .get(0)
                .judgements()
                .get(0);
    }

    @Test
    void twoOutputsOfTheDeviceNeedItBoth() throws IOException {
        Suite underwater = Suite.named("underwater");
        assertThat(judged(underwater, "UW-Q01", ", uncertainty: 0.009 m").verdict())
                .isEqualTo(Verdict.PASS);
        for (String declared : List.of("", ", resolution: 0.001 m")) {
            Judgement judgement = judged(underwater, "UW-Q01", declared);
            assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(judgement.reason().en())
                    .contains(
                            "no uncertainty is declared for the signal depth, state-depth, so there is no guard band");
        }
        assertThat(judged(underwater, "UW-Q01", ", error-limits: {half-width: 0.01 m}")
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void soDoesATimeAtWhichItPassesALevel() throws IOException {
        Suite diving = WrittenSuite.in(folder.resolve("suite"), """
                  @UW-S02
                  Scenario: Diving
                    Given signal "state-depth" arrives, waiting at most 5 s
                    And command "arm" is sent
                    And signal "armed" becomes "true", waiting at most 3 s
                    When command "hold-depth" is sent with "depth" = "4.0"
                    And "ascent-time" is measured: time from command "hold-depth" until signal "state-depth" is above 3.5 m, waiting at most 20 s
                    Then "ascent-time" shall be within its limit
                """);
        assertThat(judged(diving, "UW-S02", ", uncertainty: 0.009 m").reason().en())
                .doesNotContain("declared");
        Judgement judgement = judged(diving, "UW-S02", "");
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason().en()).contains("no uncertainty is declared for the signal state-depth, so");
        assertThat(judgement.risk()).isEmpty();
    }
}
