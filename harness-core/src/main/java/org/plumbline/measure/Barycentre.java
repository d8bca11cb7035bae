package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
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
    private final double[][] coordinates;
    private final double[] means;
    private final Repeats repeats;

    /**
     * @param name of its row in the budget
     * @param attained in order of time, two or more
     * @param axes how many coordinates are measured, the first ones
     */
    Barycentre(Text name, List<Position> attained, int axes) {
        this.name = name;
        this.n = attained.size();
        Position first = attained.get(0);
        double[][] all = IntStream.range(0, n)
                .mapToObj(i -> attained.get(i).minus(first))
                .map(position -> new double[] {position.x(), position.y(), position.z()})
                .toArray(double[][]::new);
        this.coordinates = new double[axes][n];
        for (int axis = 0; axis < axes; axis++) {
            for (int i = 0; i < n; i++) {
                coordinates[axis][i] = all[i][axis];
            }
        }
        this.means = IntStream.range(0, axes)
                .mapToDouble(axis -> Summary.of(coordinates[axis]).mean())
                .toArray();
        this.repeats = Repeats.of(coordinates);
    }

    /** Along a direction of length 1; of all directions together where that is null. */
    Contribution row(double @Nullable [] direction) {
        double variance = 0;
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means.length; j++) {
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
        return IntStream.range(0, means.length)
                .mapToObj(axis -> repeats.scatter(
                        Text.same(prefix + "mean of axis " + axis), Math.sqrt(covariance(axis, axis) / n)))
                .toList();
    }

    /** How those depend on each other. */
    List<Correlation> correlations(String prefix) {
        List<Contribution> inputs = inputs(prefix);
        List<Correlation> correlations = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
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
            sum += (coordinates[first][i] - means[first]) * (coordinates[second][i] - means[second]);
        }
        return sum / (n - 1);
    }
}
