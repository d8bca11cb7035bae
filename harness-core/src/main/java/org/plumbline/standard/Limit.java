package org.plumbline.standard;

import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.verdict.DecisionRule;

/**
 * A tolerance interval by name.
 *
 * @param name unique in the standard
 * @param min lower end; null for none
 * @param max upper end; null for none
 * @param inclusive whether a value equal to an end conforms
 * @param basis where the figure comes from: source, device or proposal
 * @param coverage probability that U stands for where a measurement is compared with it, above 0 and below 1
 * @param prior how the true values of devices of this kind are distributed; null where nobody knows
 */
public record Limit(
        String name,
        Unit unit,
        @Nullable Bound min,
        @Nullable Bound max,
        DecisionRule decision,
        boolean inclusive,
        String basis,
        double coverage,
        @Nullable LimitPrior prior) {

    /** With the usual coverage. */
    public Limit(
            String name,
            Unit unit,
            @Nullable Bound min,
            @Nullable Bound max,
            DecisionRule decision,
            boolean inclusive,
            String basis,
            @Nullable LimitPrior prior) {
        this(name, unit, min, max, decision, inclusive, basis, Uncertainty.COVERAGE, prior);
    }
}
