package org.plumbline.measure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.plumbline.text.Text;

/** Largest and smallest values, and what is derived from them. */
public final class Extreme {

    private Extreme() {}

    /** The largest value; NaN without samples. U is that of one sample. */
    public static Measurement maximum(Trace trace) {
        return of(
                trace, new Text("%s 的最大值", "maximum of %s"), values(trace).max().orElse(Double.NaN));
    }

    /** The smallest value; NaN without samples. U is that of one sample. */
    public static Measurement minimum(Trace trace) {
        return of(
                trace, new Text("%s 的最小值", "minimum of %s"), values(trace).min().orElse(Double.NaN));
    }

    /**
     * How far the value goes beyond where it ends up, in the direction of its change (ISO 9283:1998, 7.5). The end is
     * the last value of the stretch. NaN where it ends where it began: nothing shows the direction then.
     */
    public static Measurement overshoot(Trace trace) {
        double overshoot = Double.NaN;
        if (trace.size() > 0) {
            double end = trace.value(trace.size() - 1);
            double direction = Math.signum(trace.difference(end, trace.value(0)));
            overshoot = direction == 0
                    ? Double.NaN
                    : values(trace)
                            .map(value -> direction * trace.difference(value, end))
                            .max()
                            .orElseThrow();
        }
        return Result.of(
                new Text("%s 的超调量", "overshoot of %s").with(trace.signal()),
                Math.max(0, overshoot),
                trace.unit().ofDifference(),
                Math.sqrt(2) * trace.expandedForTwo(),
                List.of(trace));
    }

    /** |last value - first value|: the way after a command. U is that of a difference of two samples. */
    public static Measurement change(Trace trace) {
        double change = trace.size() == 0
                ? Double.NaN
                : Math.abs(trace.difference(trace.value(trace.size() - 1), trace.value(0)));
        return Result.of(
                new Text("%s 的变化量", "change of %s").with(trace.signal()),
                change,
                trace.unit().ofDifference(),
                Math.sqrt(2) * trace.expandedForTwo(),
                List.of(trace));
    }

    private static DoubleStream values(Trace trace) {
        return IntStream.range(0, trace.size()).mapToDouble(trace::value);
    }

    private static Measurement of(Trace trace, Text quantity, double value) {
        return Result.of(quantity.with(trace.signal()), value, trace.unit(), trace.expandedForTwo(), List.of(trace));
    }
}
