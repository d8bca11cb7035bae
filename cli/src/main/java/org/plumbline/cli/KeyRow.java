package org.plumbline.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * One key of a file in a table for people.
 *
 * @param path from the file's top, {@code NAME} for a name of one's own, {@code []} for each item of a list
 * @param type what may stand there
 * @param meaning as the schema or the adapter describes it, with the default among the words
 */
record KeyRow(String path, Text type, boolean required, Text meaning) {

    /** How descriptions word a default; the first group is the default, and the whole of it leaves the meaning. */
    private static final Pattern DEFAULT_ZH = Pattern.compile("（默认 ?([^）]+)）|，缺省为? ?(.+)$");

    private static final Pattern DEFAULT_EN =
            Pattern.compile(" \\(default:? ([^)]+)\\)|; (.+) where it is left out$|, ([^,]+) unless given$");

    /** One of several words is marked; all of them stay. */
    private static final Pattern MARKED = Pattern.compile("(\\S+)(?:（默认）| \\(default\\))");

    /** The table's head. */
    static String head(Language language) {
        return new Text(
                        "| 键 | 类型 | 默认值 | 含义 |\n| --- | --- | --- | --- |",
                        "| key | type | default | meaning |\n| --- | --- | --- | --- |")
                .in(language);
    }

    String markdown(Language language) {
        return "| `%s` | %s | %s | %s |"
                .formatted(path, escaped(type.in(language)), escaped(preset(language)), escaped(words(language)));
    }

    private String preset(Language language) {
        if (required) {
            return new Text("必填", "required").in(language);
        }
        String words = meaning.in(language);
        return found(pattern(language), words).or(() -> found(MARKED, words)).orElse("–");
    }

    private String words(Language language) {
        String words = pattern(language).matcher(meaning.in(language)).replaceFirst("");
        return MARKED.matcher(words).replaceFirst("$1");
    }

    private static Optional<String> found(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(matcher.group(group));
            }
        }
        return Optional.empty();
    }

    private static Pattern pattern(Language language) {
        return language == Language.ZH ? DEFAULT_ZH : DEFAULT_EN;
    }

    private static String escaped(String words) {
        return words.replace("|", "\\|");
    }
}
