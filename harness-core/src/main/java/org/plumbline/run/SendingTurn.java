package org.plumbline.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread at a time encode and send on a channel, and knows whether what stops the device waits for it. Thread-safe. */
final class SendingTurn {

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger stopping = new AtomicInteger();

    /** Waits for the turn. */
    void take(Sending sending) {
        if (!sending.stops()) {
            lock.lock();
            return;
        }
        stopping.incrementAndGet();
        try {
            lock.lock();
        } finally {
            stopping.decrementAndGet();
        }
    }

    /** The same for what is no command. */
    void take() {
        lock.lock();
    }

    /** The next one may have it. */
    void leave() {
        lock.unlock();
    }

    /** Whether the command that stops the device waits for whoever has the turn. */
    boolean isStopWaiting() {
        return stopping.get() > 0;
    }
}
