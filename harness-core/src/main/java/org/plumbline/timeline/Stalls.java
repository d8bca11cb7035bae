package org.plumbline.timeline;

import org.plumbline.timeline.Observation.Stall;

/** When the harness was held up. Guarded by the timeline's lock. */
final class Stalls {

    private final Series entries;
    private long longest;

    Stalls(Pages pages) {
        this.entries = new Series(pages);
    }

    void add(Stall stall, long sequence) {
        entries.add(stall.time(), sequence, Page.WORD, stall.duration(), null);
        longest = Math.max(longest, stall.duration());
    }

    /** By how much a stamp may be late, in nanoseconds, as far as was known at a place. */
    long lateness(long stamp, long sequence) {
        int size = entries.sizeAt(sequence);
        long latest = 0;
        for (int i = entries.ordered() ? entries.firstAt(stamp - Stall.AFTER) : 0; i < size; i++) {
            Series.Part part = entries.part(i);
            Stall stall = new Stall(part.page().times[i - part.from()], part.page().words[i - part.from()]);
            if (entries.ordered() && stall.time() - longest > stamp) {
                break;
            }
            latest = stall.covers(stamp) ? Math.max(latest, stall.duration()) : latest;
        }
        return latest;
    }
}
