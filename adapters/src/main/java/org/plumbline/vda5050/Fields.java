package org.plumbline.vda5050;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.SpelledNumber;
import org.plumbline.json.JsonTemplate;

/** The fields of an object in a message that is sent. */
final class Fields {

    private Fields() {}

    /** A template in which ids stay texts, also where they look like numbers. */
    static JsonTemplate template(@Nullable Object tree) {
        return new JsonTemplate(tree, Fields::isText);
    }

    private static boolean isText(String name) {
        return name.endsWith("Id")
                && !name.equals("sequenceId")
                && !name.equals("headerId")
                && !name.equals("orderUpdateId");
    }

    /** A copy in which ids are texts as the file spells them, also where it has numbers. */
    static @Nullable Object withTextIds(@Nullable Object tree) {
        return withTextIds(tree, false);
    }

    private static @Nullable Object withTextIds(@Nullable Object node, boolean isId) {
        if (node instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach(
                    (name, value) -> copy.put(String.valueOf(name), withTextIds(value, isText(String.valueOf(name)))));
            return copy;
        }
        if (node instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(withTextIds(item, isId)));
            return copy;
        }
        return isId && node != null ? SpelledNumber.spelling(node) : node;
    }

    /** A copy of a mapping; empty for all else. */
    static Map<String, @Nullable Object> of(@Nullable Object tree) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return fields;
    }
}
