package org.plumbline.mavlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.channel.Refused.assertRefused;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

class MavlinkCodecTest {

    private static final ChannelSpec CHANNEL = Heard.channel("mavlink", Map.of());
    private static final Instant SENT = Instant.parse("2026-11-26T00:00:00Z");
    private static final SignalSpec MODE = signal("mode", "HEARTBEAT", "custom_mode");
    private static final SignalSpec LOST = signal("lost", "*", "lost");

    private static SignalSpec signal(String name, String message, String field) {
        return Heard.signal(name, Map.of("message", message, "field", field));
    }

    private static SignalSpec inUnit(String message, String field, String unit) {
        return new SignalSpec(
                "x",
                "c",
                Unit.of(unit).orElseThrow(),
                null,
                null,
                Settings.of(Map.of("message", message, "field", field)));
    }

    private static Decoder decoder(SignalSpec... signals) {
        return new MavlinkCodec().decoder(CHANNEL, List.of(signals));
    }

    private static List<String> heard(byte[] bytes, SignalSpec... signals) {
        Heard heard = new Heard();
        decoder(signals).decode(1, Packet.of(bytes), heard);
        return heard.lines();
    }

    /** As a device would send it. */
    private static byte[] sent(int version, int sequence, String message, Map<String, ?> fields) {
        return sent(version, sequence, new Source(1, 1), message, fields);
    }

    private static byte[] sent(int version, int sequence, Source from, String message, Map<String, ?> fields) {
        byte[] payload = new byte[255];
        var buffer = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        MessageDefinition definition = Definitions.message(message).orElseThrow();
        fields.forEach((name, value) ->
                MavlinkEncoder.put(buffer, definition.field(name).orElseThrow(), value, Map.of()));
        return MavlinkFrame.of(version, 0, sequence, from.system(), from.component(), definition, payload)
                .bytes();
    }

    private static byte[] heartbeat(int sequence, int mode) {
        return sent(2, sequence, "HEARTBEAT", Map.of("custom_mode", mode, "mavlink_version", 3));
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        copy[at] ^= 0x10;
        return copy;
    }

    @Nested
    class Signals {

        @ParameterizedTest
        @CsvSource({
            "SCALED_PRESSURE2,    press_abs,       1519.3,     hPa,  1519.3",
            "SCALED_PRESSURE2,    press_abs,       1519.3,     kPa,  151.93",
            "SCALED_PRESSURE2,    temperature,     1241,       degC, 12.41",
            "SCALED_PRESSURE2,    time_boot_ms,    4294967295, s,    4294967.295",
            "GLOBAL_POSITION_INT, lat,             361234567,  deg,  36.1234567",
            "GLOBAL_POSITION_INT, vx,              -35,        m/s,  -0.35",
            "SYS_STATUS,          voltage_battery, 14800,      V,    14.8",
            "SYS_STATUS,          battery_remaining, 76,       %,    76",
            "SCALED_IMU2,         xacc,            -7,         1,    -7",
            "VFR_HUD,             heading,         90,         deg,  90",
        })
        void areInTheirUnit(String message, String field, String raw, String unit, String value) {
            assertThat(heard(sent(2, 0, message, Map.of(field, raw)), inUnit(message, field, unit)))
                    .containsExactly("x=" + value);
        }

        @Test
        void areOfOneSenderOneElementAndOneMeaning() {
            byte[] battery = sent(2, 0, "BATTERY_STATUS", Map.of("id", 1, "voltages", List.of(4100, 4200)));
            Map<String, Object> cell =
                    new HashMap<>(Map.of("message", "BATTERY_STATUS", "field", "voltages", "index", 1));
            SignalSpec any = new SignalSpec("any", "c", Unit.of("V").orElseThrow(), null, null, Settings.of(cell));
            cell.put("where", Map.of("id", 2));
            SignalSpec other = new SignalSpec("other", "c", Unit.of("V").orElseThrow(), null, null, Settings.of(cell));
            SignalSpec elsewhere =
                    Heard.signal("elsewhere", Map.of("message", "*", "field", "seq", "system", 1, "component", 2));
            assertThat(heard(battery, any, other, elsewhere)).containsExactly("any=4.2");
        }

        private static List<String> uid(long uid, SignalSpec signal) {
            ByteBuffer payload = ByteBuffer.allocate(255).order(ByteOrder.LITTLE_ENDIAN);
            MessageDefinition definition =
                    Definitions.message("AUTOPILOT_VERSION").orElseThrow();
            payload.putLong(definition.field("uid").orElseThrow().offset(), uid);
            return heard(
                    MavlinkFrame.of(2, 0, 0, 1, 1, definition, payload.array()).bytes(), signal);
        }

        /** 2^53 is the same double as 2^53 + 1. */
        @ParameterizedTest
        @CsvSource({
            "1FFFFFFFFFFFFF, x=9007199254740991",
            "20000000000000, value: 9007199254740992 has more than 53 bits",
            "FFFFFFFFFFFFFFFF, value: 18446744073709551615 has more than 53 bits",
        })
        void areNotTakenForTheirNeighbours(String uid, String line) {
            assertThat(uid(Long.parseUnsignedLong(uid, 16), signal("x", "AUTOPILOT_VERSION", "uid")))
                    .containsExactly(line.replace("x=9007199254740991", "x=" + Quantity.plain(0x1FFFFFFFFFFFFFL)));
        }

        @Test
        void maskedAreReadHoweverLongTheyAre() {
            assertThat(uid(
                            0xABCD_0000_0000_0001L,
                            Heard.signal(
                                    "x",
                                    Map.of(
                                            "message",
                                            "AUTOPILOT_VERSION",
                                            "field",
                                            "uid",
                                            "mask",
                                            "0xFFFF000000000000"))))
                    .containsExactly("x=43981");
        }

        @ParameterizedTest
        @CsvSource({
            "9007199254740993, 9007199254740993, true",
            "9007199254740993, 9007199254740992, false",
            "18446744073709551615, 18446744073709551615, true",
            "18446744073709551615, 18446744073709551614, false",
            "5, 5.0, true",
            "5, 5.5, false",
            "5, NaN, false",
        })
        void areSelectedByEveryDigit(String uid, String where, boolean selected) {
            SignalSpec vendor = Heard.signal(
                    "vendor",
                    Map.of("message", "AUTOPILOT_VERSION", "field", "vendor_id", "where", Map.of("uid", where)));
            assertThat(uid(Long.parseUnsignedLong(uid), vendor)).isEqualTo(selected ? List.of("vendor=0") : List.of());
        }

