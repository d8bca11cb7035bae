package org.plumbline.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.plumbline.timeline.Observation;

/**
 * What was observed and is not written yet. Bounded: who adds to a full one waits, so that nothing is dropped. Who writes
 * is woken when much is there and not by each observation: waking a thread costs more than writing one. Thread-safe.
 */
final class Backlog {

    private static final int CAPACITY = 65_536;
    private static final int MUCH = 2048;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition much = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final ArrayDeque<Observation> waiting = new ArrayDeque<>();
    private boolean ended;

    /** Adds one. An interrupted thread waits for room, too. */
    void put(Observation observation) {
        lock.lock();
        try {
            while (waiting.size() >= CAPACITY) {
                room.awaitUninterruptibly();
            }
            waiting.add(observation);
            if (waiting.size() == MUCH) {
                much.signal();
            }
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
            return ended && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what is there, in order: as soon as it is much, after that time at the latest, at once at the end. Of more than
     * much only the first part, so that there is room for others while these are written.
     */
    List<Observation> take(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (waiting.size() < MUCH && !ended && left > 0) {
                left = much.awaitNanos(left);
            }
            int count = Math.min(waiting.size(), MUCH);
            List<Observation> taken = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                taken.add(waiting.remove());
            }
            room.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
