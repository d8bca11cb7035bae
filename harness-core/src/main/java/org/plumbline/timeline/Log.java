package org.plumbline.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Observations of one kind, each with its place among all. Guarded by the timeline's lock. */
final class Log<T extends Observation> {

    private final List<T> entries = new ArrayList<>();
    private final List<Long> sequences = new ArrayList<>();

    void add(T entry, long sequence) {
        entries.add(entry);
        sequences.add(sequence);
    }

    /** Those that were there at a place, in order. */
    Stream<T> upTo(long sequence) {
        return IntStream.range(0, entries.size())
                .takeWhile(i -> sequences.get(i) <= sequence)
                .mapToObj(entries::get);
    }

    /** The same, newest first. */
    Stream<T> backFrom(long sequence) {
        return IntStream.iterate(entries.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> sequences.get(i) <= sequence)
                .mapToObj(entries::get);
    }

    void clear() {
        entries.clear();
        sequences.clear();
    }
}
