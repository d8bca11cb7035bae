package org.plumbline.mavlink;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts the frames that are missing between those of one component, by their sequence numbers. Not thread-safe. */
final class Sequences {

    private final Map<Source, Count> counts = new TreeMap<>();

    private record Count(int last, long lost) {}

    /**
     * Takes the next frame of its source; each adds 1 to the number before, modulo 256.
     *
     * @return how many are missing just before it
     */
    int take(MavlinkFrame frame) {
        Count before = counts.getOrDefault(Source.of(frame), new Count(frame.sequence() - 1, 0));
        int missing = frame.sequence() - before.last - 1 & 0xFF;
        counts.put(Source.of(frame), new Count(frame.sequence(), before.lost + missing));
        return missing;
    }

    /** How many are missing so far, of all those sources together. */
    long lost(Predicate<Source> of) {
        return counts.entrySet().stream()
                .filter(entry -> of.test(entry.getKey()))
                .mapToLong(entry -> entry.getValue().lost)
                .sum();
    }
}
