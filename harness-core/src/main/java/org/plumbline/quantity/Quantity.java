package org.plumbline.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.error.UnfitException;

/** A number with its unit. */
public record Quantity(double value, Unit unit) {

    private static final Pattern FORM = Pattern.compile("\\s*([-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)\\s*(\\S*)\\s*");

    /** Reads {@code 5 s}, {@code -0.10 m}, {@code 3}; empty where the form or the unit is unknown. */
    public static Optional<Quantity> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String symbol = matcher.group(2).isEmpty() ? "1" : matcher.group(2);
        return Unit.of(symbol).map(unit -> new Quantity(Double.parseDouble(matcher.group(1)), unit));
    }

    /** Whether it is a number alone. */
    public boolean isBare() {
        return unit.equals(Unit.ONE);
    }

    /**
     * The number in another unit.
     *
     * @throws UnfitException where the two units measure different things
     */
    public double in(Unit other) {
        return unit.convert(value, other);
    }

    /**
     * A duration in nanoseconds.
     *
     * @throws UnfitException where this is not a time
     */
    public long nanos() {
        return Math.round(in(Unit.S) * 1e9);
    }

    /** {@code 5 s}; counts stand without a unit. */
    @Override
    public String toString() {
        String number = plain(value);
        return isBare() ? number : number + " " + unit;
    }

    /** A number as people write it: no exponent where it is of ordinary size, no trailing zeros. */
    public static String plain(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(size) || size >= 1e15 || (size > 0 && size < 1e-9)) {
            return Double.toString(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
