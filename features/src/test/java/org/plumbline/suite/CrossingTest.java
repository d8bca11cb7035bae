package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.measure.Measurement;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.uncertainty.Contribution;

/** The time at which a speed fell below a level is no better known than the speed. */
class CrossingTest {

    @TempDir
    Path folder;

    @Test
    void theInstrumentIsInTheBudgetOfAStoppingTime() {
        Path bench =
                SimulatedBench.virtual(RobotModels.named("cobot"), List.of(), 1).writeTo(folder);
        Measurement stop = Plumbline.bench(bench)
                .virtual()
                .run(Suite.named("cobot").only("CR-S01"))
                .trials()
                .get(0)
                .judgements()
                .get(0)
                .measurement();
        Contribution instrument = stop.uncertainty().contributions().stream()
                .filter(row -> row.name().en().startsWith("true-speed: "))
                .findFirst()
                .orElseThrow();
        // u is 0.5 mm/s; the speed falls by 4 mm/s each millisecond, by less where it ends
        assertThat(instrument.standardUncertainty()).isEqualTo(0.5);
        assertThat(instrument.component()).isBetween(0.125, 0.5);
    }
}
