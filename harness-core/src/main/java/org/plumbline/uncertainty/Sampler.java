package org.plumbline.uncertainty;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.TSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws inputs from what is known about them (JCGM 101:2008, 6.4). */
final class Sampler {

    private final double[] estimates;
    private final double[] u;
    private final DoubleSupplier[] standardised;
    private final double[][] lower;

    Sampler(Inputs inputs, UniformRandomProvider random) {
        List<Contribution> contributions = inputs.contributions();
        if (inputs.correlated() && !contributions.stream().allMatch(Sampler::joint)) {
            throw new IllegalArgumentException(
                    "correlated inputs are drawn together from the normal distribution only, with infinite degrees of freedom");
        }
        estimates = inputs.estimates();
        u = contributions.stream()
                .mapToDouble(Contribution::standardUncertainty)
                .toArray();
        standardised =
                contributions.stream().map(each -> standardised(each, random)).toArray(DoubleSupplier[]::new);
        lower = Cholesky.of(inputs.matrix());
    }

    private static boolean joint(Contribution contribution) {
        return contribution.distribution() == Distribution.NORMAL
                && contribution.degreesOfFreedom() == Double.POSITIVE_INFINITY;
    }

    private static DoubleSupplier standardised(Contribution contribution, UniformRandomProvider random) {
        double divisor = contribution.distribution().divisor();
        return switch (contribution.distribution()) {
            case NORMAL -> normal(contribution.degreesOfFreedom(), random);
            case UNIFORM -> () -> divisor * (2 * random.nextDouble() - 1);
            case TRIANGULAR -> () -> divisor * (random.nextDouble() - random.nextDouble());
            case ARCSINE -> () -> divisor * Math.sin(2 * Math.PI * random.nextDouble());
        };
    }

    private static DoubleSupplier normal(double degreesOfFreedom, UniformRandomProvider random) {
        ContinuousSampler sampler = degreesOfFreedom == Double.POSITIVE_INFINITY
                ? ZigguratSampler.NormalizedGaussian.of(random)
                : TSampler.of(random, degreesOfFreedom);
        return sampler::sample;
    }

    /** One draw of all inputs. */
    double[] draw() {
        double[] independent = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            independent[i] = standardised[i].getAsDouble();
        }
        double[] inputs = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += lower[i][j] * independent[j];
            }
            inputs[i] = estimates[i] + u[i] * sum;
        }
        return inputs;
    }
}
