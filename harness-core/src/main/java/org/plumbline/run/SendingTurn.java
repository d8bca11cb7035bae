package org.plumbline.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Lets one thread at a time encode and send on a channel, and knows whether what stops the device waits for it. Thread-safe. */
final class SendingTurn {

    private final String channel;
    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger stopping = new AtomicInteger();

    /** @param patience how long whoever has it may take, in nanoseconds: longer than an encoder is waited for */
    SendingTurn(String channel, long patience) {
        this.channel = channel;
        this.patience = patience;
    }

    /**
     * Waits for the turn.
     *
     * @throws BenchException where whoever has it does not return
     */
    void take(Sending sending) {
        if (!sending.stops()) {
            take();
            return;
        }
        stopping.incrementAndGet();
        try {
            take();
        } finally {
            stopping.decrementAndGet();
        }
    }

    /** The same for what is no command; in a run that has ended, too. */
    void take() {
        boolean interrupted = Thread.interrupted();
        try {
            while (!taken()) {
                interrupted = true;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** False where its thread was interrupted meanwhile: it waits on. */
    private boolean taken() {
        try {
            if (lock.tryLock(patience, TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            return false;
        }
        throw new BenchException(Problem.of(
                new Text("通道 %s: 之前的发送 %d s 内未返回", "channel %s: what was sent before has not returned for %d s")
                        .with(channel, TimeUnit.NANOSECONDS.toSeconds(patience)),
                new Text(
                        "问题在编解码、传输或提供它的插件：请换用其他版本，或向其作者报告",
                        "the fault is the codec's or the transport's, or their plugin's: use another version, or report it to its"
                                + " author")));
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
