package org.plumbline.tank;

import java.util.Optional;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Simulation;
import org.plumbline.run.Simulators;
import org.plumbline.run.Wiring;
import org.plumbline.timeline.Clock;

/** Knows the simulated tank. */
public final class TankSimulators implements Simulators {

    @Override
    public Optional<Wiring> wire(Bench bench, Clock clock) {
        Simulation simulation = bench.simulation();
        return simulation == null || !simulation.robot().equals("tank")
                ? Optional.empty()
                : Optional.of((channel, receiver) -> new Tank(simulation.faults(), clock, receiver));
    }
}
