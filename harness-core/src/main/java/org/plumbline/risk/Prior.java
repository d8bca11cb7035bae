package org.plumbline.risk;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** What is known about items before one is measured: how their true values are distributed (JCGM 106:2012, 6.2). */
public final class Prior {

    private static final double[] REACH = {-38, -16, -8, -4, -2, -1, 0, 1, 2, 4, 8, 16, 38};
    private static final double[] TAILS = {1 - 1e-9, 0.999, 0.9, 0.5, 0.1, 1e-3, 1e-6, 1e-12, 1e-24, 1e-48};

    private final double origin;
    private final DoubleUnaryOperator density;
    private final double[] points;

    /**
     * Density and points count from the origin: values far from 0 would leave few digits for what they differ by.
     *
     * @param points where the density is known to change, in order; it is 0 outside the first and the last
     */
    private Prior(double origin, DoubleUnaryOperator density, double... points) {
        this.origin = origin;
        this.density = density;
        this.points = points;
    }

    /**
     * A normal process.
     *
     * @param mean in the limits' unit
     * @param standardDeviation of the true values, above 0
     */
    public static Prior normal(double mean, double standardDeviation) {
        NormalDistribution distribution = NormalDistribution.of(0, standardDeviation);
        return new Prior(
                mean,
                distribution::density,
                Arrays.stream(REACH).map(step -> step * standardDeviation).toArray());
    }

    /**
     * The normal process about the middle of symmetric limits of which a part is within them.
     *
     * @param inTolerance probability of an item within the limits, above 0 and below 1
     * @param tolerance two-sided
     */
    public static Prior inTolerance(double inTolerance, Limits tolerance) {
        double half = (tolerance.upper() - tolerance.lower()) / 2;
        double reach = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - inTolerance) / 2);
        return normal(tolerance.lower() + half, half / reach);
    }

    /**
     * A gamma distribution of values that cannot be negative (JCGM 106:2012, 9.5.4).
     *
     * @param shape above 0
     * @param scale in the limits' unit, above 0
     */
    public static Prior gamma(double shape, double scale) {
        GammaDistribution distribution = GammaDistribution.of(shape, scale);
        double[] points = new double[TAILS.length + 1];
        for (int i = 0; i < TAILS.length; i++) {
            points[i + 1] = distribution.inverseSurvivalProbability(TAILS[i]);
        }
        return new Prior(0, distribution::density, points);
    }

    /**
     * Any continuous density.
     *
     * @param density per the limits' unit, not negative
     * @param from where it begins, finite
     * @param to where it ends, finite
     * @throws IllegalArgumentException where it does not integrate to 1 within a millionth
     */
    public static Prior of(DoubleUnaryOperator density, double from, double to) {
        double whole = Integral.of(density, from, to);
        if (!(Math.abs(whole - 1) <= 1e-6)) {
            throw new IllegalArgumentException("the density integrates to " + whole + ", not to 1");
        }
        return new Prior(0, density, from, (3 * from + to) / 4, (from + to) / 2, (from + 3 * to) / 4, to);
    }

    double origin() {
        return origin;
    }

    /** @param value as seen from the origin */
    double density(double value) {
        return density.applyAsDouble(value);
    }

    /** The points between which to integrate: own and others within the own, in order, none twice; all as seen from the origin. */
    double[] pointsWith(double... others) {
        double first = points[0];
        double last = points[points.length - 1];
        return DoubleStream.concat(
                        Arrays.stream(points), Arrays.stream(others).filter(each -> each > first && each < last))
                .sorted()
                .distinct()
                .toArray();
    }
}
