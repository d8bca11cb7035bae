package org.plumbline.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The test of Ljung and Box (Biometrika 65, 1978) whether repeats are independent. Where they are not, s / sqrt(n) is
 * no standard uncertainty of their mean (JCGM 100:2008, 4.2.7).
 *
 * @param n how many values
 * @param lags how many autocorrelation coefficients entered
 * @param statistic Q = n (n + 2) sum of r_k^2 / (n - k)
 * @param pValue chance of a Q at least as large from independent values
 */
public record Independence(int n, int lags, double statistic, double pValue) {

    private static final int LAGS = 10;
    private static final int VALUES_PER_LAG = 5;

    /**
     * Of values equally spaced in time, with min(10, n / 5) lags. Values that are all equal count as dependent: they
     * show a stuck reading, not a spread of zero.
     *
     * @throws IllegalArgumentException with fewer than ten values, which show nothing
     */
    public static Independence of(double... values) {
        int n = values.length;
        if (n < 2 * VALUES_PER_LAG) {
            throw new IllegalArgumentException("too few values to show dependence: " + n);
        }
        int lags = Math.min(LAGS, n / VALUES_PER_LAG);
        double q = statistic(Centred.of(values), n, lags);
        return new Independence(n, lags, q, ChiSquaredDistribution.of(lags).survivalProbability(q));
    }

    private static double statistic(Centred centred, int n, int lags) {
        double squares = centred.squares();
        if (squares == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            double r = centred.products(centred, lag) / squares;
            sum += r * r / (n - lag);
        }
        return n * (n + 2.0) * sum;
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
