package org.plumbline.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * How a file is laid out.
 *
 * @param headerLine from 1; 0 where no line has the names of the columns
 * @param firstRow the line of the first row, from 1
 * @param comment begins lines that are no rows; null where there are none
 * @param noValue what stands for no value, in small letters
 * @param overload what stands for a value beyond the range, in small letters
 */
record CsvLayout(
        Charset encoding,
        char separator,
        char decimal,
        int headerLine,
        int firstRow,
        @Nullable String comment,
        String timeColumn,
        TimeCell time,
        Set<String> noValue,
        Set<String> overload) {

    /** @throws InputException where a setting is wrong, with its place */
    static CsvLayout of(Settings settings) {
        int headerLine = settings.integer("header-line").orElse(1);
        int firstRow = settings.integer("first-row").orElse(headerLine + 1);
        if (headerLine < 0 || firstRow <= headerLine) {
            throw wrong(
                    settings,
                    settings.keys().contains("first-row") ? "first-row" : "header-line",
                    new Text(
                                    "数据不能从第 %2$d 行开始，列名在第 %1$d 行",
                                    "with the names in line %d the data cannot begin in line %d")
                            .with(headerLine, firstRow),
                    new Text("行从 1 数起，数据在列名之后", "lines count from 1, and data come after the names"));
        }
        char decimal = character(settings, "decimal", ".");
        if (decimal != '.' && decimal != ',') {
            throw wrong(
                    settings,
                    "decimal",
                    new Text("小数点 %s 无效", "%s is no decimal sign").with(decimal),
                    new Text("请写 \".\" 或 \",\"", "write \".\" or \",\""));
        }
        char separator = character(settings, "separator", ",");
        if (separator == decimal) {
            throw wrong(
                    settings,
                    "decimal",
                    new Text(
                                    "decimal 与 separator 都是“%s”，无法分辨小数与单元格",
                                    "decimal and separator are both \"%s\": what is a decimal sign and what ends a cell cannot be told apart")
                            .with(decimal),
                    new Text(
                            "请写明文件的 separator，如 \";\" 或 tab；文件本身如此时，请以分号或制表符重新导出",
                            "write the file's separator, such as \";\" or tab; where the file is like that, export it with semicolons or tabs"));
        }
        return new CsvLayout(
                encoding(settings),
                separator,
                decimal,
                headerLine,
                firstRow,
                settings.text("comment").filter(prefix -> !prefix.isEmpty()).orElse(null),
                settings.text("time-column").orElseThrow(),
                TimeCell.of(settings, decimal),
                words(Stream.concat(Stream.of("", "nan"), settings.texts("no-value").stream())),
                words(Stream.concat(Stream.of("overload"), settings.texts("overload").stream())));
    }

    private static Set<String> words(Stream<String> words) {
        return words.map(word -> word.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static Charset encoding(Settings settings) {
        String name = settings.text("encoding").orElse("UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw wrong(
                    settings,
                    "encoding",
                    new Text("未知的字符编码 %s", "unknown encoding %s").with(name),
                    new Text("例如 UTF-8、GBK、UTF-16、windows-1252", "such as UTF-8, GBK, UTF-16, windows-1252"));
        }
    }

    private static char character(Settings settings, String key, String otherwise) {
        String text = settings.text(key).orElse(otherwise);
        String one = text.equals("tab") ? "\t" : text;
        if (one.length() != 1 || List.of("\"", "\n", "\r").contains(one)) {
            throw wrong(
                    settings,
                    key,
                    new Text("%s 的值“%s”不是一个字符", "%s is \"%s\", which is not one character").with(key, text),
                    new Text("例如 \",\"、\";\" 或 tab", "such as \",\", \";\" or tab"));
        }
        return one.charAt(0);
    }

    static InputException wrong(Settings settings, String key, Text what, Text remedy) {
        return new InputException(new Problem(settings.placeOf(key), what, remedy));
    }

    /** A number with its decimal sign as a point; one that has the other sign is no number then. */
    static String withPoint(String number, char decimal) {
        return decimal == '.' ? number : number.replace('.', '?').replace(decimal, '.');
    }

    boolean isNoValue(String cell) {
        return noValue.contains(cell.toLowerCase(Locale.ROOT));
    }

    boolean isOverload(String cell) {
        return overload.contains(cell.toLowerCase(Locale.ROOT));
    }
}
