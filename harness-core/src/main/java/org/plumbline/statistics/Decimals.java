package org.plumbline.statistics;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Differences of values taken in decimal, where they were written in decimal: 10000000.2 as a binary number is off by
 * up to 1e-9, which a spread of 0.1 shows in its eighth digit. The decimal meant is the shortest that names the number.
 */
final class Decimals {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private Decimals() {}

    static BigDecimal sum(double[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(BigDecimal.valueOf(value));
        }
        return sum;
    }

    static BigDecimal mean(BigDecimal sum, int n) {
        return sum.divide(BigDecimal.valueOf(n), DIGITS);
    }

    static double[] deviations(double[] values, BigDecimal mean) {
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = BigDecimal.valueOf(values[i]).subtract(mean).doubleValue();
        }
        return deviations;
    }
}
