package org.plumbline.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounding for people (JCGM 100:2008, 7.2.6): U to two significant digits, the value to the same place. */
public final class Rounding {

    private Rounding() {}

    /** The value to the place of U's second significant digit; to six significant digits where U is 0. */
    public static String of(double value, double expandedUncertainty) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        if (expandedUncertainty == 0) {
            BigDecimal rounded = exact.round(new MathContext(6, RoundingMode.HALF_EVEN));
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
        int scale = Math.max(scale(expandedUncertainty), 0);
        return exact.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** U to two significant digits. */
    public static String uncertainty(double expandedUncertainty) {
        int scale = Math.max(scale(expandedUncertainty), 0);
        return BigDecimal.valueOf(expandedUncertainty)
                .setScale(scale, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static int scale(double uncertainty) {
        return 1 - (int) Math.floor(Math.log10(uncertainty));
    }
}
