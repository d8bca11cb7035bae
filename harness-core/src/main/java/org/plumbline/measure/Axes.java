package org.plumbline.measure;

import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.pose.Orientation;
import org.plumbline.pose.Pose;
import org.plumbline.pose.Position;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/**
 * The coordinates of attained positions.
 *
 * @param traces one an axis, up to three, in the same unit, each with one value an arrival; axes not given stand still
 */
record Axes(List<Trace> traces) {

    private static final Orientation UNTURNED = new Orientation(0, 0, 0);

    /**
     * Refuses what are no coordinates of the same arrivals.
     *
     * @throws NotMeasurableException with fewer arrivals than {@code least}
     * @throws org.plumbline.error.InputException where the axes' units differ, naming two of them
     */
    static Axes of(List<Trace> traces, int least) {
        if (traces.size() > 3) {
            throw new IllegalArgumentException("a position has three axes at most: " + traces.size());
        }
        int n = traces.get(0).size();
        if (n < least || traces.stream().anyMatch(axis -> axis.size() != n)) {
            throw new NotMeasurableException(new Text("到达次数过少: %d", "too few arrivals: %d").with(n));
        }
        for (Trace axis : traces) {
            if (!axis.unit().equals(traces.get(0).unit())) {
                throw Trace.apart(traces.get(0), axis);
            }
        }
        return new Axes(List.copyOf(traces));
    }

    /** n. */
    int arrivals() {
        return traces.get(0).size();
    }

    /** Of distances. */
    Unit unit() {
        return traces.get(0).unit().ofDifference();
    }

    List<Position> positions() {
        return IntStream.range(0, arrivals())
                .mapToObj(i -> position(
                        traces.stream().mapToDouble(axis -> axis.value(i)).toArray()))
                .toList();
    }

    List<Pose> poses() {
        return positions().stream().map(Axes::pose).toList();
    }

    /** Of up to three coordinates. */
    static Position position(double... coordinates) {
        return new Position(
                coordinates[0],
                coordinates.length > 1 ? coordinates[1] : 0,
                coordinates.length > 2 ? coordinates[2] : 0);
    }

    static Pose pose(Position position) {
        return new Pose(position, UNTURNED);
    }

    /** How many are measured. */
    int axes() {
        return traces.size();
    }

    /**
     * Of two arrivals or more.
     *
     * @param scatter name of the row
     */
    Barycentre barycentre(Text scatter) {
        return new Barycentre(scatter, positions(), axes());
    }

    /** Some of the arrivals. */
    Axes part(int from, int to) {
        return new Axes(traces.stream()
                .map(axis -> new Trace(
                        axis.signal(),
                        axis.unit(),
                        axis.circle(),
                        axis.contributions(),
                        Points.of(
                                IntStream.range(from, to).mapToLong(axis::time).toArray(),
                                IntStream.range(from, to)
                                        .mapToDouble(axis::value)
                                        .toArray())))
                .toList());
    }

    static double[] values(Trace trace) {
        return IntStream.range(0, trace.size()).mapToDouble(trace::value).toArray();
    }
}
