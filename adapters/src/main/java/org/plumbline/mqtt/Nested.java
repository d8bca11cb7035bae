package org.plumbline.mqtt;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Reads the mappings below one key, of which the schema knows nothing. */
final class Nested {

    private Nested() {}

    /** What stands there; empty where nothing does. */
    static Map<String, Object> mapping(Settings settings, String key) {
        return mapping(settings, key, settings.tree(key).orElse(null));
    }

    /** A part of what stands there. */
    static Map<String, Object> mapping(Settings settings, String key, @Nullable Object value) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> mapping.put(String.valueOf(name), item == null ? "" : item));
        } else if (value != null) {
            throw wrong(settings, key, key, String.valueOf(value), "{…: …}");
        }
        return mapping;
    }

    static void onlyKeys(Settings settings, String key, Map<String, Object> mapping, Collection<String> known) {
        for (String name : mapping.keySet()) {
            if (!known.contains(name)) {
                throw new InputException(new Problem(
                        settings.placeOf(key + "." + name),
                        new Text("%s 中不能有 %s", "there can be no %2$s in %1$s").with(key, name),
                        new Text("可用: %s", "use: %s").with(String.join(", ", known))));
            }
        }
    }

    static <T> Optional<T> word(
            Settings settings, String key, Map<String, Object> mapping, String name, Map<String, T> words) {
        return Optional.ofNullable(mapping.get(name)).map(String::valueOf).map(word -> Optional.ofNullable(
                        words.get(word))
                .orElseThrow(() -> wrong(
                        settings,
                        key,
                        name,
                        word,
                        String.join(", ", words.keySet().stream().sorted().toList()))));
    }

    static InputException wrong(Settings settings, String key, String name, String value, String right) {
        return new InputException(new Problem(
                settings.placeOf(key),
                new Text("%s 的值 %s 无效", "%s cannot be %s").with(name, value),
                new Text("可用: %s", "use: %s").with(right)));
    }
}
