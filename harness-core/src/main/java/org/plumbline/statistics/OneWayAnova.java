package org.plumbline.statistics;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.core.Sum;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Analysis of variance of groups of values in one unit, one factor, groups of any size (JCGM 100:2008, H.5;
 * ISO 5725-2:2019, 7.4).
 *
 * @param groups number of groups, p
 * @param values number of values in all, N
 * @param replicates mean group size that enters the variance between, (N - sum n_i^2 / N) / (p - 1)
 * @param mean mean of all values
 * @param squaresBetween sum of squares of the groups' means about the mean, p - 1 degrees of freedom
 * @param squaresWithin sum of squares of the values about their groups' means, N - p degrees of freedom
 */
public record OneWayAnova(
        int groups, int values, double replicates, double mean, double squaresBetween, double squaresWithin) {

    /**
     * Of all values. Differences are taken in decimal: 1000000000000.4 keeps its fourth tenth.
     *
     * @throws IllegalArgumentException with fewer than two groups, an empty one, or no group with two values
     */
    public static OneWayAnova of(List<double[]> groups) {
        int[] sizes = groups.stream().mapToInt(group -> group.length).toArray();
        Sizes shape = Sizes.of(sizes);
        BigDecimal mean = Decimals.mean(
                groups.stream().map(Decimals::sum).reduce(BigDecimal.ZERO, BigDecimal::add), shape.values());
        Sum between = Sum.create();
        Sum within = Sum.create();
        for (double[] group : groups) {
            BigDecimal own = Decimals.mean(Decimals.sum(group), group.length);
            double off = own.subtract(mean).doubleValue();
            between.addProduct(off * group.length, off);
            within.add(new Centred(0, Decimals.deviations(group, own)).squares());
        }
        return shape.anova(mean.doubleValue(), between.getAsDouble(), within.getAsDouble());
    }

    /**
     * Of the groups' sizes, means and standard deviations alone.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static OneWayAnova ofSummaries(List<Summary> groups) {
        Sizes shape = Sizes.of(groups.stream().mapToInt(Summary::n).toArray());
        double[] means = groups.stream().mapToDouble(Summary::mean).toArray();
        double origin = means[0];
        Sum sum = Sum.create();
        groups.forEach(group -> sum.addProduct(group.n(), group.mean() - origin));
        double mean = sum.getAsDouble() / shape.values();
        Sum between = Sum.create();
        Sum within = Sum.create();
        for (Summary group : groups) {
            double off = group.mean() - origin - mean;
            between.addProduct(off * group.n(), off);
            within.add(group.n() == 1 ? 0 : group.variance() * group.degreesOfFreedom());
        }
        return shape.anova(origin + mean, between.getAsDouble(), within.getAsDouble());
    }

    private record Sizes(int groups, int values, double squares) {

        static Sizes of(int[] sizes) {
            int values = 0;
            double squares = 0;
            for (int size : sizes) {
                if (size == 0) {
                    throw new IllegalArgumentException("a group is empty");
                }
                values += size;
                squares += (double) size * size;
            }
            if (sizes.length < 2 || values == sizes.length) {
                throw new IllegalArgumentException("too few values: " + values + " in " + sizes.length + " groups");
            }
            return new Sizes(sizes.length, values, squares);
        }

        OneWayAnova anova(double mean, double between, double within) {
            double replicates = (values - squares / values) / (groups - 1);
            return new OneWayAnova(groups, values, replicates, mean, between, within);
        }
    }

    /** p - 1. */
    public int freedomBetween() {
        return groups - 1;
    }

    /** N - p. */
    public int freedomWithin() {
        return values - groups;
    }

    /** Mean square between groups. */
    public double meanSquareBetween() {
        return squaresBetween / freedomBetween();
    }

    /** Mean square within groups, the pooled variance. */
    public double meanSquareWithin() {
        return squaresWithin / freedomWithin();
    }

    /** The pooled standard deviation within groups. */
    public double standardDeviationWithin() {
        return Math.sqrt(meanSquareWithin());
    }

    /** The mean squares' ratio; infinite or NaN where nothing varies within groups. */
    public double f() {
        return meanSquareBetween() / meanSquareWithin();
    }

    /** Chance of an F at least as large where all groups have one mean. */
    public double pValue() {
        return FDistribution.of(freedomBetween(), freedomWithin()).survivalProbability(f());
    }

    /** The F that is exceeded with this chance where all groups have one mean. */
    public double critical(double significance) {
        return FDistribution.of(freedomBetween(), freedomWithin()).inverseSurvivalProbability(significance);
    }

    /** Share of the variance that lies between the groups, R squared. */
    public double determination() {
        return squaresBetween / (squaresBetween + squaresWithin);
    }

    /** Variance between groups as the mean squares give it; negative where F is below 1. */
    public double rawVarianceBetween() {
        return (meanSquareBetween() - meanSquareWithin()) / replicates;
    }

    /** Variance between groups, 0 where the estimate is negative (ISO 5725-2:2019, 7.4.5.4). */
    public double varianceBetween() {
        return Math.max(0, rawVarianceBetween());
    }
}
