package org.plumbline.interlaboratory;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** When a robust iteration ends; results by two rules differ, so the rule is part of the result. */
public sealed interface StopRule {

    /** Whether the last step, from one pair of values to the next, was the last one needed. */
    boolean ends(RobustStep before, RobustStep after);

    /**
     * No change, from one iteration to the next, in so many significant digits of the deviation and in the same places of the mean
     * (ISO 13528:2005, C.1: three).
     *
     * @param digits at least one
     */
    record SignificantDigits(int digits) implements StopRule {

        @Override
        public boolean ends(RobustStep before, RobustStep after) {
            BigDecimal deviation = BigDecimal.valueOf(after.deviation());
            int places = digits - deviation.precision() + deviation.scale();
            return same(before.mean(), after.mean(), places) && same(before.deviation(), after.deviation(), places);
        }

        private static boolean same(double a, double b, int places) {
            return rounded(a, places).equals(rounded(b, places));
        }

        private static BigDecimal rounded(double value, int places) {
            return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
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
