package org.plumbline.measure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.plumbline.text.Text;

/** Largest and smallest values, and what is derived from them. */
public final class Extreme {

    private Extreme() {}

    /**
     * The largest value. U is that of one sample.
     *
     * @throws NotMeasurableException without samples, and of angles that wrap: none is the largest
     */
    public static Measurement maximum(Trace trace) {
        requireSamples(trace);
        requireEnds(trace);
        return of(
                trace, new Text("%s 的最大值", "maximum of %s"), values(trace).max().orElseThrow());
    }

    /**
     * The smallest value. U is that of one sample.
     *
     * @throws NotMeasurableException without samples, and of angles that wrap: none is the smallest
     */
    public static Measurement minimum(Trace trace) {
        requireSamples(trace);
        requireEnds(trace);
        return of(
                trace, new Text("%s 的最小值", "minimum of %s"), values(trace).min().orElseThrow());
    }

    /**
     * How far the value goes beyond where it ends up, in the direction of its change (ISO 9283:1998, 7.5). The end is
     * the last value of the stretch.
     *
     * @throws NotMeasurableException without samples, and where it ends where it began, within U of the difference: nothing shows
     *     the direction then
     */
    public static Measurement overshoot(Trace trace) {
        requireSamples(trace);
        double end = trace.value(trace.size() - 1);
        double change = trace.difference(end, trace.value(0));
        Uncertainty uncertainty = Uncertainty.of(Rows.ofTwoSamples(trace));
        if (Math.abs(change) <= uncertainty.expanded()) {
            throw new NotMeasurableException(new Text(
                            "信号 %s 的终值与初值之差不超过其 U = %.3g %s，无法确定超调方向",
                            "signal %s ends no farther from where it began than U = %.3g %s of the difference: nothing shows"
                                    + " the direction of its overshoot")
                    .with(trace.signal(), uncertainty.expanded(), trace.unit().ofDifference()));
        }
        double direction = Math.signum(change);
        double overshoot = values(trace)
                .map(value -> direction * trace.difference(value, end))
                .max()
                .orElseThrow();
        return Result.of(
                new Text("%s 的超调量", "overshoot of %s").with(trace.signal()),
                Math.max(0, overshoot),
                trace.unit().ofDifference(),
                uncertainty,
                List.of(trace));
    }

    /**
     * |last value - first value|: the way after a command. U is that of a difference of two samples.
     *
     * @throws NotMeasurableException without samples
     */
    public static Measurement change(Trace trace) {
        requireSamples(trace);
        double change = Math.abs(trace.difference(trace.value(trace.size() - 1), trace.value(0)));
        return Result.of(
                new Text("%s 的变化量", "change of %s").with(trace.signal()),
                change,
                trace.unit().ofDifference(),
                Magnitude.checked(change, Uncertainty.of(Rows.ofTwoSamples(trace))),
                List.of(trace));
    }

    private static void requireSamples(Trace trace) {
        if (trace.size() == 0) {
            throw new NotMeasurableException(
                    new Text("信号 %s 在该时段内没有样本", "signal %s has no samples in the stretch").with(trace.signal()));
        }
    }

    private static void requireEnds(Trace trace) {
        if (trace.circle() != null) {
            throw new NotMeasurableException(new Text(
                            "信号 %s 是回绕角，没有最大值与最小值",
                            "signal %s is an angle that wraps: it has neither a maximum nor a minimum")
                    .with(trace.signal()));
        }
    }

    private static DoubleStream values(Trace trace) {
        return IntStream.range(0, trace.size()).mapToDouble(trace::value);
    }

    private static Measurement of(Trace trace, Text quantity, double value) {
        return Result.of(quantity.with(trace.signal()), value, trace.unit(), trace.uncertainty(), List.of(trace));
    }
}
