package org.plumbline.mavlink;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts the frames that are missing between those of one component, by their sequence numbers. Not thread-safe. */
final class Sequences {

    /** Half of the numbers: a jump that far is one back. */
    private static final int BACK = 128;

    /** How far a frame may go back that came late or twice; farther, the sender began again. */
    private static final int LATE = 16;

    private final Map<Source, Count> counts = new TreeMap<>();

    private record Count(int last, long lost) {}

    /**
     * Takes the next frame of its source; each adds 1 to the number before, modulo 256. One that comes late was counted as
     * missing when the one after it came, and stays counted.
     *
     * @return how many are missing just before it
     */
    int take(MavlinkFrame frame) {
        Count before = counts.getOrDefault(Source.of(frame), new Count(frame.sequence() - 1, 0));
        int missing = frame.sequence() - before.last - 1 & 0xFF;
        if (missing < BACK) {
            counts.put(Source.of(frame), new Count(frame.sequence(), before.lost + missing));
            return missing;
        }
        boolean late = (before.last - frame.sequence() & 0xFF) <= LATE;
        counts.put(Source.of(frame), new Count(late ? before.last : frame.sequence(), before.lost));
        return 0;
    }

    /** How many are missing so far, of all those sources together. */
    long lost(Predicate<Source> of) {
        return counts.entrySet().stream()
                .filter(entry -> of.test(entry.getKey()))
                .mapToLong(entry -> entry.getValue().lost)
                .sum();
    }
}
