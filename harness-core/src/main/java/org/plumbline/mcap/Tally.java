package org.plumbline.mcap;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counts messages by channel, and keeps the earliest and the latest log time. */
final class Tally {

    private final Times times = new Times();
    private long[] counts = new long[16];
    private long total;

    void message(int channel, long logTime) {
        if (channel >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(2 * counts.length, channel + 1));
        }
        counts[channel]++;
        total++;
        times.add(logTime);
    }

    long total() {
        return total;
    }

    Times times() {
        return times;
    }

    Map<Integer, Long> byChannel() {
        Map<Integer, Long> map = new TreeMap<>();
        for (int channel = 0; channel < counts.length; channel++) {
            if (counts[channel] > 0) {
                map.put(channel, counts[channel]);
            }
        }
        return map;
    }
}
