package org.plumbline.template;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.text.Text;

/** A text in which {@code {name}} stands for a parameter. */
public record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]*)}");
    private static final Text MISSING = new Text("缺少参数“%s”", "parameter \"%s\" is missing");
    private static final Text GIVE = new Text(
            "请在发送该命令的步骤中给出，或在命令中写明值",
            "give it in the step that sends the command, or write its value into the command");

    /**
     * The text with every placeholder replaced.
     *
     * @throws NotEncodableException where a parameter is missing: names it
     */
    public String fill(Map<String, String> parameters) {
        return fill(name -> value(name, parameters));
    }

    /** The text with every placeholder replaced by what its name gives. */
    public String fill(UnaryOperator<String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
    }

    /** Whether some values make it that text. */
    public boolean mayBecome(String filled) {
        String pattern =
                Stream.of(PLACEHOLDER.split(text, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(filled).matches();
    }

    /** The parameter's name where the text is one placeholder and nothing else. */
    public Optional<String> onlyParameter() {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * A parameter's value.
     *
     * @throws NotEncodableException where it is missing: names it
     */
    public static String value(String name, Map<String, String> parameters) {
        String value = parameters.get(name);
        if (value == null) {
            throw new NotEncodableException(MISSING.with(name), GIVE);
        }
        return value;
    }
}
