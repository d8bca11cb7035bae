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

    private Repeatability() {}

    /**
     * Pose repeatability RP = mean(l) + 3 S, where l is the distance of each attained position from their barycentre and
     * S its standard deviation with n - 1 (ISO 9283:1998, 7.2.2; GB/T 12642-2013, 7.2.2). u combines the sampling
     * uncertainty of RP with that of the instrument.
     *
     * @param axes one trace an axis, up to three, in the same unit, each with one value an arrival
     * @throws NotMeasurableException with fewer than three arrivals: two are always as far from their barycentre, S = 0
     * @throws org.plumbline.error.InputException where the axes' units differ, naming two of them
     */
    public static Measurement pose(List<Trace> axes) {
        Axes arrivals = Axes.of(axes, 3);
        int n = arrivals.arrivals();
        List<Position> attained = arrivals.positions();
        PositionRepeatability repeatability = PositionRepeatability.of(attained);
        return result(
                new Text("位姿重复性 RP(%d 次)", "pose repeatability RP (%d cycles)").with(n),
                repeatability.value(),
                uncertainty(sampling(attained), n, axes),
                axes);
    }

    /** u of mean(l) + 3 S where the arrivals are normal; distances are skewed, so mean and S depend on each other. */
    private static double ofNormal(double s, int n) {
        return s * Math.sqrt(SKEWED * (1.0 / n + 9 / (2.0 * (n - 1))));
    }

    /** u of RP whatever the distribution, by leaving out one arrival each time (Efron and Stein, 1981, 2); rough for few. */
    private static double jackknife(List<Position> attained) {
        int n = attained.size();
        double[] without = new double[n];
        for (int i = 0; i < n; i++) {
            List<Position> others = new ArrayList<>(attained);
            others.remove(i);
            without[i] = PositionRepeatability.of(others).value();
        }
        return (n - 1) * Summary.of(without).standardUncertainty();
    }

    /** u of RP by the scatter of the attained positions, three or more; n - 1 degrees of freedom. */
    static double sampling(List<Position> attained) {
        double s = PositionRepeatability.of(attained).standardDeviation();
        return Math.max(ofNormal(s, attained.size()), jackknife(attained));
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
                new Barycentre(axes, n, deviation).uncertainty(coverage),
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

    /** The scatter of the arrivals has n - 1 degrees of freedom (JCGM 100:2008, 4.2.6). */
    private static Uncertainty uncertainty(double sampling, int n, List<Trace> axes) {
        List<Contribution> rows = new ArrayList<>(Rows.ofTheWorst(axes));
        if (n > 1) {
            rows.add(Rows.scatter(new Text("%d 次到达的分散性", "scatter of %d arrivals").with(n), sampling, n - 1));
        }
        return Uncertainty.of(rows);
    }

    private static Measurement result(Text quantity, double value, Uncertainty uncertainty, List<Trace> axes) {
        return Result.of(quantity, value, axes.get(0).unit().ofDifference(), uncertainty, axes);
    }
}
