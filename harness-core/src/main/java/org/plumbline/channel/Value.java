package org.plumbline.channel;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.quantity.DoublePrecision;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;

/** The value of one sample. */
public sealed interface Value {

    /** A number in the signal's unit. */
    record Numeric(double value) implements Value {

        private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");
        private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?");

        /** Two whole numbers, such as serial numbers, are neighbours and yet not the same; others may be rounded. */
        private boolean isMeantBy(double meant) {
            boolean whole = meant == Math.rint(meant) && value == Math.rint(value);
            return whole ? meant == value : Math.abs(meant - value) <= 1e-12 * Math.abs(meant);
        }

        /**
         * Reads a decimal number as devices write it; empty for all else that Java reads, such as NaN, 0x1p3 and 5d, and for whole
         * digits of more than 53 bits, which a double does not tell from their neighbour.
         */
        public static Optional<Value> parse(String text) {
            return decimal(text)
                    .filter(number -> !WHOLE.matcher(text).matches() || DoublePrecision.tells(number.toBigInteger()))
                    .map(number -> new Numeric(Double.parseDouble(text)));
        }

        /** The same number with all its digits, however many; empty also where a double would be infinite. */
        public static Optional<BigDecimal> decimal(String text) {
            return Optional.of(text)
                    .filter(DECIMAL.asMatchPredicate())
                    .map(Double::valueOf)
                    .filter(Double::isFinite)
                    // beyond the range of a double an exponent may have any length, and the number any number of digits
                    .map(number -> number == 0 ? BigDecimal.ZERO : new BigDecimal(text));
        }
    }

    /** A text. */
    record Literal(String value) implements Value {

        /** A codec that has no text has no value. */
        public Literal {
            Objects.requireNonNull(value, "value");
        }
    }

    /** True or false. */
    record Logical(boolean value) implements Value {}

    /** As people write it. */
    default String shown() {
        if (this instanceof Numeric numeric) {
            return Quantity.plain(numeric.value());
        }
        return this instanceof Literal literal ? literal.value() : Boolean.toString(((Logical) this).value());
    }

    /**
     * Whether a scenario that writes the text means this value. Numbers are compared as numbers, whole ones exactly and others to 12
     * digits; one without a unit is in that of the value.
     *
     * @param unit that of the value
     */
    default boolean is(String text, Unit unit) {
        if (this instanceof Numeric numeric) {
            return Quantity.parse(text)
                    .filter(quantity -> quantity.isBare() || quantity.unit().isCommensurableWith(unit))
                    .map(quantity -> quantity.isBare() ? quantity.value() : quantity.in(unit))
                    .filter(numeric::isMeantBy)
                    .isPresent();
        }
        return shown().equals(text);
    }
}
