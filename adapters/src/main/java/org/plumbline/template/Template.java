package org.plumbline.template;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text in which {@code {name}} stands for a parameter. */
public record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]*)}");

    /**
     * The text with every placeholder replaced.
     *
     * @throws IllegalArgumentException where a parameter is missing: names it
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
     * @throws IllegalArgumentException where it is missing: names it
     */
    public static String value(String name, Map<String, String> parameters) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("parameter \"" + name + "\" is missing");
        }
        return value;
    }
}
