package org.plumbline.benchfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
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
        if (adapters.transports().isEmpty() || adapters.codecs().isEmpty()) {
            return schema;
        }
        ObjectNode definitions = (ObjectNode) schema.get(DEFINITIONS);
        EntrySchemas entries = new EntrySchemas(definitions.deepCopy());
        definitions.set("channel", entries.channels(adapters));
        definitions.set("signal", either(definitions.get("signal"), adapters.codecs(), entries::signal));
        definitions.set("command", either(definitions.get("command"), adapters.codecs(), entries::command));
        return schema;
    }

    /** Which codec it is stands in the channel, out of a schema's reach: one of them must fit. */
    private static ObjectNode either(JsonNode common, List<Codec> codecs, Function<Codec, ObjectNode> schema) {
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.set("description", common.get("description"));
        ArrayNode cases = either.putArray("anyOf");
        codecs.stream().map(schema).forEach(cases::add);
        return either;
    }
}
