package org.plumbline.benchmark.ten;

import java.util.Optional;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Simulation;
import org.plumbline.run.Simulators;
import org.plumbline.run.Wiring;
import org.plumbline.timeline.Clock;

/** Knows the device of ten signals. Found through {@link java.util.ServiceLoader}. */
public final class TenSimulators implements Simulators {

    @Override
    public Optional<Wiring> wire(Bench bench, Clock clock) {
        Simulation simulation = bench.simulation();
        return simulation == null || !simulation.robot().equals("ten")
                ? Optional.empty()
                : Optional.of((channel, receiver) -> new TenSignals(clock, receiver, bench.seed()));
    }
}
