package org.plumbline.interlaboratory;

import java.util.List;
import org.plumbline.statistics.OneWayAnova;
import org.plumbline.statistics.Summary;

/**
 * Precision of a measurement method at one level, in the results' unit (ISO 5725-2:2019, 7.4; GB/T 6379.2-2004).
 *
 * @param cells each laboratory's number, mean and standard deviation (intra-cell), in order
 * @param mean general mean m
 * @param repeatability s_r, standard deviation within a laboratory
 * @param betweenLaboratories s_L; 0 where the estimate of its variance is negative
 * @param clamped whether it is
 * @param reproducibility s_R, of s_R^2 = s_L^2 + s_r^2
 */
public record Precision(
        List<Summary> cells,
        double mean,
        double repeatability,
        double betweenLaboratories,
        boolean clamped,
        double reproducibility) {

    /** The factor for two results and 95 %, 1.96 sqrt(2) rounded (ISO 5725-6:1994, 4.1.4). */
    private static final double LIMIT = 2.8;

    /** Keeps its own list. */
    public Precision {
        cells = List.copyOf(cells);
    }

    /**
     * Of all results, one array a laboratory; sizes may differ.
     *
     * @throws IllegalArgumentException with fewer than two laboratories, an empty one, or no repeats at all
     */
    public static Precision of(List<double[]> results) {
        OneWayAnova anova = OneWayAnova.of(results);
        return new Precision(
                results.stream().map(Summary::of).toList(),
                anova.mean(),
                anova.standardDeviationWithin(),
                Math.sqrt(anova.varianceBetween()),
                anova.rawVarianceBetween() < 0,
                Math.sqrt(anova.varianceBetween() + anova.meanSquareWithin()));
    }

    /** r: two results of one laboratory differ by more in one case of twenty. */
    public double repeatabilityLimit() {
        return LIMIT * repeatability;
    }

    /** R: results of two laboratories differ by more in one case of twenty. */
    public double reproducibilityLimit() {
        return LIMIT * reproducibility;
    }
}
