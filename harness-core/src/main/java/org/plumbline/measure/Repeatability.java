package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.plumbline.pose.Position;
import org.plumbline.pose.PositionAccuracy;
import org.plumbline.pose.PositionRepeatability;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Distribution;
import org.plumbline.uncertainty.Evaluation;

/** Accuracy and repeatability over repeated arrivals at one commanded pose. */
public final class Repeatability {

    private Repeatability() {}

    /**
     * Pose repeatability RP = mean(l) + 3 S, where l is the distance of each attained position from their barycentre and
     * S its standard deviation with n - 1 (ISO 9283:1998, 7.2.2; GB/T 12642-2013, 7.2.2). u combines the sampling
     * uncertainty of mean and S with that of the instrument.
     *
     * @param axes one trace an axis, up to three, in the same unit, each with one value an arrival
     * @throws NotMeasurableException with fewer than two arrivals
     * @throws org.plumbline.error.InputException where the axes' units differ, naming two of them
     */
    public static Measurement pose(List<Trace> axes) {
        int n = arrivals(axes, 2);
        PositionRepeatability repeatability = PositionRepeatability.of(positions(axes, n));
        double s = repeatability.standardDeviation();
        double sampling = Math.sqrt(s * s / n + 9 * s * s / (2.0 * (n - 1)));
        return result(
                new Text("位姿重复性 RP(%d 次)", "pose repeatability RP (%d cycles)").with(n),
                repeatability.value(),
                uncertainty(sampling, n, axes),
                axes);
    }

    /**
     * Pose accuracy AP: distance of the barycentre of the attained positions from the commanded one (ISO 9283:1998,
     * 7.2.1).
     *
     * @param commanded one coordinate an axis, in the axes' unit
     */
    public static Measurement accuracy(List<Trace> axes, double[] commanded) {
        int n = arrivals(axes, 1);
        double scatter = 0;
        for (Trace axis : axes) {
            scatter += n < 2 ? 0 : Summary.of(values(axis)).variance() / n;
        }
        return result(
                new Text("位姿准确度 AP(%d 次)", "pose accuracy AP (%d cycles)").with(n),
                PositionAccuracy.of(position(axis -> commanded[axis], commanded.length), positions(axes, n))
                        .value(),
                uncertainty(Math.sqrt(scatter), n, axes),
                axes);
    }

    /** The largest |value - mean| over the arrivals; on a circle the mean is the circular one. */
    public static Measurement largestDeviation(Trace trace) {
        int n = arrivals(List.of(trace), 2);
        double origin = trace.value(0);
        double mean = origin
                + IntStream.range(0, n)
                                .mapToDouble(i -> trace.difference(trace.value(i), origin))
                                .sum()
                        / n;
        double largest = IntStream.range(0, n)
                .mapToDouble(i -> Math.abs(trace.difference(trace.value(i), mean)))
                .max()
                .orElseThrow();
        return result(
                new Text("%s 的最大重复偏差(%d 次)", "largest deviation of %s from its mean (%d arrivals)")
                        .with(trace.signal(), n),
                largest,
                trace.uncertainty(),
                List.of(trace));
    }

    private static int arrivals(List<Trace> axes, int least) {
        if (axes.size() > 3) {
            throw new IllegalArgumentException("a position has three axes at most: " + axes.size());
        }
        int n = axes.get(0).size();
        if (n < least || axes.stream().anyMatch(axis -> axis.size() != n)) {
            throw new NotMeasurableException(new Text("到达次数过少: %d", "too few arrivals: %d").with(n));
        }
        for (Trace axis : axes) {
            if (!axis.unit().equals(axes.get(0).unit())) {
                throw Trace.apart(axes.get(0), axis);
            }
        }
        return n;
    }

    private static List<Position> positions(List<Trace> axes, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> position(axis -> axes.get(axis).value(i), axes.size()))
                .toList();
    }

    /** Axes that are not given stand still. */
    private static Position position(IntToDoubleFunction coordinate, int axes) {
        return new Position(
                coordinate.applyAsDouble(0),
                axes > 1 ? coordinate.applyAsDouble(1) : 0,
                axes > 2 ? coordinate.applyAsDouble(2) : 0);
    }

    private static double[] values(Trace trace) {
        return IntStream.range(0, trace.size()).mapToDouble(trace::value).toArray();
    }

    /** The scatter of the arrivals has n - 1 degrees of freedom (JCGM 100:2008, 4.2.6). */
    private static Uncertainty uncertainty(double sampling, int n, List<Trace> axes) {
        List<Contribution> rows = new ArrayList<>(Rows.ofTheWorst(axes));
        if (n > 1) {
            rows.add(new Contribution(
                    new Text("%d 次到达的分散性", "scatter of %d arrivals").with(n),
                    0,
                    sampling,
                    n - 1,
                    Evaluation.A,
                    Distribution.NORMAL,
                    1));
        }
        return Uncertainty.of(rows);
    }

    private static Measurement result(Text quantity, double value, Uncertainty uncertainty, List<Trace> axes) {
        return Result.of(quantity, value, axes.get(0).unit().ofDifference(), uncertainty, axes);
    }
}
