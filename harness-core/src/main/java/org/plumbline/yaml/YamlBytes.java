package org.plumbline.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** The text of one file, which must be UTF-8. */
public final class YamlBytes {

    static final long MAX_BYTES = 4L << 20;

    private static final Text SAVE_AS_UTF_8 =
            new Text("请用编辑器将文件另存为 UTF-8 编码", "save the file as UTF-8 with your editor");

    private YamlBytes() {}

    static String read(Path file) {
        Place place = Place.of(file.toString());
        try {
            if (Files.isDirectory(file)) {
                throw wrong(place, new Text("这是文件夹，不是文件", "this is a folder, not a file"), nameTheFile());
            }
            if (Files.size(file) > MAX_BYTES) {
                throw wrong(
                        place,
                        new Text("文件超过 4 MiB", "the file is larger than 4 MiB"),
                        new Text("请确认这是 YAML 说明文件", "check that it is the YAML file that was meant"));
            }
            return decode(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw wrong(place, new Text("文件不存在", "the file does not exist"), nameTheFile());
        } catch (IOException e) {
            throw wrong(
                    place,
                    new Text("文件无法读取", "the file cannot be read"),
                    new Text("请检查文件的读取权限", "check that you are allowed to read it"));
        }
    }

    /**
     * The text of UTF-8 bytes, without a byte order mark.
     *
     * @param file what places name
     * @throws InputException where they are in another encoding: names the likely one, and where it begins to show
     */
    public static String decode(byte[] bytes, String file) {
        if (looksLikeUtf16(bytes)) {
            throw wrong(
                    Place.of(file),
                    new Text("文件是 UTF-16 编码，应为 UTF-8", "the file is encoded in UTF-16, not in UTF-8"),
                    SAVE_AS_UTF_8);
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw wrong(endOf(text.toString(), file), notUtf8(bytes), SAVE_AS_UTF_8);
        }
        // A byte order mark in front is common on Windows and means nothing in UTF-8.
        return text.length() > 0 && text.charAt(0) == '\uFEFF'
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean mark = first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF;
        return mark || (first == 0) != (second == 0);
    }

    private static Text notUtf8(byte[] bytes) {
        try {
            strict(Charset.forName("GB18030")).decode(ByteBuffer.wrap(bytes));
            return new Text("文件不是 UTF-8 编码，看来是 GBK 或 GB 18030", "the file is not UTF-8; it looks like GBK or GB 18030");
        } catch (CharacterCodingException e) {
            return new Text("文件不是 UTF-8 编码", "the file is not UTF-8");
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Place endOf(String text, String file) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return new Place(file, line, text.length() - text.lastIndexOf('\n'));
    }

    private static Text nameTheFile() {
        return new Text("请检查路径", "check the path");
    }

    private static InputException wrong(Place place, Text what, Text remedy) {
        return new InputException(new Problem(place, what, remedy));
    }
}
