package org.plumbline.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import org.plumbline.quantity.Quantity;

/** Rounding for people (JCGM 100:2008, 7.2.6): U to two significant digits, the value to the same place. */
public final class Rounding {

    /** 95.42 % is the coverage of k = 2 for 1000 degrees of freedom. */
    private static final double USUAL = 5e-4;

    private static final MathContext COVERAGE_DIGITS = new MathContext(4);

    /** From so many degrees of freedom on, k has the two decimals that it has for infinitely many. */
    private static final double MANY = 1000;

    private Rounding() {}

    /** The value to the place of U's second significant digit; where U is 0, to six digits and whole numbers in full. */
    public static String of(double value, double expandedUncertainty) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        if (expandedUncertainty != 0) {
            return exact.setScale(twoDigits(expandedUncertainty).scale(), RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
        boolean whole = value == Math.rint(value);
        BigDecimal rounded = whole ? exact : exact.round(new MathContext(6, RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** As {@link #of}, with as many digits more as keep the value on its side of these numbers: 0.1004 beside 0.1. */
    static String beside(double value, double expandedUncertainty, double... numbers) {
        String shown = of(value, expandedUncertainty);
        if (Double.isFinite(value)) {
            BigDecimal exact = BigDecimal.valueOf(value);
            int digits = new BigDecimal(shown).scale();
            while (digits < exact.scale() && crosses(value, Double.parseDouble(shown), numbers)) {
                shown = exact.setScale(++digits, RoundingMode.HALF_EVEN).toPlainString();
            }
        }
        return shown;
    }

    private static boolean crosses(double value, double shown, double... numbers) {
        return Arrays.stream(numbers).anyMatch(number -> side(value, number) != side(shown, number));
    }

    /** Equality as people write numbers. */
    private static double side(double value, double number) {
        double scale = Math.max(Math.abs(value), Math.abs(number));
        return Math.abs(value - number) <= scale * 1e-12 ? 0 : Math.signum(value - number);
    }

    /** U to two significant digits. */
    public static String uncertainty(double expandedUncertainty) {
        return twoDigits(expandedUncertainty).toPlainString();
    }

    /**
     * {@code k = 2}, {@code k = 2.05, ν = 29, p = 95 %}: k to two decimals, the degrees of freedom where k shows them,
     * the coverage where it is not the usual one.
     */
    static String coverage(Uncertainty uncertainty) {
        double nu = uncertainty.degreesOfFreedom();
        double p = uncertainty.coverage();
        return "k = " + Quantity.plain(Math.rint(uncertainty.coverageFactor() * 100) / 100)
                + (nu >= MANY ? "" : ", ν = " + Quantity.plain(nu))
                + (Math.abs(p - Uncertainty.COVERAGE) < USUAL
                        ? ""
                        : ", p = "
                                + Quantity.plain(new BigDecimal(100 * p)
                                        .round(COVERAGE_DIGITS)
                                        .doubleValue()) + " %");
    }

    /** To so many significant digits. */
    static double digits(double value, int digits) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    /** 0.0996 becomes 0.10, not 0.100: the digits are counted after rounding. */
    private static BigDecimal twoDigits(double uncertainty) {
        BigDecimal rounded = BigDecimal.valueOf(uncertainty).round(new MathContext(2, RoundingMode.HALF_UP));
        return rounded.setScale(rounded.scale() + 2 - rounded.precision());
    }
}
