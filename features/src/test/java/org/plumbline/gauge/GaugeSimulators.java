package org.plumbline.gauge;

import java.util.Optional;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Simulation;
import org.plumbline.run.Simulators;
import org.plumbline.run.Wiring;
import org.plumbline.timeline.Clock;

/** Knows the simulated gauge. */
public final class GaugeSimulators implements Simulators {

    @Override
    public Optional<Wiring> wire(Bench bench, Clock clock) {
        Simulation simulation = bench.simulation();
        return simulation == null || !simulation.robot().equals("gauge")
                ? Optional.empty()
                : Optional.of((channel, receiver) -> new Gauge(bench.seed(), clock, receiver));
    }
}
