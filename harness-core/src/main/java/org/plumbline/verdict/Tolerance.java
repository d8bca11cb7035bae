package org.plumbline.verdict;

import org.jspecify.annotations.Nullable;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;

/**
 * A tolerance interval with its ends resolved for one device.
 *
 * @param min lower end in {@code unit}; null for none
 * @param max upper end in {@code unit}; null for none
 * @param inclusive whether a value equal to an end conforms
 */
public record Tolerance(@Nullable Double min, @Nullable Double max, Unit unit, boolean inclusive, DecisionRule rule) {

    /**
     * Decides one value.
     *
     * @param value in {@code unit}
     * @param expandedUncertainty U in {@code unit}, not negative
     * @return pass, inconclusive or fail; a value that is not a number is inconclusive
     */
    public Verdict decide(double value, double expandedUncertainty) {
        if (Double.isNaN(value) || Double.isNaN(expandedUncertainty) || (min == null && max == null)) {
            return Verdict.INCONCLUSIVE;
        }
        double w = rule.guardBand(expandedUncertainty);
        Verdict upper = max == null ? Verdict.PASS : oneSide(max - value, w);
        Verdict lower = min == null ? Verdict.PASS : oneSide(value - min, w);
        return upper.worse(lower);
    }

    /** @param margin how far the value is inside the end; negative outside */
    private Verdict oneSide(double margin, double w) {
        if (inclusive ? margin >= w : margin > w) {
            return Verdict.PASS;
        }
        if (w == 0 || (inclusive ? margin < -w : margin <= -w)) {
            return Verdict.FAIL;
        }
        return Verdict.INCONCLUSIVE;
    }

    /** {@code ≤ 0.1 m}, {@code ≥ 0.5 m}, {@code 1 … 2 s}; strict signs where equality does not conform. */
    @Override
    public String toString() {
        String suffix = unit.equals(Unit.ONE) ? "" : " " + unit;
        if (min != null && max != null) {
            return Quantity.plain(min) + " … " + Quantity.plain(max) + suffix;
        }
        if (max != null) {
            return (inclusive ? "≤ " : "< ") + Quantity.plain(max) + suffix;
        }
        return min == null ? "–" : (inclusive ? "≥ " : "> ") + Quantity.plain(min) + suffix;
    }
}
