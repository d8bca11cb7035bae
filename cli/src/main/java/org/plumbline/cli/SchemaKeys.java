package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.text.Text;

/** The keys of a file by its published schema, in the order in which the schema has them. */
final class SchemaKeys {

    private static final String LOCAL = "#/$defs/";

    /** Forms of values that are a type for people and are not looked into. */
    private static final Map<String, Text> TYPES = Map.ofEntries(
            Map.entry("text", new Text("文本", "text")),
            Map.entry("scalar", new Text("文本", "text")),
            Map.entry("texts", new Text("文本或文本列表", "text or list of texts")),
            Map.entry("words", new Text("`{zh: …, en: …}`", "`{zh: …, en: …}`")),
            Map.entry("kebab", new Text("名称", "name")),
            Map.entry("identifier", new Text("标识", "id")),
            Map.entry("number", new Text("数", "number")),
            Map.entry("integer", new Text("整数", "whole number")),
            Map.entry("whole", new Text("整数", "whole number")),
            Map.entry("positive", new Text("正数", "positive number")),
            Map.entry("bound", new Text("数或表达式", "number or expression")),
            Map.entry("flag", new Text("`true` 或 `false`", "`true` or `false`")),
            Map.entry("quantity", new Text("数与单位", "number with unit")),
            Map.entry("date", new Text("日期", "date")));

    private static final Text LIST = new Text("列表", "list");
    private static final Text MAPPING = new Text("映射", "mapping");

    private final JsonNode root;
    private final Set<String> elsewhere;
    private final List<KeyRow> rows = new ArrayList<>();

    private SchemaKeys(JsonNode root, Set<String> elsewhere) {
        this.root = root;
        this.elsewhere = elsewhere;
    }

    /** @param elsewhere definitions that another table has: named, not gone into */
    static List<KeyRow> of(JsonNode schema, Set<String> elsewhere) {
        SchemaKeys keys = new SchemaKeys(schema, elsewhere);
        keys.properties("", schema);
        return List.copyOf(keys.rows);
    }

    private void properties(String path, JsonNode object) {
        Set<String> required = new LinkedHashSet<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        object.path("properties")
                .properties()
                .forEach(property -> key(
                        path + property.getKey(),
                        property.getKey(),
                        property.getValue(),
                        required.contains(property.getKey())));
    }

    private void key(String path, String name, JsonNode property, boolean required) {
        String definition = definition(property);
        JsonNode target = definition.isEmpty() ? property : root.path("$defs").path(definition);
        JsonNode words = property.has("description") ? property : target;
        Text type = TYPES.getOrDefault(definition, type(name, target));
        rows.add(new KeyRow(path, type, required, text(words.path("description").asText())));
        if (!TYPES.containsKey(definition) && !elsewhere.contains(definition)) {
            inside(path, target);
        }
    }

    private void inside(String path, JsonNode target) {
        properties(path + ".", target);
        JsonNode items = resolved(target.path("items"));
        properties(path + "[].", items);
        JsonNode named = target.path("additionalProperties");
        if (named.isObject() && !TYPES.containsKey(definition(named))) {
            properties(path + ".NAME.", resolved(named));
        }
    }

    private Text type(String name, JsonNode target) {
        List<JsonNode> enums = new ArrayList<>();
        enums.add(target.path("enum"));
        for (String branch : List.of("then", "else")) {
            enums.add(root.path(branch).path("properties").path(name).path("enum"));
        }
        Set<String> values = new LinkedHashSet<>();
        enums.forEach(list -> list.forEach(value -> values.add("`" + value.asText() + "`")));
        if (!values.isEmpty()) {
            return Text.same(values.stream().collect(Collectors.joining(" ")));
        }
        return switch (target.path("type").asText()) {
            case "array" -> of(LIST, target.path("items"));
            case "object" -> of(MAPPING, target.path("additionalProperties"));
            default -> TYPES.get("text");
        };
    }

    /** A list or mapping, and of what. */
    private Text of(Text kind, JsonNode content) {
        Text what = TYPES.get(definition(content));
        return what == null ? kind : new Text(kind.zh() + "：" + what.zh(), kind.en() + ": " + what.en());
    }

    private JsonNode resolved(JsonNode node) {
        String definition = definition(node);
        return definition.isEmpty() ? node : root.path("$defs").path(definition);
    }

    private static String definition(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith(LOCAL) ? reference.substring(LOCAL.length()) : "";
    }

    /** Descriptions hold both languages. */
    private static Text text(String description) {
        String[] parts = description.split(" \\| ", 2);
        return parts.length == 2 ? new Text(parts[0], parts[1]) : Text.same(description);
    }
}
