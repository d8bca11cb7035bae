package org.plumbline.mavlink;

import org.plumbline.channel.Value;
import org.plumbline.quantity.DoublePrecision;

/**
 * Some bits of a whole number, as a number of their own that counts from the lowest of them and has no sign.
 *
 * @param bits which; not 0
 * @param flag whether it is one bit, true or false
 */
record Mask(long bits, boolean flag) {

    /** Whether a field of so many bytes has those bits, and a sample can hold what they say. */
    boolean fits(int size) {
        return bits != 0
                && (size == Long.BYTES || bits >>> 8 * size == 0)
                && Long.compareUnsigned(lowered(bits), flag ? 1 : DoublePrecision.MOST) <= 0;
    }

    Value of(long all) {
        long lowered = lowered(all);
        return flag ? new Value.Logical(lowered == 1) : new Value.Numeric(lowered);
    }

    private long lowered(long all) {
        return (all & bits) >>> Long.numberOfTrailingZeros(bits);
    }
}
