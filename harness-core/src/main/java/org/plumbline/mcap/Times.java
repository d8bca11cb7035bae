package org.plumbline.mcap;

/** The earliest and the latest of some log times, which are unsigned; 0 and 0 of none. */
final class Times {

    private boolean any;
    private long start;
    private long end;

    void add(long time) {
        start = !any || Long.compareUnsigned(time, start) < 0 ? time : start;
        end = !any || Long.compareUnsigned(time, end) > 0 ? time : end;
        any = true;
    }

    void clear() {
        any = false;
        start = 0;
        end = 0;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }
}
