package org.plumbline.capture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the chain: a section of the capture.
 *
 * @param index from 1
 * @param offset of its first byte in the capture
 * @param length in bytes
 * @param digest SHA-256 of the previous link's digest (32 zero bytes before the first) and the section's bytes,
 *     hexadecimal
 * @param last whether the capture was ended properly with it
 */
record ChainLink(long index, long offset, long length, String digest, boolean last) {

    static final byte[] BEFORE_THE_FIRST = new byte[32];

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\d{1,18}) ([0-9a-f]{64})( end)?");

    static Optional<ChainLink> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new ChainLink(
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        matcher.group(4),
                        matcher.group(5) != null))
                : Optional.empty();
    }

    /** A digest that has taken in what comes before a section. */
    static MessageDigest after(byte[] previous) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    long end() {
        return offset + length;
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(digest);
    }

    /** As a line of the file, without its end. */
    String line() {
        return index + " " + offset + " " + length + " " + digest + (last ? " end" : "");
    }
}
