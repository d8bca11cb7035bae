package com.example.slcan;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One CAN frame as adapters write it: {@code tIIILDD...} or {@code TIIIIIIIILDD...}, remote frames with {@code r} and
 * {@code R}, then perhaps four digits of time (Lawicel CAN232 manual, version 3).
 *
 * @param id as in the line: 3 digits of a standard frame, 8 of an extended one
 * @param length how many bytes it has, or asks for
 * @param data nothing where it is a remote frame
 * @param timestamp milliseconds of the adapter's own clock, where it was switched on; over 59999 it is wrong
 */
record SlcanFrame(String id, boolean remote, int length, byte[] data, Optional<Integer> timestamp) {

    private static final Pattern FORM =
            Pattern.compile("(?:[tr](?<standard>[0-7]\\p{XDigit}{2})|[TR](?<extended>[01]\\p{XDigit}{7}))"
                    + "(?<length>[0-8])(?<rest>\\p{XDigit}*)");
    private static final int TIME_DIGITS = 4;

    /** The latest time that the adapter's clock shows. */
    static final int LATEST = 59_999;

    /** As many bytes of data a frame has, or fewer. */
    static final int MOST = 8;

    /** What a line was: a frame, or what is wrong with it. */
    sealed interface Read {

        /** A whole frame. */
        record Whole(SlcanFrame frame) implements Read {}

        /** No frame at all. */
        record Malformed() implements Read {}

        /** More or fewer digits than its length says. */
        record WrongLength(int expected, int given) implements Read {}
    }

    /** @param line without its carriage return */
    static Read read(String line) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            return new Read.Malformed();
        }
        String id = form.group("standard") == null ? form.group("extended") : form.group("standard");
        boolean remote = line.charAt(0) == 'r' || line.charAt(0) == 'R';
        int length = Integer.parseInt(form.group("length"));
        String rest = form.group("rest");
        int digits = remote ? 0 : 2 * length;
        if (rest.length() != digits && rest.length() != digits + TIME_DIGITS) {
            return new Read.WrongLength(digits, rest.length());
        }
        Optional<Integer> time = Optional.of(rest.substring(digits))
                .filter(text -> !text.isEmpty())
                .map(HexFormat::fromHexDigits);
        return new Read.Whole(new SlcanFrame(
                id.toUpperCase(Locale.ROOT), remote, length, HexFormat.of().parseHex(rest, 0, digits), time));
    }

    /** The line with its carriage return. */
    String line() {
        char kind = id.length() == 3 ? remote ? 'r' : 't' : remote ? 'R' : 'T';
        return kind + id + length + HexFormat.of().withUpperCase().formatHex(data) + "\r";
    }
}