        @Test
        void thatAreNotAvailableOrInfinite() {
            byte[] nothing = sent(2, 0, "NAMED_VALUE_FLOAT", Map.of("name", "Lights1", "value", "NaN"));
            assertThat(heard(
                            nothing,
                            signal("v", "NAMED_VALUE_FLOAT", "value"),
                            signal("n", "NAMED_VALUE_FLOAT", "name")))
                    .containsExactly("n='Lights1'");
            byte[] payload = HexFormat.of().parseHex("00000000" + "0000807F" + "41".repeat(10));
            byte[] infinite = MavlinkFrame.of(2, 0, 0, 1, 1, Definitions.message(251), payload)
                    .bytes();
            assertThat(heard(infinite, signal("v", "NAMED_VALUE_FLOAT", "value")))
                    .containsExactly("value: NAMED_VALUE_FLOAT.value is infinite");
        }

        /** A question is answered by them. */
        @Test
        void areToldAlsoWhereTheirMessageHasNoValue() {
            Heard heard = new Heard();
            for (String value : List.of("0000C07F", "0000807F")) {
                byte[] payload = HexFormat.of().parseHex("00000000" + value + "41".repeat(10));
                decoder(named("A".repeat(10)), named("B"), MODE)
                        .decode(
                                1,
                                Packet.of(MavlinkFrame.of(2, 0, 0, 1, 1, Definitions.message(251), payload)
                                        .bytes()),
                                heard);
            }
            assertThat(heard.valueless()).containsExactly("A".repeat(10), "A".repeat(10));
        }

        private SignalSpec named(String name) {
            return Heard.signal(
                    name, Map.of("message", "NAMED_VALUE_FLOAT", "field", "value", "where", Map.of("name", name)));
        }

        private SignalSpec masked(String name, String message, String field, String mask, String... type) {
            Map<String, Object> settings = new HashMap<>(Map.of("message", message, "field", field, "mask", mask));
            List.of(type).forEach(word -> settings.put("type", word));
            return Heard.signal(name, settings);
        }

        /** A heartbeat of rust-mavlink's tests: base_mode is 0x59. */
        @Test
        void areBitsOfAPublishedBaseMode() {
            byte[] beat = HexFormat.ofDelimiter(" ").parseHex("FE 09 EF 01 02 00 05 00 00 00 02 03 59 03 03 1F 50");
            assertThat(heard(
                            beat,
                            masked("armed", "HEARTBEAT", "base_mode", "MAV_MODE_FLAG_SAFETY_ARMED", "bit"),
                            masked("manual", "HEARTBEAT", "base_mode", "0x40", "bit"),
                            masked("low", "HEARTBEAT", "base_mode", "0x0F"),
                            masked("middle", "HEARTBEAT", "base_mode", "24")))
                    .containsExactly("armed=false", "manual=true", "low=9", "middle=3");
        }

        @Test
        void areBitsOfWholeNumbersOfEverySize() {
            assertThat(heard(
                            sent(2, 0, "AUTOPILOT_VERSION", Map.of("flight_sw_version", 0xFF0102FFL, "uid", 0x1p63)),
                            masked("major", "AUTOPILOT_VERSION", "flight_sw_version", "0xFF000000"),
                            masked("patch", "AUTOPILOT_VERSION", "flight_sw_version", "0xFF00"),
                            masked("top", "AUTOPILOT_VERSION", "uid", "0x8000000000000000", "bit")))
                    .containsExactly("major=255", "patch=2", "top=true");
            assertThat(heard(sent(2, 0, "RAW_IMU", Map.of("xacc", -2)), masked("x", "RAW_IMU", "xacc", "0xFF00")))
                    .containsExactly("x=255");
        }

        /** Each with the nearest number that is a value. */
        @ParameterizedTest
        @CsvSource({
            "SYS_STATUS,            battery_remaining, -1,          0",
            "SYS_STATUS,            voltage_battery,   65535,       65534",
            "BATTERY_STATUS,        temperature,       32767,       32766",
            "BATTERY_STATUS,        time_remaining,    0,           1",
            "GLOBAL_POSITION_INT,   hdg,               65535,       0",
            "GPS_RAW_INT,           satellites_visible, 255,        0",
            "GPS_RAW_INT,           yaw,               65535,       36000",
            "GPS_RAW_INT,           yaw,               0,           1",
            "GPS_INPUT,             hdop,              65535,       65534.5",
            "CAMERA_FOV_STATUS,     lat_image,         -2147483648, -2147483647",
            "GENERATOR_STATUS,      runtime,           4294967295,  4294967294",
            "OPEN_DRONE_ID_LOCATION, height,           -1000,       -999.5",
            "OPEN_DRONE_ID_LOCATION, timestamp,        65535,       3599.5",
            "ALTITUDE,              bottom_clearance,  -0.5,        0",
        })
        void areNoneWhereTheDefinitionsCallTheNumberInvalid(String message, String field, String none, String value) {
            SignalSpec signal = signal("x", message, field);
            FieldDefinition definition =
                    Definitions.message(message).orElseThrow().field(field).orElseThrow();
            SignalSpec inUnit = FieldUnit.of(definition.unit())
                    .map(unit -> inUnit(message, field, unit.unit().toString()))
                    .orElse(signal);
            assertThat(heard(sent(2, 0, message, Map.of(field, none)), inUnit)).isEmpty();
            assertThat(heard(sent(2, 0, message, Map.of(field, value)), inUnit)).hasSize(1);
        }

        private List<String> elements(String message, String field, String unit, Object... values) {
            SignalSpec[] signals = new SignalSpec[values.length];
            for (int i = 0; i < values.length; i++) {
                Map<String, Object> settings = Map.of("message", message, "field", field, "index", i);
                signals[i] =
                        new SignalSpec("x" + i, "c", Unit.of(unit).orElseThrow(), null, null, Settings.of(settings));
            }
            return heard(sent(2, 0, message, Map.of(field, List.of(values))), signals);
        }

        @Test
        void areNoneInArrays() {
            assertThat(elements("BATTERY_STATUS", "voltages", "V", 4100, 4200, 65535, 65535))
                    .containsExactly("x0=4.1", "x1=4.2");
            assertThat(elements("FOLLOW_TARGET", "vel", "m/s", 0, 2, 0)).containsExactly("x0=0", "x1=2", "x2=0");
            assertThat(elements("FOLLOW_TARGET", "vel", "m/s", 0, 0, 0)).isEmpty();
            assertThat(elements("ODOMETRY", "pose_covariance", "1", "NaN", 2, 3))
                    .isEmpty();
            assertThat(elements("ODOMETRY", "pose_covariance", "1", 1, "NaN", 3))
                    .containsExactly("x0=1", "x2=3");
        }

        /** MAVLink 1 sends no extension fields; MAVLink 2 cuts off those that are 0. */
        @Test
        void areNoneOfFieldsThatTheFrameCannotHold() {
            SignalSpec charging = signal("charging", "BATTERY_STATUS", "charge_state");
            assertThat(heard(sent(1, 0, "BATTERY_STATUS", Map.of("id", 1)), charging))
                    .isEmpty();
            assertThat(heard(sent(2, 0, "BATTERY_STATUS", Map.of("id", 1)), charging))
                    .containsExactly("charging=0");
        }

