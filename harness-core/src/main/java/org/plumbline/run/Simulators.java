package org.plumbline.run;

import java.util.Optional;
import java.util.ServiceLoader;
import org.plumbline.bench.Bench;
import org.plumbline.timeline.Clock;

/** Simulated devices in this process, for runs in virtual time. Found through {@link ServiceLoader}. */
public interface Simulators {

    /**
     * Connects the bench's channels to a simulated device that lives on the given clock.
     *
     * @return empty where the bench names no simulation that is known here
     */
    Optional<Wiring> wire(Bench bench, Clock clock);

    /** The first that knows the bench's simulation. */
    static Optional<Wiring> find(Bench bench, Clock clock) {
        for (Simulators simulators : ServiceLoader.load(Simulators.class)) {
            Optional<Wiring> wiring = simulators.wire(bench, clock);
            if (wiring.isPresent()) {
                return wiring;
            }
        }
        return Optional.empty();
    }
}
