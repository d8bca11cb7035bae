package org.plumbline.template;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in which {@code {name}} stands for a parameter. */
public record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]*)}");

    /**
     * The text with every placeholder replaced.
     *
     * @throws IllegalArgumentException where a parameter is missing: names it
     */
    public String fill(Map<String, String> parameters) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), parameters)));
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
