package org.plumbline.timeline;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's monotonic clock. Thread-safe. */
public final class LiveClock implements Clock, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveClock.class);

    private final long start = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final ScheduledThreadPoolExecutor tasks = new ScheduledThreadPoolExecutor(1, LiveClock::thread);
    private @Nullable Supplier<? extends RuntimeException> end;

    /** A clock that starts now. */
    public LiveClock() {
        tasks.setRemoveOnCancelPolicy(true);
        tasks.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long now() {
        return System.nanoTime() - start;
    }

    @Override
    public boolean await(BooleanSupplier condition, long until) {
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (end != null) {
                    throw end.get();
                }
                long left = until - now();
                if (left <= 0) {
                    return false;
                }
                change.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void changed() {
        lock.lock();
        try {
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait, now and later, with {@link InterruptedRunException}. */
    public void interrupt() {
        interrupt(InterruptedRunException::new);
    }

    /** Ends every wait, now and later, with what is supplied. */
    public void interrupt(Supplier<? extends RuntimeException> why) {
        lock.lock();
        try {
            end = why;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Cancellation schedule(long at, Runnable task) {
        try {
            ScheduledFuture<?> future =
                    tasks.schedule(() -> runSafely(task), Math.max(0, at - now()), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {}; // closed meanwhile
        }
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("a scheduled task failed", e);
        }
    }

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(body, "plumbline-clock");
        thread.setDaemon(true);
        return thread;
    }

    /** Scheduled tasks that have not begun are dropped; so is what is scheduled later. */
    @Override
    public void close() {
        tasks.shutdownNow();
    }
}
