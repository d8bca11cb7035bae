package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.pose.Distance;
import org.plumbline.pose.Distances;
import org.plumbline.pose.Position;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** The distance between the positions attained at two places in the same cycles (ISO 9283:1998, 7.3; GB/T 12642-2013). */
public final class DistanceBetween {

    private DistanceBetween() {}

    /**
     * Distance accuracy AD = mean(D) - D_c, with its sign (7.3.2). u combines the scatter of the mean with two samples of
     * the instrument.
     *
     * @param first positions attained at one place, one trace an axis, one value a cycle
     * @param second at the other place, in the same cycles
     * @param commanded D_c, in the axes' unit
     * @throws NotMeasurableException with fewer than two cycles, or where one lacks a place
     */
    public static Measurement accuracy(List<Trace> first, List<Trace> second, double commanded) {
        Distance distance = distance(first, second, commanded);
        int n = distance.attained().n();
        return result(
                new Text("距离准确度 AD(%d 次)", "distance accuracy AD (%d cycles)").with(n),
                distance.accuracy(),
                distance.attained().standardUncertainty(),
                n,
                first,
                second);
    }

    /**
     * Distance repeatability RD = 3 S, to be read as plus and minus (7.3.3). u(3 S) = 3 S / sqrt(2 (n - 1)), for normal
     * scatter (JCGM 100:2008, E.4.3), combined with two samples of the instrument.
     *
     * @param first as for {@link #accuracy}
     * @param second as for {@link #accuracy}
     * @throws NotMeasurableException with fewer than two cycles, or where one lacks a place
     */
    public static Measurement repeatability(List<Trace> first, List<Trace> second) {
        Distance distance = distance(first, second, 0);
        int n = distance.attained().n();
        return result(
                new Text("距离重复性 RD(%d 次)", "distance repeatability RD (%d cycles)").with(n),
                distance.repeatability(),
                distance.repeatability() / Math.sqrt(2.0 * (n - 1)),
                n,
                first,
                second);
    }

    private static Distance distance(List<Trace> first, List<Trace> second, double commanded) {
        Axes from = Axes.of(first, 2);
        Axes to = Axes.of(second, 2);
        if (from.arrivals() != to.arrivals()) {
            throw new NotMeasurableException(
                    new Text("每次循环须到达两处: %d 次与 %d 次", "each cycle needs both places: %d and %d arrivals")
                            .with(from.arrivals(), to.arrivals()));
        }
        if (!from.unit().equals(to.unit())) {
            throw Trace.apart(first.get(0), second.get(0));
        }
        Position origin = new Position(0, 0, 0);
        Position end = new Position(commanded, 0, 0);
        return Distances.of(Axes.pose(origin), Axes.pose(end), from.poses(), to.poses())
                .position();
    }

    private static Measurement result(
            Text quantity, double value, double sampling, int n, List<Trace> first, List<Trace> second) {
        List<Contribution> rows = new ArrayList<>(Rows.ofTwoOfTheWorst(first));
        rows.add(Rows.scatter(new Text("%d 个距离的分散性", "scatter of %d distances").with(n), sampling, n - 1));
        List<Trace> traces = Stream.concat(first.stream(), second.stream()).toList();
        Measurement both = Result.of(quantity, value, first.get(0).unit().ofDifference(), Uncertainty.of(rows), traces);
        return both.withSignals(first.stream().map(Trace::signal).toList());
    }
}
