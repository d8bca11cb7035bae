package org.plumbline.interlaboratory;

import org.apache.commons.statistics.distribution.TDistribution;
import org.plumbline.statistics.Summary;

/**
 * Grubbs' test whether the cell mean farthest from the others is too far (ISO 5725-2:2019, 7.3.4.1). For two at once see
 * {@link GrubbsPair}.
 *
 * @param suspect index of that cell
 * @param statistic G, its distance from the mean of all over their standard deviation
 * @param criticalAtFive G that is exceeded in 5 % of cases, both sides together
 * @param criticalAtOne G that is exceeded in 1 % of cases
 */
public record Grubbs(int suspect, double statistic, double criticalAtFive, double criticalAtOne) {

    /**
     * Of cell means in one unit.
     *
     * @throws IllegalArgumentException with fewer than three, and where all are equal
     */
    public static Grubbs of(double... means) {
        double five = critical(means.length, 0.05);
        double one = critical(means.length, 0.01);
        Summary summary = Summary.of(means);
        if (summary.standardDeviation() == 0) {
            throw new IllegalArgumentException("all means are equal: none is farther from the others");
        }
        int suspect = 0;
        for (int i = 1; i < means.length; i++) {
            boolean farther = Math.abs(means[i] - summary.mean()) > Math.abs(means[suspect] - summary.mean());
            suspect = farther ? i : suspect;
        }
        double g = Math.abs(means[suspect] - summary.mean()) / summary.standardDeviation();
        return new Grubbs(suspect, g, five, one);
    }

    /**
     * The critical value by Student's t (NIST/SEMATECH e-Handbook, 1.3.5.17.1); within 0.001 of the table of ISO 5725-2.
     *
     * @param laboratories p, at least three
     * @param significance of both sides together, e.g. 0.05
     */
    public static double critical(int laboratories, double significance) {
        if (laboratories < 3) {
            throw new IllegalArgumentException("Grubbs' test needs three laboratories: " + laboratories);
        }
        double p = laboratories;
        double t = TDistribution.of(p - 2).inverseSurvivalProbability(significance / (2 * p));
        return (p - 1) * t / Math.sqrt(p * (p - 2 + t * t));
    }

    /** What the test came to. */
    public OutlierTest outcome() {
        return OutlierTest.ofLarge(statistic, criticalAtFive, criticalAtOne);
    }
}
