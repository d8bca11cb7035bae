package org.plumbline.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether repeats follow each other more closely than independent ones do: the ratio of von Neumann (Ann. Math. Stat. 12, 1941)
 * in the form of Young (same volume), one-sided. Such repeats make s / sqrt(n) too small a standard uncertainty of their mean
 * (JCGM 100:2008, 4.2.7); repeats that alternate make it too large, which is on the safe side.
 *
 * @param n how many values
 * @param statistic C = 1 - sum (x_(i+1) - x_i)^2 / (2 sum (x_i - mean)^2): 0 on average for independent values, towards 1 for
 *     those that change slowly
 * @param pValue chance of a C at least as large from independent normal values, whose C has the variance (n - 2) / (n^2 - 1)
 */
public record Independence(int n, double statistic, double pValue) {

    /** Of fewer the normal distribution of C is too rough, and little dependence would be found. */
    public static final int LEAST = 10;

    /**
     * Of values equally spaced in time. Values that are all equal count as dependent: they show a stuck reading, not a spread
     * of zero.
     *
     * @throws IllegalArgumentException with fewer than {@value #LEAST} values, which show nothing
     */
    public static Independence of(double... values) {
        int n = values.length;
        if (n < LEAST) {
            throw new IllegalArgumentException("too few values to show dependence: " + n);
        }
        double statistic = statistic(Centred.of(values));
        double deviation = Math.sqrt((n - 2) / (n * (double) n - 1));
        return new Independence(
                n, statistic, NormalDistribution.of(0, deviation).survivalProbability(statistic));
    }

    private static double statistic(Centred centred) {
        double squares = centred.squares();
        double[] deviations = centred.deviations();
        double first = deviations[0];
        double last = deviations[deviations.length - 1];
        return squares == 0 ? 1 : (centred.products(centred, 1) + (first * first + last * last) / 2) / squares;
    }

    /**
     * Whether independence is not refuted.
     *
     * @param significance chance of calling independent values dependent, e.g. 0.05
     */
    public boolean holds(double significance) {
        return pValue >= significance;
    }
}