        @Test
        void areNoneForNumbersThatTheirFieldsCanHold() {
            List<FieldDefinition> fields = Definitions.messages().values().stream()
                    .flatMap(message -> message.fields().stream())
                    .filter(field -> !field.invalid().numbers().isEmpty())
                    .toList();
            ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(fields)
                    .hasSizeGreaterThan(200)
                    .allSatisfy(field -> field.invalid().numbers().forEach(number -> {
                        field.type().write(buffer, 0, Named.number(Quantity.plain(number), field.type()));
                        assertThat(field.type().read(buffer, 0)).isEqualTo(number);
                    }));
        }

        @Test
        void ofLostFramesCountAcrossTheWrap() {
            assertThat(heard(joined(heartbeat(254, 1), heartbeat(0, 1), heartbeat(1, 1), heartbeat(5, 1)), LOST))
                    .containsExactly(
                            "lost=0",
                            "lost: 1/1: 255",
                            "lost=1",
                            "lost=1",
                            "lost: 1/1: 2",
                            "lost: 1/1: 3",
                            "lost: 1/1: 4",
                            "lost=4");
        }

        /** Nobody listened meanwhile, and the rest of the frame that was cut is no frame. */
        @Test
        void ofAChannelThatWasDownAreNoLostFrames() {
            Heard heard = new Heard();
            Decoder decoder = decoder(LOST);
            decoder.decode(1, Packet.of(joined(heartbeat(0, 1), heartbeat(2, 1))), heard);
            decoder.decode(2, Packet.of(Arrays.copyOf(heartbeat(3, 1), 15)), heard);
            decoder.broken(3, heard);
            byte[] rest = Arrays.copyOfRange(heartbeat(99, 1), 15, 21);
            decoder.decode(4, Packet.of(joined(rest, heartbeat(100, 1), heartbeat(102, 1))), heard);
            assertThat(heard.lines())
                    .containsExactly(
                            "lost=0",
                            "lost: 1/1: 1",
                            "lost=1",
                            "syntax: not a frame",
                            "syntax: not a frame",
                            "lost=1",
                            "lost: 1/1: 101",
                            "lost=2");
        }

        /** Such as one that counts each kind of message by itself, or does not count. */
        @Test
        void ofASenderThatRepeatsNumbersCannotBeCounted() {
            String[] twice = {"lost=0", "syntax: 1/1: sequence number 0 repeats", "lost=0"};
            byte[] attitude = sent(2, 0, "ATTITUDE", Map.of("roll", 1));
            assertThat(heard(joined(heartbeat(0, 1), attitude), LOST)).containsExactly(twice);
            assertThat(heard(joined(heartbeat(0, 1), heartbeat(0, 2)), LOST)).containsExactly(twice);
            byte[] stuck = new byte[0];
            for (int i = 0; i < 600; i++) {
                stuck = joined(stuck, heartbeat(0, i));
            }
            assertThat(heard(stuck, LOST))
                    .filteredOn(line -> line.equals(twice[1]))
                    .hasSize(599);
            byte[] other = MavlinkFrame.of(
                            2, 0, 0, 1, 2, Definitions.message("HEARTBEAT").orElseThrow(), new byte[9])
                    .bytes();
            assertThat(heard(joined(heartbeat(0, 1), other), LOST))
                    .as("of another component")
                    .containsExactly("lost=0", "lost=0");
            assertThat(heard(joined(heartbeat(10, 1), heartbeat(9, 1), heartbeat(10, 2)), LOST))
                    .as("of a sender that began again")
                    .containsExactly("lost=0", "lost=0", "lost=0");
        }

        @Test
        void ofASenderThatBeginsAgainAreNoLostFrames() {
            assertThat(heard(joined(heartbeat(128, 1), heartbeat(1, 1)), LOST))
                    .as("128 numbers on")
                    .containsExactly("lost=0", "lost=0");
            assertThat(heard(joined(heartbeat(100, 1), heartbeat(0, 1), heartbeat(2, 1)), LOST))
                    .as("and then loses one")
                    .containsExactly("lost=0", "lost=0", "lost: 1/1: 1", "lost=1");
            assertThat(heard(joined(heartbeat(10, 1), heartbeat(0, 1), heartbeat(1, 1), heartbeat(11, 1)), LOST))
                    .as("where it had just begun")
                    .containsExactly("lost=0", "lost=0", "lost=0", "lost=0");
            assertThat(heard(joined(heartbeat(128, 1), heartbeat(0, 1)), LOST))
                    .as("127 of them are missing")
                    .hasSize(129)
                    .endsWith("lost=127");
        }

        @Test
        void ofFramesThatComeLateOrTwiceAreLostAtMostOnce() {
            assertThat(heard(joined(heartbeat(5, 1), heartbeat(7, 1), heartbeat(6, 1), heartbeat(8, 1)), LOST))
                    .containsExactly("lost=0", "lost: 1/1: 6", "lost=1", "lost=1", "lost=1");
            assertThat(heard(joined(heartbeat(5, 1), heartbeat(5, 1), heartbeat(6, 1), heartbeat(5, 1)), LOST))
                    .containsExactly("lost=0", "lost=0", "lost=0", "lost=0");
        }
    }

    @Nested
    class Streams {

        private final byte[] first = heartbeat(0, 1);
        private final byte[] second = heartbeat(1, 2);

        @Test
        void mayBeCutAnywhere() {
            byte[] stream = joined(new byte[] {(byte) 0xFE, 0x55}, first, changed(first, 12), second);
            for (int cut = 0; cut <= stream.length; cut++) {
                Heard heard = new Heard();
                Decoder decoder = decoder(MODE);
                decoder.decode(1, Packet.of(Arrays.copyOf(stream, cut)), heard);
                assertThat(decoder.holdsBackSince()).as("cut at %d", cut).isEmpty();
                decoder.decode(2, Packet.of(Arrays.copyOfRange(stream, cut, stream.length)), heard);
                assertThat(heard.lines())
                        .as("cut at %d", cut)
                        .hasSize(4)
                        .startsWith("syntax: not a frame", "mode=1")
                        .endsWith("mode=2");
                assertThat(heard.lines().get(2)).startsWith("checksum: HEARTBEAT: given ");
                assertThat(heard.bytes()).isEqualTo(new String(stream, StandardCharsets.ISO_8859_1));
            }
        }

