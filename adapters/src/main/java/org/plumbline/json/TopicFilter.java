package org.plumbline.json;

import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.plumbline.template.Template;

/**
 * An MQTT topic filter (MQTT 3.1.1, 4.7): {@code +} stands for one level, a last {@code #} for all that follow; neither
 * for a first level that begins with {@code $} (4.7.2).
 */
public record TopicFilter(String filter) {

    private static final Pattern LEVEL = Pattern.compile("[^/+#\0]*");
    private static final Pattern TOPIC = Pattern.compile("[^+#\0]+");

    static final TopicFilter ANY = new TopicFilter("#");

    /** Whether a text can stand within one level of a topic that is published to, which has no wildcards (3.3.2.1). */
    public static boolean isWithinLevel(String text) {
        return LEVEL.matcher(text).matches();
    }

    /** Whether something can be published to it (4.7.1, 4.7.3). */
    static boolean isTopic(String text) {
        return TOPIC.matcher(text).matches();
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
