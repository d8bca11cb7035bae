package org.plumbline.benchfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Key;
import org.plumbline.channel.Transport;

/** The schemas of single channels, signals and commands: what is common to all, and what their adapters understand. */
final class EntrySchemas {

    private static final Map<Key.Type, String> FORMS = Map.of(
            Key.Type.TEXT, "scalar",
            Key.Type.INTEGER, "integer",
            Key.Type.NUMBER, "number",
            Key.Type.FLAG, "flag",
            Key.Type.TEXTS, "texts",
            Key.Type.TEXT_MAP, "textMap");

    private final ObjectNode definitions;

    /** @param definitions the common part: channel, signal, command, and the forms of values */
    EntrySchemas(ObjectNode definitions) {
        this.definitions = definitions;
    }

    /** A channel of that transport and codec. */
    ObjectNode channel(Transport transport, Codec codec) {
        return closed(
                "channel",
                "传输 %1$s 与编解码 %2$s | transport %1$s with codec %2$s".formatted(transport.name(), codec.name()),
                Stream.concat(transport.keys().stream(), codec.channelKeys().stream())
                        .toList());
    }

    /** A signal on a channel of that codec. */
    ObjectNode signal(Codec codec) {
        return closed("signal", title(codec), codec.signalKeys());
    }

    /** A command on a channel of that codec. */
    ObjectNode command(Codec codec) {
        return closed("command", title(codec), codec.commandKeys());
    }

    /** A channel of any of the transports and codecs. */
    ObjectNode channels(Adapters adapters) {
        ObjectNode schema = common("channel");
        ObjectNode properties = (ObjectNode) schema.get("properties");
        Set<String> common = names(properties);
        name(properties, "transport", adapters.transports().stream().map(Transport::name));
        name(properties, "codec", adapters.codecs().stream().map(Codec::name));
        ArrayNode cases = schema.putArray("allOf");
        Map<String, List<Key>> transports = adapters.transports().stream()
                .collect(Collectors.toMap(Transport::name, Transport::keys, (first, second) -> first));
        Map<String, List<Key>> codecs = adapters.codecs().stream()
                .collect(Collectors.toMap(Codec::name, Codec::channelKeys, (first, second) -> first));
        new TreeMap<>(transports).forEach((name, keys) -> cases.add(when("transport", name, keys)));
        new TreeMap<>(codecs).forEach((name, keys) -> cases.add(when("codec", name, keys)));
        ObjectNode owners = schema.putObject("dependentSchemas");
        Stream.concat(transports.values().stream(), codecs.values().stream())
                .flatMap(List::stream)
                .filter(key -> !common.contains(key.name()))
                .forEach(key -> {
                    properties.withObject("/" + key.name()).put("description", words(key));
                    ArrayNode either = owners.putObject(key.name()).putArray("anyOf");
                    either.add(oneOf("transport", owners(transports, key)));
                    either.add(oneOf("codec", owners(codecs, key)));
                });
        return schema.put("additionalProperties", false);
    }

    private static Set<String> owners(Map<String, List<Key>> all, Key key) {
        return all.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(other -> other.name().equals(key.name())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ObjectNode oneOf(String key, Set<String> names) {
        ObjectNode schema = definitions.objectNode();
        ArrayNode values = schema.putObject("properties").putObject(key).putArray("enum");
        names.forEach(values::add);
        return schema;
    }

    private ObjectNode when(String key, String name, List<Key> keys) {
        ObjectNode schema = definitions.objectNode();
        ObjectNode condition = schema.putObject("if");
        condition.putObject("properties").putObject(key).put("const", name);
        condition.putArray("required").add(key);
        ObjectNode consequence = schema.putObject("then");
        consequence.putArray("required");
        consequence.putObject("properties");
        add(keys, consequence);
        return schema;
    }

    private ObjectNode closed(String definition, String title, List<Key> keys) {
        ObjectNode schema = common(definition);
        schema.put("title", title);
        schema.put("additionalProperties", false);
        add(keys, schema);
        return schema;
    }

    private void add(List<Key> keys, ObjectNode schema) {
        ObjectNode properties = (ObjectNode) schema.get("properties");
        for (Key key : keys) {
            if (key.required()) {
                require((ArrayNode) schema.get("required"), key.name());
            }
            if (properties.has(key.name())) {
                continue; // the transport has it, too
            }
            ObjectNode property = properties.putObject(key.name());
            property.put("description", words(key));
            if (key.type() == Key.Type.TREE) {
                ArrayNode anything = property.putArray("type");
                Stream.of("object", "array", "string", "number", "boolean").forEach(anything::add);
            } else {
                property.put("$ref", "#/$defs/" + FORMS.get(key.type()));
            }
        }
    }

    private static void require(ArrayNode required, String name) {
        for (JsonNode already : required) {
            if (already.asText().equals(name)) {
                return;
            }
        }
        required.add(name);
    }

    private ObjectNode common(String definition) {
        return definitions.get(definition).deepCopy();
    }

    private static void name(ObjectNode properties, String key, Stream<String> names) {
        ArrayNode values = ((ObjectNode) properties.get(key)).putArray("enum");
        names.forEach(values::add);
    }

    private static Set<String> names(ObjectNode properties) {
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String title(Codec codec) {
        return "编解码 %1$s | codec %1$s".formatted(codec.name());
    }

    private static String words(Key key) {
        return key.meaning().zh() + " | " + key.meaning().en();
    }
}
