package org.plumbline.quantity;

import java.math.BigInteger;

/** Whole numbers in double precision (IEEE 754 binary64), as every value of a signal is kept. */
public final class DoublePrecision {

    private static final int BITS = 53;

    /** The largest whole number that is told from all its neighbours, 2^53 - 1; the least is its negative. */
    public static final long MOST = (1L << BITS) - 1;

    private DoublePrecision() {}

    /** Whether a whole number is told from its neighbours; of more than 53 bits it may be the same as one of them. */
    public static boolean tells(BigInteger whole) {
        return whole.abs().bitLength() <= BITS;
    }

    /** The same of a number that is in double precision already: others may have become it. */
    public static boolean tells(double whole) {
        return Math.abs(whole) <= MOST;
    }
}
