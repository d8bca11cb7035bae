package org.plumbline.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * One way through the lines of a file; LF, CR or both end one. They are looked for in its bytes, for what was decoded does not
 * always give the bytes back: in Big5 and windows-31j several stand for one character.
 */
final class CsvLines {

    private static final String MARK = "\uFEFF";

    private final String file;
    private final byte[] content;
    private final Charset encoding;
    private final byte[] lineFeed;
    private final byte[] carriageReturn;
    private int begin;
    private int end;
    private int next;
    private int line;

    private CsvLines(String file, byte[] content, Charset encoding) {
        this.file = file;
        this.content = content;
        this.encoding = encoding;
        this.lineFeed = bytes("\n", encoding);
        this.carriageReturn = bytes("\r", encoding);
        byte[] mark = bytes(MARK, encoding);
        this.next = isAt(0, mark) && MARK.equals(new String(mark, encoding)) ? mark.length : 0;
    }

    /** @throws InputException where UTF-16 begins without its mark */
    static CsvLines of(String file, byte[] content, Charset encoding) {
        return new CsvLines(
                file, content, encoding.equals(StandardCharsets.UTF_16) ? ordered(file, content) : encoding);
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

    /** Of some encodings Java reads what it does not write; they hold ASCII. */
    private static byte[] bytes(String text, Charset encoding) {
        return text.getBytes(encoding.canEncode() ? encoding : StandardCharsets.US_ASCII);
    }

    /** Another way through the lines that are left. */
    CsvLines rest() {
        CsvLines rest = new CsvLines(file, content, encoding);
        rest.next = next;
        rest.line = line;
        return rest;
    }

    String file() {
        return file;
    }

    boolean hasNext() {
        return next < content.length;
    }

    /** @throws InputException where it is in another encoding, naming the line */
    String next() {
        begin = next;
        end = begin;
        while (end < content.length && !isAt(end, lineFeed) && !isAt(end, carriageReturn)) {
            end += lineFeed.length;
        }
        end = Math.min(end, content.length);
        next = end + (isAt(end, carriageReturn) ? carriageReturn.length : 0);
        next = Math.min(content.length, next + (isAt(next, lineFeed) ? lineFeed.length : 0));
        line++;
        try {
            return encoding.newDecoder()
                    .decode(ByteBuffer.wrap(content, begin, end - begin))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputException(new Problem(
                    place(),
                    new Text("该行不是 %s 编码", "this line is not encoded in %s").with(encoding.name()),
                    new Text(
                            "请在通道中写明 encoding，如 GBK 或 UTF-16",
                            "write the file's encoding in the channel, such as GBK or UTF-16")));
        }
    }

    private boolean isAt(int at, byte[] what) {
        return at + what.length <= content.length && Arrays.equals(content, at, at + what.length, what, 0, what.length);
    }

    /** The bytes of the line given last, without its end. */
    byte[] bytes() {
        return Arrays.copyOfRange(content, begin, end);
    }

    /** The number of the line given last, from 1. */
    int line() {
        return line;
    }

    /** Where the line given last stands. */
    Place place() {
        return place(line);
    }

    Place place(int line) {
        return new Place(file, line, 0);
    }
}