        /** The rest of the first frame might still come when the heartbeats do. */
        @Test
        void giveFramesThatHadToWaitTheTimeAtWhichTheyCame() {
            byte[] attitude = sent(2, 0, "ATTITUDE", Map.of("yawspeed", 1));
            assertThat(attitude).hasSize(40);
            Heard heard = new Heard();
            Decoder decoder = decoder(MODE);
            decoder.decode(0, Packet.of(Arrays.copyOf(attitude, 18)), heard);
            for (int second = 1; second <= 4; second++) {
                byte[] heartbeat = heartbeat(second, second);
                decoder.decode(10 * second, Packet.of(Arrays.copyOf(heartbeat, 20)), heard);
                decoder.decode(10 * second + 1, Packet.of(Arrays.copyOfRange(heartbeat, 20, 21)), heard);
                assertThat(heard.frames()).isEqualTo(second == 1 ? 0 : second + 1);
                assertThat(decoder.holdsBackSince())
                        .isEqualTo(second == 1 ? OptionalLong.of(11) : OptionalLong.empty());
            }
            assertThat(heard.times()).containsExactly(0L, 11L, 21L, 31L, 41L);
            assertThat(heard.lines()).containsExactly("syntax: not a frame", "mode=1", "mode=2", "mode=3", "mode=4");
        }

        /** Of 263 bytes 10 came; twelve heartbeats later the rest might still come, had the connection not ended. */
        @Test
        void giveOutTheFramesThatWaitWhereTheConnectionEnds() {
            Heard heard = new Heard();
            Decoder decoder = decoder(MODE);
            decoder.decode(0, Packet.of(HexFormat.of().parseHex("FDFB00000701016E0000")), heard);
            List<Long> times = new ArrayList<>(List.of(0L));
            List<String> lines = new ArrayList<>(List.of("syntax: not a frame"));
            for (int second = 1; second <= 12; second++) {
                decoder.decode(second, Packet.of(heartbeat(second, second)), heard);
                times.add((long) second);
                lines.add("mode=" + second);
            }
            assertThat(heard.frames()).isZero();
            assertThat(decoder.holdsBackSince()).isEqualTo(OptionalLong.of(1));
            decoder.broken(20, heard);
            assertThat(heard.times()).isEqualTo(times);
            assertThat(heard.lines()).isEqualTo(lines);
            assertThat(decoder.holdsBackSince()).isEmpty();
        }

        @Test
        void mayLoseTheEndOfAFrame() {
            for (int kept = 1; kept < first.length; kept++) {
                byte[] stream = joined(Arrays.copyOf(first, kept), second, first);
                assertThat(heard(stream, MODE)).as("kept %d", kept).hasSize(3).endsWith("mode=2", "mode=1");
            }
        }

        @Test
        void mayCarryFramesInFrames() {
            byte[] inner = heartbeat(9, 9);
            byte[] payload = new byte[255];
            System.arraycopy(inner, 0, payload, 5, inner.length);
            payload[132] = 1;
            MessageDefinition tunnel = Definitions.message("TUNNEL").orElseThrow();
            byte[] outer = MavlinkFrame.of(2, 0, 0, 1, 1, tunnel, payload).bytes();
            assertThat(heard(joined(outer, second), MODE)).containsExactly("mode=2");
            byte[] broken = changed(outer, outer.length - 1);
            assertThat(heard(joined(broken, second), MODE))
                    .containsExactly("syntax: not a frame", "mode=9", "syntax: not a frame", "mode=2");
        }

        @Test
        void withFramesAgainstTheRulesAreErrorsByKind() {
            byte[] flagged = heartbeat(0, 1);
            flagged[2] = 4;
            MavlinkFrame frame = new MavlinkFrame(flagged);
            int crc = frame.computedCrc(50);
            flagged[flagged.length - 2] = (byte) crc;
            flagged[flagged.length - 1] = (byte) (crc >> 8);
            assertThat(heard(flagged, MODE)).containsExactly("syntax: unknown incompatibility flags 04");

            byte[] uncut = HexFormat.of().parseHex("FD020000000101" + "020000" + "0100" + "0000");
            assertThat(heard(rightCrc(uncut, 137), LOST))
                    .containsExactly("length: SYSTEM_TIME: zeros at the end are not cut off", "lost=0");
        }

        private byte[] rightCrc(byte[] frame, int crcExtra) {
            int crc = new MavlinkFrame(frame).computedCrc(crcExtra);
            frame[frame.length - 2] = (byte) crc;
            frame[frame.length - 1] = (byte) (crc >> 8);
            return frame;
        }

        /** Of a manufacturer's own message. */
        private byte[] own(int sequence) {
            MessageDefinition own = MessageDefinition.of("54321 MAKER_STATE level:uint16_t state:uint8_t");
            return MavlinkFrame.of(2, 0, sequence, 1, 1, own, new byte[] {(byte) sequence, 2, 3})
                    .bytes();
        }

        @Test
        void mayHoldMessagesOfNoKnownDefinition() {
            SignalSpec id = signal("id", "*", "msgid");
            byte[] stream = joined(heartbeat(5, 1), own(6), heartbeat(7, 1), own(9), own(10));
            for (int size = 1; size <= stream.length; size++) {
                Heard heard = new Heard();
                Decoder decoder = decoder(id, LOST);
                for (int from = 0; from < stream.length; from += size) {
                    byte[] part = Arrays.copyOfRange(stream, from, Math.min(stream.length, from + size));
                    decoder.decode(1, Packet.of(part), heard);
                }
                assertThat(heard.lines())
                        .as("%d bytes at once", size)
                        .containsExactly(
                                "id=0",
                                "lost=0",
                                "id=54321",
                                "lost=0",
                                "id=0",
                                "lost=0",
                                "lost: 1/1: 8",
                                "id=54321",
                                "lost=1",
                                "id=54321",
                                "lost=1");
                assertThat(heard.frames()).isEqualTo(5);
            }
        }

        @Test
        void tellMessagesOfNoKnownDefinitionFromNoise() {
            byte[] noise = {(byte) 0xFE, 0x55};
            assertThat(heard(joined(noise, own(1), own(2), heartbeat(3, 1)), LOST))
                    .containsExactly("syntax: not a frame", "lost=0", "lost=0", "lost=0");
            assertThat(heard(joined(heartbeat(1, 1), changed(own(2), 10), heartbeat(3, 1)), LOST))
                    .containsExactly(
                            "lost=0",
                            "syntax: message 54321 is not known, and its CRC fits none",
                            "lost: 1/1: 2",
                            "lost=1");
        }

        /** Only what is about them tells that they are no noise, and a damaged frame is a frame. */
        @Test
        void tellMessagesOfNoKnownDefinitionBetweenDamagedFrames() {
            byte[] stream = joined(
                    heartbeat(1, 1),
                    changed(heartbeat(2, 1), 10),
                    own(3),
                    changed(heartbeat(4, 1), 10),
                    heartbeat(5, 1));
            assertThat(heard(stream, LOST))
                    .containsExactly(
                            "lost=0",
                            "checksum: HEARTBEAT: given 99A7, computed 4BF5",
                            "lost: 1/1: 2",
                            "lost=1",
                            "checksum: HEARTBEAT: given A5F4, computed 77A6",
                            "lost: 1/1: 4",
                            "lost=2");
        }

