package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.plumbline.quantity.Quantity;
import org.plumbline.statistics.Autocorrelation;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Distribution;
import org.plumbline.uncertainty.Evaluation;

/** Percentiles of the absolute deviation from a set point. */
public final class Percentile {

    private final OrderStatistics sorted;
    private final int size;

    private Percentile(IntToDoubleFunction values, int size) {
        if (size == 0) {
            throw new NotMeasurableException(new Text("百分位需要样本", "a percentile needs samples"));
        }
        this.sorted = new OrderStatistics(values, size);
        this.size = size;
    }

    /**
     * The percentile of |value - set point|, by linear interpolation between order statistics (Hyndman and Fan, 1996,
     * type 7). U is that of one sample, since its systematic part does not average out, and that of the sampling: the
     * percentiles one standard deviation of their rank away (Conover, Practical Nonparametric Statistics, 1999, 3.2, for large samples),
     * of as many independent samples as those at hand are worth.
     *
     * @param setPoint in any unit that the trace's can be converted to
     * @param percent 0 to 100
     * @throws NotMeasurableException where there are no samples
     */
    public static Measurement ofDeviation(Trace trace, Quantity setPoint, int percent) {
        double target = setPoint.in(trace.unit());
        IntToDoubleFunction deviation = i -> Math.abs(trace.difference(trace.value(i), target));
        Percentile sorted = new Percentile(deviation, trace.size());
        double share = percent / 100.0;
        List<Contribution> rows = new ArrayList<>(trace.contributions());
        rows.add(sorted.sampling(share, Autocorrelation.effectiveSize(trace.size(), deviation)));
        return Result.of(
                new Text("%s 偏离 %s 的第 %d 百分位", "percentile of the deviation of %s from %s, percent %d")
                        .with(trace.signal(), setPoint, percent),
                sorted.at(share),
                trace.unit().ofDifference(),
                Uncertainty.of(rows),
                List.of(trace));
    }

    static double of(double[] values, int percent) {
        return new Percentile(i -> values[i], values.length).at(percent / 100.0);
    }

    /** The larger of both sides: few samples do not reach far into the tail. */
    private Contribution sampling(double share, double independent) {
        double deviation = Math.sqrt(share * (1 - share) / independent);
        double value = at(share);
        return new Contribution(
                new Text("%d 个样本的抽样，相当于 %.0f 个独立样本", "sampling: %d samples, worth %.0f independent ones")
                        .with(size, independent),
                0,
                Math.max(at(Math.min(1, share + deviation)) - value, value - at(Math.max(0, share - deviation))),
                Math.max(1, Math.floor(independent) - 1),
                Evaluation.A,
                Distribution.NORMAL,
                1);
    }

    private double at(double share) {
        double rank = (size - 1) * share;
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, size - 1);
        double lower = sorted.at(below);
        return lower + (rank - below) * (sorted.at(above) - lower);
    }
}
