package org.plumbline.junit;

import static org.plumbline.junit.PlumblineAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.suite.Suite;

/** The example of the documentation, on the simulated underwater robot. */
class ManufacturerTest {

    @Test
    void depthHoldKeepsItsLimit(@TempDir Path folder) {
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder);
        Run run = Plumbline.bench(bench).virtual().run(Suite.named("underwater").only("UW-A02"));
        assertThat(run).verifies("UW-A02").withMeasurementBelow(0.10, "m");
    }
}
