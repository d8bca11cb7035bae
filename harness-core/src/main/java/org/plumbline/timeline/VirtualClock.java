package org.plumbline.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A discrete-event clock: time stands still while code runs and jumps to the next scheduled task while somebody waits.
 * Tasks of the same time run in the order in which they were scheduled, so a run is the same each time. For one thread.
 */
public final class VirtualClock implements Clock {

    /** What the wall clock shows when virtual time begins. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Logger LOG = LoggerFactory.getLogger(VirtualClock.class);

    private record Event(long at, long order, Runnable task) {}

    private final PriorityQueue<Event> queue =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private long now;
    private long order;

    @Override
    public long now() {
        return now;
    }

    /** Its own time from {@link #START} on. */
    @Override
    public long utc() {
        return START.getEpochSecond() * 1_000_000_000L + now;
    }

    @Override
    public boolean await(BooleanSupplier condition, long until) {
        while (!condition.getAsBoolean()) {
            Event next = queue.peek();
            if (next == null || next.at() > until) {
                now = Math.max(now, until);
                return condition.getAsBoolean();
            }
            queue.remove();
            now = Math.max(now, next.at());
            runSafely(next.task());
        }
        return true;
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("a scheduled task failed", e);
        }
    }

    /** Nobody else runs while somebody waits: nothing to do. */
    @Override
    public void changed() {}

    @Override
    public Cancellation schedule(long at, Runnable task) {
        Event event = new Event(at, order++, task);
        queue.add(event);
        return () -> queue.remove(event);
    }
}
