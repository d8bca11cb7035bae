package org.plumbline.timeline;

import org.plumbline.timeline.Observation.Stall;

/**
 * When the harness was held up. Two threads may tell of it out of order, and a replay tells of some ahead of others. Guarded by
 * the timeline's lock.
 */
final class Stalls {

    private final Series durations; // each at the latest end so far, which never falls
    private final Series latenesses;
    private final Series pressures;
    private long latest = Long.MIN_VALUE;
    private long disorder;
    private long longest;

    Stalls(Pages pages) {
        this.durations = new Series(pages);
        this.latenesses = new Series(pages);
        this.pressures = new Series(pages);
    }

    void add(Stall stall, long sequence) {
        latest = Math.max(latest, stall.time());
        disorder = Math.max(disorder, latest - stall.time());
        durations.add(latest, sequence, Page.WORD, stall.duration(), null);
        latenesses.add(stall.time(), sequence, Page.WORD, stall.lateness(), null);
        pressures.add(stall.time(), sequence, Page.WORD, stall.pressure(), null);
        if (stall.lateness() > 0) { // how long a processor was waited for is no matter of lateness
            longest = Math.max(longest, stall.duration());
        }
    }

    /** By how much a stamp may be late, in nanoseconds, as far as was known at a place. */
    long lateness(long stamp, long sequence) {
        int size = durations.sizeAt(sequence);
        long most = 0;
        for (int i = durations.firstAt(stamp - Stall.AFTER); i < size; i++) {
            if (durations.time(i) - disorder - longest > stamp) {
                break;
            }
            boolean covers = new Stall(latenesses.time(i), word(durations, i), 0).covers(stamp);
            most = covers ? Math.max(most, word(latenesses, i)) : most;
        }
        return most;
    }

    /** How long on end within a stretch something on the computer had to wait, in nanoseconds, as far as was known. */
    long pressure(long from, long to, long sequence) {
        int size = durations.sizeAt(sequence);
        long longestOnEnd = 0;
        for (int i = durations.firstAt(from); i < size; i++) {
            Stall stall = new Stall(latenesses.time(i), word(durations, i), 0, word(pressures, i));
            longestOnEnd = Math.max(longestOnEnd, stall.pressure(from, to));
        }
        return longestOnEnd;
    }

    private static long word(Series series, int index) {
        Series.Part part = series.part(index);
        return part.page().words[index - part.from()];
    }
}
