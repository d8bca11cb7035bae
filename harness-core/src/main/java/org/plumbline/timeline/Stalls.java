package org.plumbline.timeline;

import org.plumbline.timeline.Observation.Stall;

/** When the harness was held up. Guarded by the timeline's lock. */
final class Stalls {

    private final Series durations;
    private final Series latenesses;
    private final Series pressures;
    private long longest;

    Stalls(Pages pages) {
        this.durations = new Series(pages);
        this.latenesses = new Series(pages);
        this.pressures = new Series(pages);
    }

    void add(Stall stall, long sequence) {
        durations.add(stall.time(), sequence, Page.WORD, stall.duration(), null);
        latenesses.add(stall.time(), sequence, Page.WORD, stall.lateness(), null);
        pressures.add(stall.time(), sequence, Page.WORD, stall.pressure(), null);
        if (stall.lateness() > 0) { // how long a processor was waited for is no matter of lateness
            longest = Math.max(longest, stall.duration());
        }
    }

    /** By how much a stamp may be late, in nanoseconds, as far as was known at a place. */
    long lateness(long stamp, long sequence) {
        int size = durations.sizeAt(sequence);
        boolean ordered = durations.ordered();
        long latest = 0;
        for (int i = ordered ? durations.firstAt(stamp - Stall.AFTER) : 0; i < size; i++) {
            long time = time(i);
            if (ordered && time - longest > stamp) {
                break;
            }
            boolean covers = new Stall(time, word(durations, i), 0).covers(stamp);
            latest = covers ? Math.max(latest, word(latenesses, i)) : latest;
        }
        return latest;
    }

    /** How long on end within a stretch something on the computer had to wait, in nanoseconds, as far as was known. */
    long pressure(long from, long to, long sequence) {
        int size = durations.sizeAt(sequence);
        long longestOnEnd = 0;
        for (int i = durations.ordered() ? durations.firstAt(from) : 0; i < size; i++) {
            Stall stall = new Stall(time(i), word(durations, i), 0, word(pressures, i));
            longestOnEnd = Math.max(longestOnEnd, stall.pressure(from, to));
        }
        return longestOnEnd;
    }

    private long time(int index) {
        Series.Part part = durations.part(index);
        return part.page().times[index - part.from()];
    }

    private static long word(Series series, int index) {
        Series.Part part = series.part(index);
        return part.page().words[index - part.from()];
    }
}
