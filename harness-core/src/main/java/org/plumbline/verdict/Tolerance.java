package org.plumbline.verdict;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.risk.GlobalRisk;
import org.plumbline.risk.Limits;
import org.plumbline.risk.Prior;
import org.plumbline.risk.SpecificRisk;

/**
 * A tolerance interval with its ends resolved for one device.
 *
 * <p>Equality is meant as people write numbers: 0.095 with a guard band of 0.005 touches 0.10, although the difference
 * of the binary numbers does not. What differs by less than a millionth of a millionth of the larger number counts as
 * equal; no measurement tells such numbers apart.
 *
 * @param min lower end in {@code unit}; null for none
 * @param max upper end in {@code unit}; null for none
 * @param inclusive whether a value equal to an end conforms
 */
public record Tolerance(@Nullable Double min, @Nullable Double max, Unit unit, boolean inclusive, DecisionRule rule) {

    private static final double ROUNDING = 1e-12;

    /**
     * Decides one value.
     *
     * @param value in {@code unit}
     * @param expandedUncertainty U in {@code unit}, not negative
     * @return what the rule says; a value that is no finite number is inconclusive
     */
    public Statement decide(double value, double expandedUncertainty) {
        return decide(value, expandedUncertainty, expandedUncertainty);
    }

    /**
     * Decides a value whose coverage interval is not symmetric: what is accepted below a limit keeps a guard band from the upper
     * end of the interval, what is rejected above it one from the lower end.
     *
     * @param below from the value to the lower end, in {@code unit}, not negative
     * @param above to the upper end
     */
    public Statement decide(double value, double below, double above) {
        if (!Double.isFinite(value) || !Double.isFinite(below + above) || (min == null && max == null)) {
            return Statement.INCONCLUSIVE;
        }
        double down = rule.guardBand(below);
        double up = rule.guardBand(above);
        Statement upper = max == null ? Statement.PASS : oneSide(value, max, up, down);
        Statement lower = min == null ? Statement.PASS : oneSide(-value, -min, down, up);
        return upper.worse(lower);
    }

    /** The same for a measurement in {@code unit}. */
    public Statement decide(Measurement measurement) {
        Uncertainty uncertainty = measurement.uncertainty();
        return decide(measurement.value(), uncertainty.below(), uncertainty.above());
    }

    /**
     * What keeps an accepted value from the limit, or under guarded rejection a rejected one: by the end of the coverage interval
     * that reaches there; by the farther one where there are two limits.
     *
     * @param uncertainty in {@code unit}
     */
    public double guardBand(Uncertainty uncertainty) {
        boolean rejecting = rule.kind() == DecisionRule.Kind.GUARDED_REJECTION;
        double atMax = rejecting ? uncertainty.below() : uncertainty.above();
        double atMin = rejecting ? uncertainty.above() : uncertainty.below();
        return rule.guardBand(max == null ? atMin : min == null ? atMax : Math.max(atMin, atMax));
    }

    /** The same limits under another rule. */
    public Tolerance under(DecisionRule other) {
        return new Tolerance(min, max, unit, inclusive, other);
    }

    /**
     * The probabilities that the true value lies below, within and above (JCGM 106:2012, 7; JCGM 101:2008, 6.4.9).
     *
     * @param value finite, in {@code unit}
     * @param u its standard uncertainty in {@code unit}; with 0 the value is certain, and equality as it is for the decision
     * @param degreesOfFreedom of u; infinite for a normal distribution
     */
    public SpecificRisk risk(double value, double u, double degreesOfFreedom) {
        if (u == 0) {
            double below = min == null || conforms(-value, -min, value) ? 0 : 1;
            double above = max == null || conforms(value, max, value) ? 0 : 1;
            return new SpecificRisk(below, 1 - Math.max(below, above), above);
        }
        return degreesOfFreedom == Double.POSITIVE_INFINITY
                ? SpecificRisk.normal(value, u, limits())
                : SpecificRisk.student(value, u, degreesOfFreedom, limits());
    }

    /** The same for a measurement in {@code unit}; where its distribution is skewed, each side of the value has a u of its own. */
    SpecificRisk risk(Measurement measurement) {
        Uncertainty uncertainty = measurement.uncertainty();
        if (uncertainty.isOfLimit()) {
            return riskOfLimit(measurement.value(), uncertainty.coverage());
        }
        if (uncertainty.below() == uncertainty.above() || min == null || max == null) {
            return risk(measurement, max == null ? min : max);
        }
        double below = risk(measurement, min).below();
        double above = risk(measurement, max).above();
        return new SpecificRisk(below, Math.max(0, 1 - below - above), above);
    }

    /** What a limit of confidence shows is false with a probability of no more than 1 - confidence. */
    private SpecificRisk riskOfLimit(double value, double confidence) {
        SpecificRisk certain = risk(value, 0, Double.POSITIVE_INFINITY);
        double wrong = 1 - confidence;
        return certain.conforming() == 1
                ? new SpecificRisk(min == null ? 0 : wrong, confidence, min == null ? wrong : 0)
                : new SpecificRisk(certain.below() * confidence, wrong, certain.above() * confidence);
    }

