package org.plumbline.capture;

import java.util.concurrent.TimeUnit;

/**
 * When a capture goes to disk: {@value #PERIOD_MILLIS} ms after the last time, so that what is recorded waits no longer than
 * that and one write. Times in nanoseconds of one clock.
 */
final class Flushing {

    private static final long PERIOD_MILLIS = 50;
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);

    /** A slow flush is followed by the next so soon: what came meanwhile would otherwise wait for a whole period more. */
    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(5);

    private long at;

    Flushing(long start) {
        at = start + PERIOD;
    }

    /** Time until the next flush; none where it is due. */
    long left(long now) {
        return at - now;
    }

    /** A flush was done. */
    void done(long begun, long ended) {
        at = Math.max(begun + PERIOD, ended + BETWEEN);
    }
}
