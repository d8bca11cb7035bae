package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.pose.Position;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Correlation;
import org.plumbline.uncertainty.Distribution;
import org.plumbline.uncertainty.Evaluation;
import org.plumbline.uncertainty.Inputs;

/**
 * How well the distance of a barycentre from a commanded position is known. Its coordinates were observed together, so
 * their means are correlated (JCGM 100:2008, 5.2.3): what counts is the scatter of the arrivals along the deviation, which
 * holds the covariances of the axes and has n - 1 degrees of freedom.
 */
final class Barycentre {

    private final List<Trace> axes;
    private final int n;
    private final double[] deviation;
    private final double distance;
    private final List<Contribution> ofInstrument;

    /** @param deviation of the barycentre from the commanded position */
    Barycentre(List<Trace> axes, int n, Position deviation) {
        this.axes = axes;
        this.n = n;
        this.deviation = new double[] {deviation.x(), deviation.y(), deviation.z()};
        this.distance = deviation.length();
        this.ofInstrument = Rows.ofTheWorst(axes);
    }

    Uncertainty uncertainty(double coverage) {
        List<Contribution> rows = new ArrayList<>(ofInstrument);
        if (n > 1) {
            Text name = distance == 0
                    ? new Text("%d 次到达的分散性", "scatter of %d arrivals").with(n)
                    : new Text("%d 次到达沿偏差方向的分散性（含各轴相关）", "scatter of %d arrivals along the deviation (axes correlated)")
                            .with(n);
            rows.add(scatter(name, Math.sqrt(along() / n)));
        }
        Uncertainty framework = Uncertainty.of(rows).covering(coverage);
        return framework.combined() == 0
                ? framework
                : MonteCarloCheck.applied(this::distance, inputs(), distance, framework);
    }

    /** Variance of the arrivals along the deviation; of all directions together where there is none. */
    private double along() {
        double variance = 0;
        for (int i = 0; i < axes.size(); i++) {
            for (int j = 0; j < axes.size(); j++) {
                variance += distance == 0
                        ? (i == j ? covariance(i, i) : 0)
                        : deviation[i] * deviation[j] / (distance * distance) * covariance(i, j);
            }
        }
        return Math.max(0, variance);
    }

    private Contribution scatter(Text name, double u) {
        return new Contribution(name, 0, u, n - 1, Evaluation.A, Distribution.NORMAL, 1);
    }

    /** For each axis the scatter of its mean, then what is known of the instrument; nothing that is zero. */
    private Inputs inputs() {
        List<Contribution> inputs = new ArrayList<>();
        List<Correlation> correlations = new ArrayList<>();
        for (int i = 0; i < axes.size() && n > 1; i++) {
            inputs.add(scatter(name(i), Math.sqrt(covariance(i, i) / n)));
            for (int j = 0; j < i; j++) {
                double together = Math.sqrt(covariance(i, i) * covariance(j, j));
                if (together > 0) {
                    double r = Math.max(-1, Math.min(1, covariance(i, j) / together));
                    correlations.add(new Correlation(name(i), name(j), r));
                }
            }
        }
        for (int i = 0; i < axes.size(); i++) {
            for (Contribution row : ofInstrument) {
                inputs.add(row.named(
                        new Text(i + " " + row.name().zh(), i + " " + row.name().en())));
            }
        }
        return new Inputs(inputs, correlations);
    }

    private static Text name(int axis) {
        return Text.same("mean of axis " + axis);
    }

    /** The distance with what is drawn added to each coordinate, in the order of {@link #inputs}. */
    private double distance(double[] drawn) {
        int rows = ofInstrument.size();
        int first = n > 1 ? axes.size() : 0;
        double squares = 0;
        for (int i = 0; i < axes.size(); i++) {
            double coordinate = deviation[i] + (n > 1 ? drawn[i] : 0);
            for (int j = 0; j < rows; j++) {
                coordinate += ofInstrument.get(j).sensitivity() * drawn[first + i * rows + j];
            }
            squares += coordinate * coordinate;
        }
        return Math.sqrt(squares);
    }

    private double covariance(int first, int second) {
        double[] a = Axes.values(axes.get(first));
        double[] b = Axes.values(axes.get(second));
        double meanA = Summary.of(a).mean();
        double meanB = Summary.of(b).mean();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (n - 1);
    }
}