    private SpecificRisk risk(Measurement measurement, @Nullable Double limit) {
        Uncertainty uncertainty = measurement.uncertainty();
        boolean upwards = limit == null || limit >= measurement.value();
        return risk(measurement.value(), uncertainty.effective(upwards), uncertainty.degreesOfFreedom());
    }

    /**
     * What the rule does to all devices of a kind (JCGM 106:2012, 9.4); empty where u is 0, and where the guard bands leave
     * nothing to accept.
     *
     * @param prior of their true values, in {@code unit}
     * @param u standard uncertainty of a measurement, in {@code unit}
     * @param w guard band, in {@code unit}
     */
    public Optional<GlobalRisk> globalRisk(Prior prior, double u, double w) {
        double inwards = rule.kind() == DecisionRule.Kind.GUARDED_REJECTION ? -w : w;
        Limits limits = limits();
        return u == 0 || limits.upper() - inwards <= limits.lower() + inwards
                ? Optional.empty()
                : Optional.of(GlobalRisk.of(prior, u, limits, limits.guarded(inwards)));
    }

    /** The same for measurements as one in {@code unit}: of the side on which the limit is, of the worse one where there are two. */
    public Optional<GlobalRisk> globalRisk(Prior prior, Measurement measurement) {
        Uncertainty uncertainty = measurement.uncertainty();
        double atMin = min == null ? 0 : uncertainty.effective(false);
        double atMax = max == null ? 0 : uncertainty.effective(true);
        return globalRisk(prior, Math.max(atMin, atMax), guardBand(uncertainty));
    }

    private Limits limits() {
        return new Limits(min == null ? Double.NEGATIVE_INFINITY : min, max == null ? Double.POSITIVE_INFINITY : max);
    }

    /**
     * Whether the guard bands leave nothing of the tolerance: not even its middle could pass, the instrument is too coarse
     * for the limit. Never where only one end is given, and never for a rule that accepts up to the limit.
     */
    public boolean isTooNarrowFor(double expandedUncertainty) {
        return isTooNarrowFor(expandedUncertainty, expandedUncertainty);
    }

    /** The same for a measurement in {@code unit}. */
    public boolean isTooNarrowFor(Measurement measurement) {
        return isTooNarrowFor(
                measurement.uncertainty().below(), measurement.uncertainty().above());
    }

    private boolean isTooNarrowFor(double below, double above) {
        boolean accepts = rule.kind() == DecisionRule.Kind.GUARDED || rule.kind() == DecisionRule.Kind.FOUR_STATE;
        return accepts
                && min != null
                && max != null
                && decide((min + max + rule.guardBand(below) - rule.guardBand(above)) / 2, below, above)
                        != Statement.PASS;
    }

    /**
     * @param max the end that {@code value} must not exceed
     * @param accepting guard band that keeps an accepted value from it
     * @param rejecting guard band beyond it that a rejected value exceeds
     */
    private Statement oneSide(double value, double max, double accepting, double rejecting) {
        boolean clearly = conforms(value + accepting, max, value);
        boolean within = conforms(value, max, value);
        boolean possibly = conforms(value - rejecting, max, value);
        return switch (rule.kind()) {
            case SIMPLE -> within ? Statement.PASS : Statement.FAIL;
            case GUARDED_REJECTION -> possibly ? Statement.PASS : Statement.FAIL;
            case GUARDED -> clearly ? Statement.PASS : possibly ? Statement.INCONCLUSIVE : Statement.FAIL;
            case FOUR_STATE ->
                clearly
                        ? Statement.PASS
                        : within ? Statement.CONDITIONAL_PASS : possibly ? Statement.CONDITIONAL_FAIL : Statement.FAIL;
        };
    }

    private boolean conforms(double shifted, double max, double value) {
        double scale = Math.max(Math.abs(value), Math.abs(max));
        return Math.abs(shifted - max) <= scale * ROUNDING ? inclusive : shifted < max;
    }

    /** A measurement in {@code unit}, with the digits that tell on which side of the ends and of their guard bands it is. */
    public String shown(Measurement measurement) {
        double down = rule.guardBand(measurement.uncertainty().below());
        double up = rule.guardBand(measurement.uncertainty().above());
        return measurement.beside(Stream.of(min, max)
                .filter(Objects::nonNull)
                .flatMapToDouble(end -> DoubleStream.of(end - up, end - down, end, end + down, end + up))
                .toArray());
    }

    /** {@code ≤ 0.1 m}, {@code ≥ 0.5 m}, {@code 1 … 2 s}; {@code 1 < … < 2 s} where equality does not conform. */
    @Override
    public String toString() {
        String suffix = unit.equals(Unit.ONE) ? "" : " " + unit;
        if (min != null && max != null) {
            return Quantity.plain(min) + (inclusive ? " … " : " < … < ") + Quantity.plain(max) + suffix;
        }
        if (max != null) {
            return (inclusive ? "≤ " : "< ") + Quantity.plain(max) + suffix;
        }
        return min == null ? "–" : (inclusive ? "≥ " : "> ") + Quantity.plain(min) + suffix;
    }
}
