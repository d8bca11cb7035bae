package org.plumbline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.text.Language;

/** {@code schemas: {FILTER: FILE}} of the codec json. */
class MessageSchemaTest {

    private static final String DEPTH = """
            {"type": "object", "required": ["depth"], "additionalProperties": false,
             "properties": {"depth": {"type": "number", "maximum": 6000}, "mode": {"enum": ["HOLD", "FREE"]},
                            "cells": {"type": "array", "items": {"type": "number"}}}}
            """;

    @TempDir
    private Path folder;

    private Decoder decoder(Secrets secrets, Object schemas) {
        Place place = new Place(folder.resolve("device.yaml").toString(), 7, 3);
        Settings settings = new Settings(Map.of("schemas", schemas), Map.of("schemas", place), place, secrets);
        return new JsonCodec()
                .decoder(
                        new ChannelSpec("c", "device", "mqtt", "json", settings),
                        List.of(Heard.signal("x", Map.of("pointer", "/depth", "type", "number"))));
    }

    private List<String> heard(String schema, String topic, String json) throws IOException {
        Files.writeString(folder.resolve("state.json"), schema);
        Heard heard = new Heard();
        decoder(Secrets.fromEnvironment(), Map.of("rov/+/state", "state.json"))
                .decode(1, new Packet(topic, json.getBytes(StandardCharsets.UTF_8)), heard);
        assertThat(heard.frames()).isEqualTo(1);
        assertThat(heard.bytes()).isEqualTo(json);
        return heard.lines();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"depth\": 6000}                             | x=6000",
                "{\"depth\": 6000.5}                           | syntax: schema: /depth maximum; x=6000.5",
                "{\"depth\": \"6\"}                            | syntax: schema: /depth type; value: /depth: \"6\"",
                "{}                                            | syntax: schema: (root) required depth",
                "{\"depth\": 1, \"dept\": 2}                   | syntax: schema: (root) additionalProperties dept; x=1",
                "{\"depth\": 1, \"mode\": \"hold\"}            | syntax: schema: /mode enum; x=1",
                "{\"depth\": 1, \"cells\": [1, \"a\"]}         | syntax: schema: /cells/1 type; x=1",
                "{\"cells\": [true, \"a\", null, {}, []]}      | syntax: schema: /cells/0 type, /cells/1 type, /cells/2 type and 3 more",
                "{\"depth\": 1                                 | syntax: not JSON",
                "{\"depth\": NaN}                              | syntax: NaN or Infinity, which JSON does not have; value: /depth: \"NaN\"",
                "{\"depth\": 1, \"cells\": [-Infinity]}        | syntax: NaN or Infinity, which JSON does not have; x=1",
                "7                                             | syntax: schema: (root) type",
            })
    void messagesThatBreakItAreCountedAndReadAllTheSame(String json, String lines) throws IOException {
        assertThat(heard(DEPTH, "rov/1/state", json)).containsExactly(lines.split("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"1e400", "-1e400", "1e99999999999", "123456789012345678901234567890"})
    void numbersBeyondAllBoundsAreWrongOrReadButNeverThrow(String number) throws IOException {
        assertThat(heard(
                        "{\"properties\": {\"depth\": {\"maximum\": 6000, \"multipleOf\": 0.5}}}",
                        "rov/1/state",
                        "{\"depth\": " + number + "}"))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("syntax: schema: "))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("value: /depth: "));
    }

    /** The expression recurses for every character. */
    @Test
    void aPatternThatOverflowsTheStackIsAFaultOfThatMessage() throws IOException {
        assertThat(heard(
                        "{\"properties\": {\"note\": {\"pattern\": \"^(a|b)*$\"}}}",
                        "rov/1/state",
                        "{\"depth\": 1, \"note\": \"" + "ab".repeat(100_000) + "\"}"))
                .containsExactly("syntax: schema: too deep to be checked", "x=1");
    }

    @Test
    void otherTopicsAreNotChecked() throws IOException {
        assertThat(heard(DEPTH, "rov/1/alarm", "{\"depth\": 7000}")).containsExactly("x=7000");
    }

    /** The meaning of exclusiveMaximum changed between draft 4 and draft 6. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"$schema\": \"http://json-schema.org/draft-04/schema#\", \"properties\": {\"depth\": {\"maximum\": 5, \"exclusiveMaximum\": true}}}",
                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"properties\": {\"depth\": {\"exclusiveMaximum\": 5}}}",
                "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"properties\": {\"depth\": {\"exclusiveMaximum\": 5}}}",
                "{\"$schema\": \"http://json-schema.org/draft/2020-12/schema\", \"properties\": {\"depth\": {\"exclusiveMaximum\": 5}}}",
                "{\"properties\": {\"depth\": {\"exclusiveMaximum\": 5}}}",
                "{\"properties\": {\"depth\": {\"exclusiveMaximum\": 5,},}, /* as published */}",
            })
    void draftsAreThoseThatTheSchemaNames(String schema) throws IOException {
        assertThat(heard(schema, "rov/1/state", "{\"depth\": 5}"))
                .hasSize(2)
                .satisfies(
                        lines -> assertThat(lines.get(0)).matches("syntax: schema: /depth (maximum|exclusiveMaximum)"))
                .endsWith("x=5");
        assertThat(heard(schema, "rov/1/state", "{\"depth\": 4.9}")).containsExactly("x=4.9");
    }

    @Test
    void itMayReferToFilesBesideIt() throws IOException {
        Files.writeString(folder.resolve("metres.json"), "{\"type\": \"number\"}");
        assertThat(heard(
                        "{\"properties\": {\"depth\": {\"$ref\": \"metres.json\"}}}",
                        "rov/1/state",
                        "{\"depth\": \"5 m\"}"))
                .containsExactly("syntax: schema: /depth type", "value: /depth: \"5 m\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": }                                          | it is not JSON (line 1) | 它不是 JSON（第 1 行）",
                "[]                                                    | it is no object         | 它不是对象",
            })
    void whatIsNoSchemaIsSaid(String schema, String en, String zh) {
        assertThatThrownBy(() -> heard(schema, "rov/1/state", "{}")).isInstanceOfSatisfying(InputException.class, e -> {
            String file = folder.resolve("device.yaml") + ":7:3: ";
            String name = folder.resolve("state.json").toString();
            assertThat(e.message(Language.EN))
                    .isEqualTo(file + "the JSON Schema " + name + " cannot be used: " + en
                            + "; name a file with a JSON Schema; files that it refers to must be on this computer");
            assertThat(e.message(Language.ZH))
                    .isEqualTo(file + "无法使用 JSON 模式 " + name + ": " + zh + "；请给出 JSON 模式文件；它引用的文件须在本机");
        });
    }

    @ParameterizedTest
    @CsvSource({"https://example.com/metres.json", "missing.json"})
    void nothingIsFetched(String reference) {
        assertThatThrownBy(() ->
                        heard("{\"properties\": {\"depth\": {\"$ref\": \"" + reference + "\"}}}", "rov/1/state", "{}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("state.json cannot be used: wrong, or what it refers to cannot be read: ")
                .hasMessageContaining(reference);
    }

    @Test
    void aFileThatIsMissingIsSaidButAReplayNeedsNone() {
        Map<String, String> schemas = Map.of("rov/1/state", "none.json");
        assertThatThrownBy(() -> decoder(Secrets.fromEnvironment(), schemas))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.json cannot be used: there is no such file or folder; ");
        assertThat(decoder(Secrets.withheld(), schemas)).isNotNull();
    }

    @Test
    void schemasThatAreNoMappingAreSaid() {
        assertThatThrownBy(() -> decoder(Secrets.fromEnvironment(), "state.json"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        folder.resolve("device.yaml")
                                + ":7:3: schemas maps topic filters to files; for example schemas: {rov/+/state: state.schema.json}");
    }
}
