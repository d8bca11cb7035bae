package org.plumbline.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.SpelledNumber;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.template.Template;

/**
 * A value whose texts may hold {@code {name}} for parameters. A text that is one placeholder and nothing else becomes a
 * number or a flag where its value is one.
 *
 * @param tree maps, lists and scalars, as YAML has them
 * @param texts names of fields whose values stay texts
 */
public record JsonTemplate(@Nullable Object tree, Predicate<String> texts) {

    /** One without such fields. */
    public JsonTemplate(@Nullable Object tree) {
        this(tree, name -> false);
    }

    /**
     * A copy with every placeholder replaced.
     *
     * @throws NotEncodableException where a parameter is missing: names it
     */
    public @Nullable Object fill(Map<String, String> parameters) {
        return filled(tree, false, parameters);
    }

    private @Nullable Object filled(@Nullable Object node, boolean asText, Map<String, String> parameters) {
        if (node instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) ->
                    copy.put(String.valueOf(key), filled(value, texts.test(String.valueOf(key)), parameters)));
            return copy;
        }
        if (node instanceof List<?> list) {
            return list.stream().map(item -> filled(item, asText, parameters)).toList();
        }
        if (node instanceof String text) {
            Template template = new Template(text);
            return template.onlyParameter()
                    .filter(name -> !asText)
                    .<Object>map(name -> typed(Template.value(name, parameters)))
                    .orElseGet(() -> template.fill(parameters));
        }
        return node instanceof SpelledNumber number ? number.value() : node;
    }

    private static Object typed(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf(value);
        }
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
