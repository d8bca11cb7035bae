package org.plumbline.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some bytes in Base64 among others, so that they begin at any bit of the four characters that stand for three bytes. */
final class Base64Forms {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int GROUP = 3;
    private static final int CHARACTER_BITS = 6;

    private final byte[] bytes;
    private final int offset;

    private Base64Forms(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.offset = offset;
    }

    /** A regular expression for the characters that hold a bit of the bytes, in either alphabet. */
    static String of(byte[] bytes) {
        return IntStream.range(0, GROUP)
                .mapToObj(offset -> new Base64Forms(bytes, offset).expression())
                .collect(Collectors.joining("|"));
    }

    private String expression() {
        int first = offset * Byte.SIZE / CHARACTER_BITS;
        int end = (offset + bytes.length) * Byte.SIZE;
        return IntStream.rangeClosed(first, (end - 1) / CHARACTER_BITS)
                .mapToObj(this::character)
                .collect(Collectors.joining());
    }

    /** Bits of the neighbours, which are not known, leave several characters possible. */
    private String character(int index) {
        return IntStream.range(0, ALPHABET.length())
                .filter(value -> fits(value, index))
                .mapToObj(Base64Forms::written)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private boolean fits(int value, int index) {
        return IntStream.range(0, CHARACTER_BITS).allMatch(i -> {
            Boolean known = bit(index * CHARACTER_BITS + i);
            return known == null || known == ((value >> (CHARACTER_BITS - 1 - i) & 1) == 1);
        });
    }

    private @Nullable Boolean bit(int position) {
        int index = position / Byte.SIZE - offset;
        if (index < 0 || index >= bytes.length) {
            return null;
        }
        return (bytes[index] >> (Byte.SIZE - 1 - position % Byte.SIZE) & 1) == 1;
    }

    /** The last two differ by alphabet and are themselves escaped by JSON and in addresses. */
    private static String written(int value) {
        return switch (ALPHABET.charAt(value)) {
            case '+' -> "[+-]|%2[bB]|\\\\+u002[bBdD]";
            case '/' -> "\\\\*/|_|%2[fF]|\\\\+u002[fF]";
            default -> ALPHABET.substring(value, value + 1);
        };
    }
}