        /** Without the definition half of the CRC is left to tell, which no single bit deceives. */
        @Test
        void takeNoDamagedFrameForAMessageOfNoKnownDefinition() {
            for (int bit = 0; bit < 24; bit++) {
                byte[] damaged = heartbeat(1, 2);
                damaged[7 + bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(heard(joined(first, damaged, heartbeat(2, 3)), MODE))
                        .as("bit %d of the message's number", bit)
                        .hasSize(4)
                        .startsWith("mode=1")
                        .endsWith("lost: 1/1: 1", "mode=3");
            }
        }

        /** What is heard is what was sent, whatever it is, but for a bounded rest that waits. */
        @Test
        void loseNothingAndNeverFail() {
            byte[] good = joined(first, sent(1, 1, "ATTITUDE", Map.of("roll", 0.5)), second);
            Random random = new Random(20_261_126);
            Heard heard = new Heard();
            Decoder decoder = decoder(MODE, LOST, inUnit("ATTITUDE", "roll", "deg"));
            StringBuilder sent = new StringBuilder();
            for (int round = 0; round < 20_000; round++) {
                byte[] bytes = good.clone();
                for (int count = random.nextInt(4); count > 0; count--) {
                    bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFD);
                }
                int from = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : 0;
                byte[] part = Arrays.copyOfRange(bytes, from, from + random.nextInt(bytes.length - from + 1));
                sent.append(new String(part, StandardCharsets.ISO_8859_1));
                decoder.decode(round, Packet.of(part), heard);
            }
            assertThat(sent.toString()).startsWith(heard.bytes());
            assertThat(sent.length() - heard.bytes().length()).isLessThan(1024 + 280);
            assertThat(heard.lines())
                    .contains("mode=1", "mode=2", "syntax: not a frame")
                    .anyMatch(line -> line.startsWith("checksum: ATTITUDE"));
        }
    }

    /** MAVLink guide, parameter protocol: what PX4 sends, and what ArduPilot does. */
    @Nested
    class Parameters {

        private static final Map<String, ?> BYTEWISE = Map.of("parameter-encoding", "bytewise");

        private static List<String> value(Map<String, ?> channel, byte[] bytes) {
            Heard heard = new Heard();
            new MavlinkCodec()
                    .decoder(
                            Heard.channel("mavlink", channel),
                            List.of(
                                    signal("value", "PARAM_VALUE", "param_value"),
                                    Heard.signal(
                                            "three",
                                            Map.of(
                                                    "message",
                                                    "PARAM_VALUE",
                                                    "field",
                                                    "param_type",
                                                    "where",
                                                    Map.of("param_value", 3)))))
                    .decode(1, Packet.of(bytes), heard);
            return heard.lines();
        }

        /** @param value the four bytes, in hexadecimal */
        private static byte[] parameter(String value, int type) {
            ByteBuffer payload = ByteBuffer.allocate(25);
            payload.put(HexFormat.of().parseHex(value)).put(8, (byte) 'A').put(24, (byte) type);
            MessageDefinition definition = Definitions.message("PARAM_VALUE").orElseThrow();
            return MavlinkFrame.of(2, 0, 0, 1, 1, definition, payload.array()).bytes();
        }

        @ParameterizedTest
        @CsvSource({
            "03000000, 6, value=3, three=6",
            "FFFFFFFF, 6, value=-1,",
            "FFFFFF7F, 6, value=2147483647,",
            "FFFFFFFF, 5, value=4294967295,",
            "FEFFFFFF, 4, value=-2,",
            "FEFF0000, 3, value=65534,",
            "FEFFFFFF, 2, value=-2,",
            "FE000000, 1, value=254,",
            "00004040, 9, value=3, three=9",
            "0000C07F, 9,,",
            "03000000, 8, value: no parameter of type 8 fits, value: no parameter of type 8 fits",
            "03000000, 10, value: no parameter of type 10 fits, value: no parameter of type 10 fits",
            "03000000, 11, value: no parameter of type 11 fits, value: no parameter of type 11 fits",
            "03000000, 0, value: no parameter of type 0 fits, value: no parameter of type 0 fits",
        })
        void mayBeBytesOfTheirType(String bytes, int type, String first, String second) {
            assertThat(value(BYTEWISE, parameter(bytes, type)))
                    .isEqualTo(Stream.of(first, second).filter(Objects::nonNull).toList());
        }

        @Test
        void areConvertedToFloatsElsewhere() {
            assertThat(value(Map.of(), parameter("00004040", 6))).containsExactly("value=3", "three=6");
            assertThat(value(Map.of("parameter-encoding", "c-cast"), parameter("00004040", 6)))
                    .containsExactly("value=3", "three=6");
        }

        private static Encoder set(Map<String, ?> channel, Map<String, ?> fields) {
            return new MavlinkCodec()
                    .encoder(
                            Heard.channel("mavlink", channel),
                            Heard.command(Map.of("message", "PARAM_SET", "fields", fields)));
        }

        @ParameterizedTest
        @CsvSource({
            "3, INT32, 03000000, 3",
            "-2, INT8, FE000000, -2",
            "0.5, REAL32, 0000003F, 0.5",
            "4294967295, UINT32, FFFFFFFF, ",
            "1073741824, UINT32, 00000040, 1073741824",
            "16777217, INT32, 01000001, ",
            "16777217, REAL32, 0000804B, 16777216",
        })
        void areSetAsTheyAreRead(String value, String type, String bytes, Float cast) {
            Map<String, ?> fields = Map.of("param_value", "{v}", "param_type", "MAV_PARAM_TYPE_" + type);
            byte[] sent = set(BYTEWISE, fields).encode(Map.of("v", value)).payload();
            assertThat(HexFormat.of().withUpperCase().formatHex(sent, 10, 14)).isEqualTo(bytes);
            Encoder casting = set(Map.of(), fields);
            if (cast == null) {
                assertThatThrownBy(() -> casting.encode(Map.of("v", value)))
                        .hasMessageStartingWith("field param_value: the float does not hold the whole number " + value);
            } else {
                byte[] converted = casting.encode(Map.of("v", value)).payload();
                assertThat(ByteBuffer.wrap(converted)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getFloat(10))
                        .isEqualTo(cast);
            }
        }

