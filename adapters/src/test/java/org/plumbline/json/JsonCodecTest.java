package org.plumbline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.channel.Refused.assertRefused;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;

class JsonCodecTest {

    private static List<String> heard(String topic, String json, SignalSpec... signals) {
        Heard heard = new Heard();
        new JsonCodec()
                .decoder(Heard.channel("json", Map.of()), List.of(signals))
                .decode(1, new Packet(topic, json.getBytes(StandardCharsets.UTF_8)), heard);
        assertThat(heard.frames()).isEqualTo(1);
        return heard.lines();
    }

    private static SignalSpec at(String pointer) {
        return Heard.signal("x", Map.of("pointer", pointer));
    }

    /** What has a scale is a number, and nothing else. */
    @Test
    void numbersMayBeScaled() {
        SignalSpec tenths = Heard.signal("x", Map.of("pointer", "/x", "scale", "0.1", "offset", "5"));
        assertThat(heard("", "{\"x\": 3}", tenths)).containsExactly("x=5.3");
        assertThat(heard("", "{\"x\": \"3\"}", tenths)).containsExactly("value: /x: \"3\"");
        assertThatThrownBy(() ->
                        heard("", "{}", Heard.signal("x", Map.of("pointer", "/x", "type", "text", "offset", "1"))))
                .hasMessage("(java): offset is not for type text; leave it out, or use a type of numbers");
    }

    @Nested
    class Pointers {

