package org.plumbline.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Budget;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.CoverageFactor;

/**
 * How well a value is known, and from what that comes (JCGM 100:2008, 6 and 7). Contributions are independent.
 *
 * @param contributions the budget's rows; their components are in the value's unit; none for a count
 * @param combined u_c in the value's unit
 * @param degreesOfFreedom effective ones of u_c, whole or infinite
 * @param coverageFactor k
 * @param expanded U = k u_c in the value's unit, not negative
 * @param coverage probability that k stands for
 * @param check how that compares with Monte Carlo; null where the model is linear, so that nothing is to be checked
 */
public record Uncertainty(
        List<Contribution> contributions,
        double combined,
        double degreesOfFreedom,
        double coverageFactor,
        double expanded,
        double coverage,
        @Nullable MonteCarloCheck check) {

    /** That of k = 2 for a normal distribution (JCGM 100:2008, table G.1), unless a limit asks for another. */
    public static final double COVERAGE = 0.9545;

    /** Degrees of freedom that miss a whole number by rounding alone are that number. */
    private static final double ROUNDING = 1e-12;

    private static final Text ANOTHER = new Text("另一处可能更大的值", "another value that may be the larger one");

    /** Of a count, and of what nothing is known about. */
    public static final Uncertainty NONE =
            new Uncertainty(List.of(), 0, Double.POSITIVE_INFINITY, Result.K, 0, COVERAGE, null);

    /** Refuses what is no uncertainty. */
    public Uncertainty {
        requireUncertainty(expanded);
        contributions = List.copyOf(contributions);
    }

    /**
     * Combines contributions by Welch and Satterthwaite (JCGM 100:2008, 5.1.2, G.4.1): k = 2 for infinite degrees of
     * freedom, for others Student's t of the next lower whole number for a coverage of {@value #COVERAGE}.
     */
    public static Uncertainty of(List<Contribution> contributions) {
        List<Contribution> rows =
                contributions.stream().filter(each -> each.component() != 0).toList();
        if (rows.isEmpty()) {
            return NONE;
        }
        Budget budget = Budget.of(rows.toArray(Contribution[]::new));
        double effective = budget.effectiveDegreesOfFreedom().orElseThrow();
        double nu = Math.max(1, Math.floor(effective * (1 + ROUNDING)));
        double k = factor(COVERAGE, nu);
        double combined = budget.combined();
        return new Uncertainty(rows, combined, nu, k, k * combined, COVERAGE, null);
    }

    private static double factor(double coverage, double nu) {
        return coverage == COVERAGE && nu == Double.POSITIVE_INFINITY ? Result.K : CoverageFactor.of(coverage, nu);
    }

    private static double coverage(double k, double nu) {
        return k == Result.K && nu == Double.POSITIVE_INFINITY ? COVERAGE : CoverageFactor.coverage(k, nu);
    }

    /**
     * What reaches that far.
     *
     * @param reach U in the value's unit
     * @param nu degrees of freedom of what reaches there
     */
    static Uncertainty reaching(double reach, double nu) {
        return of(List.of(Contribution.normal(ANOTHER, 0, reach / factor(COVERAGE, nu), nu)));
    }

    /**
     * The same for another coverage: k is Student's t of its degrees of freedom for that (JCGM 100:2008, G.3). What Monte
     * Carlo found is scaled with k: to have it for that coverage itself, ask for it when measuring. A limit of confidence keeps
     * its own.
     *
     * @param probability above 0 and below 1, e.g. 0.95
     */
    public Uncertainty covering(double probability) {
        if (probability == coverage || isOfLimit()) {
            return this;
        }
        double k = factor(probability, degreesOfFreedom);
        Uncertainty covering =
                new Uncertainty(contributions, combined, degreesOfFreedom, k, k * combined, probability, null);
        return check == null ? covering : covering.checked(check.times(covering.expanded / check.framework()));
    }

    /** The same, as the check leaves it. */
    Uncertainty checked(MonteCarloCheck found) {
        double reach = found.expanded();
        return new Uncertainty(contributions, combined, degreesOfFreedom, reach / combined, reach, coverage, found);
    }

    /**
     * As somebody states it, without a budget.
     *
     * @param expanded U, not negative
     * @param k coverage factor, above 0
     */
    public static Uncertainty stated(double expanded, double k) {
        return stated(expanded, k, Double.POSITIVE_INFINITY);
    }

    /**
     * The same with the degrees of freedom that are stated.
     *
     * @param degreesOfFreedom 1 or more, or infinite
     */
    public static Uncertainty stated(double expanded, double k, double degreesOfFreedom) {
        requireUncertainty(expanded);
        List<Contribution> rows = expanded == 0
                ? List.of()
                : List.of(Contribution.normal(
                        new Text("给出的不确定度", "uncertainty as stated"), 0, expanded / k, degreesOfFreedom));
        return new Uncertainty(rows, expanded / k, degreesOfFreedom, k, expanded, coverage(k, degreesOfFreedom), null);
    }

    /**
     * Of a value that is itself a limit of confidence: it reaches nowhere, but with 1 - {@code confidence} the true value is on
     * its other side.
     *
     * @param confidence one-sided, above 0 and below 1
     */
    static Uncertainty ofLimit(Text name, double confidence) {
        return new Uncertainty(
                List.of(Contribution.normal(name, 0, 0, Double.POSITIVE_INFINITY)),
                0,
                Double.POSITIVE_INFINITY,
                1,
                0,
                confidence,
                null);
    }

    /** Whether the value is a limit of confidence, for which {@link #coverage} is the confidence and U is 0. */
    public boolean isOfLimit() {
        return combined == 0 && coverageFactor == 1 && !contributions.isEmpty();
    }

    private static void requireUncertainty(double expanded) {
        if (!(expanded >= 0 && expanded < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not an expanded uncertainty: " + expanded);
        }
    }

    /**
     * From the value down to the lower end of the coverage interval: U, or less where Monte Carlo found the distribution skewed
     * (JCGM 101:2008, 7.7); not negative.
     */
    public double below() {
        return isSkewed() ? Math.max(0, check.below()) : expanded;
    }

    /** From the value up to the upper end of the coverage interval, likewise. */
    public double above() {
        return isSkewed() ? Math.max(0, check.above()) : expanded;
    }

    private boolean isSkewed() {
        return check != null && check.skewed() && !check.holds();
    }

    /**
     * What the risk beyond a limit is told from: u_c, widened as Monte Carlo widened the interval on that side where the framework
     * does not hold.
     *
     * @param upwards whether the limit lies above the value
     */
    public double effective(boolean upwards) {
        return check == null || check.holds() ? combined : combined * (upwards ? above() : below()) / check.framework();
    }

    /** What part of u_c squared a contribution makes; 0 where u_c is. */
    public double share(Contribution contribution) {
        double part = contribution.component() / combined;
        return combined == 0 ? 0 : part * part;
    }

    /** In another unit, of which the value's unit has {@code factor}. */
    Uncertainty times(double factor) {
        return new Uncertainty(
                contributions.stream()
                        .map(each -> each.withSensitivity(each.sensitivity() * factor))
                        .toList(),
                combined * factor,
                degreesOfFreedom,
                coverageFactor,
                expanded * factor,
                coverage,
                check == null ? null : check.times(factor));
    }
}
