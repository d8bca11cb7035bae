package org.plumbline.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Bartlett's test whether groups have one variance (NIST/SEMATECH e-Handbook, 1.3.5.7). Sensitive to values that are
 * not normal.
 *
 * @param statistic T, infinite where one group does not vary
 * @param degreesOfFreedom groups - 1
 * @param pValue chance of a T at least as large from groups with one variance
 */
public record Bartlett(double statistic, int degreesOfFreedom, double pValue) {

    /**
     * Of groups in one unit.
     *
     * @throws IllegalArgumentException with fewer than two groups, one with fewer than two values, and where no group varies
     */
    public static Bartlett of(List<double[]> groups) {
        return ofSummaries(groups.stream().map(Summary::of).toList());
    }

    /**
     * Of the groups' sizes and standard deviations.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Bartlett ofSummaries(List<Summary> groups) {
        if (groups.size() < 2 || groups.stream().anyMatch(group -> group.n() < 2)) {
            throw new IllegalArgumentException("Bartlett's test needs two groups of two values");
        }
        if (groups.stream().allMatch(group -> group.variance() == 0)) {
            throw new IllegalArgumentException("no group varies: there are no variances to compare");
        }
        int freedom = groups.size() - 1;
        double statistic = statistic(groups);
        return new Bartlett(
                statistic, freedom, ChiSquaredDistribution.of(freedom).survivalProbability(statistic));
    }

    private static double statistic(List<Summary> groups) {
        double freedom = 0;
        double squares = 0;
        double logarithms = 0;
        double reciprocals = 0;
        for (Summary group : groups) {
            int own = group.degreesOfFreedom();
            freedom += own;
            squares += own * group.variance();
            logarithms += own * Math.log(group.variance());
            reciprocals += 1.0 / own;
        }
        double correction = 1 + (reciprocals - 1 / freedom) / (3.0 * (groups.size() - 1));
        return (freedom * Math.log(squares / freedom) - logarithms) / correction;
    }
}
