package org.plumbline.timeline;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.plumbline.channel.Value;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Series.Part;

/**
 * The samples of a signal in a stretch, in order of time, as they stood when they were asked for. Immutable, and of any
 * length: they are read from the timeline as they are needed, until the timeline is closed. Thread-safe. Where they
 * cannot be read back every method throws {@link org.plumbline.error.HarnessException}.
 */
public final class Samples extends AbstractList<Sample> implements RandomAccess {

    private final String signal;
    private final Extent extent;

    Samples(String signal, Extent extent) {
        this.signal = signal;
        this.extent = extent;
    }

    @Override
    public int size() {
        return extent.size();
    }

    @Override
    public Sample get(int index) {
        Part part = extent.part(index);
        int place = extent.place(part, index);
        return new Sample(part.page().times[place], signal, part.page().value(place));
    }

    /** When, in nanoseconds since the run's start. */
    public long time(int index) {
        Part part = extent.part(index);
        return part.page().times[extent.place(part, index)];
    }

    /** The value of one. */
    public Value value(int index) {
        Part part = extent.part(index);
        return part.page().value(extent.place(part, index));
    }

    /** The number that one is, in the signal's unit; NaN for a text or a flag. */
    public double number(int index) {
        Part part = extent.part(index);
        int place = extent.place(part, index);
        return part.page().kinds[place] == Page.WORD ? Double.longBitsToDouble(part.page().words[place]) : Double.NaN;
    }
}
