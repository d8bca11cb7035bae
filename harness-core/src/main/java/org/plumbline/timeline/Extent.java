package org.plumbline.timeline;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.timeline.Series.Part;

/**
 * Some consecutive entries of a series as they stood at one moment, read one by one without holding them. Thread-safe:
 * what is remembered between two reads is immutable.
 */
final class Extent {

    private final Object lock;
    private final Series series;
    private final int first;
    private final int size;
    private @Nullable Part recent;

    Extent(Object lock, Series series, int first, int size) {
        this.lock = lock;
        this.series = series;
        this.first = first;
        this.size = size;
    }

    int size() {
        return size;
    }

    /** The part of the series that holds an entry; its place there is {@link #place}. */
    Part part(int index) {
        int at = first + Objects.checkIndex(index, size);
        Part part = recent;
        if (part == null || at < part.from() || at >= part.to()) {
            synchronized (lock) {
                part = series.part(at);
            }
            recent = part;
        }
        return part;
    }

    int place(Part part, int index) {
        return first + index - part.from();
    }
}
