package org.plumbline.timeline;

import java.util.function.BooleanSupplier;

/**
 * The one door to time. Live it is the machine's monotonic clock; virtual it is an event queue that jumps from event to
 * event. Nothing else in the product knows what time it is, sleeps, or waits.
 */
public interface Clock {

    /** Nanoseconds since the clock's start; never goes back. */
    long now();

    /**
     * What the wall clock beside it shows, in nanoseconds since 1970, UTC: it may be set meanwhile.
     *
     * @throws UnsupportedOperationException in a replay: what it showed is recorded
     */
    long utc();

    /**
     * Waits until the condition holds or the time has come. Live it is checked again after each {@link #changed};
     * virtual, after each event.
     *
     * @param until nanoseconds since the clock's start
     * @return whether the condition held in time
     * @throws InterruptedRunException where the run was interrupted meanwhile
     */
    boolean await(BooleanSupplier condition, long until);

    /** Tells those who wait that a condition may have changed. */
    void changed();

    /**
     * Calls the task at that time, or at once where it has passed; tasks of one clock never run at the same time as one
     * another. A task that throws ends nothing but itself.
     *
     * @param at nanoseconds since the clock's start
     * @return takes the task back where it has not begun
     */
    Cancellation schedule(long at, Runnable task);

    /**
     * This clock for tasks that may have to wait, for a line that is not free say: those of one lane hold up one another alone.
     * Live, each lane has a thread of its own, until the clock is closed.
     */
    default Clock lane() {
        return this;
    }

    /** Takes a scheduled task back. */
    interface Cancellation {

        /** Has no effect where the task has begun. */
        void cancel();
    }
}
