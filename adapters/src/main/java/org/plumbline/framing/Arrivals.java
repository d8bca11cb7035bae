package org.plumbline.framing;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When the bytes of a stream arrived that wait to become frames. What comes after the beginning of a frame that was cut has to
 * wait for bytes that come later; its time is not theirs. Not thread-safe.
 */
public final class Arrivals {

    private final Deque<Read> reads = new ArrayDeque<>();
    private long arrived;
    private long taken;

    /**
     * What one read brought.
     *
     * @param end bytes of the stream up to its last one
     */
    private record Read(long end, long time) {}

    /**
     * Takes that so many bytes arrived.
     *
     * @param time nanoseconds since the run's start
     */
    public void add(long time, int bytes) {
        if (bytes > 0) {
            arrived += bytes;
            reads.add(new Read(arrived, time));
        }
    }

    /**
     * When the last of the first so many bytes that wait arrived, in nanoseconds since the run's start.
     *
     * @param bytes at least one, no more than there are
     */
    public long of(int bytes) {
        return reads.stream()
                .filter(read -> read.end >= taken + bytes)
                .findFirst()
                .orElseThrow()
                .time;
    }

    /**
     * Takes the first of the bytes that wait: so many, at least one, no more than there are.
     *
     * @return when the last of them arrived, in nanoseconds since the run's start
     */
    public long take(int bytes) {
        taken += bytes;
        while (reads.element().end < taken) {
            reads.remove();
        }
        return reads.element().time;
    }
}
