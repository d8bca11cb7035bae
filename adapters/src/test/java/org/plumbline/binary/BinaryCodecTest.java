package org.plumbline.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.channel.Refused.assertRefused;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.text.Language;

class BinaryCodecTest {

    /** Two kinds of message, told apart by id; as many manufacturers have it. */
    private static final Map<String, Object> POD = Map.of(
            "start",
            "AA 55",
            "byte-order",
            "little",
            "header",
            List.of(Map.of("name", "length", "type", "u8"), Map.of("name", "id", "type", "u8")),
            "length-field",
            "length",
            "length-plus",
            6,
            "check",
            "CRC-16/CCITT-FALSE",
            "check-from",
            2,
            "max-length",
            64,
            "messages",
            Map.of(
                    "status",
                    Map.of(
                            "when",
                            Map.of("id", 1),
                            "fields",
                            List.of(
                                    Map.of("name", "depth", "type", "i16", "scale", 0.01, "offset", -5),
                                    Map.of("type", "u16", "bits", Map.of("leak", "0x0001", "mode", "0x0F00")),
                                    Map.of("name", "load", "type", "f32", "byte-order", "big"))),
                    "go",
                    Map.of(
                            "when",
                            Map.of("id", "0x10"),
                            "fields",
                            List.of(Map.of("name", "depth", "type", "i16", "scale", 0.01)))));

    private static final List<SignalSpec> STATUS = List.of(
            signal("status", "depth", "number"),
            signal("status", "leak", "flag"),
            signal("status", "mode", "number"),
            signal("status", "load", "number"));

    private static SignalSpec signal(String message, String field, String type) {
        return Heard.signal(field, Map.of("message", message, "field", field, "type", type));
    }

    private static Decoder decoder(Map<String, ?> channel, List<SignalSpec> signals) {
        return new BinaryCodec().decoder(Heard.channel("binary", channel), signals);
    }