        /** The document and pointers of RFC 6901, section 5; a whole object is no value. */
        private static final String DOCUMENT =
                "{\"foo\": [\"bar\", \"baz\"], \"\": 0, \"a/b\": 1, \"c%d\": 2, \"e^f\": 3,"
                        + " \"g|h\": 4, \"i\\\\j\": 5, \"k\\\"l\": 6, \" \": 7, \"m~n\": 8}";

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "/foo/0, x='bar'",
                    "/, x=0",
                    "/a~1b, x=1",
                    "/c%d, x=2",
                    "/e^f, x=3",
                    "/g|h, x=4",
                    "/i\\j, x=5",
                    "/k\"l, x=6",
                    "`/ `, x=7",
                    "/m~0n, x=8",
                    "`/foo`, `value: /foo: [\"bar\",\"baz\"]`",
                })
        void findWhatTheRfcSays(String pointer, String line) {
            assertThat(heard("", DOCUMENT, at(pointer))).containsExactly(line);
        }

        @Test
        void toWhatIsNotThereFindNothing() {
            assertThat(heard("", DOCUMENT, at("/foo/2"), at("/bar"))).isEmpty();
        }
    }

    @Nested
    class Types {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "1.5, any, x=1.5",
                    "\"on\", any, x='on'",
                    "true, any, x=true",
                    "null, any, value: /v: null",
                    "1e400, any, value: /v: \"Infinity\"",
                    "NaN, any, value: /v: \"NaN\"",
                    "-Infinity, any, value: /v: \"-Infinity\"",
                    "9007199254740991, any, x=9.007199254740991E15",
                    "-9007199254740991, number, x=-9.007199254740991E15",
                    "9007199254740992, any, value: /v: 9007199254740992",
                    "-9007199254740993, number, value: /v: -9007199254740993",
                    "18446744073709551616, any, value: /v: 18446744073709551616",
                    "1e300, any, x=1.0E300",
                    "1, number, x=1",
                    "\"1\", number, value: /v: \"1\"",
                    "1, text, value: /v: 1",
                    "\"1\", text, x='1'",
                    "false, flag, x=false",
                    "0, flag, value: /v: 0",
                    "{}, any, value: /v: {}",
                })
        void areRead(String value, String type, String line) {
            SignalSpec signal = Heard.signal("x", Map.of("pointer", "/v", "type", type));
            assertThat(heard("", "{\"v\": " + value + "}", signal)).containsExactly(line);
        }

        @Test
        void aNumberThatIsNoneSpoilsOnlyItsOwnSignal() {
            assertThat(heard("", "{\"a\": NaN, \"b\": 2}", at("/a"), at("/b")))
                    .containsExactly("value: /a: \"NaN\"", "x=2");
        }

        @Test
        void aLongValueIsSaidInShort() {
            assertThat(heard("", "{\"a\": [" + "1,".repeat(500) + "1]}", at("/a")))
                    .containsExactly("value: /a: [" + "1,".repeat(39) + "1…");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"a\": 1`, not JSON",
                "`{\"a\": 1} {\"a\": 2}`, not JSON",
                "``, empty",
                "`   `, empty",
                "`{'a': 1}`, not JSON",
                "`hello`, not JSON",
                "`\uFEFF{\"a\": 1}`, not JSON",
                "`{\"a\": 1, \"a\": 2}`, `\"a\" twice in one object`",
                "`{\"b\": [{\"a'c\": 1, \"d\": {}, \"a'c\": 2}]}`, `\"a'c\" twice in one object`",
            })
    void whatIsNoJsonIsASyntaxError(String json, String detail) {
        assertThat(heard("", json, at("/a"))).containsExactly("syntax: " + detail);
    }

    /** RFC 8259, 8.1: what is exchanged is UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "ISO-8859-1"})
    void anotherEncodingIsASyntaxError(String encoding) {
        Heard heard = new Heard();
        byte[] payload = "{\"a\": 1, \"b\": \"é\"}".getBytes(Charset.forName(encoding));
        new JsonCodec()
                .decoder(Heard.channel("json", Map.of()), List.of(at("/a")))
                .decode(1, new Packet("", payload), heard);
        assertThat(heard.lines()).singleElement().asString().isIn("syntax: not UTF-8", "syntax: not JSON");
        assertThat(heard("", "{\"a\": \"深度 é 😀\"}", at("/a"))).containsExactly("x='深度 é 😀'");
    }

    @Test
    void deepNestingIsASyntaxError() {
        assertThat(heard("", "[".repeat(100_000), at("/a"))).containsExactly("syntax: not JSON");
    }

    /** The examples of MQTT 3.1.1, 4.7.1. */
    @ParameterizedTest
    @CsvSource({
        "sport/tennis/player1/#, sport/tennis/player1, true",
        "sport/tennis/player1/#, sport/tennis/player1/ranking, true",
        "sport/tennis/player1/#, sport/tennis/player2, false",
        "#, any/thing, true",
        "sport/#, sport, true",
        "sport/tennis/+, sport/tennis/player1, true",
        "sport/tennis/+, sport/tennis/player1/ranking, false",
        "sport/+, sport, false",
        "sport/+, sport/, true",
        "+/+, /finance, true",
        "/+, /finance, true",
        "+, /finance, false",
        "a/+/c, a/b/c, true",
        "a/b, a/b/c, false",
        "a/b/c, a/b, false",
        "a/b, A/b, false",
    })
    void topicFiltersMatchAsMqttSays(String filter, String topic, boolean matches) {
        SignalSpec signal = Heard.signal("x", Map.of("pointer", "/a", "topic", filter));
        assertThat(heard(topic, "{\"a\": 1}", signal)).hasSize(matches ? 1 : 0);
    }

    @Nested
    class Commands {

        private String sent(Object payload, Map<String, String> parameters) {
            Packet packet = new JsonCodec()
                    .encoder(
                            Heard.channel("json", Map.of()),
                            Heard.command(Map.of("topic", "robot/{id}/do", "payload", payload)))
                    .encode(parameters);
            return packet.address() + " " + packet.text();
        }

        @Test
        void fillTopicAndTextsAndKeepTypes() {
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("mode", "hold");
            payload.put("target", "{depth}");
            payload.put("on", "{on}");
            payload.put("note", "at {depth} m");
            payload.put("name", "{id}");
            payload.put("list", Arrays.asList(1, null, "{depth}"));
            payload.put("fixed", 0.5);
            assertThat(sent(payload, Map.of("id", "r\"7", "depth", "4.50", "on", "true")))
                    .isEqualTo("robot/r\"7/do {\"mode\":\"hold\",\"target\":4.50,\"on\":true,\"note\":\"at 4.50 m\","
                            + "\"name\":\"r\\\"7\",\"list\":[1,null,4.50],\"fixed\":0.5}");
        }

        @Test
        void nameTheParameterThatIsMissing() {
            assertThatThrownBy(() -> sent(Map.of("target", "{depth}"), Map.of("id", "1")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("parameter \"depth\" is missing");
            assertThatThrownBy(() -> sent(Map.of(), Map.of())).hasMessage("parameter \"id\" is missing");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "robot/+/do", "#", "robot\0"})
        void goToNoTopicThatNothingCanBePublishedTo(String topic) {
            assertThatThrownBy(() -> new JsonCodec()
                            .encoder(
                                    Heard.channel("json", Map.of()),
                                    Heard.command(Map.of("topic", topic, "payload", 1))))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.message(Language.EN))
                                .isEqualTo("(java): nothing can be published to the topic \"" + topic
                                        + "\"; write a topic without the wildcards + and #");
                        assertThat(e.message(Language.ZH))
                                .isEqualTo("(java): 不能向主题“" + topic + "”发布；请写不含通配符 + 和 # 的主题");
                    });
        }

        /** It would be another topic than the plan has seen, or none at all. */
        @ParameterizedTest
        @ValueSource(strings = {"1/command", "/", "1+", "#", "\0"})
        void refuseAParameterThatLeavesItsLevelOfTheTopic(String id) {
            assertRefused(
                    () -> sent(Map.of("name", "{id}"), Map.of("id", id)),
                    "参数“id”位于主题中，不能是“" + id + "”；请给出不含 /、+ 和 # 的值",
                    "parameter \"id\" stands in a topic and cannot be \"" + id + "\"; give a value without /, + and #");
        }

        @Test
        void takeWhateverStandsInThePayloadAlone() {
            assertThat(sent(Map.of("path", "{path}"), Map.of("id", "", "path", "1/+/#")))
                    .isEqualTo("robot//do {\"path\":\"1/+/#\"}");
        }
    }

    /** Seeded: any number, any text of which JSON has to escape some, true and false. */
    @Test
    void whatIsSentIsRead() {
        Random random = new Random(20_261_127);
        Encoder encoder = new JsonCodec()
                .encoder(
                        Heard.channel("json", Map.of()),
                        Heard.command(Map.of(
                                "topic", "t", "payload", Map.of("n", "{n}", "deep", List.of("at {s}"), "f", "{f}"))));
        for (int i = 0; i < 1_000; i++) {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 15);
            String text =
                    random.ints(5, 0x20, 0x3000).mapToObj(Character::toString).collect(Collectors.joining("\"\\\n"));
            boolean flag = random.nextBoolean();
            Packet sent = encoder.encode(Map.of("n", Double.toString(number), "s", text, "f", Boolean.toString(flag)));
            assertThat(heard("t", sent.text(), at("/n"), at("/deep/0"), at("/f")))
                    .containsExactly("x=" + new Value.Numeric(number).shown(), "x='at " + text + "'", "x=" + flag);
        }
    }

    @Test
    void badSettingsAreSaid() {
        assertThatThrownBy(() -> heard("", "{}", at("pose/x"))).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.EN))
                    .isEqualTo("(java): \"pose/x\" is no JSON pointer; it begins with /, such as /pose/x");
            assertThat(e.message(Language.ZH)).isEqualTo("(java): \"pose/x\" 不是 JSON 指针；以 / 开头，如 /pose/x");
        });
        assertThatThrownBy(() -> heard("", "{}", Heard.signal("x", Map.of("pointer", "/a", "type", "int"))))
                .hasMessage("(java): there is no type int; use one of: number, text, flag");
    }
}
