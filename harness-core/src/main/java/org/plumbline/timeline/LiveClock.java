package org.plumbline.timeline;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private static final long BETWEEN_LOOKS = 1_000_000L;

    private final long start = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final List<ScheduledThreadPoolExecutor> lanes = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor tasks = executor();
    private @Nullable Supplier<? extends RuntimeException> end;

    /** How many wait for a change; written under the lock. */
    private volatile int waiting;

    /** A clock that starts now. */
    public LiveClock() {}

    /** Its thread begins with its first task. */
    private ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, LiveClock::thread);
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        lanes.add(executor);
        return executor;
    }

    @Override
    public Clock lane() {
        return new Lane(this, executor());
    }

    @Override
    public long now() {
        return System.nanoTime() - start;
    }

    @Override
    public long utc() {
        Instant shown = java.time.Clock.systemUTC().instant();
        return Math.addExact(Math.multiplyExact(shown.getEpochSecond(), 1_000_000_000L), shown.getNano());
    }

    @Override
    public boolean await(BooleanSupplier condition, long until) {
        lock.lock();
        try {
            boolean woken = false;
            while (!condition.getAsBoolean()) {
                long left = until - now();
                if (left <= 0) {
                    return false;
                }
                if (end != null) {
                    throw end.get();
                }
                if (woken) {
                    pause(Math.min(BETWEEN_LOOKS, left));
                } else {
                    awaitChange(condition, left);
                }
                woken = !woken;
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException();
        } finally {
            lock.unlock();
        }
    }

    /** What changes once this thread counts as waiting wakes it. */
    private void awaitChange(BooleanSupplier condition, long nanos) throws InterruptedException {
        waiting++;
        try {
            if (!condition.getAsBoolean()) {
                change.awaitNanos(nanos);
            }
        } finally {
            waiting--;
        }
    }

    /** Who waits looks a thousand times a second at most: being woken by each message costs more than the message. */
    private void pause(long nanos) throws InterruptedException {
        long left = nanos;
        while (left > 0 && end == null) {
            left = ended.awaitNanos(left);
        }
    }

    @Override
    public void changed() {
        if (waiting == 0) {
            return;
        }
        lock.lock();
        try {
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait whose time has not come, now and later, with {@link InterruptedRunException}. */
    public void interrupt() {
        interrupt(InterruptedRunException::new);
    }

    /** The same with what is supplied. */
    public void interrupt(Supplier<? extends RuntimeException> why) {
        lock.lock();
        try {
            end = why;
            change.signalAll();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Cancellation schedule(long at, Runnable task) {
        return schedule(tasks, at, task);
    }

    Cancellation schedule(ScheduledThreadPoolExecutor lane, long at, Runnable task) {
        try {
            ScheduledFuture<?> future =
                    lane.schedule(() -> runSafely(task), Math.max(0, at - now()), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {}; // closed meanwhile
        }
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("a scheduled task failed: {}", e.toString());
            LOG.debug("it failed here", e);
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
        lanes.forEach(ScheduledThreadPoolExecutor::shutdownNow);
    }
}
