package org.plumbline.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.plumbline.timeline.Observation;

/**
 * What was observed and is not written yet. Bounded in number and bytes: who adds to a full one waits, but not for ever.
 * Who writes is woken when much is there and not by each observation: waking a thread costs more than writing one.
 * Thread-safe.
 */
final class Backlog {

    /** How many observations have room. */
    static final int CAPACITY = 65_536;

    /** How many bytes have room; a longer one alone has, too. */
    static final long BYTES = 64 << 20;

    private static final int MUCH = 2048;

    private final long patience;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition much = lock.newCondition();
    private final Condition room = lock.newCondition();

    /** Taking a whole batch costs the same however many there are in it; nobody who adds has to wait for that. */
    private final ArrayDeque<Batch> waiting = new ArrayDeque<>();

    private int size;
    private long bytes;
    private boolean ended;

    /** At most {@link #MUCH} of them; only the last batch has fewer. */
    private static final class Batch {
        private final List<Observation> observations = new ArrayList<>();
        private long bytes;
    }

    /** @param patience how long somebody waits for room, in nanoseconds */
    Backlog(long patience) {
        this.patience = patience;
    }

    /**
     * Adds one. An interrupted thread waits for room, too.
     *
     * @return false where there was no room for so long that nobody may wait any more; it was not added
     */
    boolean put(Observation observation) {
        lock.lock();
        try {
            if (!hasRoom(observation) && !waitForRoom(observation)) {
                return false;
            }
            add(observation);
            if (size == MUCH || bytes >= BYTES / 2) {
                much.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void add(Observation observation) {
        Batch last = waiting.peekLast();
        if (last == null || last.observations.size() == MUCH) {
            last = new Batch();
            waiting.add(last);
        }
        last.observations.add(observation);
        last.bytes += bytes(observation);
        size++;
        bytes += bytes(observation);
    }

    private boolean hasRoom(Observation observation) {
        return size == 0 || size < CAPACITY && bytes + bytes(observation) <= BYTES;
    }

    private boolean waitForRoom(Observation observation) {
        boolean interrupted = false;
        long left = patience;
        while (!hasRoom(observation) && left > 0) {
            try {
                left = room.awaitNanos(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return hasRoom(observation);
    }

    /** What is of any length is in frames. */
    private static long bytes(Observation observation) {
        return observation instanceof Observation.Frame frame ? frame.packet().payload().length : 0;
    }

    /** How many are waiting. */
    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is added from here on. */
    void end() {
        lock.lock();
        try {
            ended = true;
            much.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it has ended and everything was taken. */
    boolean isDone() {
        lock.lock();
        try {
            return ended && size == 0;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what is there, in order: as soon as it is much or large, after that time at the latest, at once at the end. Of more than
     * much only the first part, so that there is room for others while these are written.
     */
    List<Observation> take(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (size < MUCH && bytes < BYTES / 2 && !ended && left > 0) {
                left = much.awaitNanos(left);
            }
            Batch taken = waiting.isEmpty() ? new Batch() : waiting.remove();
            size -= taken.observations.size();
            bytes -= taken.bytes;
            room.signalAll();
            return taken.observations;
        } finally {
            lock.unlock();
        }
    }
}
