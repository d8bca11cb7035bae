package org.plumbline.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** In bytes; a longer message alone has room, too. */
    static final int BYTES = 64 << 20;

    private static final long GATHER_NANOS = 500_000;
    private static final long OFFER_MILLIS = 100;
    private static final long CLOSE_MILLIS = 2_000;

    private final BlockingQueue<Delivery> queue;
    private final Semaphore room = new Semaphore(BYTES);
    private final AtomicInteger undelivered = new AtomicInteger();

    /** Those of the undelivered that nobody is going to put into the queue any more. */
    private final AtomicInteger givenUp = new AtomicInteger();

    private final Consumer<Throwable> failed;
    private final IntConsumer dropped;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object gate = new Object();
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile boolean abandoned;

    record Delivery(Runnable action, int bytes) {}

    /**
     * @param failed told, on the same thread, of what was thrown when a delivery ended all others
     * @param dropped told, by {@link #close}, how many deliveries were not made, where it is any and not told before
     */
    MqttInbox(String channel, Consumer<Throwable> failed, IntConsumer dropped) {
        this(channel, failed, dropped, new ArrayBlockingQueue<>(CAPACITY));
    }

    MqttInbox(String channel, Consumer<Throwable> failed, IntConsumer dropped, BlockingQueue<Delivery> queue) {
        this.queue = queue;
        this.failed = failed;
        this.dropped = dropped;
        this.thread = new Thread(this::deliver, "plumbline-mqtt-" + channel);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits while there is no room; what it waits with when it is closed is not taken. */
    void put(Runnable action, int bytes) {
        if (takesMore() && !queued(new Delivery(action, Math.min(bytes, BYTES)))) {
            givenUp.incrementAndGet();
        }
    }

    /** Nothing is counted any more once it is being closed, so that the count is right then. */
    private boolean takesMore() {
        synchronized (gate) {
            if (!closing) {
                undelivered.incrementAndGet();
            }
            return !closing;
        }
    }

    private boolean queued(Delivery delivery) {
        try {
            boolean roomy = room.tryAcquire(delivery.bytes());
            while (!roomy && !closing && !ended) {
                roomy = room.tryAcquire(delivery.bytes(), OFFER_MILLIS, TimeUnit.MILLISECONDS);
            }
            boolean taken = roomy && queue.offer(delivery);
            while (roomy && !taken && !closing && !ended) {
                taken = queue.offer(delivery, OFFER_MILLIS, TimeUnit.MILLISECONDS);
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void make(Delivery delivery) {
        delivery.action().run();
        room.release(delivery.bytes());
        undelivered.decrementAndGet();
    }

    private void deliver() {
        try {
            while (!ended && !(closing && isDone())) {
                Delivery delivery = queue.poll(OFFER_MILLIS, TimeUnit.MILLISECONDS);
                if (delivery != null) {
                    make(delivery);
                    runAllThatIsThere();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            ended = true;
            failed.accept(e);
        }
    }

    /** Nor is anybody about to put something; in this order, for both grow meanwhile. */
    private boolean isDone() {
        int lost = givenUp.get();
        return undelivered.get() <= lost;
    }

    /** Being woken costs as much as a message: while more come, a pause lets some gather. Their time stamps are taken. */
    private void runAllThatIsThere() throws InterruptedException {
        List<Delivery> more = new ArrayList<>();
        do {
            more.clear();
            closed.await(GATHER_NANOS, TimeUnit.NANOSECONDS);
            queue.drainTo(more);
            for (Delivery delivery : more) {
                if (!ended) {
                    make(delivery);
                }
            }
        } while (!ended && !more.isEmpty());
    }

    /** Takes nothing more, and keeps nobody waiting who wants to put something. */
    void refuse() {
        synchronized (gate) {
            closing = true;
        }
        closed.countDown();
    }

    /**
     * Takes nothing more, keeps nobody waiting, and makes no delivery behind the one that does not return.
     *
     * @return how many are not made
     */
    int giveUp() {
        abandoned = true;
        ended = true;
        refuse();
        return Math.max(0, undelivered.get() - 1);
    }

    /** Takes nothing more, delivers what is there, and returns when that is done or has taken too long. */
    void close() {
        refuse();
        if (abandoned) {
            return;
        }
        try {
            if (Thread.currentThread() != thread) {
                thread.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended = true;
        int left = undelivered.get();
        if (left > 0) {
            dropped.accept(left);
        }
    }
}
