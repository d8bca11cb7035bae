package org.plumbline.vda5050;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** A copy of a mapping; empty for all else. */
    static Map<String, @Nullable Object> of(@Nullable Object tree) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return fields;
    }
}
