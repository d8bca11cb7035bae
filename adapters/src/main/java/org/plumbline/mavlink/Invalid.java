package org.plumbline.mavlink;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a field holds where it has no value: the attribute {@code invalid} of the definitions, and what they say in words.
 *
 * @param numbers none where the definitions know no such number
 */
record Invalid(Rule rule, List<Double> numbers) {

    /** What the numbers are compared with. */
    enum Rule {
        /** A single value, or one element of an array. */
        EACH,
        /** The first element, for all of them. */
        FIRST,
        /** All elements together: one of them alone may have that number. */
        ALL,
        /** Whatever is less is no value. */
        BELOW
    }

    /** As in messages.txt: {@code 65535}, {@code 0,65535}, {@code first=NaN}, {@code all=0}, {@code below=0}, or nothing. */
    static Invalid of(String text) {
        int equals = text.indexOf('=');
        Rule rule =
                equals < 0 ? Rule.EACH : Rule.valueOf(text.substring(0, equals).toUpperCase(Locale.ROOT));
        String numbers = text.substring(equals + 1);
        return new Invalid(
                rule,
                numbers.isEmpty()
                        ? List.of()
                        : Stream.of(numbers.split(",")).map(Double::valueOf).toList());
    }

    /** Whether that element of the field has no value. */
    boolean isIn(FieldDefinition field, ByteBuffer payload, int index) {
        if (numbers.isEmpty()) {
            return false;
        }
        return switch (rule) {
            case EACH -> numbers.contains(field.number(payload, index));
            case FIRST -> numbers.contains(field.number(payload, 0));
            case ALL -> IntStream.range(0, field.length()).allMatch(at -> numbers.contains(field.number(payload, at)));
            case BELOW -> field.number(payload, index) < numbers.get(0);
        };
    }
}
