package org.plumbline.stage;

import java.util.Optional;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Simulation;
import org.plumbline.run.Simulators;
import org.plumbline.run.Wiring;
import org.plumbline.timeline.Clock;

/** Knows the stage. */
public final class StageSimulators implements Simulators {

    @Override
    public Optional<Wiring> wire(Bench bench, Clock clock) {
        Simulation simulation = bench.simulation();
        if (simulation == null || !simulation.robot().equals("stage")) {
            return Optional.empty();
        }
        Stage stage = new Stage(clock);
        return Optional.of((channel, receiver) -> stage.open(receiver));
    }
}
