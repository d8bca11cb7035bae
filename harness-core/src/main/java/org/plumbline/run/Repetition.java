package org.plumbline.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.timeline.Clock;

/** Does something in each period until it is stopped. Thread-safe: the clock's thread and the run's meet here. */
final class Repetition {

    /** A link that takes nothing holds up nobody who ends its repetition. */
    private static final long LONGEST_SECONDS = 10;

    private final Clock clock;
    private final long period;
    private final ObjLongConsumer<Repetition> task;
    private final ReentrantLock going = new ReentrantLock();
    private Clock.@Nullable Cancellation next;
    private boolean stopped;

    /**
     * @param period nanoseconds
     * @param task gets this and the count, from 1
     */
    Repetition(Clock clock, long period, ObjLongConsumer<Repetition> task) {
        this.clock = clock;
        this.period = period;
        this.task = task;
    }

    /** The first time is over when this returns: what its caller does next comes after it. */
    void start() {
        run(clock.now(), 1);
    }

    private synchronized void schedule(long at, long n) {
        if (!stopped) {
            next = clock.schedule(at, () -> run(at, n));
        }
    }

    private void run(long at, long n) {
        schedule(at + period, n + 1);
        if (stopped()) {
            return;
        }
        try {
            task.accept(this, n);
        } catch (EndedMeanwhile e) {
            // as if it had ended before
        } finally {
            if (going.isHeldByCurrentThread()) {
                going.unlock();
            }
        }
    }

    /**
     * What the task waited for has come; until the task has returned, {@link #end} does not.
     *
     * @throws EndedMeanwhile where it was stopped before that
     */
    void goes() {
        if (!going.isHeldByCurrentThread()) {
            going.lock();
        }
        if (stopped()) {
            throw new EndedMeanwhile();
        }
    }

    private synchronized boolean stopped() {
        return stopped;
    }

    /** Nothing begins any more. */
    synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel();
        }
    }

    /** The same, once what goes out has gone. */
    void end() {
        stop();
        try {
            if (going.tryLock(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                going.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody waits for it any more. */
    static final class EndedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
