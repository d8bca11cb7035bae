package org.plumbline.measure;

import java.util.List;
import java.util.OptionalInt;
import org.plumbline.text.Text;

/** The time from a stimulus until a signal has come to rest (IEC 61298-2:2008, step response). */
public final class SettlingTime {

    private static final double ROUNDING = 1e-12;

    private final Trace trace;
    private final double level;
    private final long hold;

    private SettlingTime(Trace trace, double level, long hold) {
        this.trace = trace;
        this.level = level;
        this.hold = hold;
    }

    /**
     * From {@code start} until the signal comes into the band that it does not leave again. It happened between the last sample
     * outside and the first inside, as indicated; where a band wider or narrower by the signal's expanded uncertainty U has other
     * ones, U of the time reaches from the last outside the wider to the first inside the narrower, see {@link Timing#reaction}. A
     * signal that is not at rest at the end, even within the wider band, was not so before its last sample outside of that; nor was
     * one that is within the wider band, but not within the narrower one.
     *
     * @param quantity what is measured, in words
     * @param trace from the stimulus to the end of the stretch
     * @param start when the stimulus was given, ns
     * @param level about which the signal settles, in the trace's unit
     * @param band half-width, in the trace's unit; a deviation of just that is inside
     * @param hold how long it has to have been inside by the end, ns
     * @throws NotMeasurableException without samples
     */
    public static Measurement of(
            Text quantity, Trace trace, long start, double level, double band, long hold, Timing timing) {
        if (trace.size() == 0) {
            throw new NotMeasurableException(
                    new Text("信号 %s 在该时段内没有样本", "signal %s has no samples in the stretch").with(trace.signal()));
        }
        SettlingTime settling = new SettlingTime(trace, level, hold);
        double expanded = trace.expanded();
        OptionalInt possibly = settling.first(band + expanded);
        if (possibly.isEmpty()) {
            long last = settling.before(settling.inside(band + expanded), start);
            return timing.noReaction(quantity, trace.signal(), start, last, trace.size())
                    .ofValues(List.of(trace));
        }
        long outside = settling.before(possibly.getAsInt(), start);
        OptionalInt surely = settling.first(band - expanded);
        if (surely.isEmpty()) {
            return timing.noReaction(quantity, trace.signal(), start, outside, trace.size())
                    .ofValues(List.of(trace))
                    .remarked(new Text(
                                    "此后信号 %s 离误差带边缘不足其扩展不确定度 U = %.3g %s，不能断定是否已稳定",
                                    "from then on signal %s is no farther from the edge of the band than its expanded uncertainty"
                                            + " U = %.3g %s: whether it is at rest is not known")
                            .with(trace.signal(), expanded, trace.unit()));
        }
        int at = settling.inside(band);
        Passage passage =
                new Passage(outside, settling.before(at, start), trace.time(at), trace.time(surely.getAsInt()));
        return timing.reaction(quantity, trace.signal(), start, passage, List.of())
                .ofValues(List.of(trace));
    }

    private long before(int place, long start) {
        return place == 0 ? start : trace.time(place - 1);
    }

    /** The first sample from which on the signal is at rest. */
    private OptionalInt first(double band) {
        int first = inside(band);
        boolean rests = first < trace.size() && trace.time(trace.size() - 1) - trace.time(first) >= hold;
        return rests ? OptionalInt.of(first) : OptionalInt.empty();
    }

    /** The first sample from which on all are within the band; the size of the trace where the last is not. */
    private int inside(double band) {
        int first = trace.size();
        while (first > 0 && isInside(trace.value(first - 1), band)) {
            first--;
        }
        return first;
    }

    /** As people write numbers: 3.9 is within 0.1 of 4, although the binary numbers are not. */
    private boolean isInside(double value, double band) {
        double rounding = ROUNDING * Math.max(Math.abs(value), Math.abs(level));
        return Math.abs(trace.difference(value, level)) <= band + rounding;
    }
}
