package org.plumbline.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.TSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws inputs from what is known about them (JCGM 101:2008, 6.4). */
final class Sampler {

    private static final int ALONE = -1;

    private final double[] estimates;
    private final double[] u;
    private final DoubleSupplier[] standardised;
    private final int[] group;
    private final boolean alone;

    /** Of each row of the Cholesky factor where it is not zero, and what it is there. */
    private final int[][] columns;

    private final double[][] factors;

    /** Of each group the draw that its members share, at its first; 1 where they share none. */
    private final double[] common;

    private final DoubleSupplier[] scales;
    private final double[] independent;

    Sampler(Inputs inputs, UniformRandomProvider random) {
        List<Contribution> contributions = inputs.contributions();
        estimates = inputs.estimates();
        u = contributions.stream()
                .mapToDouble(Contribution::standardUncertainty)
                .toArray();
        double[][] lower = Cholesky.of(inputs.matrix());
        columns = Arrays.stream(lower)
                .map(row ->
                        IntStream.range(0, row.length).filter(j -> row[j] != 0).toArray())
                .toArray(int[][]::new);
        factors = IntStream.range(0, u.length)
                .mapToObj(i ->
                        Arrays.stream(columns[i]).mapToDouble(j -> lower[i][j]).toArray())
                .toArray(double[][]::new);
        standardised = new DoubleSupplier[u.length];
        group = groups(inputs.matrix());
        alone = Arrays.stream(group).allMatch(each -> each == ALONE);
        for (int i = 0; i < u.length; i++) {
            Contribution each = contributions.get(i);
            if (group[i] == ALONE) {
                standardised[i] = standardised(each, random);
            } else {
                standardised[i] = normal(Double.POSITIVE_INFINITY, random);
                requireJoint(each, contributions.get(group[i]));
            }
        }
        independent = new double[u.length];
        common = new double[u.length];
        Arrays.fill(common, 1);
        scales = new DoubleSupplier[u.length];
        for (int i = 0; i < u.length; i++) {
            double nu = contributions.get(i).degreesOfFreedom();
            if (group[i] == i && nu != Double.POSITIVE_INFINITY) {
                scales[i] = scale(nu, random);
            }
        }
    }

    /** For each input the first of those that it depends on, directly or through others; {@code ALONE} where on none. */
    private static int[] groups(double[][] matrix) {
        int[] group = new int[matrix.length];
        Arrays.fill(group, ALONE);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                if (matrix[i][j] != 0) {
                    int mine = group[i] == ALONE ? i : group[i];
                    int other = group[j] == ALONE ? j : group[j];
                    int first = Math.min(mine, other);
                    group[i] = first;
                    group[j] = first;
                    Arrays.setAll(group, k -> group[k] == mine || group[k] == other ? first : group[k]);
                }
            }
        }
        return group;
    }

    private static void requireJoint(Contribution each, Contribution first) {
        if (each.distribution() != Distribution.NORMAL || each.degreesOfFreedom() != first.degreesOfFreedom()) {
            throw new IllegalArgumentException(
                    "correlated inputs are drawn together from the normal distribution only, with the same degrees of freedom");
        }
    }

    /** What makes normal draws a draw of the multivariate t: each of them alone is then the t of JCGM 101:2008, 6.4.9. */
    private static DoubleSupplier scale(double nu, UniformRandomProvider random) {
        ContinuousSampler chiSquared = AhrensDieterMarsagliaTsangGammaSampler.of(random, nu / 2, 2);
        return () -> Math.sqrt(nu / chiSquared.sample());
    }

    private static DoubleSupplier standardised(Contribution contribution, UniformRandomProvider random) {
        double divisor = contribution.distribution().divisor();
        return switch (contribution.distribution()) {
            case NORMAL -> normal(contribution.degreesOfFreedom(), random);
            case UNIFORM -> () -> divisor * (2 * random.nextDouble() - 1);
            case TRIANGULAR -> () -> divisor * (random.nextDouble() - random.nextDouble());
            case ARCSINE -> () -> divisor * Math.sin(2 * Math.PI * random.nextDouble());
            case STANDARD_DEVIATION -> spread(contribution.degreesOfFreedom(), random);
        };
    }

    /** How many of its u a standard deviation is off. */
    private static DoubleSupplier spread(double nu, UniformRandomProvider random) {
        if (nu == Double.POSITIVE_INFINITY) {
            return () -> 0;
        }
        DoubleSupplier scale = scale(nu, random);
        return () -> Math.sqrt(2 * nu) * (scale.getAsDouble() - 1);
    }

    private static DoubleSupplier normal(double degreesOfFreedom, UniformRandomProvider random) {
        ContinuousSampler sampler = degreesOfFreedom == Double.POSITIVE_INFINITY
                ? ZigguratSampler.NormalizedGaussian.of(random)
                : TSampler.of(random, degreesOfFreedom);
        return sampler::sample;
    }

    /** One draw of all inputs. */
    double[] draw() {
        return alone ? each() : together();
    }

    private double[] each() {
        double[] inputs = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            inputs[i] = estimates[i] + u[i] * standardised[i].getAsDouble();
        }
        return inputs;
    }

    private double[] together() {
        for (int i = 0; i < u.length; i++) {
            independent[i] = standardised[i].getAsDouble();
        }
        for (int i = 0; i < u.length; i++) {
            if (scales[i] != null) {
                common[i] = scales[i].getAsDouble();
            }
        }
        double[] inputs = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double sum = 0;
            int[] column = columns[i];
            double[] factor = factors[i];
            for (int j = 0; j < column.length; j++) {
                sum += factor[j] * independent[column[j]];
            }
            inputs[i] = estimates[i] + u[i] * (group[i] == ALONE ? sum : common[group[i]] * sum);
        }
        return inputs;
    }
}
