package org.plumbline.suite;

import io.cucumber.core.gherkin.FeatureParserException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Says what is wrong with a feature file, where the parser would list its tokens or see nothing wrong at all. */
final class GherkinTrouble {

    private static final String CHINESE = "功能|规则|背景|场景大纲|剧本大纲|场景|剧本|例子";
    private static final String ENGLISH =
            "Feature|Rule|Background|Scenario Outline|Scenario Template|Scenario|Examples|Example";

    private static final Pattern FULL_WIDTH = Pattern.compile("\\s*(" + CHINESE + "|" + ENGLISH + ")\\s*：.*");
    private static final Pattern CHINESE_LINE = Pattern.compile("\\s*(?:" + CHINESE + ")[:：].*");
    private static final Pattern LANGUAGE = Pattern.compile("\\s*#\\s*language\\s*:\\s*\\S+.*");
    private static final Pattern FENCE = Pattern.compile("\\s*(?:\"\"\"|```).*");

    /** The parser words each error as {@code (line:column): words}; those after the first follow from it. */
    private static final Pattern SAID = Pattern.compile("\\((\\d+):(\\d+)\\): ([^\\r\\n]*)");

    private static final Pattern UNEXPECTED = Pattern.compile("expected: .*, got '(.*)'");

    private static final Text CORRECT = new Text("请改正该行", "correct that line");

    private GherkinTrouble() {}

    /** What the parser takes for free text, so that scenarios or a background would be lost without a word. */
    static Optional<Problem> unseen(String text, String file) {
        boolean inText = false;
        boolean declared = false;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            inText ^= FENCE.matcher(line).matches();
            declared |= LANGUAGE.matcher(line).matches();
            if (!inText && !declared && CHINESE_LINE.matcher(line).matches()) {
                return Optional.of(undeclared(new Place(file, number, indent(line))));
            }
            Matcher wide = FULL_WIDTH.matcher(line);
            if (!inText && wide.matches()) {
                return Optional.of(fullWidth(new Place(file, number, indent(line)), wide.group(1)));
            }
        }
        return Optional.empty();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length() + 1;
    }

    private static Problem undeclared(Place place) {
        return new Problem(
                place,
                new Text("文件使用中文关键字，却没有语言声明", "the file uses Chinese keywords, but does not declare its language"),
                new Text("请在第一行写上 # language: zh-CN（半角冒号）", "write # language: zh-CN as its first line"));
    }

    private static Problem fullWidth(Place place, String keyword) {
        return new Problem(
                place,
                new Text("“%s”之后是全角冒号", "a full-width colon follows \"%s\"").with(keyword),
                new Text("请改为半角冒号，写成“%s:”", "write it with an ASCII colon: \"%s:\"").with(keyword));
    }

    /** The problem of a file without any scenario. */
    static Problem empty(String file) {
        return new Problem(
                Place.of(file),
                new Text("文件中没有场景", "the file holds no scenario"),
                new Text(
                        "请写上场景（“场景: 名称”另起一行），或删去该文件",
                        "write one (\"Scenario: name\" on a line of its own), or remove the file"));
    }

    /** The first thing that the parser found. */
    static Problem of(String file, FeatureParserException e) {
        String said = String.valueOf(e.getMessage());
        Matcher first = SAID.matcher(said);
        if (!first.find()) {
            return problem(Place.of(file), Text.same(said.strip()), CORRECT);
        }
        Place place = new Place(file, Integer.parseInt(first.group(1)), Integer.parseInt(first.group(2)));
        String words = first.group(3);
        Matcher unexpected = UNEXPECTED.matcher(words);
        if (unexpected.matches()) {
            return problem(
                    place,
                    new Text("此处不能是“%s”", "\"%s\" cannot stand here").with(unexpected.group(1)),
                    new Text(
                            "每行须以关键字（场景:、假如、当、那么、而且 等）、@标签、| 表格或 # 注释开头",
                            "begin the line with a keyword (Scenario:, Given, When, Then, And), a @tag, a table's | or a #"));
        }
        return known(place, words);
    }

    private static Problem known(Place place, String words) {
        if (words.startsWith("unexpected end of file")) {
            return problem(
                    place,
                    new Text("文件在此处中断", "the file ends too early"),
                    new Text("请补全最后的标签、表格或文本块", "complete the last tag, table or text"));
        } else if (words.startsWith("inconsistent cell count")) {
            return problem(
                    place,
                    new Text("表格各行的列数不同", "the table's rows have different numbers of cells"),
                    new Text("请使每行的 | 个数相同", "give every row the same number of |"));
        } else if (words.startsWith("Language not supported")) {
            return problem(
                    place,
                    new Text("没有这种语言", "there is no such language"),
                    new Text("请写 # language: zh-CN 或 # language: en", "write # language: zh-CN or # language: en"));
        }
        return problem(place, Text.same(words), CORRECT);
    }

    private static Problem problem(Place place, Text what, Text remedy) {
        return new Problem(place, new Text("不是有效的 Gherkin：%s", "not valid Gherkin: %s").with(what), remedy);
    }
}
