package org.plumbline.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.template.Template;

/**
 * A value whose texts may hold {@code {name}} for parameters. A text that is one placeholder and nothing else becomes a
 * number or a flag where its value is one.
 *
 * @param tree maps, lists and scalars, as YAML has them
 */
public record JsonTemplate(@Nullable Object tree) {

    /**
     * A copy with every placeholder replaced.
     *
     * @throws IllegalArgumentException where a parameter is missing: names it
     */
    public @Nullable Object fill(Map<String, String> parameters) {
        return filled(tree, parameters);
    }

    private static @Nullable Object filled(@Nullable Object node, Map<String, String> parameters) {
        if (node instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), filled(value, parameters)));
            return copy;
        }
        if (node instanceof List<?> list) {
            return list.stream().map(item -> filled(item, parameters)).toList();
        }
        if (node instanceof String text) {
            Template template = new Template(text);
            return template.onlyParameter()
                    .<Object>map(name -> typed(Template.value(name, parameters)))
                    .orElseGet(() -> template.fill(parameters));
        }
        return node;
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
