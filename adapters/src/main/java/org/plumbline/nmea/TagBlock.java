package org.plumbline.nmea;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.framing.FaultWords;
import org.plumbline.text.Text;

/**
 * What stands between backslashes before a sentence: parameters such as {@code s:} source and {@code c:} time, with a
 * checksum of their own (NMEA 0183 V4; IEC 61162-450).
 */
final class TagBlock {

    private static final Pattern CONTENT = Pattern.compile("[ -~&&[^$!*\\\\]]+");
    private static final Text TAG_BLOCK = new Text("TAG 块: ", "TAG block: ");
    private static final int CHECKSUM_LENGTH = 3;

    private TagBlock() {}

    /** Where the blocks begin that end right before {@code end}; {@code end} where there is none. */
    static int beginning(byte[] line, int end) {
        int start = end;
        while (start > 1 && line[start - 1] == '\\') {
            int opening = start - 2;
            while (opening >= 0 && line[opening] != '\\') {
                opening--;
            }
            if (opening < 0) {
                break;
            }
            start = opening;
        }
        return start;
    }

    /**
     * The parameters of all blocks, by their letters; those of a block that is wrong are left out.
     *
     * @param text the blocks with their backslashes
     */
    static Map<String, String> read(String text, DecodeSink sink) {
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\\', start + 1);
            block(text.substring(start + 1, end), parameters, sink);
            start = end + 1;
        }
        return parameters;
    }

    private static void block(String content, Map<String, String> parameters, DecodeSink sink) {
        int star = content.length() - CHECKSUM_LENGTH;
        if (star < 0 || content.charAt(star) != '*') {
            sink.error(FrameError.CHECKSUM, TAG_BLOCK.and(Nmea0183Sentence.NO_CHECKSUM));
            return;
        }
        String given = content.substring(star + 1);
        String body = content.substring(0, star);
        String computed = Nmea0183Sentence.hex(Nmea0183Sentence.checksum(body));
        if (!given.equalsIgnoreCase(computed)) {
            sink.error(FrameError.CHECKSUM, TAG_BLOCK.and(FaultWords.differs(given, computed)));
            return;
        }
        if (!CONTENT.matcher(body).matches()) {
            sink.error(FrameError.SYNTAX, TAG_BLOCK.and(new Text("含有不允许的字符", "not its characters")));
            return;
        }
        for (String parameter : body.split(",", -1)) {
            int colon = parameter.indexOf(':');
            if (colon < 1) {
                sink.error(FrameError.SYNTAX, TAG_BLOCK.and(Text.same(parameter)));
            } else {
                parameters.put(parameter.substring(0, colon), parameter.substring(colon + 1));
            }
        }
    }

    /**
     * A complete block, for a content such as {@code s:bench,c:1241544035}.
     *
     * @throws NotEncodableException for characters that are not printable ASCII, or delimit sentences and blocks
     */
    static byte[] encode(String content) {
        if (!CONTENT.matcher(content).matches()) {
            throw new NotEncodableException(
                    new Text("TAG 块不能含有这些字符: %s", "a TAG block cannot hold these characters: %s").with(content),
                    new Text("请只用可打印的 ASCII 字符，不含 $、!、* 和 \\", "use printable ASCII alone, without $, !, * and \\"));
        }
        return "\\%s*%02X\\"
                .formatted(content, Nmea0183Sentence.checksum(content))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
