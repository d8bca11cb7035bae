package org.plumbline.mavlink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;

/** Frames that other people's implementations contain or have written. */
class MavlinkVectorsTest {

    private static final String RUST_KEY = "0001f2e3d4c5b6a79800707634320016224200ccff7a0052757374004d4156b3";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static List<JsonNode> frames(String file) throws IOException {
        try (InputStream in = MavlinkVectorsTest.class.getResourceAsStream(file)) {
            JsonNode root = JsonMapper.builder().build().readTree(in);
            return StreamSupport.stream(root.path("frames").spliterator(), false)
                    .toList();
        }
    }

    static Stream<JsonNode> generated() throws IOException {
        List<JsonNode> frames = frames("mavlink_generated_rov.json");
        assertThat(frames).hasSizeGreaterThanOrEqualTo(19);
        return frames.stream();
    }

    private static String snake(String camel) {
        return camel.replaceAll("^_", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    private static Heard heard(byte[] stream, Map<String, ?> channel, SignalSpec... signals) {
        Heard heard = new Heard();
        new MavlinkCodec()
                .decoder(Heard.channel("mavlink", channel), List.of(signals))
                .decode(1, Packet.of(stream), heard);
        return heard;
    }

    private static SignalSpec signal(String message, String field) {
        return Heard.signal(field, Map.of("message", message, "field", field));
    }

    @Test
    void crcOfTheCatalogue() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(new Crc().add(digits, 0, digits.length).value()).isEqualTo(0x6F91);
    }

    /** Every field of every frame, and the same bytes again from the fields. */
    @ParameterizedTest
    @MethodSource("generated")
    void readsAndWritesGeneratedFrames(JsonNode frame) {
        byte[] bytes = bytes(frame.path("hex").asText());
        MessageDefinition message =
                Definitions.message(frame.path("name").asText()).orElseThrow();
        boolean first = frame.path("proto").asText().equals("v1");
        assertThat(message.id()).isEqualTo(frame.path("msgid").asInt());
        assertThat(message.crcExtra()).isEqualTo(frame.path("crc_extra").asInt());

        List<String> lines = new ArrayList<>();
        ByteBuffer payload = ByteBuffer.allocate(message.fullLength()).order(ByteOrder.LITTLE_ENDIAN);
        for (FieldDefinition field : message.fields()) {
            frame.path("fields").properties().forEach(given -> {
                if (snake(given.getKey()).equals(field.name())) {
                    String value = given.getValue().asText();
                    MavlinkEncoder.put(payload, field, value, Map.of());
                    boolean absent = first && field.extension();
                    lines.add(
                            field.isText()
                                    ? "'" + value + "'"
                                    : Double.toString(absent ? 0 : Double.parseDouble(value)));
                }
            });
        }
        MavlinkFrame ours =
                MavlinkFrame.of(first ? 1 : 2, 0, frame.path("seq").asInt(), 1, 1, message, payload.array());

        MavlinkFrame theirs = new MavlinkFrame(bytes);
        assertThat(theirs.givenCrc()).isEqualTo(theirs.computedCrc(message.crcExtra()));
        List<String> read = new ArrayList<>();
        for (FieldDefinition field : message.fields()) {
            ByteBuffer from = theirs.payload(message);
            if (has(frame, field)) {
                read.add(field.isText() ? "'" + field.text(from) + "'" : Double.toString(field.number(from, 0)));
            }
        }
        assertThat(read).isEqualTo(lines);
        Heard heard = heard(bytes, Map.of());
        assertThat(heard.frames()).isEqualTo(1);
        if (frame.path("conforming").asBoolean()) {
            assertThat(ours.bytes()).isEqualTo(bytes);
            assertThat(heard.lines()).isEmpty();
        } else {
            assertThat(heard.lines())
                    .containsExactly("length: %s: MAVLink 1 with extension fields, %d bytes for %d"
                            .formatted(message.name(), theirs.payloadLength(), message.baseLength()));
        }
    }

    private static boolean has(JsonNode frame, FieldDefinition field) {
        return frame.path("fields").properties().stream()
                .anyMatch(given -> snake(given.getKey()).equals(field.name()));
    }

    /** Of several writers, who took the same numbers for them. */
    @Test
    void readsPublicFramesInOneStream() throws IOException {
        StringBuilder stream = new StringBuilder();
        frames("mavlink_public.json")
                .forEach(
                        frame -> stream.append(frame.path("frame_hex").asText()).append(' '));
        byte[] bytes = bytes(stream.append("FE 09 EF 01 02 00 05 00 00 00 02 03 59 03 03 1F 50")
                .toString());
        Heard heard = heard(
                bytes,
                Map.of(),
                signal("HEARTBEAT", "custom_mode"),
                signal("HEARTBEAT", "base_mode"),
                signal("PARAM_VALUE", "param_id"),
                Heard.signal(
                        "r",
                        Map.of(
                                "message", "PARAM_VALUE",
                                "field", "param_value",
                                "where", Map.of("param_id", "BAT1_R_INTERNAL"))),
                Heard.signal("version", Map.of("message", "*", "field", "version")));
        assertThat(heard.lines())
                .filteredOn(line -> !line.endsWith("repeats"))
                .containsExactly(
                        "custom_mode=5",
                        "base_mode=89",
                        "version=1",
                        "custom_mode=5",
                        "base_mode=89",
                        "version=2",
                        "param_id='BAT1_R_INTERNAL'",
                        "r=-1",
                        "version=2",
                        "param_id='_HASH_CHECK'",
                        "version=2",
                        "custom_mode=5",
                        "base_mode=89",
                        "version=2",
                        "syntax: 0/0 is no source",
                        "custom_mode=4",
                        "base_mode=3",
                        "version=2",
                        "syntax: 0/0 is no source",
                        "version=2",
                        "syntax: message 1543 is not known, and its CRC fits none",
                        "custom_mode=5",
                        "base_mode=89",
                        "version=1");
        assertThat(heard.bytes()).isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Test
    void checksPublicSignatures() throws IOException {
        List<byte[]> signed = frames("mavlink_public.json").stream()
                .filter(frame -> frame.has("signature_ok"))
                .map(frame -> bytes(frame.path("frame_hex").asText()))
                .toList();
        SignalSpec mode = signal("HEARTBEAT", "custom_mode");
        SignalSpec quality = signal("OPTICAL_FLOW", "quality");
        assertThat(heard(signed.get(0), Map.of("signing-key", RUST_KEY), mode).lines())
                .containsExactly("custom_mode=5");
        assertThat(heard(signed.get(0), Map.of("signing-key", "another"), mode).lines())
                .containsExactly("checksum: the signature is wrong");
        assertThat(heard(signed.get(1), Map.of("signing-key", "4F".repeat(32)), mode)
                        .lines())
                .containsExactly("checksum: the signature is wrong");
        assertThat(heard(signed.get(2), Map.of("signing-key", "4F".repeat(32)), quality)
                        .lines())
                .containsExactly("syntax: 0/0 is no source", "quality=7");
    }

    @Test
    void signsAsAPublicFrameIsSigned() throws IOException {
        byte[] signed = frames("mavlink_public.json").stream()
                .filter(frame -> frame.has("signature_ok"))
                .map(frame -> bytes(frame.path("frame_hex").asText()))
                .findFirst()
                .orElseThrow();
        MavlinkFrame frame = new MavlinkFrame(signed);
        long stamp = 0;
        for (int i = 6; i > 0; i--) {
            stamp = stamp << 8 | frame.signature()[i] & 0xFF;
        }
        assertThat(new Signature(RUST_KEY, new AtomicLong())
                        .sign(new MavlinkFrame(frame.unsignedPart()), stamp)
                        .bytes())
                .isEqualTo(signed);
    }
}
