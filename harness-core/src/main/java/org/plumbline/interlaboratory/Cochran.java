package org.plumbline.interlaboratory;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.FDistribution;
import org.plumbline.text.Text;

/**
 * Cochran's test whether the largest of several standard deviations is too large (ISO 5725-2:2019, 7.3.3).
 *
 * @param suspect index of the laboratory with the largest
 * @param statistic C, the largest variance over the sum of all; NaN where nothing varies
 * @param criticalAtFive C that is exceeded in 5 % of cases
 * @param criticalAtOne C that is exceeded in 1 % of cases
 */
public record Cochran(int suspect, double statistic, double criticalAtFive, double criticalAtOne) {

    /**
     * Of standard deviations in one unit.
     *
     * @param replicates results in each cell, at least two; where sizes differ, the size that most have
     * @throws IllegalArgumentException for fewer than two deviations or replicates, and for what is no deviation
     */
    public static Cochran of(double[] deviations, int replicates) {
        Finite.require(new Text("柯克伦检验", "Cochran's test"), deviations);
        if (Arrays.stream(deviations).anyMatch(s -> s < 0)) {
            throw new IllegalArgumentException("not standard deviations: " + Arrays.toString(deviations));
        }
        int suspect = 0;
        for (int i = 1; i < deviations.length; i++) {
            suspect = deviations[i] > deviations[suspect] ? i : suspect;
        }
        double five = critical(deviations.length, replicates, 0.05);
        double one = critical(deviations.length, replicates, 0.01);
        double sum = Arrays.stream(deviations).map(s -> s * s).sum();
        return new Cochran(suspect, deviations[suspect] * deviations[suspect] / sum, five, one);
    }

    /**
     * The critical value, by the F distribution with the risk shared between the laboratories; within 0.001 of the table of
     * ISO 5725-2.
     *
     * @param laboratories p, at least two
     * @param replicates n, at least two
     * @param significance e.g. 0.05
     */
    public static double critical(int laboratories, int replicates, double significance) {
        if (laboratories < 2 || replicates < 2) {
            throw new IllegalArgumentException(
                    "Cochran's test needs two laboratories and two results: " + laboratories + ", " + replicates);
        }
        double freedom = replicates - 1.0;
        double f = FDistribution.of(freedom, (laboratories - 1) * freedom)
                .inverseSurvivalProbability(significance / laboratories);
        return f / (f + laboratories - 1);
    }

    /** What the test came to. */
    public OutlierTest outcome() {
        return OutlierTest.ofLarge(statistic, criticalAtFive, criticalAtOne);
    }
}
