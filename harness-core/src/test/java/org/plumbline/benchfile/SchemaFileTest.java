package org.plumbline.benchfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Key;

class SchemaFileTest {

    private static final Adapters NONE = new Adapters(List.of(), List.of());

    static List<JsonNode> published() {
        return List.of(
                SchemaFile.standard(),
                SchemaFile.device(TestAdapters.ALL),
                SchemaFile.bench(TestAdapters.ALL),
                SchemaFile.device(NONE),
                SchemaFile.bench(NONE));
    }

    @ParameterizedTest
    @MethodSource("published")
    void isASchemaOf202012(JsonNode schema) {
        JsonSchema meta = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(schema.path("$schema").asText()));
        assertThat(meta.validate(schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("published")
    void standsAlone(JsonNode schema) {
        assertThat(schema.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        schema.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @ParameterizedTest
    @MethodSource("published")
    void saysWhatItIsInBothLanguages(JsonNode schema) {
        assertThat(schema.path("$id").asText())
                .isEqualTo("https://plumbline.org/schema/"
                        + schema.path("title").asText().replace(".yaml", ".schema.json"));
        assertThat(schema.findValuesAsText("description"))
                .hasSizeGreaterThan(10)
                .allMatch(text -> text.matches("(?s).*\\p{IsHan}.* \\| .+"));
    }

    @Test
    void holdsTheKeysOfEveryTransportAndCodec() {
        JsonNode definitions = SchemaFile.device(TestAdapters.ALL).path("$defs");
        JsonNode channel = definitions.path("channel").path("properties");
        assertThat(channel.fieldNames())
                .toIterable()
                .containsExactly(
                        "transport",
                        "codec",
                        "on-open",
                        "on-close",
                        "poll",
                        "poll-period",
                        "poll-timeout",
                        "broker",
                        "subscribe",
                        "port",
                        "speed",
                        "gain",
                        "password",
                        "terminator");
        assertThat(channel.at("/transport/enum").toString()).isEqualTo("[\"wire\",\"bus\"]");
        assertThat(channel.at("/codec/enum").toString()).isEqualTo("[\"lines\",\"tree\"]");
        assertThat(channel.at("/speed/description").asText()).isEqualTo("速率 | speed");
        JsonNode lines = definitions.at("/signal/anyOf/0");
        assertThat(lines.at("/properties/field/$ref").asText()).isEqualTo("#/$defs/integer");
        assertThat(lines.path("required").toString()).isEqualTo("[\"channel\",\"field\"]");
        JsonNode tree = definitions.at("/command/anyOf/1");
        assertThat(tree.at("/properties/retained/$ref").asText()).isEqualTo("#/$defs/flag");
    }

    @Test
    void wantsWhatATransportAndACodecBothHaveWhereEitherDoes() {
        Codec codec = TestAdapters.codec(List.of(
                Key.required("speed", Key.Type.INTEGER, "速率", "speed"),
                Key.required("port", Key.Type.TEXT, "端口", "port")));
        ObjectNode definitions = (ObjectNode) SchemaFile.device().get("$defs");
        assertThat(new EntrySchemas(definitions)
                        .channel(TestAdapters.ALL.transports().get(0), codec)
                        .path("required")
                        .toString())
                .isEqualTo("[\"transport\",\"codec\",\"port\",\"speed\"]");
    }
}
