package org.plumbline.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.Place;

/**
 * One value of a YAML file and where it stands.
 *
 * @param place where the value begins
 * @param keyPlace where its key stands; the value's own place for items of a list and for the root
 * @param json the value as JSON
 * @param raw a scalar exactly as it is written, quotes taken off; empty for lists and mappings
 * @param columns whether each character of {@code raw} is one column of the line from {@code textColumn} on
 * @param textColumn column of the first character of {@code raw}
 * @param fields by key, in file order; empty unless this is a mapping
 * @param items in file order; empty unless this is a list
 */
public record YamlNode(
        Place place,
        Place keyPlace,
        JsonNode json,
        String raw,
        boolean columns,
        int textColumn,
        Map<String, YamlNode> fields,
        List<YamlNode> items) {

    /** The value of a key. */
    public Optional<YamlNode> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /**
     * The value of a key that the schema requires.
     *
     * @throws IllegalStateException where it is not there, which the schema excludes
     */
    public YamlNode required(String key) {
        return field(key).orElseThrow(() -> new IllegalStateException("no \"" + key + "\" at " + place));
    }

    /** The text of a key as it is written, so that {@code 6.10} keeps its zero. */
    public Optional<String> text(String key) {
        return field(key).map(YamlNode::raw);
    }

    /** The text of a key, or another where the key is not set. */
    public String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    /** The number of a key; null where it is not set. */
    public @Nullable Double number(String key) {
        return field(key).map(node -> node.json().doubleValue()).orElse(null);
    }

    /** The mapping below a key; empty where it is not set. */
    public Map<String, YamlNode> mapping(String key) {
        return field(key).map(YamlNode::fields).orElse(Map.of());
    }

    /** The items of the list below a key; empty where it is not set. */
    public List<YamlNode> list(String key) {
        return field(key).map(YamlNode::items).orElse(List.of());
    }

    /** Whether it is a text, a number, true or false. */
    public boolean isScalar() {
        return json.isValueNode() && !json.isNull();
    }

    /** Where a character of the text stands; where the value begins if the text is folded, escaped or spread over lines. */
    public Place placeOf(int offset) {
        return columns ? new Place(place.file(), place.line(), textColumn + offset) : place;
    }
}
