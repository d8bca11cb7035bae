package org.plumbline.timeline;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.plumbline.timeline.Series.Part;

/** Observations of one kind, each with its place among all. Guarded by the timeline's lock. */
final class Log<T extends Observation> {

    private final Object lock;
    private final Shape<T> shape;
    private final Series entries;

    Log(Object lock, Pages pages, Shape<T> shape) {
        this.lock = lock;
        this.shape = shape;
        this.entries = new Series(pages);
    }

    /** @return its index */
    int add(T entry, long sequence) {
        entries.add(entry.time(), sequence, Page.WORD, shape.word(entry), shape.text(entry));
        return entries.size() - 1;
    }

    T get(int index) {
        return entry(entries.part(index), index);
    }

    private T entry(Part part, int index) {
        return entry(part.page(), index - part.from());
    }

    private T entry(Page page, int place) {
        return shape.entry(page.times[place], page.words[place], String.valueOf(page.text(place)));
    }

    /** Those of a stretch, both ends included, that were there at a place. */
    List<T> between(long from, long to, long sequence) {
        int size = entries.sizeAt(sequence);
        if (!entries.ordered()) {
            return filtered(from, to, size);
        }
        int first = entries.firstAt(from);
        int last = to == Long.MAX_VALUE ? size : Math.min(entries.firstAt(to + 1), size);
        return first >= last ? List.of() : new Stretch(new Extent(lock, entries, first, last - first));
    }

    /** Two threads may have stamped them the other way round. */
    private List<T> filtered(long from, long to, int size) {
        List<T> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            T entry = get(i);
            if (entry.time() >= from && entry.time() <= to) {
                found.add(entry);
            }
        }
        return List.copyOf(found);
    }

    /** Read as they are needed. */
    private final class Stretch extends AbstractList<T> implements RandomAccess {
        private final Extent extent;

        Stretch(Extent extent) {
            this.extent = extent;
        }

        @Override
        public int size() {
            return extent.size();
        }

        @Override
        public T get(int index) {
            Part part = extent.part(index);
            return entry(part.page(), extent.place(part, index));
        }
    }
}