        /** The vehicle would take 16777216, and nobody would know. */
        @Test
        void thatTheFloatWouldRoundAreRefusedBeforeTheRun() {
            assertThatThrownBy(() -> set(Map.of(), Map.of("param_value", "16777217")))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.message(Language.EN))
                                .isEqualTo(
                                        "(java): field param_value: the float does not hold the whole number 16777217"
                                                + " exactly; use parameter-encoding: bytewise where the device can; write"
                                                + " param_type: MAV_PARAM_TYPE_REAL32 where the parameter is a float");
                        assertThat(e.message(Language.ZH))
                                .isEqualTo("(java): 字段 param_value: 浮点数不能精确表示整数 16777217；"
                                        + "设备支持时请用 parameter-encoding: bytewise；"
                                        + "参数本为浮点数时请写 param_type: MAV_PARAM_TYPE_REAL32");
                    });
        }

        /** 2^24 comes of 2^24 + 1, too. */
        @ParameterizedTest
        @CsvSource({
            "FFFF7F4B, 6, value=16777215",
            "FFFF7FCB, 6, value=-16777215",
            "0000804B, 6, 'value: a whole parameter of more than 24 bits, which the float may have rounded'",
            "0000804F, 5, 'value: a whole parameter of more than 24 bits, which the float may have rounded'",
            "0000804B, 9, value=16777216",
        })
        void thatTheFloatMayHaveRoundedAreNone(String bytes, int type, String line) {
            assertThat(value(Map.of(), parameter(bytes, type))).startsWith(line);
        }

        @Test
        void thatDoNotFitTheirTypeAreRefused() {
            Encoder set = set(BYTEWISE, Map.of("param_value", "{v}", "param_type", "MAV_PARAM_TYPE_UINT8"));
            assertRefused(
                    () -> set.encode(Map.of("v", "256")),
                    "字段 param_value: uint8_t 不能表示 256；请给出 0 到 255 的整数",
                    "field param_value: uint8_t cannot hold 256; give a whole number from 0 to 255");
        }

        /** Be the value given now, or only when the command is sent. */
        @ParameterizedTest
        @CsvSource({"3,, 0", "{v},, 0", "{v}, MAV_PARAM_TYPE_INT64, 8"})
        void withoutATypeThatFitsAreRefusedBeforeTheRun(String value, String type, int number) {
            Map<String, String> fields = new HashMap<>(Map.of("param_value", value));
            fields.computeIfAbsent("param_type", key -> type);
            assertThatThrownBy(() -> set(BYTEWISE, fields)).isInstanceOfSatisfying(InputException.class, e -> {
                assertThat(e.message(Language.EN))
                        .isEqualTo("(java): field param_value: a value of param_type " + number + " does not fit; write"
                                + " a type of MAV_PARAM_TYPE of 32 bits at most, such as MAV_PARAM_TYPE_INT32");
                assertThat(e.message(Language.ZH))
                        .isEqualTo("(java): 字段 param_value: param_type 为 " + number
                                + "，其值不能按字节放入；请写 MAV_PARAM_TYPE 中不超过" + " 32 位的类型，如 MAV_PARAM_TYPE_INT32");
            });
        }

        @Test
        void areOfNoOtherEncoding() {
            assertThatThrownBy(() -> value(Map.of("parameter-encoding", "bytewize"), new byte[0]))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.message(Language.EN))
                                .isEqualTo("(java): parameter-encoding cannot be bytewize; did you mean \"bytewise\"");
                        assertThat(e.message(Language.ZH))
                                .isEqualTo("(java): parameter-encoding 的值 bytewize 无效；是否应为 \"bytewise\"");
                    });
        }
    }

    @Nested
    class Acknowledgements {

        private static final Map<String, ?> TO_THE_AUTOPILOT =
                Map.of("command", 400, "target_system", 1, "target_component", 1);
        private static final Map<String, ?> DENIED = Map.of("command", 400, "result", 2);

        private static List<Text> said(byte[] command, byte[] answer) {
            List<Text> said = new ArrayList<>();
            DecodeSink sink = new DecodeSink() {
                @Override
                public void frame(long time, Packet frame) {}

                @Override
                public void sample(SignalSpec signal, Value value) {}

                @Override
                public void error(FrameError kind, Text detail) {}

                @Override
                public void declined(Predicate<Packet> which, Text why) {
                    if (which.test(Packet.of(command))) {
                        said.add(why);
                    }
                }

                @Override
                public void accepted(Predicate<Packet> which) {
                    if (which.test(Packet.of(command))) {
                        said.add(Text.same("done"));
                    }
                }
            };
            decoder().decode(1, Packet.of(answer), sink);
            return said;
        }

        private static byte[] ours(String message, Map<String, ?> fields) {
            return sent(2, 0, new Source(255, 190), message, fields);
        }

        @ParameterizedTest
        @CsvSource({
            "0, done, done",
            "1, COMMAND_ACK 结果 1：暂时拒绝, COMMAND_ACK result 1: temporarily rejected",
            "2, COMMAND_ACK 结果 2：拒绝, COMMAND_ACK result 2: denied",
            "3, COMMAND_ACK 结果 3：不支持该命令, COMMAND_ACK result 3: unsupported",
            "4, COMMAND_ACK 结果 4：执行失败, COMMAND_ACK result 4: failed",
            "5, ,",
            "6, COMMAND_ACK 结果 6：已取消, COMMAND_ACK result 6: cancelled",
            "77, COMMAND_ACK 结果 77, COMMAND_ACK result 77",
        })
        void sayWhetherItIsDone(int result, String zh, String en) {
            Map<String, ?> fields = Map.of("command", 400, "result", result);
            List<Text> expected = zh == null ? List.of() : List.of(new Text(zh, en));
            for (int version = 1; version <= 2; version++) {
                byte[] answer = sent(version, 0, "COMMAND_ACK", fields);
                assertThat(said(ours("COMMAND_LONG", TO_THE_AUTOPILOT), answer)).isEqualTo(expected);
                assertThat(said(ours("COMMAND_INT", TO_THE_AUTOPILOT), answer)).isEqualTo(expected);
            }
        }

        /** A camera that does not fly refuses what goes to all components. */
        @ParameterizedTest
        @CsvSource({
            "1, 1, 1, 1, true",
            "1, 1, 1, 100, false",
            "1, 1, 2, 1, false",
            "1, 100, 1, 100, true",
            "1, 0, 1, 1, true",
            "1, 0, 1, 100, false",
            "0, 0, 7, 1, true",
        })
        void areOfWhomItWasFor(int toSystem, int toComponent, int fromSystem, int fromComponent, boolean counts) {
            byte[] command = ours(
                    "COMMAND_LONG", Map.of("command", 400, "target_system", toSystem, "target_component", toComponent));
            byte[] answer = sent(2, 0, new Source(fromSystem, fromComponent), "COMMAND_ACK", DENIED);
            assertThat(said(command, answer)).hasSize(counts ? 1 : 0);
        }

        @ParameterizedTest
        @CsvSource({
            "400, 0, 0, true",
            "400, 255, 190, true",
            "400, 255, 0, true",
            "400, 254, 190, false",
            "400, 255, 191, false",
            "401, 0, 0, false",
        })
        void areForUsAndForThatCommand(int command, int toSystem, int toComponent, boolean counts) {
            byte[] answer = sent(
                    2,
                    0,
                    "COMMAND_ACK",
                    Map.of(
                            "command",
                            command,
                            "result",
                            2,
                            "target_system",
                            toSystem,
                            "target_component",
                            toComponent));
            assertThat(said(ours("COMMAND_LONG", TO_THE_AUTOPILOT), answer)).hasSize(counts ? 1 : 0);
        }

        /** ArduPilot answers it as command 11, the message's own number; PX4 as 176, MAV_CMD_DO_SET_MODE. */
        @ParameterizedTest
        @CsvSource({
            "11, 1, 1, true",
            "176, 1, 1, true",
            "11, 1, 100, false",
            "11, 2, 1, false",
            "400, 1, 1, false",
        })
        void comeToSetMode(int answered, int fromSystem, int fromComponent, boolean counts) {
            byte[] mode = ours("SET_MODE", Map.of("target_system", 1, "base_mode", 1, "custom_mode", 4));
            assertThat(decoder().isAnswered(Packet.of(mode))).isTrue();
            Source from = new Source(fromSystem, fromComponent);
            byte[] answer = sent(2, 0, from, "COMMAND_ACK", Map.of("command", answered, "result", 2));
            assertThat(said(mode, answer)).hasSize(counts ? 1 : 0);
            byte[] command = ours("COMMAND_LONG", TO_THE_AUTOPILOT);
            assertThat(said(command, sent(2, 0, from, "COMMAND_ACK", Map.of("command", 11, "result", 2))))
                    .isEmpty();
        }

        @Test
        void comeToCommandsAlone() {
            assertThat(decoder().isAnswered(Packet.of(ours("COMMAND_LONG", TO_THE_AUTOPILOT))))
                    .isTrue();
            assertThat(decoder().isAnswered(Packet.of(heartbeat(0, 1)))).isFalse();
            assertThat(said(ours("PARAM_SET", Map.of()), sent(2, 0, "COMMAND_ACK", Map.of("result", 2))))
                    .isEmpty();
        }
    }

    @Nested
    class Commands {

        @Test
        void areSignedWhereThereIsAKeyWithTimeStampsThatIncrease() {
            ChannelSpec channel = Heard.channel("mavlink", Map.of("signing-key", "pass phrase"));
            MavlinkCodec codec = new MavlinkCodec();
            Encoder heartbeat = codec.encoder(
                    channel, Heard.command(Map.of("message", "HEARTBEAT", "fields", Map.of("custom_mode", 7))));
            Decoder vehicle = codec.decoder(channel, List.of(MODE));
            Heard heard = new Heard();
            for (int i = 0; i < 3; i++) {
                vehicle.decode(i, heartbeat.encode(Map.of(), SENT), heard);
            }
            assertThat(heard.lines()).containsExactly("mode=7", "mode=7", "mode=7");
            Heard other = new Heard();
            codec.decoder(Heard.channel("mavlink", Map.of("signing-key", "another")), List.of(MODE))
                    .decode(0, heartbeat.encode(Map.of(), SENT), other);
            assertThat(other.lines()).containsExactly("checksum: the signature is wrong");
        }

        /** As the signing guide wants it: a receiver refuses a new sender that is more than a minute behind. */
        @Test
        void takeOverTheClockOfADeviceThatIsAheadOnceItsSignatureIsRight() {
            ChannelSpec channel = Heard.channel("mavlink", Map.of("signing-key", "pass phrase"));
            MavlinkCodec codec = new MavlinkCodec();
            Decoder ours = codec.decoder(channel, List.of());
            CommandSpec command = Heard.command(Map.of("message", "HEARTBEAT", "fields", Map.of("custom_mode", 7)));
            long now = stamp(codec.encoder(channel, command).encode(Map.of(), SENT));
            ChannelSpec stranger =
                    Heard.channel("mavlink", Map.of("signing-key", "another", "system-id", 1, "component-id", 1));
            Instant later = SENT.plus(Duration.ofDays(1));
            ours.decode(0, codec.encoder(stranger, command).encode(Map.of(), later), new Heard());
            assertThat(stamp(codec.encoder(channel, command).encode(Map.of(), SENT)))
                    .isEqualTo(now + 1);
            ChannelSpec vehicle =
                    Heard.channel("mavlink", Map.of("signing-key", "pass phrase", "system-id", 1, "component-id", 1));
            ours.decode(1, codec.encoder(vehicle, command).encode(Map.of(), later), new Heard());
            assertThat(stamp(codec.encoder(channel, command).encode(Map.of(), SENT)))
                    .isEqualTo(now + Duration.ofDays(1).toMillis() * 100 + 1);
            assertThat(stamp(codec.encoder(channel, command).encode(Map.of(), later.plusSeconds(1))))
                    .isEqualTo(now + Duration.ofDays(1).plusSeconds(1).toMillis() * 100);
        }

        private static long stamp(Packet signed) {
            byte[] signature = new MavlinkFrame(signed.payload()).signature();
            return ByteBuffer.wrap(signature).order(ByteOrder.LITTLE_ENDIAN).getLong(0) >>> 8 & 0xFFFF_FFFF_FFFFL;
        }

        private Encoder encoder(MavlinkCodec codec, String message, Map<String, ?> fields) {
            return codec.encoder(CHANNEL, Heard.command(Map.of("message", message, "fields", fields)));
        }

        @Test
        void ofOneChannelCountTheirSequenceTogether() {
            MavlinkCodec codec = new MavlinkCodec();
            Encoder mode = encoder(
                    codec,
                    "SET_MODE",
                    Map.of("target_system", 1, "base_mode", "MAV_MODE_FLAG_CUSTOM_MODE_ENABLED", "custom_mode", "{m}"));
            Encoder stick = encoder(codec, "MANUAL_CONTROL", Map.of("target", 1, "z", 500));
            byte[] wire = joined(
                    mode.encode(Map.of("m", "SUB_MODE_ALT_HOLD"), SENT).payload(),
                    stick.encode(Map.of(), SENT).payload());
            assertThat(heard(
                            wire,
                            signal("seq", "*", "seq"),
                            signal("sysid", "*", "sysid"),
                            signal("compid", "*", "compid"),
                            signal("custom", "SET_MODE", "custom_mode"),
                            signal("base", "SET_MODE", "base_mode"),
                            signal("z", "MANUAL_CONTROL", "z")))
                    .containsExactly(
                            "seq=0",
                            "sysid=255",
                            "compid=190",
                            "custom=2",
                            "base=1",
                            "seq=1",
                            "sysid=255",
                            "compid=190",
                            "z=500");
        }

        @ParameterizedTest
        @ValueSource(strings = {"70000", "0.5", "NaN"})
        void cannotHoldEveryNumber(String value) {
            Encoder stick = encoder(new MavlinkCodec(), "MANUAL_CONTROL", Map.of("x", "{x}"));
            assertRefused(
                    () -> stick.encode(Map.of("x", value)),
                    "字段 x: int16_t 不能表示 " + value + "；请给出 -32768 到 32767 的整数",
                    "field x: int16_t cannot hold " + value + "; give a whole number from -32768 to 32767");
        }

        /** 2^63 + 1 would go out as its neighbour, and 2^64 - 1 as 0. */
        @ParameterizedTest
        @CsvSource({
            "9223372036854775809, 8000000000000001",
            "18446744073709551615, FFFFFFFFFFFFFFFF",
            "1.8e19, F9CCD8A1C5080000",
        })
        void holdWholeNumbersWithEveryDigit(String value, String bytes) {
            Encoder time = encoder(new MavlinkCodec(), "SYSTEM_TIME", Map.of("time_unix_usec", "{t}"));
            long sent = ByteBuffer.wrap(time.encode(Map.of("t", value)).payload())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong(10);
            assertThat(HexFormat.of().withUpperCase().toHexDigits(sent)).isEqualTo(bytes);
        }

        @Test
        void cannotHoldMoreThanTheirBits() {
            Encoder time = encoder(new MavlinkCodec(), "SYSTEM_TIME", Map.of("time_unix_usec", "{t}"));
            assertRefused(
                    () -> time.encode(Map.of("t", "18446744073709551616")),
                    "字段 time_unix_usec: uint64_t 不能表示 18446744073709551616；请给出 0 到 18446744073709551615 的整数",
                    "field time_unix_usec: uint64_t cannot hold 18446744073709551616; give a whole number from 0 to"
                            + " 18446744073709551615");
        }

        @Test
        void cannotHoldEveryWord() {
            Encoder stick = encoder(new MavlinkCodec(), "MANUAL_CONTROL", Map.of("x", "{x}"));
            assertRefused(
                    () -> stick.encode(Map.of("x", "full")),
                    "字段 x: “full”既不是数也不是 MAVLink 枚举项；请给出数、NaN 或枚举项的名称，如 MAV_CMD_COMPONENT_ARM_DISARM",
                    "field x: \"full\" is neither a number nor an entry of a MAVLink enumeration; give a number, NaN, or"
                            + " the name of an entry, such as MAV_CMD_COMPONENT_ARM_DISARM");
        }

        @Test
        void needTheirParameters() {
            Encoder stick = encoder(new MavlinkCodec(), "MANUAL_CONTROL", Map.of("x", "{x}"));
            assertThatThrownBy(() -> stick.encode(Map.of())).hasMessage("field x: parameter \"x\" is missing");
        }

        @Test
        void thatCannotWorkAreRefusedWhenTheFilesAreRead() {
            assertThatThrownBy(() -> encoder(new MavlinkCodec(), "PARAM_SET", Map.of("param_id", "A".repeat(17))))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.message(Language.ZH))
                                .isEqualTo("(java): 字段 param_id: “AAAAAAAAAAAAAAAAA”有 17 个字节，只能容纳 16 个；请缩短该文本");
                        assertThat(e.message(Language.EN))
                                .isEqualTo(
                                        "(java): field param_id: \"AAAAAAAAAAAAAAAAA\" has 17 bytes, 16 fit; shorten it");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCALED_PRESURE2 | press_abs | hPa | there is no MAVLink message SCALED_PRESURE2; did you mean"
                        + " \"SCALED_PRESSURE2\" | 没有名为 SCALED_PRESURE2 的 MAVLink 消息；是否应为 \"SCALED_PRESSURE2\"",
                "SCALED_PRESSURE2 | pres_abs | hPa | message SCALED_PRESSURE2 has no field pres_abs; did you mean"
                        + " \"press_abs\" | 消息 SCALED_PRESSURE2 没有字段 pres_abs；是否应为 \"press_abs\"",
                "SCALED_PRESSURE2 | press_abs | m | the signal's unit m does not fit press_abs, which is in hPa; write"
                        + " unit: hPa, or one of its kind | 信号的单位 m 与定义中 press_abs 的单位 hPa 不符；请写 unit: hPa 或同类单位",
                "SYS_STATUS | battery_remaining | 1 | the signal's unit 1 does not fit battery_remaining, which is in %;"
                        + " write unit: %, or one of its kind | 信号的单位 1 与定义中 battery_remaining 的单位 % 不符；请写 unit: % 或同类单位",
                "SCALED_IMU2 | xmag | V | the signal's unit V does not fit xmag, which is in mgauss; leave the unit out,"
                        + " values are as on the wire | 信号的单位 V 与定义中 xmag 的单位 mgauss 不符；请去掉 unit，数值按原样取",
                "BATTERY_STATUS | voltages | V | voltages is an array of 10 values; write an index, from 0 to 9"
                        + " | voltages 是 10 个值的数组；请写 index，从 0 到 9",
                "* | sequence | 1 | the header has no sequence; use one of: compid, lost, msgid, seq, signed, sysid,"
                        + " version | 帧头没有 sequence；可用的有：compid、lost、msgid、seq、signed、sysid、version",
            })
    void badSettingsAreSaidInBothLanguages(String message, String field, String unit, String en, String zh) {
        assertThatThrownBy(() -> decoder(inUnit(message, field, unit)))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.EN)).isEqualTo("(java): " + en);
                    assertThat(e.message(Language.ZH)).isEqualTo("(java): " + zh);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "HEARTBEAT, base_mode, 0x180",
        "HEARTBEAT, base_mode, 0",
        "HEARTBEAT, base_mode, MAV_MODE_FLAG_SAFTY_ARMED",
        "SCALED_IMU2, xacc, 0x01",
        "NAMED_VALUE_FLOAT, value, 0x01",
        "NAMED_VALUE_FLOAT, name, 0x01",
        "AUTOPILOT_VERSION, uid, 0xFFFFFFFFFFFFFFFF",
    })
    void aMaskThatDoesNotSuitItsFieldIsRefused(String message, String field, String mask) {
        refused(
                Map.of("message", message, "field", field, "mask", mask),
                "掩码 %s 不适用于 %s；掩码用于没有单位的整数，不宽于字段且不为 0，type: bit 时只有一位，如 0x80 或 MAV_MODE_FLAG_SAFETY_ARMED"
                        .formatted(mask, field),
                "a mask %s does not suit %s; a mask is for a whole number without a unit, in it, not 0, and with type: bit of one bit, such as 0x80 or MAV_MODE_FLAG_SAFETY_ARMED"
                        .formatted(mask, field));
    }

    @Test
    void aBitNeedsAMaskOfOneBit() {
        Map<String, Object> mode = new HashMap<>(Map.of("message", "HEARTBEAT", "field", "base_mode", "type", "bit"));
        refused(
                mode,
                "type 的值 bit 不能用在这里；请写 bit 并以 mask 取一位，或去掉 type",
                "type cannot be bit here; write bit, with one bit in mask, or leave the type out");
        mode.put("mask", "0x03");
        assertThatThrownBy(() -> decoder(Heard.signal("x", mode)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a mask 0x03 does not suit base_mode; ");
        mode.put("message", "*");
        mode.put("field", "seq");
        refused(mode, "帧头的字段没有 mask；请去掉 mask", "a field of the header has no mask; leave the mask out");
    }

    private static void refused(Map<String, ?> signal, String zh, String en) {
        assertThatThrownBy(() -> decoder(Heard.signal("x", signal))).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.ZH)).isEqualTo("(java): " + zh);
            assertThat(e.message(Language.EN)).isEqualTo("(java): " + en);
        });
    }
}
