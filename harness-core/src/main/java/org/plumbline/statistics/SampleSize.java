package org.plumbline.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** How many trials a claimed chance of success needs (exact binomial; Wilks, Ann. Math. Stat. 12, 1941). */
public final class SampleSize {

    private SampleSize() {}

    /**
     * The smallest number of trials, all successful, that shows the claim: ln(1 - confidence) / ln(claim), rounded up.
     *
     * @param claim chance of success that is to be shown, above 0 and below 1
     * @param confidence above 0 and below 1
     */
    public static int withoutFailures(double claim, double confidence) {
        return withFailures(0, claim, confidence);
    }

    /**
     * The smallest number of trials that shows the claim with so many failures: were the chance only {@code claim}, so
     * few would be seen with a chance of at most 1 - {@code confidence}.
     *
     * @throws IllegalArgumentException for a claim or confidence outside (0, 1), or more than a thousand million trials
     */
    public static int withFailures(int failures, double claim, double confidence) {
        if (!(claim > 0 && claim < 1 && confidence > 0 && confidence < 1) || failures < 0) {
            throw new IllegalArgumentException(
                    "no claim: " + claim + " with confidence " + confidence + " and " + failures + " failures");
        }
        int enough = failures + 1;
        while (!shows(enough, failures, claim, confidence)) {
            enough = doubled(enough);
        }
        return smallest(failures, enough, failures, claim, confidence);
    }

    private static int doubled(int trials) {
        if (trials > 500_000_000) {
            throw new IllegalArgumentException("the claim needs more than a thousand million trials");
        }
        return 2 * trials;
    }

    private static int smallest(int tooFew, int enough, int failures, double claim, double confidence) {
        int below = tooFew;
        int above = enough;
        while (above - below > 1) {
            int middle = (below + above) >>> 1;
            if (shows(middle, failures, claim, confidence)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }

    private static boolean shows(int trials, int failures, double claim, double confidence) {
        return BinomialDistribution.of(trials, 1 - claim).cumulativeProbability(failures) <= 1 - confidence;
    }
}
