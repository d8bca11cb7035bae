package org.plumbline.measure;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;

/** Percentiles of the absolute deviation from a set point. */
public final class Percentile {

    private Percentile() {}

    /**
     * The percentile of |value - set point|, by linear interpolation between order statistics (Hyndman and Fan, 1996,
     * type 7). U is that of one sample: its systematic part does not average out.
     *
     * @param setPoint in any unit that the trace's can be converted to
     * @param percent 0 to 100
     * @throws NotMeasurableException where there are no samples
     */
    public static Measurement ofDeviation(Trace trace, Quantity setPoint, int percent) {
        double target = setPoint.in(trace.unit());
        IntToDoubleFunction deviation = i -> Math.abs(trace.difference(trace.value(i), target));
        return Result.of(
                new Text("%s 偏离 %s 的第 %d 百分位", "percentile of the deviation of %s from %s, percent %d")
                        .with(trace.signal(), setPoint, percent),
                of(deviation, trace.size(), percent),
                trace.unit().ofDifference(),
                trace.uncertainty(),
                List.of(trace));
    }

    static double of(double[] values, int percent) {
        return of(i -> values[i], values.length, percent);
    }

    private static double of(IntToDoubleFunction values, int size, int percent) {
        if (size == 0) {
            throw new NotMeasurableException(new Text("百分位需要样本", "a percentile needs samples"));
        }
        OrderStatistics sorted = new OrderStatistics(values, size);
        double rank = (size - 1) * percent / 100.0;
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, size - 1);
        double lower = sorted.at(below);
        return lower + (rank - below) * (sorted.at(above) - lower);
    }
}
