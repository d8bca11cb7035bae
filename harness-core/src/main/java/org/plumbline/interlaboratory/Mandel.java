package org.plumbline.interlaboratory;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.plumbline.error.UnfitException;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;

/**
 * Mandel's consistency statistics at one level (ISO 5725-2:2019, 7.3.1): how a laboratory's mean and spread compare with
 * those of all.
 *
 * @param h between laboratories: deviation of each cell mean from the mean of cell means, over their standard deviation
 * @param k within laboratories: each cell's standard deviation over the root of the mean variance
 */
public record Mandel(List<Double> h, List<Double> k) {

    /** Keeps its own lists. */
    public Mandel {
        h = List.copyOf(h);
        k = List.copyOf(k);
    }

    /**
     * Of the laboratories' cells, each with two results at least.
     *
     * @throws IllegalArgumentException for fewer than two cells, a cell of one result, and where all means are equal or no cell
     *     varies
     */
    public static Mandel of(List<Summary> cells) {
        if (cells.size() < 2 || cells.stream().anyMatch(cell -> cell.n() < 2)) {
            throw new IllegalArgumentException("Mandel's statistics need two laboratories with two results");
        }
        Summary means = Summary.of(cells.stream().mapToDouble(Summary::mean).toArray());
        double[] variances = cells.stream().mapToDouble(Summary::variance).toArray();
        double pooled = Math.sqrt(Arrays.stream(variances).average().orElseThrow());
        if (means.standardDeviation() == 0 || pooled == 0) {
            throw new UnfitException(new Text(
                    "各实验室的均值全部相等，或各组内的结果都相同，没有可比较的", "nothing to compare: all means are equal, or no cell varies"));
        }
        return new Mandel(
                cells.stream()
                        .map(cell -> (cell.mean() - means.mean()) / means.standardDeviation())
                        .toList(),
                cells.stream().map(cell -> cell.standardDeviation() / pooled).toList());
    }

    /**
     * The |h| that is exceeded by chance.
     *
     * @param laboratories p, at least three
     * @param significance of both signs together, e.g. 0.05
     */
    public static double criticalH(int laboratories, double significance) {
        double p = laboratories;
        double t = TDistribution.of(p - 2).inverseSurvivalProbability(significance / 2);
        return (p - 1) * t / Math.sqrt(p * (t * t + p - 2));
    }

    /**
     * The k that is exceeded by chance.
     *
     * @param laboratories p, at least two
     * @param replicates n, at least two
     * @param significance e.g. 0.05
     */
    public static double criticalK(int laboratories, int replicates, double significance) {
        double freedom = replicates - 1.0;
        double f = FDistribution.of(freedom, (laboratories - 1) * freedom).inverseSurvivalProbability(significance);
        return Math.sqrt(laboratories * f / (f + laboratories - 1));
    }
}
