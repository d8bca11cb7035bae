package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.pose.Position;
import org.plumbline.pose.PositionAccuracy;
import org.plumbline.pose.PositionRepeatability;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** Accuracy and repeatability over repeated arrivals at one commanded pose. */
public final class Repeatability {

    /**
     * By how much skewness and kurtosis of the distances widen the variance of mean(l) + 3 S over that of symmetric normal
     * ones: (1 + 9 (kurtosis - 1) / 4 + 3 skewness) / 5.5 of the half-normal distribution, the most skewed that normal
     * arrivals have, with kurtosis 3.8692 and skewness 0.99527.
     */
    private static final double SKEWED = (1 + 9 * 2.8692 / 4 + 3 * 0.99527) / 5.5;

    private static final Text ARRIVALS = new Text("%d 次到达的分散性", "scatter of %d arrivals");

    private Repeatability() {}

    /** Pose repeatability RP with U for the usual coverage. */
    public static Measurement pose(List<Trace> axes) {
        return pose(axes, Uncertainty.COVERAGE);
    }

    /**
     * Pose repeatability RP = mean(l) + 3 S, where l is the distance of each attained position from their barycentre and
     * S its standard deviation with n - 1 (ISO 9283:1998, 7.2.2; GB/T 12642-2013, 7.2.2). u combines the sampling
     * uncertainty of RP with that of the instrument; that such figures are skewed is checked by Monte Carlo.
     *
     * @param axes one trace an axis, up to three, in the same unit, each with one value an arrival
     * @param coverage that U is for, e.g. 0.95
     * @throws NotMeasurableException with fewer than three arrivals: two are always as far from their barycentre, S = 0
     * @throws org.plumbline.error.InputException where the axes' units differ, naming two of them
     */
    public static Measurement pose(List<Trace> axes, double coverage) {
        Axes arrivals = Axes.of(axes, 3);
        int n = arrivals.arrivals();
        Spread figure = spread(ARRIVALS.with(n), arrivals.positions(), Rows.ofTheWorst(axes));
        return result(
                new Text("位姿重复性 RP(%d 次)", "pose repeatability RP (%d cycles)").with(n),
                figure.value(),
                figure.checked(coverage),
                axes);
    }

    /** u of mean(l) + 3 S where the arrivals are normal; distances are skewed, so mean and S depend on each other. */
    private static double ofNormal(double s, int n) {
        return s * Math.sqrt(SKEWED * (1.0 / n + 9 / (2.0 * (n - 1))));
    }

    /** RP without one arrival each time: what each adds to RP. */
    private static double[] leavingOut(List<Position> attained) {
        int n = attained.size();
        double[] without = new double[n];
        for (int i = 0; i < n; i++) {
            List<Position> others = new ArrayList<>(attained);
            others.remove(i);
            without[i] = PositionRepeatability.of(others).value();
        }
        return without;
    }

    /**
     * RP of positions, three or more. The larger u counts of that of normal arrivals and of the jackknife (Efron and Stein, 1981,
     * 2), which is right whatever the distribution, but rough for few.
     *
     * @param scatter name of the row
     */
    static Spread spread(Text scatter, List<Position> attained, List<Contribution> ofInstrument) {
        PositionRepeatability repeatability = PositionRepeatability.of(attained);
        int n = attained.size();
        double[] without = leavingOut(attained);
        double jackknife = (n - 1) * Summary.of(without).standardUncertainty();
        double u = Math.max(ofNormal(repeatability.standardDeviation(), n), jackknife);
        return new Spread(repeatability.value(), Repeats.of(without).scatter(scatter, u), ofInstrument);
    }

    /** Pose accuracy AP with U for the usual coverage. */
    public static Measurement accuracy(List<Trace> axes, double[] commanded) {
        return accuracy(axes, commanded, Uncertainty.COVERAGE);
    }

    /**
     * Pose accuracy AP: distance of the barycentre of the attained positions from the commanded one (ISO 9283:1998,
     * 7.2.1; of mobile bases ISO 18646-2:2019). A distance is not linear in its coordinates, least where it is small: its U
     * is checked by Monte Carlo.
     *
     * @param commanded one coordinate an axis, in the axes' unit
     * @param coverage that U is for, e.g. 0.95
     */
    public static Measurement accuracy(List<Trace> axes, double[] commanded, double coverage) {
        Axes arrivals = Axes.of(axes, 1);
        int n = arrivals.arrivals();
        Position deviation = PositionAccuracy.of(Axes.position(commanded), arrivals.positions())
                .deviation();
        return result(
                new Text("位姿准确度 AP(%d 次)", "pose accuracy AP (%d cycles)").with(n),
                deviation.length(),
                offset(deviation, arrivals).checked(coverage),
                axes);
    }

    /** The largest |value - mean| over the arrivals; on a circle the mean is the circular one. */
    public static Measurement largestDeviation(Trace trace) {
        int n = Axes.of(List.of(trace), 2).arrivals();
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
                Magnitude.checked(largest, trace.uncertainty()),
                List.of(trace));
    }

    /** A single arrival shows no scatter. */
    private static Offset offset(Position deviation, Axes arrivals) {
        int n = arrivals.arrivals();
        List<Contribution> ofInstrument = Rows.ofTheWorst(arrivals.traces());
        return n == 1
                ? new Offset(deviation, arrivals.axes(), ofInstrument, List.of())
                : new Offset(
                        deviation, arrivals.axes(), ofInstrument, List.of(), arrivals.barycentre(ARRIVALS.with(n)));
    }

    private static Measurement result(Text quantity, double value, Uncertainty uncertainty, List<Trace> axes) {
        return Result.of(quantity, value, axes.get(0).unit().ofDifference(), uncertainty, axes);
    }
}
