package org.plumbline.benchfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SpelledNumber;
import org.plumbline.channel.Key;
import org.plumbline.channel.Value;
import org.plumbline.error.Place;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.YamlNode;

/** Makes settings of the keys that belong to adapters, and tries every reference to the environment once. */
final class SettingsReader {

    private static final Set<String> COMMON = Set.of(
            "transport",
            "codec",
            "channel",
            "unit",
            "circle",
            "uncertainty",
            "resolution",
            "range",
            "interval",
            "on-event",
            "changes-state");
    private static final Pattern BROKEN = Pattern.compile("\\$\\{(?!env:[A-Za-z_][A-Za-z0-9_]*})[^}]*}?");

    private final Secrets secrets;
    private final Problems problems;

    SettingsReader(Secrets secrets, Problems problems) {
        this.secrets = secrets;
        this.problems = problems;
    }

    Settings read(YamlNode entry, List<Key> keys) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Key key : keys) {
            entry.field(key.name()).filter(node -> !COMMON.contains(key.name())).ifPresent(node -> {
                values.put(key.name(), value(node, key.type()));
                places.put(key.name(), node.keyPlace());
                below(key.name(), node, places);
                tryReferences(node, key);
            });
        }
        return new Settings(values, places, entry.keyPlace(), secrets);
    }

    private static void below(String path, YamlNode node, Map<String, Place> places) {
        node.fields().forEach((name, child) -> {
            places.put(path + "." + name, child.place());
            below(path + "." + name, child, places);
        });
        for (int i = 0; i < node.items().size(); i++) {
            YamlNode item = node.items().get(i);
            places.put(path + "[" + i + "]", item.place());
            below(path + "[" + i + "]", item, places);
        }
    }

    private static @Nullable Object value(YamlNode node, Key.Type type) {
        return switch (type) {
            case TEXT -> node.raw();
            case TEXTS ->
                node.items().isEmpty() && node.isScalar()
                        ? node.raw()
                        : node.items().stream().map(YamlNode::raw).toList();
            case TEXT_MAP -> textMap(node);
            case INTEGER -> node.json().isNumber() ? (Object) node.json().intValue() : node.raw();
            case NUMBER, FLAG, TREE -> plain(node);
        };
    }

    private static Map<String, String> textMap(YamlNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.fields().forEach((name, value) -> map.put(name, value.raw()));
        return map;
    }

    private static @Nullable Object plain(YamlNode node) {
        JsonNode json = node.json();
        if (json.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.fields().forEach((key, value) -> map.put(key, plain(value)));
            return map;
        }
        if (json.isArray()) {
            return node.items().stream().map(SettingsReader::plain).toList();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isNumber() ? number(json.numberValue(), node.raw()) : json.isNull() ? null : node.raw();
    }

    private static Number number(Number value, String raw) {
        return value.toString().equals(raw) ? value : new SpelledNumber(value, raw);
    }

    private void tryReferences(YamlNode node, Key key) {
        node.fields().values().forEach(child -> tryReferences(child, key));
        node.items().forEach(child -> tryReferences(child, key));
        Matcher broken = BROKEN.matcher(node.raw());
        if (broken.find()) {
            problems.add(
                    node.placeOf(broken.start()),
                    new Text("\"%s\" 不是对环境变量的引用", "\"%s\" is not a reference to an environment variable")
                            .with(broken.group()),
                    new Text("请写成 ${env:NAME}", "write ${env:NAME}"));
            return;
        }
        if (key.secret() && secrets.areOpenIn(node.raw())) {
            problems.add(
                    node.place(),
                    new Text(
                                    "%s 直接写在此文件中，而此文件会复制到证据包",
                                    "%s is written out in this file, which is copied into the evidence")
                            .with(key.name()),
                    new Text(
                            "请写成 \"${env:NAME}\"，并设置该环境变量", "write \"${env:NAME}\" and set that environment variable"));
            return;
        }
        String resolved = problems.keep(() -> secrets.resolve(node.raw(), node.place()));
        if (resolved != null && node.json().isTextual() && !fits(resolved, key.type())) {
            problems.add(
                    node.place(),
                    (key.type() == Key.Type.INTEGER
                                    ? new Text("%s 的值不是整数", "the value of %s is not a whole number")
                                    : new Text("%s 的值不是数", "the value of %s is not a number"))
                            .with(node.raw()),
                    new Text("请检查该环境变量", "check that environment variable"));
        }
    }

    private static boolean fits(String resolved, Key.Type type) {
        try {
            if (type == Key.Type.INTEGER) {
                Integer.parseInt(resolved);
            }
            return type != Key.Type.NUMBER || Value.Numeric.decimal(resolved).isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
