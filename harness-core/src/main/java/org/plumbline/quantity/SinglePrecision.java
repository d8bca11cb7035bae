package org.plumbline.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers that came in single precision (IEEE 754 binary32). */
public final class SinglePrecision {

    /** So many decimal digits always survive the way through single precision. */
    private static final int SURE = 6;

    /** So many always tell one number from the next. */
    private static final int MOST = 9;

    /** The largest whole number that is told from all its neighbours, 2^24 - 1; the least is its negative. */
    public static final int MOST_WHOLE = (1 << 24) - 1;

    private SinglePrecision() {}

    /**
     * The decimal that a sender meant, as its nearest double: 5.1, not the 5.099999904632568 that is in the bits. It is the
     * one with the fewest digits that these bits are nearest to, on every Java alike; {@link Float#toString} writes other
     * digits for numbers above ten million before Java 19. What is infinite or no number stays so.
     */
    public static double decimal(float value) {
        if (!Float.isFinite(value) || value == 0) {
            return value;
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = SURE; digits < MOST; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.floatValue() == value) {
                return rounded.doubleValue();
            }
        }
        return exact.round(new MathContext(MOST)).doubleValue();
    }
}
