package org.plumbline.probe;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.text.Text;

/** What the newest bytes of a stream show of how the line is set, whatever becomes of them. */
final class LineForm {

    /** Noise is text by chance, or of one parity, in fewer. */
    private static final int FEWEST = 12;

    /** Of texts in capitals and digits, which byte has its parity bit set is about even. */
    private static final int SHARE = 8;

    private final byte[] bytes;

    LineForm(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The setting that was forgotten, where the bytes prove one. */
    Optional<Text> setting(ChannelSpec channel) {
        return parity(channel).or(() -> lineEnd(channel)); // with odd parity CR stays CR, and LF does not stay LF
    }

    private Optional<Text> lineEnd(ChannelSpec channel) {
        boolean endless = channel.codec().equals("lines")
                && has('\r')
                && !has('\n')
                && !channel.settings().text("line-end").equals(Optional.of("cr"));
        return endless
                ? Optional.of(new Text(
                        "行以 CR 结束，没有 LF；请写 line-end: cr", "the lines end with CR, no LF comes; write line-end: cr"))
                : Optional.empty();
    }

    /** Seven data bits and a parity bit, read as eight data bits. */
    private Optional<Text> parity(ChannelSpec channel) {
        Settings settings = channel.settings();
        boolean eight = channel.transport().equals("serial")
                && settings.integer("data-bits").orElse(8) == 8
                && settings.text("parity").orElse("none").equals("none");
        long marked = IntStream.range(0, bytes.length).filter(i -> bytes[i] < 0).count();
        long odd = IntStream.range(0, bytes.length)
                .filter(i -> Integer.bitCount(bytes[i] & 0xFF) % 2 == 1)
                .count();
        boolean one = odd == 0 || odd == bytes.length;
        if (!eight || !one || marked * SHARE < bytes.length || !isText(0x7F)) {
            return Optional.empty();
        }
        return Optional.of(new Text(
                        "每个字节的最高位是校验位，其余 7 位是可读的文本；请写 data-bits: 7 和 parity: %s",
                        "the highest bit of each byte is a parity bit, and the other 7 are readable text; write data-bits: 7"
                                + " and parity: %s")
                .with(odd == 0 ? "even" : "odd"));
    }

    /** Whether all of it is readable: no other baud rate gives that. */
    boolean isText() {
        return Shown.isReadable(new String(bytes, StandardCharsets.UTF_8)) && graphic(0xFF) >= FEWEST;
    }

    private boolean isText(int mask) {
        return graphic(mask) >= FEWEST
                && IntStream.range(0, bytes.length)
                        .allMatch(i -> isGraphic(bytes[i] & mask) || isSpace(bytes[i] & mask));
    }

    private long graphic(int mask) {
        return IntStream.range(0, bytes.length)
                .filter(i -> isGraphic(bytes[i] & mask))
                .count();
    }

    private static boolean isGraphic(int b) {
        return b > ' ' && b < 0x7F;
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b == '\r' || b == '\n' || b == '\t';
    }

    private boolean has(char wanted) {
        return IntStream.range(0, bytes.length).anyMatch(i -> bytes[i] == wanted);
    }
}
