package org.plumbline.nmea;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One sentence: {@code $ttfff,field,...*hh} CR LF (IEC 61162-1, 7.3).
 *
 * @param address talker and formatter, such as {@code SDDPT}
 * @param fields what stands between the commas, from the first after the address
 */
record Nmea0183Sentence(String address, List<String> fields) {

    /** The longest sentence, with {@code $} and CR LF. */
    static final int MOST_CHARACTERS = 82;

    static int checksum(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum ^= body.charAt(i);
        }
        return sum & 0xFF;
    }

    /** A complete sentence with checksum and line end, for a body such as {@code SDDPT,5.0,0.0}. */
    static byte[] encode(String body) {
        return "$%s*%02X\r\n".formatted(body, checksum(body)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the address is the wanted one: a whole address, or a formatter with any talker. */
    boolean is(String wanted) {
        return address.equals(wanted) || (wanted.length() == 3 && address.length() == 5 && address.endsWith(wanted));
    }

    static Nmea0183Sentence of(String body) {
        List<String> parts = List.of(body.split(",", -1));
        return new Nmea0183Sentence(parts.get(0), parts.subList(1, parts.size()));
    }
}
