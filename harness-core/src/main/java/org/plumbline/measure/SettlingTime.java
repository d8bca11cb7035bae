package org.plumbline.measure;

import java.util.List;
import java.util.OptionalInt;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** The time from a stimulus until a signal has come to rest (IEC 61298-2:2008, step response). */
public final class SettlingTime {

    private static final double NANOS = 1e-9;
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
     * outside and the first inside, see {@link Timing#reaction}; u counts what a band wider and narrower by the signal's standard
     * uncertainty gives. A signal that is not at rest at the end was not so before its last sample outside.
     *
     * @param quantity what is measured, in words
     * @param trace from the stimulus to the end of the stretch
     * @param start when the stimulus was given, ns
     * @param level about which the signal settles, in the trace's unit
     * @param band half-width, in the trace's unit; a deviation of just that is inside
     * @param hold how long it has to have been inside by the end, ns
     * @throws NotMeasurableException without samples, and where it is at rest within the band, but not within one narrower by u
     */
    public static Measurement of(
            Text quantity, Trace trace, long start, double level, double band, long hold, Timing timing) {
        if (trace.size() == 0) {
            throw new NotMeasurableException(
                    new Text("信号 %s 在该时段内没有样本", "signal %s has no samples in the stretch").with(trace.signal()));
        }
        SettlingTime settling = new SettlingTime(trace, level, hold);
        OptionalInt settled = settling.first(band);
        if (settled.isEmpty()) {
            int outside = settling.inside(band) - 1;
            long last = outside < 0 ? start : trace.time(outside);
            return timing.noReaction(quantity, trace.signal(), start, last, trace.size())
                    .ofValues(List.of(trace));
        }
        double u = trace.standard();
        int latest = settling.first(band - u)
                .orElseThrow(() -> new NotMeasurableException(new Text(
                                "信号 %s 离误差带边缘不足其标准不确定度，不能断定已稳定",
                                "signal %s is no farther from the edge of the band than its standard uncertainty: whether it is at rest is not known")
                        .with(trace.signal())));
        int earliest = settling.first(band + u).orElseThrow();
        int at = settled.getAsInt();
        Contribution edge = Contribution.normal(
                new Text("测量仪器对进入误差带的影响", "the instrument at the edge of the limit band"),
                0,
                (trace.time(latest) - trace.time(earliest)) * NANOS / 2,
                Double.POSITIVE_INFINITY);
        long before = at == 0 ? start : trace.time(at - 1);
        return timing.reaction(quantity, trace.signal(), start, Passage.sharp(before, trace.time(at)), List.of(edge))
                .ofValues(List.of(trace));
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
