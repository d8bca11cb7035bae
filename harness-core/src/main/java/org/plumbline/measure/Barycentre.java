package org.plumbline.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.pose.Position;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Correlation;

/**
 * How well the mean of attained positions is known by their scatter. The coordinates of a position are observed together, so
 * their means are correlated (JCGM 100:2008, 5.2.3): along a direction the scatter along it counts, in which the covariances are.
 */
final class Barycentre {

    private final Text name;
    private final int n;
    private final double[][] deviations;
    private final Repeats repeats;

    /**
     * @param name of its row in the budget
     * @param attained in order of time, two or more
     * @param axes how many coordinates are measured, the first ones
     */
    Barycentre(Text name, List<Position> attained, int axes) {
        this.name = name;
        this.n = attained.size();
        List<ToDoubleFunction<Position>> coordinates = List.of(Position::x, Position::y, Position::z);
        this.deviations = coordinates.stream()
                .limit(axes)
                .map(coordinate ->
                        deviations(attained.stream().mapToDouble(coordinate).toArray()))
                .toArray(double[][]::new);
        this.repeats = Repeats.of(deviations);
    }

    private static double[] deviations(double[] values) {
        double mean = Summary.of(values).mean();
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    /** Along a direction of length 1; of all directions together where that is null. */
    Contribution row(double @Nullable [] direction) {
        double variance = 0;
        for (int i = 0; i < deviations.length; i++) {
            for (int j = 0; j < deviations.length; j++) {
                double share = direction == null ? (i == j ? 1 : 0) : direction[i] * direction[j];
                variance += share == 0 ? 0 : share * covariance(i, j);
            }
        }
        Text along = direction == null
                ? name
                : name.and(new Text("，沿偏差方向（含各轴相关）", " along the deviation (axes correlated)"));
        return repeats.scatter(along, Math.sqrt(Math.max(0, variance) / n));
    }

    /** For each axis the scatter of its mean. */
    List<Contribution> inputs(String prefix) {
        return IntStream.range(0, deviations.length)
                .mapToObj(axis -> repeats.scatter(
                        Text.same(prefix + "mean of axis " + axis), Math.sqrt(covariance(axis, axis) / n)))
                .toList();
    }

    /** How those depend on each other. */
    List<Correlation> correlations(String prefix) {
        List<Contribution> inputs = inputs(prefix);
        List<Correlation> correlations = new ArrayList<>();
        for (int i = 0; i < deviations.length; i++) {
            for (int j = 0; j < i; j++) {
                double together = Math.sqrt(covariance(i, i) * covariance(j, j));
                if (together > 0) {
                    double r = Math.max(-1, Math.min(1, covariance(i, j) / together));
                    correlations.add(
                            new Correlation(inputs.get(i).name(), inputs.get(j).name(), r));
                }
            }
        }
        return correlations;
    }

    private double covariance(int first, int second) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += deviations[first][i] * deviations[second][i];
        }
        return sum / (n - 1);
    }
}
