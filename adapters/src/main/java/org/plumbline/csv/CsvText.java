package org.plumbline.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * The text of a file.
 *
 * @param encoding with the order of its bytes
 */
record CsvText(String file, String text, Charset encoding) {

    private static final char MARK = '\uFEFF';

    /** @throws InputException where it is in another encoding, naming the line */
    static CsvText of(String file, byte[] content, Charset encoding) {
        Charset ordered = encoding.equals(StandardCharsets.UTF_16) ? ordered(file, content) : encoding;
        CharsetDecoder decoder = ordered.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded =
                CharBuffer.allocate((int) Math.ceil(content.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(content), decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            throw new InputException(new Problem(
                    new Place(file, line, 0),
                    new Text("该行不是 %s 编码", "this line is not encoded in %s").with(encoding.name()),
                    new Text(
                            "请在通道中写明 encoding，如 GBK 或 UTF-16",
                            "write the file's encoding in the channel, such as GBK or UTF-16")));
        }
        return new CsvText(file, text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1), ordered);
    }

    /** Nothing else tells which of two bytes comes first. */
    private static Charset ordered(String file, byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xFF) << 8 | content[1] & 0xFF;
        return switch (mark) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default ->
                throw new InputException(new Problem(
                        new Place(file, 1, 0),
                        new Text("UTF-16 文件开头没有 BOM", "a file in UTF-16 begins with a BOM, this one does not"),
                        new Text("请写 encoding: UTF-16LE 或 UTF-16BE", "write encoding: UTF-16LE or UTF-16BE")));
        };
    }
}
