package org.plumbline.measure;

import java.util.List;
import java.util.stream.Stream;
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
 * @param below from the value down to the lower end of the coverage interval, not negative: U, or less where that is not symmetric
 * @param above from the value up to its upper end, likewise
 * @param coverage probability that k stands for
 * @param check how that compares with Monte Carlo; null where the model is linear, so that nothing is to be checked
 */
public record Uncertainty(
        List<Contribution> contributions,
        double combined,
        double degreesOfFreedom,
        double coverageFactor,
        double expanded,
        double below,
        double above,
        double coverage,
        @Nullable MonteCarloCheck check) {

    /** That of k = 2 for a normal distribution (JCGM 100:2008, table G.1), unless a limit asks for another. */
    public static final double COVERAGE = 0.9545;

    /** Degrees of freedom that miss a whole number by rounding alone are that number. */
    private static final double ROUNDING = 1e-12;

    private static final Text STATED = new Text("给出的不确定度", "uncertainty as stated");

    /** Of a count, and of what nothing is known about. */
    public static final Uncertainty NONE =
            new Uncertainty(List.of(), 0, Double.POSITIVE_INFINITY, Result.K, 0, COVERAGE, null);

    /** Refuses what is no uncertainty. */
    public Uncertainty {
        requireUncertainty(expanded);
        contributions = List.copyOf(contributions);
    }

    /** U reaches as far to both sides, unless Monte Carlo found the distribution skewed (JCGM 101:2008, 7.7). */
    public Uncertainty(
            List<Contribution> contributions,
            double combined,
            double degreesOfFreedom,
            double coverageFactor,
            double expanded,
            double coverage,
            @Nullable MonteCarloCheck check) {
        this(
                contributions,
                combined,
                degreesOfFreedom,
                coverageFactor,
                expanded,
                isSkewed(check) ? Math.max(0, check.below()) : expanded,
                isSkewed(check) ? Math.max(0, check.above()) : expanded,
                coverage,
                check);
    }

    private static boolean isSkewed(@Nullable MonteCarloCheck check) {
        return check != null && check.skewed() && !check.holds();
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
     * The same of a value that may be another one as well: each end reaches as far as it says, and what that needs for the farther
     * end is a row of its own.
     *
     * @param why the name of the row
     */
    Uncertainty reaching(Text why, Reach ends) {
        double farther = Math.max(ends.below(), ends.above());
        double k = factor(coverage, degreesOfFreedom);
        double u = farther / k;
        double rest = Math.sqrt(Math.max(0, u * u - combined * combined));
        List<Contribution> rows = Stream.concat(
                        contributions.stream(), Stream.of(Contribution.normal(why, 0, rest, degreesOfFreedom)))
                .toList();
        return new Uncertainty(rows, u, degreesOfFreedom, k, farther, ends.below(), ends.above(), coverage, null);
    }

    /** The same of a value that may be another one, with the same uncertainty, as far away as that. */
    Uncertainty beyond(Text why, Reach reach) {
        return reach.isNone() ? this : reaching(why, reach.beyond(this));
    }

    /**
     * The same of the largest of several values, of which another one may truly be the largest: its budget counts, in the proportion
     * in which it makes U. The lower end stays.
     *
     * @param other the uncertainty of the value that reaches farthest
     * @param reach from the largest to there, in the value's unit
     */
    Uncertainty reaching(Uncertainty other, double reach) {
        return reach <= above ? this : other.ending(new Reach(below, reach));
    }

    /** The same with ends of their own: the budget counts in the proportion in which it makes the farther one, with 0 as well. */
    Uncertainty ending(Reach ends) {
        double farther = Math.max(ends.below(), ends.above());
        double k = factor(coverage, degreesOfFreedom);
        double u = farther / k;
        return new Uncertainty(
                inPart(u == 0 ? 0 : u / combined),
                u,
                degreesOfFreedom,
                k,
                farther,
                ends.below(),
                ends.above(),
                coverage,
                null);
    }

    private List<Contribution> inPart(double part) {
        return contributions.stream().map(row -> row.inPart(part)).toList();
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
        if (check == null && below != above) {
            double factor = k / factor(coverage, degreesOfFreedom);
            return new Uncertainty(
                    contributions,
                    combined,
                    degreesOfFreedom,
                    coverageFactor * factor,
                    expanded * factor,
                    below * factor,
                    above * factor,
                    probability,
                    null);
        }
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
        List<Contribution> rows =
                expanded == 0 ? List.of() : List.of(Contribution.normal(STATED, 0, expanded / k, degreesOfFreedom));
        return new Uncertainty(rows, expanded / k, degreesOfFreedom, k, expanded, coverage(k, degreesOfFreedom), null);
    }

    /** Whether somebody stated it, so that nothing tells what the value was made of. */
    public boolean isStated() {
        return contributions.stream().anyMatch(row -> row.name().equals(STATED));
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
     * What the risk beyond a limit is told from: u_c, widened as Monte Carlo widened the interval on that side where the framework
     * does not hold, and narrower on the side to which U does not reach.
     *
     * @param upwards whether the limit lies above the value
     */
    public double effective(boolean upwards) {
        double side = upwards ? above : below;
        if (check == null) {
            return side == expanded ? combined : combined * side / expanded;
        }
        return check.holds() ? combined : combined * side / check.framework();
    }

    /** What part of u_c squared a contribution makes; 0 where u_c is. */
    public double share(Contribution contribution) {
        double part = contribution.component() / combined;
        return combined == 0 ? 0 : part * part;
    }

    /** Of the value with the other sign. */
    Uncertainty mirrored() {
        return new Uncertainty(
                contributions,
                combined,
                degreesOfFreedom,
                coverageFactor,
                expanded,
                above,
                below,
                coverage,
                check == null ? null : check.mirrored());
    }

    /** The same with a row that adds nothing to it. */
    Uncertainty with(Contribution certain) {
        return new Uncertainty(
                Stream.concat(contributions.stream(), Stream.of(certain)).toList(),
                combined,
                degreesOfFreedom,
                coverageFactor,
                expanded,
                below,
                above,
                coverage,
                check);
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
                below * factor,
                above * factor,
                coverage,
                check == null ? null : check.times(factor));
    }
}
