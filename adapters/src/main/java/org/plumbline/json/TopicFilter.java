package org.plumbline.json;

import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.template.Template;
import org.plumbline.text.Text;

/**
 * An MQTT topic filter (MQTT 3.1.1, 4.7): {@code +} stands for one level, a last {@code #} for all that follow; neither
 * for a first level that begins with {@code $} (4.7.2).
 */
public record TopicFilter(String filter) {

    private static final int LONGEST = 65_535;

    private static final Pattern LEVEL = Pattern.compile("[^/+#\0]*");

    static final TopicFilter ANY = new TopicFilter("#");

    /** Whether a text can stand within one level of a topic that is published to, which has no wildcards (3.3.2.1). */
    public static boolean isWithinLevel(String text) {
        return LEVEL.matcher(text).matches();
    }

    /** Whether something can be published to it (4.7.1, 4.7.3). */
    public static boolean isTopic(String text) {
        return isValid(text) && !text.contains("+") && !text.contains("#");
    }

    /** Whether a text has the form of a topic filter (4.7.1, 4.7.3). */
    public static boolean isValid(String text) {
        String[] levels = text.split("/", -1);
        String last = levels[levels.length - 1];
        return !text.isEmpty()
                && text.length() <= LONGEST
                && Arrays.stream(levels, 0, levels.length - 1).allMatch(TopicFilter::isValidLevel)
                && (last.equals("#") || isValidLevel(last));
    }

    private static boolean isValidLevel(String level) {
        return level.equals("+") || isWithinLevel(level);
    }

    /**
     * One that stands in a file.
     *
     * @throws InputException where it is none, with the place of its key
     */
    static TopicFilter in(Settings settings, String key, String text) {
        if (!isValid(text)) {
            throw new InputException(new Problem(
                    settings.placeOf(key),
                    new Text("\"%s\" 不是主题过滤器", "\"%s\" is no topic filter").with(text),
                    new Text(
                            "+ 与 # 须独占一级，# 只能在最后，如 a/b、a/+/b、a/#",
                            "+ and # stand alone in their level, # in the last one only, such as a/b, a/+/b, a/#")));
        }
        return new TopicFilter(text);
    }

    /** Whether a topic fits it. */
    public boolean matches(String topic) {
        return matches(topic, String::equals);
    }

    /** Whether a topic may fit it that holds {@code {parameters}}, each within one level. */
    public boolean mayMatch(String template) {
        return matches(template, (wanted, level) -> new Template(level).mayBecome(wanted));
    }

    /** Whether a topic can fit both. */
    public boolean overlaps(TopicFilter other) {
        boolean hidden = filter.startsWith("$") != other.filter.startsWith("$");
        return !(hidden && (isOfAny(filter) || isOfAny(other.filter)))
                && overlap(filter.split("/", -1), other.filter.split("/", -1));
    }

    private static boolean isOfAny(String filter) {
        return filter.startsWith("+") || filter.startsWith("#");
    }

    /** A last {@code #} stands for the level above it, too. */
    private static boolean overlap(String[] one, String[] other) {
        int both = Math.min(one.length, other.length);
        for (int i = 0; i < both; i++) {
            if (one[i].equals("#") || other[i].equals("#")) {
                return true;
            }
            if (!(one[i].equals("+") || other[i].equals("+") || one[i].equals(other[i]))) {
                return false;
            }
        }
        String[] longer = one.length > both ? one : other;
        return longer.length == both || longer.length == both + 1 && longer[both].equals("#");
    }

    private boolean matches(String topic, BiPredicate<String, String> same) {
        if (topic.startsWith("$") && !filter.startsWith("$")) {
            return false;
        }
        if (filter.equals("#") || filter.equals(topic)) {
            return true;
        }
        String[] wanted = filter.split("/", -1);
        String[] levels = topic.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i >= levels.length || !(wanted[i].equals("+") || same.test(wanted[i], levels[i]))) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }
}
