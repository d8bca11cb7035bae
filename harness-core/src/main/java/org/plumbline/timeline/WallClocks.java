package org.plumbline.timeline;

import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.timeline.Observation.WallClock;

/** What the computer's wall clock showed, and when. Guarded by the timeline's lock. */
final class WallClocks {

    private final Series readings;

    WallClocks(Pages pages) {
        this.readings = new Series(pages);
    }

    void add(WallClock reading, long sequence) {
        readings.add(reading.time(), sequence, Page.WORD, reading.utc(), null);
    }

    /** UTC at a time by the last reading until then, or the first after it; empty without readings. */
    OptionalLong utc(long time, long sequence) {
        int size = readings.sizeAt(sequence);
        if (size == 0) {
            return OptionalLong.empty();
        }
        WallClock reading = reading(Math.max(0, Math.min(size, readings.firstAt(time + 1)) - 1));
        return OptionalLong.of(reading.utc() + time - reading.time());
    }

    /** The largest step between two readings of which the time between them reaches into a stretch. */
    Optional<WallClock.Step> step(long from, long to, long sequence) {
        int size = readings.sizeAt(sequence);
        Optional<WallClock.Step> largest = Optional.empty();
        for (int i = Math.max(1, readings.firstAt(from)); i < size; i++) {
            WallClock before = reading(i - 1);
            if (before.time() > to) {
                break;
            }
            Optional<WallClock.Step> step = reading(i).since(before);
            if (step.isPresent()
                    && step.get().size() > largest.map(WallClock.Step::size).orElse(0L)) {
                largest = step;
            }
        }
        return largest;
    }

    private WallClock reading(int index) {
        Series.Part part = readings.part(index);
        int place = index - part.from();
        return new WallClock(part.page().times[place], part.page().words[place]);
    }
}
