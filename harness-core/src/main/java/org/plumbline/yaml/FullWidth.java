package org.plumbline.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Punctuation that a Chinese input method writes in the full width where YAML knows the half width alone. */
final class FullWidth {

    /** After a key, or before one: within a value they are right. */
    private static final Pattern WRONG =
            Pattern.compile("(?:^|[{,，])\\s*(?:- )?[\\w.-]+\\s*(：)|(，)\\s*[\\w.-]+\\s*[:：]");

    /** What is read as it stands: in quotes, where a value may begin, or a comment. */
    private static final Pattern VERBATIM =
            Pattern.compile("(?<![^\\s\\[{,，:：])(?:\"(?:\\\\.|[^\"\\\\])*\"|'[^']*')|(?<!\\S)#.*");

    private FullWidth() {}

    /**
     * The first between two lines, both included.
     *
     * @param from from 1
     */
    static Optional<Problem> in(String text, int from, int to, String file) {
        List<String> lines = text.lines().toList();
        for (int line = from; line <= Math.min(to, lines.size()); line++) {
            String bare = VERBATIM.matcher(lines.get(line - 1))
                    .replaceAll(verbatim -> "\"".repeat(verbatim.group().length()));
            Matcher found = WRONG.matcher(bare);
            if (found.find()) {
                boolean colon = found.group(1) != null;
                Place place = new Place(file, line, found.start(colon ? 1 : 2) + 1);
                return Optional.of(colon ? colon(place) : comma(place));
            }
        }
        return Optional.empty();
    }

    /** One after a key. */
    static Problem colon(Place place) {
        return new Problem(
                place,
                new Text("此处是全角冒号“：”", "there is a full-width colon (：) here"),
                new Text("请换成半角 :，其后留一个空格", "replace it by : with a space after it"));
    }

    private static Problem comma(Place place) {
        return new Problem(
                place,
                new Text("此处是全角逗号“，”", "there is a full-width comma (，) here"),
                new Text("请换成半角 ,", "replace it by ,"));
    }
}
