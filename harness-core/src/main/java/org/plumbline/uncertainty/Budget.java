package org.plumbline.uncertainty;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The uncertainty budget of one result (JCGM 100:2008, 5 and G). Components are sensitivity times standard uncertainty,
 * in the result's unit.
 *
 * @param inputs contributions and correlations
 */
public record Budget(Inputs inputs) {

    /** A budget of independent contributions. */
    public static Budget of(Contribution... contributions) {
        return new Budget(Inputs.of(contributions));
    }

    /** Combined standard uncertainty u_c (JCGM 100:2008, 5.1.2; 5.2.2 where inputs are correlated). */
    public double combined() {
        return Math.sqrt(covariance(this));
    }

    /**
     * Covariance of this result with another of the same inputs (JCGM 100:2008, F.1.2.3, H.2.3), product of both units.
     *
     * @throws IllegalArgumentException where the other has other inputs
     */
    public double covariance(Budget other) {
        double[] own = components();
        double[] others = other.components();
        double[][] matrix = inputs.matrix();
        if (own.length != others.length || !inputs.correlations().equals(other.inputs.correlations())) {
            throw new IllegalArgumentException("the results have other inputs");
        }
        double sum = 0;
        for (int i = 0; i < own.length; i++) {
            for (int j = 0; j < own.length; j++) {
                sum += own[i] * matrix[i][j] * others[j];
            }
        }
        return sum;
    }

    /** Correlation coefficient of this result with another of the same inputs (JCGM 100:2008, H.2.3). */
    public double correlation(Budget other) {
        return covariance(other) / (combined() * other.combined());
    }

    /**
     * What part of u_c squared each contribution makes, in order; the parts sum to 1. Where inputs are correlated each
     * takes half of what it shares, and a part may be negative. All 0 where u_c is.
     */
    public double[] shares() {
        double[] own = components();
        double[][] matrix = inputs.matrix();
        double[] shares = new double[own.length];
        double variance = covariance(this);
        for (int i = 0; i < own.length && variance != 0; i++) {
            for (int j = 0; j < own.length; j++) {
                shares[i] += own[i] * matrix[i][j] * own[j] / variance;
            }
        }
        return shares;
    }

    /**
     * Effective degrees of freedom by Welch and Satterthwaite (JCGM 100:2008, G.4.1). Empty where inputs are correlated
     * and one has finite degrees of freedom: the formula holds for independent inputs only.
     */
    public OptionalDouble effectiveDegreesOfFreedom() {
        double sum = 0;
        for (Contribution contribution : inputs.contributions()) {
            sum += Math.pow(contribution.component(), 4) / contribution.degreesOfFreedom();
        }
        if (sum == 0) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        return inputs.correlated() ? OptionalDouble.empty() : OptionalDouble.of(Math.pow(combined(), 4) / sum);
    }

    /**
     * U for a coverage probability, k from Student's t for the effective degrees of freedom truncated to the next lower
     * integer (JCGM 100:2008, G.4.1 note 1, G.6.4). Empty where the degrees of freedom are unknown or below 1.
     *
     * @param coverage e.g. 0.95
     */
    public Optional<Expanded> expanded(double coverage) {
        OptionalDouble nu = effectiveDegreesOfFreedom();
        if (nu.isEmpty() || nu.getAsDouble() < 1) {
            return Optional.empty();
        }
        double whole = Math.floor(nu.getAsDouble());
        double k = CoverageFactor.of(coverage, whole);
        return Optional.of(new Expanded(k * combined(), k, whole, coverage));
    }

    private double[] components() {
        return inputs.contributions().stream()
                .mapToDouble(Contribution::component)
                .toArray();
    }
}
