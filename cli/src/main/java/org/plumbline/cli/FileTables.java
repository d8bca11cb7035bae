package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.benchfile.SchemaFile;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Key;
import org.plumbline.channel.Transport;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** The keys of the three files as Markdown tables, from the schemas and from what the adapters say of themselves. */
record FileTables(Adapters adapters, Language language) {

    private static final Map<Key.Type, Text> TYPES = new EnumMap<>(Map.of(
            Key.Type.TEXT, new Text("文本", "text"),
            Key.Type.INTEGER, new Text("整数", "whole number"),
            Key.Type.NUMBER, new Text("数", "number"),
            Key.Type.FLAG, new Text("`true` 或 `false`", "`true` or `false`"),
            Key.Type.TEXTS, new Text("文本或文本列表", "text or list of texts"),
            Key.Type.TEXT_MAP, new Text("按名称的文本", "texts by name"),
            Key.Type.TREE, new Text("任意", "anything")));

    private static final Adapters NONE = new Adapters(List.of(), List.of());

    /** The names of the files. */
    static final List<String> FILES = List.of("standard", "device", "bench");

    /** The published schema of one of {@link #FILES}. */
    static JsonNode schema(String file, Adapters adapters) {
        return switch (file) {
            case "standard" -> SchemaFile.standard();
            case "device" -> SchemaFile.device(adapters);
            default -> SchemaFile.bench(adapters);
        };
    }

    /** The table of one of {@link #FILES}; what channels, signals and commands hold stands in that of the device. */
    String file(String file) {
        Set<String> elsewhere = file.equals("bench") ? Set.of("channels", "signals", "commands") : Set.of();
        JsonNode schema = schema(file, NONE);
        JsonNode channel = schema.at("/$defs/channel/properties");
        if (channel instanceof ObjectNode properties) {
            name(properties, "transport", adapters.transports().stream().map(Transport::name));
            name(properties, "codec", adapters.codecs().stream().map(Codec::name));
        }
        return table(SchemaKeys.of(schema, elsewhere));
    }

    private static void name(ObjectNode properties, String key, Stream<String> names) {
        ObjectNode property = (ObjectNode) properties.get(key);
        property.remove("$ref");
        names.sorted().forEach(property.putArray("enum")::add);
    }

    /** One table for each transport and codec, by {@code transport-NAME} and {@code codec-NAME}. */
    Map<String, String> adapterTables() {
        Map<String, String> tables = new LinkedHashMap<>();
        adapters.transports().stream()
                .sorted(Comparator.comparing(Transport::name))
                .forEach(transport ->
                        tables.put("transport-" + transport.name(), table(rows("channels", transport.keys()))));
        adapters.codecs().stream()
                .sorted(Comparator.comparing(Codec::name))
                .forEach(codec -> tables.put("codec-" + codec.name(), table(rows(codec))));
        return tables;
    }

    private static List<KeyRow> rows(Codec codec) {
        return Stream.of(
                        rows("channels", codec.channelKeys()),
                        rows("signals", codec.signalKeys()),
                        rows("commands", codec.commandKeys()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<KeyRow> rows(String section, List<Key> keys) {
        return keys.stream()
                .map(key -> new KeyRow(
                        section + ".NAME." + key.name(), TYPES.get(key.type()), key.required(), key.meaning()))
                .toList();
    }

    private String table(List<KeyRow> rows) {
        return rows.stream()
                .map(row -> row.markdown(language))
                .collect(Collectors.joining("\n", KeyRow.head(language) + "\n", "\n"));
    }
}
