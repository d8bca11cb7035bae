package org.plumbline.run;

import java.util.concurrent.TimeUnit;

/**
 * How long nothing has come on a connection, on which no byte has to be answered by one: after a second, or sooner where it never
 * took as long before, nobody knows whether it stands. One thread tells of what comes; anybody asks.
 */
final class Silence {

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

    private volatile long heard;
    private volatile long usual = SHORTEST;

    /** A connection stands from then on, ns. */
    void begins(long time) {
        heard = time;
    }

    /** Something came then, ns. */
    void ends(long time) {
        usual = Math.max(usual, Math.min(time - heard, LONGEST));
        heard = time;
    }

    /** When something came last, or the connection was made, ns. */
    long since() {
        return heard;
    }

    /** Whether one since then is so long by now that the connection may be dead. */
    boolean tellsNothing(long since, long now) {
        return now - since > usual;
    }
}
