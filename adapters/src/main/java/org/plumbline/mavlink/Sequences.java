package org.plumbline.mavlink;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Counts the frames that are missing between those of one component, by their sequence numbers. Not thread-safe. */
final class Sequences {

    /** Half of the numbers: a jump that far is one back. */
    private static final int BACK = 128;

    /** How far a frame may go back that came late or twice; farther, the sender began again. */
    private static final int LATE = 16;

    private final Map<Source, MavlinkFrame> before = new HashMap<>();
    private final Map<Source, Integer> latest = new HashMap<>();
    private final Map<Source, Long> lost = new HashMap<>();

    /**
     * Takes the next frame of its source; each adds 1 to the number before, modulo 256. One that comes late was counted as
     * missing when the one after it came, and stays counted.
     *
     * @return how many are missing just before it
     */
    int take(MavlinkFrame frame) {
        Source source = Source.of(frame);
        before.put(source, frame);
        int last = latest.getOrDefault(source, frame.sequence() - 1);
        int missing = frame.sequence() - last - 1 & 0xFF;
        boolean back = missing >= BACK;
        if (!back || (last - frame.sequence() & 0xFF) > LATE) {
            latest.put(source, frame.sequence());
        }
        lost.merge(source, back ? 0L : missing, Long::sum);
        return back ? 0 : missing;
    }

    /** Whether the frame before it, of its source, has its number and is another one; one that comes twice is the same. */
    boolean isRepeated(MavlinkFrame frame) {
        MavlinkFrame other = before.get(Source.of(frame));
        return other != null && other.sequence() == frame.sequence() && !Arrays.equals(other.bytes(), frame.bytes());
    }

    /** What comes next is not missing anything: nobody listened. */
    void interrupt() {
        before.clear();
        latest.clear();
    }

    /** How many are missing so far, of all those sources together. */
    long lost(Predicate<Source> of) {
        return lost.entrySet().stream()
                .filter(entry -> of.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
