package org.plumbline.timeline;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.BooleanSupplier;

/** The machine's clock with a thread of its own for what is scheduled. */
final class Lane implements Clock {

    private final LiveClock clock;
    private final ScheduledThreadPoolExecutor tasks;

    Lane(LiveClock clock, ScheduledThreadPoolExecutor tasks) {
        this.clock = clock;
        this.tasks = tasks;
    }

    @Override
    public long now() {
        return clock.now();
    }

    @Override
    public long utc() {
        return clock.utc();
    }

    @Override
    public boolean await(BooleanSupplier condition, long until) {
        return clock.await(condition, until);
    }

    @Override
    public void changed() {
        clock.changed();
    }

    @Override
    public Cancellation schedule(long at, Runnable task) {
        return clock.schedule(tasks, at, task);
    }
}
