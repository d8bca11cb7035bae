package org.plumbline.nmea;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.text.Text;

/**
 * One sentence: {@code $ttfff,field,...*hh} CR LF (IEC 61162-1, 7.3). One that is not there, after a TAG block, has an
 * empty address.
 *
 * @param address talker and formatter, such as {@code SDDPT}
 * @param fields what stands between the commas, from the first after the address
 */
record Nmea0183Sentence(String address, List<String> fields) {

    /** No sentence. */
    static final Nmea0183Sentence NONE = new Nmea0183Sentence("", List.of());

    /** The longest sentence, with {@code $} and CR LF. */
    static final int MOST_CHARACTERS = 82;

    /** Of a sentence or a TAG block. */
    static final Text NO_CHECKSUM = new Text("没有校验和", "no checksum");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern BODY = Pattern.compile("[ -~&&[^$!*]]+");

    static int checksum(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum ^= body.charAt(i);
        }
        return sum & 0xFF;
    }

    /** A checksum as it stands in a sentence. */
    static String hex(int checksum) {
        return HEX.toHexDigits((byte) checksum);
    }

    /**
     * A complete sentence with checksum and line end, for a body such as {@code SDDPT,5.0,0.0}, or one that begins with
     * {@code !}.
     *
     * @throws NotEncodableException for characters that are not printable ASCII, or delimit sentences, and for too many
     */
    static byte[] encode(String body) {
        boolean encapsulated = body.startsWith("!");
        String content = encapsulated ? body.substring(1) : body;
        if (!BODY.matcher(content).matches()) {
            throw new NotEncodableException(
                    new Text("语句不能含有这些字符: %s", "a sentence cannot hold these characters: %s").with(body),
                    new Text("请只用可打印的 ASCII 字符，不含 $、! 和 *", "use printable ASCII alone, without $, ! and *"));
        }
        String sentence = "%s%s*%02X\r\n".formatted(encapsulated ? "!" : "$", content, checksum(content));
        if (sentence.length() > MOST_CHARACTERS) {
            throw new NotEncodableException(
                    new Text("语句连同 $ 与行尾有 %d 个字符，最多 %d 个", "the sentence has %d characters with $ and line end, %d fit")
                            .with(sentence.length(), MOST_CHARACTERS),
                    new Text("请缩短该语句: %s", "shorten it: %s").with(body));
        }
        return sentence.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the address is the wanted one: a whole address, or a formatter with any talker; P is no talker. */
    boolean is(String wanted) {
        boolean talks = address.length() == 5 && !address.startsWith("P");
        return address.equals(wanted) || (talks && wanted.length() == 3 && address.endsWith(wanted));
    }

    /** Whether that field, from 1, is there and is that text. */
    boolean has(int field, String text) {
        return field <= fields.size() && fields.get(field - 1).equals(text);
    }

    static Nmea0183Sentence of(String body) {
        List<String> parts = List.of(body.split(",", -1));
        return new Nmea0183Sentence(parts.get(0), parts.subList(1, parts.size()));
    }
}
