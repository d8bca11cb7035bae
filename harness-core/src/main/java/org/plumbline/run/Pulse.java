package org.plumbline.run;

import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Timeline;

/**
 * Notices when the harness itself is held up: a beat that comes late says by how much everything else may have been late.
 * A hold-up shorter than the period can go unnoticed.
 */
final class Pulse implements AutoCloseable {

    private static final long PERIOD = 5_000_000L;
    private static final long NOTICED = 1_000_000L;

    private final Timeline timeline;
    private final LiveClock clock = new LiveClock();

    Pulse(Timeline timeline) {
        this.timeline = timeline;
        beatAt(clock.now() + PERIOD);
    }

    private void beatAt(long at) {
        clock.schedule(at, () -> {
            long late = clock.now() - at;
            if (late > NOTICED) {
                timeline.append(new Observation.Stall(timeline.clock().now(), late));
            }
            beatAt(Math.max(at, clock.now()) + PERIOD);
        });
    }

    @Override
    public void close() {
        clock.close();
    }
}
