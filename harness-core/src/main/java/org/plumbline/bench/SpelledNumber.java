package org.plumbline.bench;

import org.jspecify.annotations.Nullable;

/**
 * A number in a {@linkplain Settings#tree tree} that its file spells otherwise than the value is printed, such as 0012, 12.10
 * and 1E5. Where an identifier is meant, its spelling counts.
 */
public final class SpelledNumber extends Number {

    private static final long serialVersionUID = 1L;

    private final Number value;
    private final String spelling;

    /** A number and how it is written. */
    public SpelledNumber(Number value, String spelling) {
        this.value = value;
        this.spelling = spelling;
    }

    /** A scalar as its file has it. */
    public static String spelling(@Nullable Object scalar) {
        return scalar instanceof SpelledNumber number ? number.spelling : String.valueOf(scalar);
    }

    /** The number alone. */
    public Number value() {
        return value;
    }

    @Override
    public int intValue() {
        return value.intValue();
    }

    @Override
    public long longValue() {
        return value.longValue();
    }

    @Override
    public float floatValue() {
        return value.floatValue();
    }

    @Override
    public double doubleValue() {
        return value.doubleValue();
    }

    /** The number as it is printed. */
    @Override
    public String toString() {
        return value.toString();
    }
}
