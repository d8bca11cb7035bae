package org.plumbline.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Hands over to the receiver what the client library's threads bring: in order, one at a time, on a thread of its own.
 * The library's threads never run a receiver: it would be late with time stamps and pings while the receiver blocks, and
 * it would take an exception of the receiver's for a broken connection.
 */
final class MqttInbox {

    /** At 50,000 messages a second, what arrives while the receiver blocks for 80 ms; beyond it the broker has to wait. */
    private static final int CAPACITY = 4096;

    /** In bytes, and as many again in what is being delivered; a longer message alone has room, too. */
    static final int BYTES = 32 << 20;

    private static final long GATHER_NANOS = 500_000;
    private static final long CLOSE_MILLIS = 2_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final Condition room = lock.newCondition();

    /** Taken as a whole: who brings something never waits while much is taken. */
    private List<Runnable> waiting = new ArrayList<>();

    private int bytes;
    private int brought;
    private final AtomicInteger delivered = new AtomicInteger();
    private final Consumer<Throwable> failed;
    private final IntConsumer dropped;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile boolean ended;

    /**
     * @param failed told, on the same thread, of what was thrown when a delivery ended all others
     * @param dropped told, by {@link #close}, how many deliveries were not made, where it is any
     */
    MqttInbox(String channel, Consumer<Throwable> failed, IntConsumer dropped) {
        this.failed = failed;
        this.dropped = dropped;
        this.thread = new Thread(this::deliver, "plumbline-mqtt-" + channel);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits while there is no room; what it waits with when it is closed is not taken. */
    void put(Runnable action, int length) {
        if (closing) {
            return;
        }
        lock.lock();
        try {
            brought++;
            while (!hasRoom(length) && !closing && !ended) {
                room.await();
            }
            if (hasRoom(length)) {
                waiting.add(action);
                bytes += length;
                some.signal();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(int length) {
        return waiting.isEmpty() || waiting.size() < CAPACITY && (long) bytes + length <= BYTES;
    }

    /** All that waits, as soon as there is something; nothing where it is closed and nothing is left. */
    private List<Runnable> take() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                some.await();
            }
            List<Runnable> taken = waiting;
            waiting = new ArrayList<>();
            bytes = 0;
            room.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Being woken costs as much as a message: a pause lets some gather while more come. Their time stamps are taken. */
    private void deliver() {
        try {
            for (List<Runnable> taken = take(); !taken.isEmpty(); taken = take()) {
                for (Runnable delivery : taken) {
                    if (ended) {
                        return;
                    }
                    delivery.run();
                    delivered.incrementAndGet();
                }
                closed.await(GATHER_NANOS, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            end();
            failed.accept(e);
        }
    }

    private void end() {
        ended = true;
        release();
    }

    /** Keeps nobody waiting. */
    private void release() {
        lock.lock();
        try {
            some.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more, and keeps nobody waiting who wants to put something. */
    void refuse() {
        closing = true;
        closed.countDown();
        release();
    }

    /** Takes nothing more, delivers what is there, and returns when that is done or has taken too long. */
    void close() {
        refuse();
        try {
            if (Thread.currentThread() != thread) {
                thread.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
        int left = undelivered();
        if (left > 0) {
            dropped.accept(left);
        }
    }

    private int undelivered() {
        lock.lock();
        try {
            return brought - delivered.get();
        } finally {
            lock.unlock();
        }
    }
}
