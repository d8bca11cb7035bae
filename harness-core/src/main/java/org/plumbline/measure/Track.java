package org.plumbline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plumbline.pose.Position;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * Where the tool was in the course of one movement.
 *
 * @param axes up to three traces in one unit
 * @param times ns since the run's start, of the first axis' samples
 * @param positions as many, the other axes interpolated to the times of the first
 */
record Track(List<Trace> axes, List<Long> times, List<Position> positions) {

    /**
     * From the samples of its axes.
     *
     * @throws NotMeasurableException with fewer than three samples at which all axes are known
     * @throws org.plumbline.error.InputException where the axes' units differ, naming two of them
     */
    static Track of(List<Trace> axes) {
        Trace first = axes.get(0);
        for (Trace axis : axes) {
            if (!axis.unit().equals(first.unit())) {
                throw Trace.apart(first, axis);
            }
        }
        List<Interpolation> others =
                axes.stream().skip(1).map(Trace::interpolation).toList();
        List<Long> times = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            long time = first.time(i);
            double[] coordinates = new double[axes.size()];
            coordinates[0] = first.value(i);
            for (int axis = 1; axis < coordinates.length; axis++) {
                coordinates[axis] = others.get(axis - 1).at(time);
            }
            Position position = Axes.position(coordinates);
            if (!Double.isNaN(position.length())) {
                times.add(time);
                positions.add(position);
            }
        }
        if (positions.size() < 3) {
            throw new NotMeasurableException(
                    new Text("一次运动中只有 %d 个位置样本", "a movement has only %d samples of its position")
                            .with(positions.size()));
        }
        return new Track(axes, times, positions);
    }

    /** Of the positions, a sample of the instrument; and the way between samples, which is taken as straight. */
    List<Contribution> rows() {
        List<Contribution> rows = new ArrayList<>(ofInstrument());
        rows.add(betweenSamples());
        return rows;
    }

    List<Contribution> ofInstrument() {
        return Rows.ofTheWorst(axes);
    }

    /**
     * What the way may bulge between neighbouring samples: a quarter of how far a sample lies from the straight line between
     * its neighbours, which on an arc of even samples spans twice as much.
     */
    Contribution betweenSamples() {
        double farthest = 0;
        for (int i = 1; i + 1 < positions.size(); i++) {
            farthest = Math.max(farthest, offLine(positions.get(i - 1), positions.get(i), positions.get(i + 1)));
        }
        return Rows.within(new Text("两个样本之间的路径", "the way between two samples"), farthest / 4);
    }

    private static double offLine(Position before, Position here, Position after) {
        Position line = after.minus(before);
        Position way = here.minus(before);
        double square = line.dot(line);
        return square == 0
                ? way.length()
                : way.minus(line.times(way.dot(line) / square)).length();
    }

    /** The one of several that is known worst. */
    static Track worst(List<Track> tracks) {
        return tracks.stream()
                .max(Comparator.comparingDouble(
                        track -> Uncertainty.of(track.rows()).combined()))
                .orElseThrow();
    }
}
