package org.plumbline.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.plumbline.timeline.Clock;

/**
 * Lets one thread at a time at a decoder, and gives up a decoder that does not return: then nobody gets at it any more, and what
 * it was given is recorded as it came. Thread-safe.
 */
final class DecoderTurn {

    /** In ns; no packet takes that long. */
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    /** Whoever waits for a turn looks that often whether it still comes, in milliseconds. */
    private static final long LOOK = 10;

    /** A process that was stopped and goes on gets that part of the patience to come to its end. */
    static final long GRACE = 10;

    private static final long NOBODY = Long.MAX_VALUE;

    private final Clock clock;
    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile long since = NOBODY;
    private volatile boolean givenUp;
    private long suspect = NOBODY;
    private long suspectSince;

    /** @param patience nanoseconds */
    DecoderTurn(Clock clock, long patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** Waits for the turn; false where the decoder is given up, or is to be, for whoever has the turn does not return. */
    boolean take() {
        boolean interrupted = false;
        boolean taken = lock.tryLock();
        while (!taken && !overdue()) {
            try {
                taken = lock.tryLock(LOOK, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (taken && givenUp) {
            lock.unlock();
        }
        return taken && !givenUp;
    }

    /** The next one may have it. */
    void leave() {
        lock.unlock();
    }

    /** The decoder itself is asked from now on; what its caller does around that may have to wait for a disk. */
    synchronized void enters() {
        since = clock.now();
    }

    /** It has returned; false where it had been given up before. */
    synchronized boolean returned() {
        since = NOBODY;
        return !givenUp;
    }

    /** Whether it has not returned for so long that it is to be given up, or has been. */
    synchronized boolean overdue() {
        long begun = since;
        long now = clock.now();
        if (givenUp) {
            return true;
        }
        if (begun == NOBODY || now - begun < patience) {
            suspect = NOBODY;
            return false;
        }
        if (suspect != begun) {
            suspect = begun;
            suspectSince = now;
        }
        return now - suspectSince >= patience / GRACE;
    }

    /** @return when it was asked what it has not returned from, in ns since the run's start; negative where it has, or was given up */
    synchronized long giveUp() {
        if (givenUp || since == NOBODY) {
            return -1;
        }
        givenUp = true;
        return since;
    }

    boolean givenUp() {
        return givenUp;
    }
}
