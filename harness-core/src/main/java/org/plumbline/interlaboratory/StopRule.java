package org.plumbline.interlaboratory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** When a robust iteration ends; results by two rules differ, so the rule is part of the result. */
public sealed interface StopRule {

    /** Whether the last step, from one pair of values to the next, was the last one needed. */
    boolean ends(RobustStep before, RobustStep after);

    /**
     * No change, from one iteration to the next, in so many significant digits of mean and deviation
     * (ISO 13528:2022, C.3.1: three).
     *
     * @param digits at least one
     */
    record SignificantDigits(int digits) implements StopRule {

        @Override
        public boolean ends(RobustStep before, RobustStep after) {
            return same(before.mean(), after.mean()) && same(before.deviation(), after.deviation());
        }

        private boolean same(double a, double b) {
            return rounded(a).compareTo(rounded(b)) == 0;
        }

        private BigDecimal rounded(double value) {
            return BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        }
    }

    /**
     * Changes of mean and deviation no larger than a part of the deviation.
     *
     * @param part e.g. 1e-12
     */
    record Converged(double part) implements StopRule {

        @Override
        public boolean ends(RobustStep before, RobustStep after) {
            double most = part * after.deviation();
            return Math.abs(after.mean() - before.mean()) <= most
                    && Math.abs(after.deviation() - before.deviation()) <= most;
        }
    }

    /**
     * A fixed number of iterations.
     *
     * @param count at least one
     */
    record Iterations(int count) implements StopRule {

        @Override
        public boolean ends(RobustStep before, RobustStep after) {
            return after.iteration() >= count;
        }
    }
}
