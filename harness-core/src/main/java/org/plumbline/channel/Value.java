package org.plumbline.channel;

import org.plumbline.quantity.Quantity;

/** The value of one sample. */
public sealed interface Value {

    /** A number in the signal's unit. */
    record Numeric(double value) implements Value {}

    /** A text. */
    record Literal(String value) implements Value {}

    /** True or false. */
    record Logical(boolean value) implements Value {}

    /** As people write it. */
    default String shown() {
        if (this instanceof Numeric numeric) {
            return Quantity.plain(numeric.value());
        }
        return this instanceof Literal literal ? literal.value() : Boolean.toString(((Logical) this).value());
    }

    /** Whether a scenario that writes the text means this value: numbers are compared as numbers. */
    default boolean is(String text) {
        if (this instanceof Numeric numeric) {
            return Quantity.parse(text)
                    .filter(quantity -> quantity.value() == numeric.value())
                    .isPresent();
        }
        return shown().equals(text);
    }
}
