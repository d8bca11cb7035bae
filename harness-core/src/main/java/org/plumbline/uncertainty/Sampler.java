package org.plumbline.uncertainty;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.TSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.plumbline.text.Text;

/** Draws inputs from what is known about them (JCGM 101:2008, 6.4). */
final class Sampler {

    private final double[] estimates;
    private final double[] u;
    private final DoubleSupplier[] standardised;
    private final double[][] lower;
    private final boolean[] joint;
    private final DoubleSupplier scale;

    Sampler(Inputs inputs, UniformRandomProvider random) {
        List<Contribution> contributions = inputs.contributions();
        estimates = inputs.estimates();
        u = contributions.stream()
                .mapToDouble(Contribution::standardUncertainty)
                .toArray();
        lower = Cholesky.of(inputs.matrix());
        List<Contribution> together = together(inputs);
        together.forEach(each -> requireJoint(each, together.get(0)));
        double nu =
                together.isEmpty() ? Double.POSITIVE_INFINITY : together.get(0).degreesOfFreedom();
        standardised = new DoubleSupplier[u.length];
        joint = new boolean[u.length];
        for (int i = 0; i < u.length; i++) {
            Contribution each = contributions.get(i);
            joint[i] = together.contains(each);
            standardised[i] = joint[i] ? normal(Double.POSITIVE_INFINITY, random) : standardised(each, random);
        }
        scale = nu == Double.POSITIVE_INFINITY ? () -> 1 : scale(nu, random);
    }

    /** Those that depend on another. */
    private static List<Contribution> together(Inputs inputs) {
        Set<Text> names = new HashSet<>();
        inputs.correlations().stream()
                .filter(correlation -> correlation.coefficient() != 0)
                .forEach(correlation -> {
                    names.add(correlation.first());
                    names.add(correlation.second());
                });
        return inputs.contributions().stream()
                .filter(each -> names.contains(each.name()))
                .toList();
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
        double common = scale.getAsDouble();
        double[] inputs = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += lower[i][j] * independent[j];
            }
            inputs[i] = estimates[i] + u[i] * (joint[i] ? common * sum : sum);
        }
        return inputs;
    }
}
