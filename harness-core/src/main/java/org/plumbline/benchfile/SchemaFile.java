package org.plumbline.benchfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.standard.StandardFile;
import org.plumbline.yaml.Schema;

/** The JSON Schemas (2020-12) of the three files, each self-contained, for editors and for other programs. */
public final class SchemaFile {

    private static final String DEVICE = "device.schema.json";
    private static final String BENCH = "bench.schema.json";
    private static final String DEFINITIONS = "$defs";

    private SchemaFile() {}

    /** Of {@code standard.yaml}. */
    public static JsonNode standard() {
        return Schema.resource(StandardFile.SCHEMA);
    }

    /** Of {@code device.yaml}, with the keys of the given transports and codecs. */
    public static JsonNode device(Adapters adapters) {
        return complete(device(), adapters);
    }

    /** Of {@code bench.yaml}, with the keys of the given transports and codecs. */
    public static JsonNode bench(Adapters adapters) {
        return complete(bench(), adapters);
    }

    /** Of device.yaml; channels, signals and commands are open to further keys. */
    static ObjectNode device() {
        return Schema.resource(DEVICE);
    }

    /** Of bench.yaml; channels, signals and commands are open to further keys. */
    static ObjectNode bench() {
        ObjectNode bench = Schema.resource(BENCH);
        ObjectNode definitions = (ObjectNode) bench.get(DEFINITIONS);
        definitions.setAll((ObjectNode) device().get(DEFINITIONS));
        pointInside(bench);
        return bench;
    }

    private static void pointInside(JsonNode node) {
        if (node.path("$ref").asText().startsWith(DEVICE)) {
            ((ObjectNode) node).put("$ref", node.get("$ref").asText().substring(DEVICE.length()));
        }
        node.forEach(SchemaFile::pointInside);
    }

    private static JsonNode complete(ObjectNode schema, Adapters adapters) {
        ObjectNode definitions = (ObjectNode) schema.get(DEFINITIONS);
        EntrySchemas entries = new EntrySchemas(definitions);
        ObjectNode channel = entries.channels(adapters);
        ObjectNode signal = (ObjectNode) definitions.get("signal");
        ObjectNode command = (ObjectNode) definitions.get("command");
        if (!adapters.codecs().isEmpty()) {
            ArrayNode signals = signal.arrayNode();
            ArrayNode commands = command.arrayNode();
            for (Codec codec : adapters.codecs()) {
                signals.add(entries.signal(codec));
                commands.add(entries.command(codec));
            }
            signal = signal.objectNode().<ObjectNode>set("description", signal.get("description"));
            signal.set("anyOf", signals);
            command = command.objectNode().<ObjectNode>set("description", command.get("description"));
            command.set("anyOf", commands);
        }
        definitions.set("channel", channel);
        definitions.set("signal", signal);
        definitions.set("command", command);
        return schema;
    }
}
