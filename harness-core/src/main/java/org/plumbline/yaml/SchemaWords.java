package org.plumbline.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.error.Problem;
import org.plumbline.text.Excerpt;
import org.plumbline.text.Text;

/** What a JSON Schema validator says of one value, in words for people. */
final class SchemaWords {

    private static final String BAR = " | ";

    private final JsonNode schema;
    private final YamlNode root;

    SchemaWords(JsonNode schema, YamlNode root) {
        this.schema = schema;
        this.root = root;
    }

    /** Whether it only follows from another message: a key is missing because it is misspelt. */
    boolean follows(ValidationMessage message) {
        if (!message.getType().equals("required")) {
            return false;
        }
        JsonNode rule = holderOf(message);
        List<String> known = new ArrayList<>();
        rule.path("properties").fieldNames().forEachRemaining(known::add);
        return rule.path("additionalProperties").isBoolean()
                && at(message.getInstanceLocation()).fields().keySet().stream()
                        .filter(key -> !known.contains(key))
                        .anyMatch(key -> Nearest.to(key, known)
                                .filter(message.getProperty()::equals)
                                .isPresent());
    }

    Problem problem(ValidationMessage message) {
        YamlNode node = at(message.getInstanceLocation());
        JsonNode rule = holderOf(message);
        return switch (message.getType()) {
            case "additionalProperties" -> unknownKey(node, message.getProperty(), rule);
            case "required" -> missingKey(node, message.getProperty(), rule);
            case "propertyNames" -> badName(node, message.getProperty(), rule);
            case "enum" -> notListed(message.getInstanceLocation(), node, rule);
            case "minItems", "minProperties" ->
                new Problem(
                        node.keyPlace(),
                        new Text("\"%s\" 是空的", "\"%s\" is empty").with(name(message.getInstanceLocation())),
                        new Text("请至少写一项", "name at least one"));
            case "minimum" -> beyond(message, node, "不应小于 %s", "it must be at least %s");
            case "maximum" -> beyond(message, node, "不应大于 %s", "it must be at most %s");
            default -> badValue(message.getInstanceLocation(), node, rule);
        };
    }

    private Problem unknownKey(YamlNode node, String key, JsonNode rule) {
        List<String> known = new ArrayList<>();
        rule.path("properties").fieldNames().forEachRemaining(known::add);
        Text what = new Text("未知的键 \"%s\"", "unknown key \"%s\"").with(key);
        Text remedy = Nearest.remedy(key, known);
        if (rule.path("title").asText().contains(BAR) && Nearest.to(key, known).isEmpty()) {
            Text owner = words(rule.path("title"));
            remedy = new Text(
                    owner.zh() + " 可用的键：" + String.join("、", known),
                    owner.en() + " knows: " + String.join(", ", known));
        }
        return new Problem(node.fields().get(key).keyPlace(), what, remedy);
    }

    private Problem missingKey(YamlNode node, String key, JsonNode rule) {
        Text meaning = words(resolved(rule.path("properties").path(key)));
        return new Problem(
                node.keyPlace(),
                new Text("缺少 \"%s\"", "\"%s\" is missing").with(key),
                new Text("请补上：" + meaning.zh(), "add it: " + meaning.en()));
    }

    private Problem badName(YamlNode node, String key, JsonNode rule) {
        return new Problem(
                node.fields().get(key).keyPlace(),
                new Text("名称不能是 \"%s\"", "\"%s\" cannot be a name").with(key),
                form(resolved(rule.path("propertyNames"))));
    }

    private Problem notListed(JsonNodePath path, YamlNode node, JsonNode rule) {
        List<String> known = new ArrayList<>();
        rule.path("enum").forEach(value -> known.add(value.asText()));
        return new Problem(node.place(), cannotBe(path, node), Nearest.remedy(node.raw(), known));
    }

    private Problem badValue(JsonNodePath path, YamlNode node, JsonNode rule) {
        return new Problem(node.place(), cannotBe(path, node), form(rule));
    }

    private Problem beyond(ValidationMessage message, YamlNode node, String zh, String en) {
        return new Problem(
                node.place(),
                cannotBe(message.getInstanceLocation(), node),
                new Text(zh, en).with(message.getSchemaNode().asText()));
    }

    private Text cannotBe(JsonNodePath path, YamlNode node) {
        String name = name(path);
        if (node.json().isNull() || node.json().isTextual() && node.raw().isBlank()) {
            return new Text("\"%s\" 没有值", "\"%s\" has no value").with(name);
        }
        if (node.json().isObject()) {
            return new Text("\"%s\" 不能是映射", "\"%s\" cannot be a mapping").with(name);
        }
        if (node.json().isArray()) {
            return new Text("\"%s\" 不能是列表", "\"%s\" cannot be a list").with(name);
        }
        return new Text("\"%s\" 不能是 %s", "\"%s\" cannot be %s").with(name, shown(node));
    }

    private static String shown(YamlNode node) {
        String raw = Excerpt.of(node.raw(), 60);
        return node.json().isTextual() ? "\"" + raw + "\"" : raw;
    }

    private static Text form(JsonNode rule) {
        Text form = words(rule);
        return switch (rule.path("type").asText()) {
            case "object" -> mapping(rule.path("required"));
            case "array" -> new Text("应为列表", "it must be a list");
            default -> new Text("应为" + spaced(form.zh()), "it must be " + form.en());
        };
    }

    /** Chinese sets Latin words apart. */
    private static String spaced(String words) {
        return !words.isEmpty() && words.charAt(0) < 128 ? " " + words : words;
    }

    private static Text mapping(JsonNode required) {
        List<String> keys = new ArrayList<>();
        required.forEach(key -> keys.add(key.asText()));
        return keys.isEmpty()
                ? new Text("应为「键: 值」的映射", "it must be a mapping of keys to values")
                : new Text(
                        "应为含有 " + String.join("、", keys) + " 的映射",
                        "it must be a mapping with " + String.join(", ", keys));
    }

    /** The description, or a title, in both languages. */
    private static Text words(JsonNode described) {
        String both = described.isTextual()
                ? described.asText()
                : described.path("description").asText();
        int bar = both.indexOf(BAR);
        return bar < 0 ? Text.same(both) : new Text(both.substring(0, bar), both.substring(bar + BAR.length()));
    }

    /** What a reference leads to, unless its own description says more. */
    private JsonNode resolved(JsonNode rule) {
        if (rule.has("description") || !rule.has("$ref")) {
            return rule;
        }
        return schema.at(rule.path("$ref").asText().substring(1));
    }

    private JsonNode holderOf(ValidationMessage message) {
        JsonNodePath fragment = message.getSchemaLocation().getFragment();
        JsonNode holder = schema;
        for (int i = 0; i < fragment.getNameCount() - 1; i++) {
            Object step = fragment.getElement(i);
            holder = step instanceof Integer index ? holder.path(index) : holder.path(String.valueOf(step));
        }
        return holder;
    }

    private YamlNode at(JsonNodePath path) {
        YamlNode node = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            node = step instanceof Integer index
                    ? node.items().get(index)
                    : node.fields().get(String.valueOf(step));
        }
        return node;
    }

    /** The last key, with the position (from 1) of an item in a list. */
    private static String name(JsonNodePath path) {
        int last = path.getNameCount() - 1;
        if (last < 0) {
            return "";
        }
        Object step = path.getElement(last);
        if (step instanceof Integer index) {
            return name(path.getParent()) + "[" + (index + 1) + "]";
        }
        return String.valueOf(step);
    }
}
