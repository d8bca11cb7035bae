package org.plumbline.mcap;

import java.util.Arrays;
import java.util.Comparator;

/** Where messages are: log times and offsets. */
final class Entries {

    private static final Comparator<long[]> BY_TIME = (one, other) -> Long.compareUnsigned(one[0], other[0]);

    private long[] times = new long[16];
    private long[] offsets = new long[16];
    private int size;
    private boolean sorted = true;

    void add(long time, long offset) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            offsets = Arrays.copyOf(offsets, 2 * size);
        }
        sorted &= size == 0 || Long.compareUnsigned(times[size - 1], time) <= 0;
        times[size] = time;
        offsets[size++] = offset;
    }

    int size() {
        return size;
    }

    long time(int entry) {
        return times[entry];
    }

    long offset(int entry) {
        return offsets[entry];
    }

    /** Sorts by time; entries of the same time keep their order. */
    void sort() {
        if (sorted) {
            return;
        }
        long[][] pairs = new long[size][];
        for (int i = 0; i < size; i++) {
            pairs[i] = new long[] {times[i], offsets[i]};
        }
        Arrays.sort(pairs, BY_TIME);
        for (int i = 0; i < size; i++) {
            times[i] = pairs[i][0];
            offsets[i] = pairs[i][1];
        }
        sorted = true;
    }
}
