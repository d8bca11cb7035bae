package org.plumbline.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands over to the receiver what the client library's threads bring: in order, one at a time, on a thread of its own.
 * The library's threads never run a receiver: it would be late with time stamps and pings while the receiver blocks, and
 * it would take an exception of the receiver's for a broken connection.
 */
final class MqttInbox {

    /** At 50,000 messages a second, what arrives while the receiver blocks for 80 ms; beyond it the broker has to wait. */
    private static final int CAPACITY = 4096;

    private static final long GATHER_NANOS = 500_000;
    private static final long OFFER_MILLIS = 100;
    private static final long CLOSE_MILLIS = 2_000;

    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Consumer<RuntimeException> failed;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile boolean ended;

    /** @param failed told, on the same thread, of the exception with which a delivery ended all others */
    MqttInbox(String channel, Consumer<RuntimeException> failed) {
        this.failed = failed;
        this.thread = new Thread(this::deliver, "plumbline-mqtt-" + channel);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits while there is no room; drops the delivery once closed. */
    void put(Runnable delivery) {
        try {
            while (!closing && !ended && !queue.offer(delivery, OFFER_MILLIS, TimeUnit.MILLISECONDS)) {
                // full: look again whether it was closed meanwhile
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver() {
        try {
            while (!ended && !(closing && queue.isEmpty())) {
                Runnable delivery = queue.poll(OFFER_MILLIS, TimeUnit.MILLISECONDS);
                if (delivery != null) {
                    delivery.run();
                    runAllThatIsThere();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            ended = true;
            failed.accept(e);
        }
    }

    /** Being woken costs as much as a message: while more come, a pause lets some gather. Their time stamps are taken. */
    private void runAllThatIsThere() throws InterruptedException {
        List<Runnable> more = new ArrayList<>();
        do {
            more.clear();
            closed.await(GATHER_NANOS, TimeUnit.NANOSECONDS);
            queue.drainTo(more);
            for (Runnable delivery : more) {
                if (!ended) {
                    delivery.run();
                }
            }
        } while (!ended && !more.isEmpty());
    }

    /** Takes nothing more, and keeps nobody waiting who wants to put something. */
    void refuse() {
        closing = true;
        closed.countDown();
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
        ended = true;
    }
}
