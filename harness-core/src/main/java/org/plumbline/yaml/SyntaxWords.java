package org.plumbline.yaml;

import java.util.List;
import java.util.Optional;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** What SnakeYAML says of a file that is not YAML, in words for people. */
final class SyntaxWords {

    private record Words(String problem, Text what, Text remedy) {}

    private static final Text CLOSE = new Text("请补上结尾的引号", "close the quotes");

    /** The first whose key is part of SnakeYAML's own words counts. */
    private static final List<Words> KNOWN = List.of(
            new Words(
                    "(TAB)",
                    new Text("此处有制表符（Tab）", "there is a tab here"),
                    new Text("YAML 只用空格缩进，请换成空格", "YAML is indented with spaces only; replace it by spaces")),
            new Words(
                    "cannot start any token",
                    new Text("值不能以此字符开头", "a value cannot start with this character"),
                    new Text("请给该值加引号", "put the value in quotes")),
            new Words(
                    "mapping values are not allowed here",
                    new Text("此处不应出现「键: 值」", "there cannot be a key: value here"),
                    new Text("请检查缩进；值中含有冒号时请加引号", "check the indentation; put a value that holds a colon in quotes")),
            new Words(
                    "could not find expected ':'",
                    new Text("键后缺少冒号", "the colon after a key is missing"),
                    new Text("请写成 键: 值，冒号后留一个空格", "write key: value, with a space after the colon")),
            new Words(
                    "expected <block end>",
                    new Text("缩进与上文不一致", "the indentation does not fit the lines above"),
                    new Text("请让同一层的键左端对齐", "let the keys of one level start in the same column")),
            new Words(
                    "expected ',' or",
                    new Text("括号没有闭合，或缺少逗号", "a bracket is not closed, or a comma is missing"),
                    new Text("请检查 { } 与 [ ] 是否成对", "check that { } and [ ] come in pairs")),
            new Words("found unexpected end of stream", new Text("引号没有闭合", "the quotes are not closed"), CLOSE),
            new Words("found unexpected document separator", new Text("引号没有闭合", "the quotes are not closed"), CLOSE),
            new Words(
                    "found unknown escape character",
                    new Text("双引号中有未知的转义", "there is an unknown escape within double quotes"),
                    new Text("请改用单引号，或将 \\ 写成 \\\\", "use single quotes, or write \\ as \\\\")),
            new Words(
                    "but found another document",
                    new Text("文件中有不止一个文档（---）", "there is more than one document (---) in the file"),
                    new Text("请拆成几个文件", "split it into several files")),
            new Words(
                    "found undefined alias",
                    new Text("别名（*）没有对应的锚点（&）", "the alias (*) has no anchor (&)"),
                    new Text("值以 * 开头时请加引号", "put a value that starts with * in quotes")),
            new Words(
                    "Global tag is not allowed",
                    new Text("不支持标签（!!）", "tags (!!) are not supported"),
                    new Text("请去掉标签，直接写值", "leave the tag out and write the plain value")),
            new Words(
                    "incompatible YAML document",
                    new Text("不支持该 YAML 版本", "this version of YAML is not supported"),
                    new Text("请删去 %YAML 一行", "delete the line with %YAML")),
            new Words(
                    "Number of aliases",
                    new Text("别名（*）过多", "there are too many aliases (*)"),
                    new Text("请直接写出内容，不用别名", "write the content out instead of using aliases")),
            new Words(
                    "Nesting Depth",
                    new Text("嵌套过深", "the nesting is too deep"),
                    new Text("请检查括号与缩进", "check brackets and indentation")));

    private SyntaxWords() {}

    static Problem problem(YAMLException e, String text, String file) {
        if (e instanceof ReaderException reader) {
            return new Problem(
                    placeOf(reader.getPosition(), text, file),
                    new Text("文件中有控制字符 U+%04X", "there is a control character U+%04X here").with(reader.getCodePoint()),
                    new Text("请删去该字符", "delete it"));
        }
        Place place = Place.of(file);
        String said = String.valueOf(e.getMessage());
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            place = new Place(
                    file,
                    marked.getProblemMark().getLine() + 1,
                    marked.getProblemMark().getColumn() + 1);
            said = marked.getProblem();
            int begun = marked.getContextMark() == null
                    ? place.line()
                    : marked.getContextMark().getLine() + 1;
            Optional<Problem> fullWidth = FullWidth.in(text, Math.max(begun, place.line() - 1), place.line(), file);
            if (fullWidth.isPresent()) {
                return fullWidth.get();
            }
        }
        for (Words words : KNOWN) {
            if (said.contains(words.problem())) {
                return new Problem(place, words.what(), words.remedy());
            }
        }
        return new Problem(
                place,
                new Text("YAML 语法错误：%s", "not YAML: %s").with(said),
                new Text("请检查此处及上一行", "check this place and the line above"));
    }

    private static Place placeOf(int codePoints, String text, String file) {
        String before = text.substring(
                0, text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length()))));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }
}