    private static Packet bytes(String hex) {
        return Packet.of(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static Heard heard(Map<String, ?> channel, List<SignalSpec> signals, String hex) {
        Heard heard = new Heard();
        decoder(channel, signals).decode(1, bytes(hex), heard);
        return heard;
    }

    private static String sent(Map<String, ?> channel, Map<String, ?> command, Map<String, String> parameters) {
        byte[] frame = new BinaryCodec()
                .encoder(Heard.channel("binary", channel), Heard.command(command))
                .encode(parameters)
                .payload();
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame);
    }

    private static String status(String depth, String leak, String mode, String load) {
        return sent(
                POD,
                Map.of("message", "status", "values", Map.of("depth", depth, "leak", leak, "mode", mode, "load", load)),
                Map.of());
    }

    /** Dynamixel protocol 2.0: ping and its answer, from the manufacturer's manual. */
    private static final Map<String, Object> DYNAMIXEL = Map.of(
            "start",
            "FF FF FD 00",
            "byte-order",
            "little",
            "header",
            List.of(
                    Map.of("name", "id", "type", "u8"),
                    Map.of("name", "length", "type", "u16"),
                    Map.of("name", "instruction", "type", "u8")),
            "length-field",
            "length",
            "length-plus",
            7,
            "check",
            "CRC-16/UMTS",
            "messages",
            Map.of(
                    "ping",
                    Map.of("when", Map.of("instruction", 1)),
                    "status",
                    Map.of(
                            "when",
                            Map.of("instruction", 0x55),
                            "fields",
                            List.of(
                                    Map.of("name", "error", "type", "u8"),
                                    Map.of("name", "model", "type", "u16"),
                                    Map.of("name", "firmware", "type", "u8")))));

    @Test
    void readsAndWritesDynamixel2() {
        assertThat(heard(
                                DYNAMIXEL,
                                List.of(
                                        signal("status", "model", "number"),
                                        signal("status", "firmware", "number"),
                                        signal("status", "id", "number")),
                                "FF FF FD 00 01 07 00 55 00 06 04 26 65 5D")
                        .lines())
                .containsExactly("model=1030", "firmware=38", "id=1");
        assertThat(sent(DYNAMIXEL, Map.of("message", "ping", "values", Map.of("id", "{id}")), Map.of("id", "1")))
                .isEqualTo("FF FF FD 00 01 03 00 01 19 4E");
    }

    /** Replies of function 3 and 4: the check value is the other way round than the data. */
    @ParameterizedTest
    @CsvSource({
        "11 03, 11 03 06 AE 41 56 52 43 40 49 AD, 'a=44609,b=22098,c=17216'",
        "11 03, 11 03 06 02 2B 00 00 00 64 C8 BA, ''",
        "11 03, 11 03 06 AE 41 56 52 43 40 49 AE, 'checksum: given AE49, computed AD49'",
    })
    void readsModbusReplies(String start, String hex, String lines) {
        Map<String, Object> channel = Map.of(
                "start",
                start,
                "header",
                List.of(Map.of("name", "count", "type", "u8")),
                "length-field",
                "count",
                "length-plus",
                5,
                "check",
                "CRC-16/MODBUS",
                "check-byte-order",
                "little",
                "messages",
                Map.of(
                        "three",
                        Map.of(
                                "fields",
                                List.of(
                                        Map.of("name", "a", "type", "u16"),
                                        Map.of("name", "b", "type", "u16"),
                                        Map.of("name", "c", "type", "u16")))));
        List<SignalSpec> signals =
                List.of(signal("three", "a", "number"), signal("three", "b", "number"), signal("three", "c", "number"));
        String shown = String.join(",", heard(channel, signals, hex).lines());
        assertThat(shown).isEqualTo(lines.isEmpty() ? "a=555,b=0,c=100" : lines);
    }

    /** The empty receiver report of RTCP: its length counts words of four bytes, less one (RFC 3550, 6.4.1 and 6.4.2). */
    @Test
    void aLengthMayCountWords() {
        Map<String, Object> rtcp = lengths("u16", 4, 4, List.of(Map.of("name", "ssrc", "type", "u32")));
        List<SignalSpec> ssrc = List.of(signal("report", "ssrc", "number"));
        assertThat(heard(rtcp, ssrc, "80 C9 00 01 00 00 00 2A 80 C9 00 02 00 00 00 2A 80 C9 00 01 00 00 00 2B")
                        .lines())
                .containsExactly(
                        "ssrc=42", "length: a length of 12 bytes, message report has 8: check length-plus", "ssrc=43");
        assertThat(sent(rtcp, Map.of("message", "report", "values", Map.of("ssrc", 42)), Map.of()))
                .isEqualTo("80 C9 00 01 00 00 00 2A");
        Map<String, Object> words = lengths("u16", 4, 4, List.of(Map.of("name", "ssrc", "type", "u24")));
        assertThatThrownBy(() -> sent(words, Map.of("message", "report", "values", Map.of("ssrc", 42)), Map.of()))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.ZH))
                            .isEqualTo("(java): 报文 report 共 7 字节，其长度字段无法表示；请检查 length-plus，以及长度字段的类型、scale 和 offset");
                    assertThat(e.message(Language.EN))
                            .isEqualTo("(java): message report has 7 bytes, which its length field cannot say; check"
                                    + " length-plus, and the type, scale and offset of the length field");
                });
    }

    /** Half bytes, one of them too many; and below zero, where a number with a sign may go. */
    @Test
    void aLengthThatIsNoNumberOfBytesIsAFault() {
        List<SignalSpec> n = List.of(signal("report", "n", "number"));
        List<Map<String, String>> fields = List.of(Map.of("name", "n", "type", "u8"));
        assertThat(heard(lengths("u8", 0.5, 0, fields), n, "80 C9 09 07 80 C9 08 07")
                        .lines())
                .containsExactly("length: a length of 4.5 bytes, message report has 4: check length-plus", "n=7");
        assertThat(heard(lengths("i8", -1, 0, fields), n, "80 C9 04 07 80 C9 FC 07")
                        .lines())
                .containsExactly("length: a length of -4 bytes, message report has 4: check length-plus", "n=7");
    }

    private static Map<String, Object> lengths(
            String type, double scale, int offset, List<Map<String, String>> fields) {
        return Map.of(
                "start",
                "80 C9",
                "header",
                List.of(Map.of("name", "length", "type", type, "scale", scale, "offset", offset)),
                "length-field",
                "length",
                "messages",
                Map.of("report", Map.of("fields", fields)));
    }

    private static Map<String, Object> field(Map<String, ?> field) {
        return Map.of("start", "01", "messages", Map.of("m", Map.of("fields", List.of(field))));
    }

    @Test
    void bitsHaveAScaleOfTheirOwn() {
        Map<String, Object> channel = field(Map.of(
                "type",
                "u16",
                "bits",
                Map.of("angle", Map.of("mask", "0x0FFF", "scale", 0.1, "offset", -10), "fault", "0x1000")));
        assertThat(heard(channel, List.of(signal("m", "angle", "number"), signal("m", "fault", "flag")), "01 13 87")
                        .lines())
                .containsExactly("angle=80.3", "fault=true");
        Map<String, Object> command = Map.of("message", "m", "values", Map.of("angle", "{angle}", "fault", true));
        assertThat(sent(channel, command, Map.of("angle", "80.3"))).isEqualTo("01 13 87");
        assertThatThrownBy(() -> sent(channel, command, Map.of("angle", "399.6")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field angle: 4096 does not fit the mask 0xFFF");
    }

    @Test
    void whatWouldHaveNoEffectIsRefused() {
        refused(
                field(Map.of("type", "u16", "bits", Map.of("angle", "0x0FFF"), "scale", 0.1)),
                "messages.m.fields[0]: scale 不能与 bits 同写；请写在各自的掩码旁，如 bits: {angle: {mask: 0x0FFF, scale: 0.1}}",
                "messages.m.fields[0]: scale cannot stand beside bits; write it beside its mask, as in bits: {angle:"
                        + " {mask: 0x0FFF, scale: 0.1}}");
        refused(
                field(Map.of("skip", 2, "offset", 1)),
                "messages.m.fields[0]: offset 不能与 skip 同写；跳过的字节没有值，请删去",
                "messages.m.fields[0]: offset cannot stand beside skip; bytes that are skipped have no value: leave it out");
        refused(
                field(Map.of("type", "u16", "bits", Map.of("angle", Map.of("mask", 1, "scle", 0.1)))),
                "messages.m.fields[0].bits.angle: 不认识键 \"scle\"；是否应为 \"scale\"",
                "messages.m.fields[0].bits.angle: unknown key \"scle\"; did you mean \"scale\"");
    }

    /** Dynamixel protocol 1.0, with its inverted sum, and a frame of fixed length with end bytes. */
    @Test
    void framesNeedNoLengthField() {
        Map<String, Object> ping = Map.of(
                "start",
                "FF FF",
                "header",
                List.of(Map.of("name", "id", "type", "u8"), Map.of("name", "length", "type", "u8")),
                "check",
                "SUM-8/INVERTED",
                "check-from",
                2,
                "messages",
                Map.of("ping", Map.of("fields", List.of(Map.of("name", "instruction", "type", "u8")))));
        assertThat(heard(ping, List.of(signal("ping", "id", "number")), "FF FF 01 02 01 FB")
                        .lines())
                .containsExactly("id=1");
        Map<String, Object> ended = Map.of(
                "start", "68",
                "end", "0D0A",
                "messages",
                        Map.of("x", Map.of("fields", List.of(Map.of("skip", 1), Map.of("name", "n", "type", "u24")))));
        List<SignalSpec> n = List.of(signal("x", "n", "number"));
        assertThat(heard(ended, n, "68 00 01 02 03 0D 0A 68 00 01 02 03 0D 0B 68 00 00 00 04 0D 0A")
                        .lines())
                .containsExactly("n=66051", "syntax: other end bytes", "n=4");
    }

    /** UBX-ACK-ACK for CFG-MSG and the poll of UBX-MON-VER, as receivers of u-blox send and take them. */
    @Test
    void readsAndWritesUbx() {
        Map<String, Object> ubx = Map.of(
                "start",
                "B5 62",
                "byte-order",
                "little",
                "header",
                List.of(
                        Map.of("name", "class", "type", "u8"),
                        Map.of("name", "id", "type", "u8"),
                        Map.of("name", "length", "type", "u16")),
                "length-field",
                "length",
                "length-plus",
                8,
                "check",
                "FLETCHER-16/UBX",
                "check-from",
                2,
                "messages",
                Map.of(
                        "ack",
                        Map.of(
                                "when",
                                Map.of("class", 5, "id", 1),
                                "fields",
                                List.of(Map.of("name", "of", "type", "u8"), Map.of("skip", 1))),
                        "version",
                        Map.of("when", Map.of("class", 10, "id", 4))));
        assertThat(heard(ubx, List.of(signal("ack", "of", "number")), "B5 62 05 01 02 00 06 01 0F 38")
                        .lines())
                .containsExactly("of=6");
        assertThat(sent(ubx, Map.of("message", "version"), Map.of())).isEqualTo("B5 62 0A 04 00 00 0E 34");
    }

    /** The ping of Dynamixel protocol 2.0 again, its CRC-16/UMTS by parameters. */
    @Test
    void aCheckMayBeGivenByItsParameters() {
        Map<String, Object> own = new HashMap<>(DYNAMIXEL);
        own.put("check", Map.of("width", 16, "poly", "0x8005"));
        assertThat(sent(own, Map.of("message", "ping", "values", Map.of("id", "1")), Map.of()))
                .isEqualTo("FF FF FD 00 01 03 00 01 19 4E");
        String remedy = " {width: 16, poly: 0x8005, init: 0xFFFF, reflect-in: true, reflect-out: true, xor: 0}";
        refused(
                with("check", Map.of("width", 12, "poly", 15)),
                "check: 需要 poly，以及为 8、16、24 或 32 的 width；例如" + remedy,
                "check: needs a poly, and a width that is 8, 16, 24 or 32; for example" + remedy);
        refused(
                with("check", Map.of("width", 8, "poly", "0x107")),
                "check: poly 的值 263 不是 8 位的数；例如" + remedy,
                "check: poly: 263 does not have 8 bits; for example" + remedy);
        refused(
                with("check", Map.of("width", 8, "poly", 7, "reflect-in", "yes")),
                "check: reflect-in 的值 yes 无效；请写 true 或 false",
                "check: reflect-in cannot be yes; write true or false");
        refused(
                with("check", Map.of("width", 8, "poly", 7, "inti", 7)),
                "check: 不认识键 \"inti\"；是否应为 \"init\"",
                "check: unknown key \"inti\"; did you mean \"init\"");
    }

    @Test
    void kindsAreToldApartAndValuesScaled() {
        String frame = "AA 55 08 01 D2 04 01 03 BF 80 00 00 ";
        String check = "%04X".formatted(crc(frame.substring(6)));
        String whole = frame + check.substring(2) + check.substring(0, 2);
        assertThat(heard(POD, STATUS, whole).lines()).containsExactly("depth=7.34", "leak=true", "mode=3", "load=-1");
        assertThat(status("7.34", "true", "3", "-1").replace(" ", "")).isEqualTo(whole.replace(" ", ""));
        assertThat(sent(POD, Map.of("message", "go", "values", Map.of("depth", "{d}")), Map.of("d", "-4.004")))
                .startsWith("AA 55 02 10 70 FE ");
    }

    private static long crc(String hex) {
        byte[] covered = bytes(hex).payload();
        return new Crc(16, 0x1021, 0xFFFF, false, 0).of(covered, 0, covered.length);
    }

    @ParameterizedTest
    @CsvSource({
        "u8, 255, FF",
        "i8, -128, 80",
        "u16, 4660, 12 34",
        "i16, -2, FF FE",
        "u24, 16777215, FF FF FF",
        "i24, -8388608, 80 00 00",
        "u32, 4294967295, FF FF FF FF",
        "i32, -2147483648, 80 00 00 00",
        "u64, 9007199254740991, 00 1F FF FF FF FF FF FF",
        "i64, -1, FF FF FF FF FF FF FF FF",
        "f32, 1.5, 3F C0 00 00",
        "f32, 5.1, 40 A3 33 33",
        "f32, 0.1, 3D CC CC CD",
        "f32, 134219000, 4D 00 00 50",
        "f64, -0.1, BF B9 99 99 99 99 99 9A",
    })
    void everyTypeIsReadAndWritten(String type, String value, String hex) {
        Map<String, Object> channel = Map.of(
                "start", "01", "messages", Map.of("m", Map.of("fields", List.of(Map.of("name", "v", "type", type)))));
        assertThat(sent(channel, Map.of("message", "m", "values", Map.of("v", value)), Map.of()))
                .isEqualTo("01 " + hex);
        Map<String, Object> little = new HashMap<>(channel);
        little.put("byte-order", "little");
        List<String> swapped = new ArrayList<>(List.of(hex.split(" ")));
        Collections.reverse(swapped);
        for (Heard heard : List.of(
                heard(channel, List.of(signal("m", "v", "number")), "01 " + hex),
                heard(little, List.of(signal("m", "v", "number")), "01 " + String.join(" ", swapped)))) {
            assertThat(heard.lines()).hasSize(1);
            assertThat(Double.parseDouble(heard.lines().get(0).substring(2))).isEqualTo(Double.parseDouble(value));
        }
    }

    @Test
    void whatIsNoFrameIsKeptAndCounted() {
        String good = status("1", "false", "0", "0");
        String broken = good.substring(0, good.length() - 2) + (good.endsWith("00") ? "01" : "00");
        String tooLong = good.replaceFirst("AA 55 08", "AA 55 3A");
        Heard heard = heard(
                POD,
                List.of(signal("status", "depth", "number")),
                "00 55 " + good + broken + "AA" + good + tooLong + good + good.substring(0, 20) + good);
        assertThat(heard.lines().stream().map(line -> line.replaceAll(": given.*", "")))
                .containsExactly(
                        "syntax: not a frame",
                        "depth=1",
                        "checksum",
                        "syntax: not a frame",
                        "depth=1",
                        "length: a length of 64 bytes, message status has 14: check length-plus",
                        "depth=1",
                        "checksum",
                        "depth=1");
        assertThat(heard.frames()).isEqualTo(9);
    }

    @Test
    void kindsThatAreNotDeclaredAreFramesWithoutValues() {
        String frame = "AA 55 01 7F 09";
        String check = "%04X".formatted(crc(frame.substring(6)));
        Heard heard = heard(POD, STATUS, frame + check.substring(2) + check.substring(0, 2));
        assertThat(heard.frames()).isEqualTo(1);
        assertThat(heard.lines()).isEmpty();
    }

    @Test
    void aFloatThatIsNoNumberIsAnErrorOfItsValue() {
        Map<String, Object> channel = Map.of(
                "start", "01", "messages", Map.of("m", Map.of("fields", List.of(Map.of("name", "v", "type", "f32")))));
        Heard heard = heard(channel, List.of(signal("m", "v", "number")), "01 7F C0 00 00");
        assertThat(heard.lines()).containsExactly("value: v is not a finite number, or a whole one beyond 53 bits");
        assertThat(heard.valueless()).containsExactly("v");
    }

    /** 2^53 is the same double as 2^53 + 1. */
    @ParameterizedTest
    @CsvSource({
        "u64, 1, 00 20 00 00 00 00 00 00, false",
        "u64, 1, FF FF FF FF FF FF FF FF, false",
        "i64, 1, FF DF FF FF FF FF FF FF, false",
        "i64, 1, FF E0 00 00 00 00 00 01, true",
        "u64, 1000, 00 00 08 31 26 E9 78 D4, true",
        "u64, 1000, 00 00 08 31 26 E9 78 D5, false",
        "u64, 1e-9, 17 D8 E0 27 C2 A9 48 01, true",
    })
    void aWholeNumberIsReadAsFarAsItIsExact(String type, String scale, String hex, boolean read) {
        Map<String, Object> channel = Map.of(
                "start",
                "01",
                "messages",
                Map.of("m", Map.of("fields", List.of(Map.of("name", "v", "type", type, "scale", scale)))));
        List<String> lines = heard(channel, List.of(signal("m", "v", "number"), signal("m", "v", "flag")), "01 " + hex)
                .lines();
        assertThat(lines).hasSize(2).endsWith("v=true");
        if (read) {
            assertThat(lines.get(0)).startsWith("v=");
        } else {
            assertThat(lines.get(0)).isEqualTo("value: v is not a finite number, or a whole one beyond 53 bits");
        }
    }

    @Test
    void aWholeNumberIsWrittenExactlyHoweverLongItIs() {
        Map<String, Object> channel = Map.of(
                "start", "01", "messages", Map.of("m", Map.of("fields", List.of(Map.of("name", "v", "type", "u64")))));
        assertThat(sent(channel, Map.of("message", "m", "values", Map.of("v", "18446744073709551615")), Map.of()))
                .isEqualTo("01 FF FF FF FF FF FF FF FF");
    }

    /** Seeded: garbage, frames, frames with a byte changed; cut anywhere, the same is heard and no byte is lost. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void cutsBetweenReadsChangeNothing(int seed) {
        Random random = new Random(seed);
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            String frame = status(
                    String.valueOf(random.nextInt(600) / 100.0),
                    "" + random.nextBoolean(),
                    "" + random.nextInt(16),
                    "1");
            int kind = random.nextInt(4);
            if (kind == 0) {
                int at = 3 * random.nextInt(14);
                frame = frame.substring(0, at) + "AA" + frame.substring(at + 2);
            } else if (kind == 1) {
                frame = frame.substring(0, 3 * random.nextInt(14)) + "55 AA";
            }
            hex.append(frame).append(' ');
        }
        byte[] all = bytes(hex.toString()).payload();
        Heard whole = new Heard();
        decoder(POD, STATUS).decode(1, Packet.of(all), whole);
        Heard cut = new Heard();
        Decoder decoder = decoder(POD, STATUS);
        for (int at = 0; at < all.length; ) {
            int next = Math.min(all.length, at + 1 + random.nextInt(20));
            decoder.decode(1, Packet.of(Arrays.copyOfRange(all, at, next)), cut);
            at = next;
        }
        assertThat(cut.lines()).isEqualTo(whole.lines());
        assertThat(cut.frames()).isEqualTo(whole.frames()).isGreaterThan(250);
        String stream = new String(all, StandardCharsets.ISO_8859_1);
        assertThat(stream).startsWith(cut.bytes());
        assertThat(stream.length() - cut.bytes().length()).isLessThanOrEqualTo(128);
        assertThat(cut.lines().stream().filter(line -> line.startsWith("load=")).count())
                .isGreaterThan(140);
    }

    /** Of 40 bytes 18 came; the rest might still come when the next frames do. */
    @Test
    void framesThatHadToWaitHaveTheTimeAtWhichTheyCame() {
        Heard heard = new Heard();
        Decoder decoder = decoder(POD, List.of(signal("status", "depth", "number")));
        decoder.decode(5, bytes("AA 55 22 7F" + "00".repeat(14)), heard);
        assertThat(decoder.holdsBackSince()).isEmpty();
        for (int depth = 1; depth <= 3; depth++) {
            decoder.decode(10 * depth, bytes(status("" + depth, "false", "0", "0")), heard);
            assertThat(heard.frames()).isEqualTo(depth == 1 ? 0 : depth + 1);
            assertThat(decoder.holdsBackSince()).isEqualTo(depth == 1 ? OptionalLong.of(10) : OptionalLong.empty());
        }
        decoder.decode(40, bytes("AA 55"), heard);
        decoder.broken(50, heard);
        assertThat(heard.times()).containsExactly(5L, 10L, 20L, 30L, 40L);
        assertThat(heard.lines().get(0)).startsWith("checksum: ");
        assertThat(heard.lines().subList(1, 5))
                .containsExactly("depth=1", "depth=2", "depth=3", "syntax: cut off with the connection");
    }

    /** Of 64 bytes 18 came; three frames later the rest might still come, had the connection not ended. */
    @Test
    void framesThatWaitAreHeardWhereTheConnectionEnds() {
        Heard heard = new Heard();
        Decoder decoder = decoder(POD, List.of(signal("status", "depth", "number")));
        decoder.decode(5, bytes("AA 55 3A 7F" + "00".repeat(14)), heard);
        for (int depth = 1; depth <= 3; depth++) {
            decoder.decode(10 * depth, bytes(status("" + depth, "false", "0", "0")), heard);
        }
        decoder.decode(40, bytes("AA 55"), heard);
        assertThat(heard.frames()).isZero();
        assertThat(decoder.holdsBackSince()).isEqualTo(OptionalLong.of(10));
        decoder.broken(50, heard);
        assertThat(heard.times()).containsExactly(5L, 10L, 20L, 30L, 40L);
        assertThat(heard.lines())
                .containsExactly(
                        "syntax: cut off with the connection",
                        "depth=1",
                        "depth=2",
                        "depth=3",
                        "syntax: cut off with the connection");
        assertThat(decoder.holdsBackSince()).isEmpty();
    }

    @Test
    void aBabblingDeviceIsCutIntoPieces() {
        Heard heard = heard(POD, STATUS, "00".repeat(1000));
        assertThat(heard.frames()).isEqualTo(15);
        assertThat(heard.lines()).containsOnly("syntax: not a frame");
        assertThat(heard(POD, STATUS, "AA 55".repeat(1000)).lines())
                .hasSizeGreaterThan(900)
                .allMatch(line -> line.startsWith("length"));
    }

    @Test
    void seededValuesComeBack() {
        Random random = new Random(42);
        IntStream.range(0, 500).forEach(i -> {
            int depth = random.nextInt(65536) - 32768;
            String shown =
                    BigDecimal.valueOf(depth, 2).subtract(BigDecimal.valueOf(5)).toPlainString();
            double load = random.nextInt(1_000_000) / 1e6;
            int mode = random.nextInt(16);
            List<String> lines =
                    heard(POD, STATUS, status(shown, "1", "" + mode, "" + load)).lines();
            assertThat(lines).hasSize(4).contains("leak=true", "mode=" + mode);
            assertThat(Double.parseDouble(lines.get(0).substring(6))).isEqualTo(Double.parseDouble(shown));
            assertThat(Double.parseDouble(lines.get(3).substring(5))).isEqualTo(load);
        });
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> changed = new HashMap<>(POD);
        changed.put(key, value);
        return changed;
    }

    private static void refused(Map<String, ?> channel, String zh, String en) {
        assertThatThrownBy(() -> decoder(channel, STATUS)).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.ZH)).isEqualTo("(java): " + zh);
            assertThat(e.message(Language.EN)).isEqualTo("(java): " + en);
        });
    }

    @Test
    void badSettingsAreSaid() {
        refused(
                with("start", "AA 5"),
                "start 的值 AA 5 不是字节；请写十六进制，如 AA 55",
                "start: AA 5 is not bytes; write hexadecimal digits, such as AA 55");
        refused(
                with("check", "CRC-16/MODBU"),
                "没有名为 CRC-16/MODBU 的校验；是否应为 \"CRC-16/MODBUS\"",
                "there is no check CRC-16/MODBU; did you mean \"CRC-16/MODBUS\"");
        refused(
                with("length-field", "lenght"),
                "帧头中没有名为 lenght 的整数字段；是否应为 \"length\"",
                "the header has no whole number lenght; did you mean \"length\"");
        refused(
                with("max-length", 10),
                "报文 status 有 14 字节；请将 max-length 至少设为 14",
                "message status has 14 bytes; set max-length to at least 14");
        refused(
                with("header", List.of(Map.of("name", "a", "type", "u9"))),
                "header[0]: type 的值 \"u9\" 无效；是否应为 \"u8\"",
                "header[0]: \"u9\" is not a type; did you mean \"u8\"");
        refused(
                with("header", List.of(Map.of("name", "a", "type", "u8", "scale", "1e999999999"))),
                "header[0]: scale 的值 1e999999999 不是数；请写如 12、0.01 或 0x1F 的数",
                "header[0]: scale: 1e999999999 is not a number; write a number such as 12, 0.01 or 0x1F");
        refused(
                with("header", List.of(Map.of("nam", "a"))),
                "header[0]: 不认识键 \"nam\"；是否应为 \"name\"",
                "header[0]: unknown key \"nam\"; did you mean \"name\"");
        refused(
                with("messages", Map.of("a", Map.of("when", Map.of("id", 300)))),
                "messages.a.when: 字段 id: 300 超出 u8 的范围；请写该字段能表示的值",
                "messages.a.when: field id: 300 is beyond the range of u8; write a value that the field can hold");
    }

    /** Of many fields in many lines one is wrong. */
    @ParameterizedTest
    @CsvSource({
        "messages.m.fields[1].type, u9",
        "messages.m.fields[1].scale, 0",
        "messages.m.fields[1].offset, x",
        "messages.m.fields[1].nam, a",
        "messages.m.fields[1].name, a",
    })
    void aBadValueIsSaidWhereItStands(String path, String value) {
        Map<String, Object> second = new HashMap<>(Map.of("name", "b", "type", "i16"));
        second.put(path.substring(path.lastIndexOf('.') + 1), value);
        List<?> fields = List.of(Map.of("name", "a", "type", "u8"), second);
        Map<String, Place> places =
                Map.of("messages", new Place("device.yaml", 7, 5), path, new Place("device.yaml", 12, 34));
        Settings settings = new Settings(
                with("messages", Map.of("m", Map.of("fields", fields))),
                places,
                Place.of("device.yaml"),
                new Secrets(name -> null));
        assertThatThrownBy(() ->
                        new BinaryCodec().decoder(new ChannelSpec("c", "device", "t", "binary", settings), List.of()))
                .hasMessageStartingWith("device.yaml:12:34: messages.m.fields[1]: ");
    }

    private static Map<String, Object> kinds(Map<String, ?> first, Map<String, ?> second) {
        Map<String, Object> messages = new LinkedHashMap<>();
        List<Map<String, String>> fields = List.of(Map.of("name", "n", "type", "u8"));
        messages.put("first", Map.of("when", first, "fields", fields));
        messages.put("second", Map.of("when", second, "fields", fields));
        List<Map<String, String>> header =
                List.of(Map.of("name", "id", "type", "u8"), Map.of("name", "mode", "type", "u8"));
        return Map.of("start", "3C", "header", header, "messages", messages);
    }

    private static Map<String, Object> ordered(String one, int number, String other, int another) {
        Map<String, Object> when = new LinkedHashMap<>();
        when.put(one, number);
        when.put(other, another);
        return when;
    }

    @Test
    void theKindThatAsksForMoreIsFoundFirst() {
        List<SignalSpec> signals = List.of(
                Heard.signal("wide", Map.of("message", "first", "field", "n")),
                Heard.signal("narrow", Map.of("message", "second", "field", "n")));
        Heard heard = new Heard();
        decoder(kinds(Map.of("id", 1), Map.of("id", 1, "mode", 2)), signals)
                .decode(1, bytes("3C 01 02 07 3C 01 00 08"), heard);
        assertThat(heard.lines()).containsExactly("narrow=7", "wide=8");
    }

    @Test
    void theSameConditionsInAnotherOrderAreRefused() {
        assertThatThrownBy(() -> decoder(kinds(ordered("id", 1, "mode", 2), ordered("mode", 2, "id", 1)), List.of()))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "(java): messages.second: cannot be told from message first; write different values in when");
    }

    @Test
    void kindsThatCannotBeToldApartAreRefused() {
        assertThatThrownBy(() -> decoder(with("messages", Map.of("a", Map.of(), "b", Map.of())), List.of()))
                .isInstanceOf(InputException.class)
                .hasMessageMatching(
                        "\\(java\\): messages.[ab]: cannot be told from message [ab]; write different values in when");
    }

    @Test
    void commandsNeedAValueForEachField() {
        assertThatThrownBy(() -> sent(POD, Map.of("message", "go"), Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessage("(java): there is no value for depth; write a value for each field in values");
        assertThatThrownBy(() -> sent(POD, Map.of("message", "go", "values", Map.of("depth", 400)), Map.of()))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.ZH)).isEqualTo("(java): 字段 depth: 40000 超出 i16 的范围；请写该字段能表示的值");
                    assertThat(e.message(Language.EN))
                            .isEqualTo(
                                    "(java): field depth: 40000 is beyond the range of i16; write a value that the field"
                                            + " can hold");
                });
        for (String word : List.of("deep", "NaN", "", "٥", "1e999999999")) {
            assertRefused(
                    () -> sent(POD, Map.of("message", "go", "values", Map.of("depth", "{d}")), Map.of("d", word)),
                    "字段 depth: “" + word + "”不是数；请写十进制数、true 或 false",
                    "field depth: \"" + word + "\" is not a number; write a decimal number, true or false");
        }
    }
}
