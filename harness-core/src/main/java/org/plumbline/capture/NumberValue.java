package org.plumbline.capture;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/**
 * Reads {@code {"value":-12.5}}, as the numbers of a capture are written, without a JSON parser: they are nearly all of a
 * capture. The number is the one that a parser gives, to the last bit.
 */
final class NumberValue {

    private static final byte[] HEAD = "{\"value\":".getBytes(StandardCharsets.US_ASCII);

    /** The largest whole number below which all are exact in a double. */
    private static final long EXACT = 1L << 53;

    private static final int MOST_DIGITS = 18;

    /** The powers of ten that are exact in a double. */
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private NumberValue() {}

    /** Empty for all else, which is not always wrong: whole numbers, other spacing, null, texts. */
    static OptionalDouble read(byte[] json) {
        int end = json.length - 1;
        if (end <= HEAD.length || json[end] != '}') {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < HEAD.length; i++) {
            if (json[i] != HEAD[i]) {
                return OptionalDouble.empty();
            }
        }
        return number(json, HEAD.length, end);
    }

    private static OptionalDouble number(byte[] json, int from, int to) {
        int first = json[from] == '-' ? from + 1 : from;
        int point = digits(json, first, to);
        int end = point < to && json[point] == '.' ? digits(json, point + 1, to) : point;
        boolean well = point > first && end > point + 1 && (json[first] != '0' || point == first + 1);
        if (!well || end < to && !exponent(json, end, to)) {
            return OptionalDouble.empty();
        }
        if (end == to && end - first - 1 <= MOST_DIGITS) {
            long whole = whole(json, first, end);
            if (whole < EXACT) {
                double value = whole / TENS[end - point - 1];
                return OptionalDouble.of(first == from ? value : -value);
            }
        }
        return OptionalDouble.of(Double.parseDouble(new String(json, from, to - from, StandardCharsets.ISO_8859_1)));
    }

    /** The index after the digits that begin there. */
    private static int digits(byte[] json, int from, int to) {
        int at = from;
        while (at < to && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        return at;
    }

    private static boolean exponent(byte[] json, int from, int to) {
        if (json[from] != 'E' && json[from] != 'e') {
            return false;
        }
        int first = from + 1 < to && (json[from + 1] == '-' || json[from + 1] == '+') ? from + 2 : from + 1;
        return first < to && digits(json, first, to) == to;
    }

    /** The digits without their point. */
    private static long whole(byte[] json, int from, int to) {
        long whole = 0;
        for (int i = from; i < to; i++) {
            if (json[i] != '.') {
                whole = whole * 10 + (json[i] - '0');
            }
        }
        return whole;
    }
}
