package org.plumbline.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Successes in independent trials of equal chance, and what they say about that chance (NIST/SEMATECH e-Handbook,
 * 7.2.4.1; GB/T 4088-2008). Only the exact limits keep the stated confidence for every chance; Wilson's keep it on
 * average and promise too much near 0 and 1.
 *
 * @param successes 0 to {@code trials}
 * @param trials at least one
 */
public record Proportion(int successes, int trials) {

    /** Refuses counts that are none. */
    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("not a proportion: " + successes + " of " + trials);
        }
    }

    /** Successes over trials. */
    public double estimate() {
        return (double) successes / trials;
    }

    /** Exact two-sided limits (Clopper and Pearson, Biometrika 26, 1934). */
    public Interval exact(double confidence) {
        double oneSided = (1 + confidence) / 2;
        return new Interval(exactLower(oneSided), exactUpper(oneSided));
    }

    /** The exact one-sided lower limit: with {@code confidence} the chance is not below it. */
    public double exactLower(double confidence) {
        return successes == 0
                ? 0
                : BetaDistribution.of(successes, trials - successes + 1.0).inverseCumulativeProbability(1 - confidence);
    }

    /** The exact one-sided upper limit: with {@code confidence} the chance is not above it. */
    public double exactUpper(double confidence) {
        return successes == trials
                ? 1
                : BetaDistribution.of(successes + 1.0, trials - successes).inverseSurvivalProbability(1 - confidence);
    }

    /** Two-sided limits by the score test (Wilson, JASA 22, 1927). */
    public Interval wilson(double confidence) {
        double oneSided = (1 + confidence) / 2;
        return new Interval(wilsonLower(oneSided), wilsonUpper(oneSided));
    }

    /** The one-sided lower limit by the score test. */
    public double wilsonLower(double confidence) {
        return successes == 0 ? 0 : wilsonEnd(-z(confidence));
    }

    /** The one-sided upper limit by the score test. */
    public double wilsonUpper(double confidence) {
        return successes == trials ? 1 : wilsonEnd(z(confidence));
    }

    private double wilsonEnd(double z) {
        double p = estimate();
        double square = z * z / trials;
        return (p + square / 2 + z * Math.sqrt((p * (1 - p) + square / 4) / trials)) / (1 + square);
    }

    private static double z(double confidence) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(1 - confidence);
    }
}
