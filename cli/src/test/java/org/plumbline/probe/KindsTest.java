package org.plumbline.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.binary.BinaryCodec;
import org.plumbline.channel.Codec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.Packet;
import org.plumbline.lines.LinesCodec;
import org.plumbline.mavlink.MavlinkCodec;
import org.plumbline.modbus.ModbusRtuCodec;
import org.plumbline.modbus.ModbusTcpCodec;
import org.plumbline.nmea.Nmea0183Codec;
import org.plumbline.text.Text;

/** What comes where a signal does not, by kind. */
class KindsTest {

    private static final Map<String, ?> LISTENER = Map.of("role", "listener");
    private static final Map<String, ?> FRAMES = Map.of(
            "start",
            "AA 55",
            "header",
            List.of(Map.of("name", "length", "type", "u8"), Map.of("name", "id", "type", "u8")),
            "length-field",
            "length",
            "check",
            "SUM-8",
            "messages",
            Map.of("level", Map.of("when", Map.of("id", 1), "fields", List.of(Map.of("name", "h", "type", "u8")))));

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static Map<String, Long> kinds(Codec codec, Map<String, ?> channel, byte[]... frames) {
        Decoder decoder = codec.decoder(
                new ChannelSpec("nav", "device", "serial", codec.name(), Settings.of(channel)), List.of());
        Kinds kinds = new Kinds(decoder);
        Arrays.stream(frames).map(Packet::of).forEach(kinds::add);
        return kinds.counts();
    }

    /** The first three as in MavlinkVectorsTest and the Modbus specifications, the last of each codec damaged. */
    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of(
                        new MavlinkCodec(),
                        Map.of(),
                        "FD090000EF01020000000500000002035903032E73",
                        "HEARTBEAT from 1/2"),
                Arguments.of(new MavlinkCodec(), Map.of(), "FD01000007030139300001AFD8", "message 12345 from 3/1"),
                Arguments.of(
                        new MavlinkCodec(), Map.of(), "FD090000EF01020000000500000002035903032E74", "FD 09 00 00 …"),
                Arguments.of(new ModbusRtuCodec(), LISTENER, "010302002A399B", "unit 1 function 3"),
                Arguments.of(new ModbusRtuCodec(), Map.of(), "018302C0F1", "unit 1 function 3 exception"),
                Arguments.of(new ModbusRtuCodec(), LISTENER, "010302002A399C", "01 03 02 00 …"),
                Arguments.of(new ModbusTcpCodec(), Map.of(), "000100000005030402002A", "unit 3 function 4"),
                Arguments.of(new ModbusTcpCodec(), Map.of(), "000100010005030402002A", "00 01 00 01 …"),
                Arguments.of(new BinaryCodec(), FRAMES, "AA55 06 01 2A 30", "level"),
                Arguments.of(new BinaryCodec(), FRAMES, "AA55 06 07 2A 36", "id 7"),
                Arguments.of(new BinaryCodec(), FRAMES, "AA55 06 07 2A 37", "AA 55 06 07 …"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void haveTheNamesOfTheirProtocol(Codec codec, Map<String, ?> channel, String frame, String kind) {
        assertThat(kinds(codec, channel, bytes(frame), bytes(frame))).isEqualTo(Map.of(kind, 2L));
    }

    @Test
    void ofSentencesAreTheirAddresses() {
        String sentence = "$GPGGA,1*00\r\n";
        assertThat(kinds(
                        new Nmea0183Codec(),
                        Map.of(),
                        sentence.getBytes(US_ASCII),
                        ("\\s:rov*00\\" + sentence).getBytes(US_ASCII)))
                .isEqualTo(Map.of("$GPGGA", 2L));
    }

    @Test
    void ofLinesAreTheirFirstWords() {
        assertThat(kinds(new LinesCodec(), Map.of("pattern", "x"), "Level: 4 m\n".getBytes(US_ASCII)))
                .isEqualTo(Map.of("Level", 1L));
    }

    /** A run does not ask for them: nothing else is kept from anybody. */
    @Test
    void thatTheCodecFailsToNameAreBlamedOnIt() {
        ChannelFinding finding = Speech.over("serial", Packet.of("1\n".getBytes(US_ASCII)))
                .heard(new Unnaming(), Map.of("pattern", "(?<level>.)"), Map.of("group", "level"));
        assertThat(finding.heard().orElseThrow().signals()).containsKey("level");
        assertThat(finding.state()).isEqualTo(State.DOUBTFUL);
        assertThat(finding.reasons())
                .containsExactly(new Text(
                        "编解码 lines 在说明一帧属于哪一种（kind）时出错: java.lang.IllegalStateException: no name"
                                + "（问题在编解码或提供它的插件，不在线路：请换用其他版本，或向其作者报告）",
                        "codec lines failed when it was to name the kind of a frame: java.lang.IllegalStateException: no name"
                                + " (the fault is the codec's, or its plugin's, not the line's: use another version, or report it"
                                + " to its author)"));
    }

    /** Reads lines, and has no names for them. */
    private static final class Unnaming implements Codec {

        private final Codec lines = new LinesCodec();

        @Override
        public String name() {
            return lines.name();
        }

        @Override
        public List<Key> channelKeys() {
            return lines.channelKeys();
        }

        @Override
        public List<Key> signalKeys() {
            return lines.signalKeys();
        }

        @Override
        public List<Key> commandKeys() {
            return lines.commandKeys();
        }

        @Override
        public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
            Decoder decoder = lines.decoder(channel, signals);
            return new Decoder() {
                @Override
                public void decode(long time, Packet packet, DecodeSink sink) {
                    decoder.decode(time, packet, sink);
                }

                @Override
                public Optional<String> kind(Packet frame) {
                    throw new IllegalStateException("no name");
                }
            };
        }

        @Override
        public Encoder encoder(ChannelSpec channel, CommandSpec command) {
            return lines.encoder(channel, command);
        }
    }

    @Test
    void areShownTheCommonestFirstAndNoNoise() {
        Packet beat = Packet.of(bytes("FD090000EF01020000000500000002035903032E73"));
        Packet own = Packet.of(bytes("FD01000007030139300001AFD8"));
        Packet noise = Packet.of(bytes("00F1F2F3"));
        Map<String, ?> altitude = Map.of("message", "ALTITUDE", "field", "altitude_local");
        assertThat(Speech.over("serial", beat, own, own, noise)
                        .heard(new MavlinkCodec(), Map.of(), altitude)
                        .reasons())
                .first()
                .extracting(Text::en)
                .asString()
                .startsWith("it decodes, but holds none of the declared signals; what came: message 12345 from 3/1 ×15,"
                        + " HEARTBEAT from 1/2 ×8; what came last: ");
    }
}
