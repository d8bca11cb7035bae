package org.plumbline.timeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.plumbline.channel.FrameError;
import org.plumbline.timeline.Observation.Frame;
import org.plumbline.timeline.Observation.FrameFault;

/** The frames that came on one channel, and what was wrong with them first. Guarded by the timeline's lock. */
final class FrameLog {

    /** Of a broker's own messages; devices of some platforms publish to other topics that begin so ({@code $oc/…}). */
    private static final List<String> BROKERS_OWN = List.of("$SYS/", "$mqtt/");

    private final Pages pages;
    private final Series received;
    private final Map<FrameError, Series> faulty = new EnumMap<>(FrameError.class);
    private boolean told = true;

    static boolean isBrokersOwn(String address) {
        return BROKERS_OWN.stream().anyMatch(address::startsWith);
    }

    FrameLog(Pages pages) {
        this.pages = pages;
        this.received = new Series(pages);
    }

    void add(Frame frame, long sequence) {
        String address = frame.packet().address();
        told = frame.packet().retained() || isBrokersOwn(address);
        if (!told) {
            received.add(frame.time(), sequence, Page.WORD, 0, null);
        }
    }

    /** Of the frame before it; or one that did not come, then it is none of that frame's. */
    void add(FrameFault fault, long sequence) {
        boolean missing = fault.kind() == FrameError.LOST || fault.kind() == FrameError.TIMEOUT;
        if (missing || !told) {
            faulty.computeIfAbsent(fault.kind(), kind -> new Series(pages))
                    .add(fault.time(), sequence, Page.WORD, 0, null);
        }
        told |= !missing;
    }

    /** Those of a stretch, both ends included, that were there at a place. What came broken is missing by its number, too. */
    FrameCount between(long from, long to, long sequence) {
        int broken = of(from, to, sequence, FrameError.CHECKSUM, FrameError.SYNTAX);
        int wrong = of(from, to, sequence, FrameError.LENGTH, FrameError.VALUE, FrameError.EXCEPTION);
        int missing = Math.max(0, of(from, to, sequence, FrameError.LOST) - broken)
                + of(from, to, sequence, FrameError.TIMEOUT);
        return new FrameCount(size(received, from, to, sequence) + missing, broken + wrong + missing);
    }

    /** The longest time without any frame in a stretch, in nanoseconds. */
    long longestSilence(long from, long to, long sequence) {
        long longest = 0;
        long previous = from;
        int first = received.firstAt(from);
        int end = first + size(received, from, to, sequence);
        for (int i = first; i < end; i++) {
            longest = Math.max(longest, received.time(i) - previous);
            previous = received.time(i);
        }
        return Math.max(longest, to - previous);
    }

    /** From frame to frame before a stretch, where three or more came, or up to its end; 0 of fewer than two. In nanoseconds. */
    long interval(long before, long from, long to, long sequence) {
        long usual = size(received, before, from - 1, sequence) > 2 ? from - 1 : to;
        int first = received.firstAt(before);
        int intervals = size(received, before, usual, sequence) - 1;
        return intervals < 1 ? 0 : (received.time(first + intervals) - received.time(first)) / intervals;
    }

    private int of(long from, long to, long sequence, FrameError... kinds) {
        return Stream.of(kinds)
                .map(faulty::get)
                .filter(Objects::nonNull)
                .mapToInt(series -> size(series, from, to, sequence))
                .sum();
    }

    private static int size(Series series, long from, long to, long sequence) {
        return Math.max(0, Math.min(series.firstAt(to + 1), series.sizeAt(sequence)) - series.firstAt(from));
    }
}
