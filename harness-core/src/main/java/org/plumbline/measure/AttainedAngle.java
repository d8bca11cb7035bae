package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.statistics.Circle;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * One angle of the attained poses: of an arm's orientation (ISO 9283:1998, 7.2; GB/T 12642-2013, 7.2) or which
 * way a mobile base faces (ISO 18646-2:2019). On a circle the mean is the circular one.
 */
public final class AttainedAngle {

    private static final Text ARRIVALS = new Text("%d 次到达的分散性", "scatter of %d arrivals");

    private AttainedAngle() {}

    /**
     * Orientation accuracy: |mean - commanded angle|, the shorter way round (AP_a, AP_b, AP_c).
     *
     * @param trace one value an arrival
     * @param commanded in the trace's unit
     * @throws NotMeasurableException without arrivals, or where the angles cancel
     */
    public static Measurement accuracy(Trace trace, double commanded) {
        double[] deviations = about(commanded, trace, 1);
        Summary summary = Summary.of(deviations);
        int n = summary.n();
        double deviation = Math.abs(trace.difference(summary.mean(), 0));
        List<Contribution> rows = new ArrayList<>(trace.contributions());
        if (n > 1) {
            rows.add(Repeats.of(deviations).scatter(ARRIVALS.with(n), summary.standardUncertainty()));
        }
        return result(
                new Text("%s 的姿态准确度(%d 次)", "orientation accuracy of %s (%d arrivals)").with(trace.signal(), n),
                deviation,
                Magnitude.checked(deviation, Uncertainty.of(rows)),
                trace);
    }

    /**
     * Orientation repeatability: three standard deviations, to be read as plus and minus (RP_a, RP_b, RP_c). u(3 S) = 3 S /
     * sqrt(2 (n - 1)) (JCGM 100:2008, E.4.3).
     *
     * @param trace one value an arrival
     * @throws NotMeasurableException with fewer than two arrivals, or where the angles cancel
     */
    public static Measurement repeatability(Trace trace) {
        double[] deviations = about(0, trace, 2);
        Summary summary = Summary.of(deviations);
        int n = summary.n();
        double value = 3 * summary.standardDeviation();
        Contribution scatter =
                Repeats.ofSquares(deviations).scatter(ARRIVALS.with(n), value / Math.sqrt(2.0 * (n - 1)));
        return result(
                new Text("%s 的姿态重复性(%d 次)", "orientation repeatability of %s (%d arrivals)").with(trace.signal(), n),
                value,
                new Spread(value, scatter, trace.contributions()).checked(Uncertainty.COVERAGE),
                trace);
    }

    /** The deviations from an angle; where the circle is cut they are laid out about their own mean. */
    private static double[] about(double origin, Trace trace, int least) {
        Axes.of(List.of(trace), least);
        double[] values = Axes.values(trace);
        Double full = trace.circle();
        double centre = full == null ? origin : mean(new Circle(full), values);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> trace.difference(values[i], centre) + centre - origin)
                .toArray();
    }

    private static double mean(Circle circle, double[] values) {
        try {
            return circle.summary(values).mean();
        } catch (IllegalArgumentException e) {
            throw new NotMeasurableException(
                    new Text("各次到达的角度相互抵消，没有平均方向", "the angles of the arrivals cancel: they have no mean direction"));
        }
    }

    private static Measurement result(Text quantity, double value, Uncertainty uncertainty, Trace trace) {
        return Result.of(quantity, value, trace.unit().ofDifference(), uncertainty, List.of(trace));
    }
}
