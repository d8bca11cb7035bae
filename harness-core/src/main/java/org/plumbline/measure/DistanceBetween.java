package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.pose.Distance;
import org.plumbline.pose.Distances;
import org.plumbline.pose.Position;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** The distance between the positions attained at two places in the same cycles (ISO 9283:1998, 7.3; GB/T 12642-2013). */
public final class DistanceBetween {

    private static final Text DISTANCES = new Text("%d 个距离的分散性", "scatter of %d distances");

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
        List<Contribution> rows = new ArrayList<>(Rows.ofTwoOfTheWorst(first));
        rows.add(Repeats.of(attained(first, second))
                .scatter(DISTANCES.with(n), distance.attained().standardUncertainty()));
        return result(
                new Text("距离准确度 AD(%d 次)", "distance accuracy AD (%d cycles)").with(n),
                distance.accuracy(),
                Uncertainty.of(rows),
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
        Spread figure = spread(first, second);
        return result(
                new Text("距离重复性 RD(%d 次)", "distance repeatability RD (%d cycles)")
                        .with(first.get(0).size()),
                figure.value(),
                figure.checked(Uncertainty.COVERAGE),
                first,
                second);
    }

    static Spread spread(List<Trace> first, List<Trace> second) {
        Distance distance = distance(first, second, 0);
        int n = distance.attained().n();
        double value = distance.repeatability();
        Contribution scatter =
                Repeats.ofSquares(attained(first, second)).scatter(DISTANCES.with(n), value / Math.sqrt(2.0 * (n - 1)));
        return new Spread(value, scatter, Rows.ofTwoOfTheWorst(first));
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

    /** D_j, in order of time. */
    private static double[] attained(List<Trace> first, List<Trace> second) {
        List<Position> from = Axes.of(first, 2).positions();
        List<Position> to = Axes.of(second, 2).positions();
        return IntStream.range(0, from.size())
                .mapToDouble(i -> from.get(i).distance(to.get(i)))
                .toArray();
    }

    private static Measurement result(
            Text quantity, double value, Uncertainty uncertainty, List<Trace> first, List<Trace> second) {
        List<Trace> traces = Stream.concat(first.stream(), second.stream()).toList();
        Measurement both = Result.of(quantity, value, first.get(0).unit().ofDifference(), uncertainty, traces);
        return both.withSignals(first.stream().map(Trace::signal).toList());
    }
}
