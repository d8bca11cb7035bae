package org.plumbline.run;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.timeline.Clock;

/** Does something in each period until it is stopped. Thread-safe: the clock's thread and the run's meet here. */
final class Repetition {

    private final Clock clock;
    private final long period;
    private final LongConsumer task;
    private Clock.@Nullable Cancellation next;
    private boolean stopped;

    /**
     * @param period nanoseconds
     * @param task gets the count, from 1
     */
    Repetition(Clock clock, long period, LongConsumer task) {
        this.clock = clock;
        this.period = period;
        this.task = task;
    }

    void start(long at) {
        schedule(at, 1);
    }

    private synchronized void schedule(long at, long n) {
        if (!stopped) {
            next = clock.schedule(at, () -> run(at, n));
        }
    }

    private void run(long at, long n) {
        schedule(at + period, n + 1);
        if (!stopped()) {
            task.accept(n);
        }
    }

    private synchronized boolean stopped() {
        return stopped;
    }

    synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel();
        }
    }
}
