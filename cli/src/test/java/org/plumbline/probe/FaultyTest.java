package org.plumbline.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Packet;
import org.plumbline.json.JsonCodec;
import org.plumbline.lines.LinesCodec;
import org.plumbline.mavlink.MavlinkCodec;
import org.plumbline.nmea.Nmea0183Codec;
import org.plumbline.text.Text;

/** What is to be done about faulty frames: the first of a stream is not counted, it may have begun before. */
class FaultyTest {

    private static final Map<String, ?> LEVEL = Map.of("pattern", "(?<d>\\S+) m");
    private static final Map<String, ?> DEPTH = Map.of("sentence", "DPT", "field", 1);
    private static final Map<String, ?> ALTITUDE = Map.of("message", "ALTITUDE", "field", "altitude_local");

    private static Packet packet(String words) {
        return Packet.of(words.getBytes(UTF_8));
    }

    private static Packet sentence(String body) {
        return packet("$%s*%02X\r\n".formatted(body, body.chars().reduce(0, (a, b) -> a ^ b)));
    }

    /** Of one sender in turn. */
    private static List<Packet> heartbeats(int count) {
        ChannelSpec channel = new ChannelSpec("nav", "device", "serial", "mavlink", Settings.of(Map.of()));
        Settings message = Settings.of(Map.of("message", "HEARTBEAT", "fields", Map.of("mavlink_version", 3)));
        Encoder sender = new MavlinkCodec().encoder(channel, new CommandSpec("beat", "nav", false, message));
        return Stream.generate(() -> sender.encode(Map.of(), Instant.EPOCH))
                .limit(count)
                .toList();
    }

    private static Text faulty(Speech speech, Codec codec, Map<String, ?> channel, Map<String, ?> signal) {
        ChannelFinding finding = speech.heard(codec, channel, signal);
        assertThat(finding.state()).isNotEqualTo(State.READY);
        return finding.reasons().get(finding.reasons().size() - 1);
    }

    @Test
    void ofAValueTheEntryOfItsSignalIsNamed() {
        Speech speech = Speech.over("serial", packet("4 m\n"), packet("four m\n"));
        assertThat(faulty(speech, new LinesCodec(), LEVEL, Map.of("group", "d")))
                .isEqualTo(new Text(
                        "30 帧中有 15 帧有错: 收到的是完整的，与线路无关: 请对照设备实际发送的内容核对信号 level（(java)）；最近的错误: d: four",
                        "15 of 30 frames are faulty: what comes is whole: compare signal level ((java)) with what the device"
                                + " sends; the last one: d: four"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serial | check grounding, shield, cable length and baud rate",
                "tcp | TCP changes no byte: check the device and, behind a serial server, that line's grounding, shield, cable"
                        + " length and baud rate"
            })
    void ofAWrongCheckValueTheLineIsToBlame(String transport, String remedy) {
        Speech speech = Speech.over(transport, sentence("SDDPT,4.20"), packet("$SDDPT,4.30*63\r\n"));
        assertThat(faulty(speech, new Nmea0183Codec(), Map.of(), DEPTH).en())
                .isEqualTo("15 of 30 frames are faulty: " + remedy + "; the last one: given 63, computed 62");
    }

    /** A check value that fits proves the frame, however long it is. */
    @Test
    void ofASentenceThatIsTooLongItIsNot() {
        Speech speech = Speech.over("serial", sentence("SDDPT,4.20," + "0".repeat(90)));
        assertThat(faulty(speech, new Nmea0183Codec(), Map.of(), DEPTH).en())
                .isEqualTo("29 of 30 frames are faulty: what comes is whole: compare channel nav ((java)) with what the"
                        + " device sends; the last one: 107 characters");
    }

    /** Of SYSTEM_TIME. */
    @Test
    void ofAFrameThatKeepsItsZerosItIsNotEither() {
        byte[] frame = HexFormat.of().parseHex("FD0200000001010200000100B3C8");
        assertThat(faulty(Speech.over("serial", Packet.of(frame)), new MavlinkCodec(), Map.of(), ALTITUDE)
                        .en())
                .isEqualTo(
                        "what arrives is whole, but refused: SYSTEM_TIME: zeros at the end are not cut off; what came last:"
                                + " FD 02 00 00 00 01 01 02 00 00 01 00 B3 C8");
    }

    @Test
    void ofAFormThatIsNoneTheLineOrTheSettingsAreToBlame() {
        Speech speech = Speech.over("serial", packet("4 m\n"), packet("4,00 m/s\n"));
        assertThat(faulty(speech, new LinesCodec(), LEVEL, Map.of("group", "d")).en())
                .isEqualTo(
                        "15 of 30 frames are faulty: check grounding, shield, cable length and baud rate; where it is"
                                + " wrong the same way each time, compare channel nav ((java)) with the device's manual; the last"
                                + " one: the line does not fit the pattern");
    }

    @Test
    void ofSeveralFaultsTheCommonestIsNamed() {
        Speech speech = Speech.over(
                "serial",
                sentence("SDDPT,4.20"),
                sentence("SDDPT,deep"),
                packet("$SDDPT,4*00\r\n"),
                sentence("SDDPT,x"));
        assertThat(faulty(speech, new Nmea0183Codec(), Map.of(), DEPTH))
                .isEqualTo(new Text(
                        "30 帧中有 22 帧有错，最多的是 数值: 收到的是完整的，与线路无关: 请对照设备实际发送的内容核对信号"
                                + " level（(java)）；最近的错误: SDDPT 字段 1: deep",
                        "22 of 30 frames are faulty, most often by value: what comes is whole: compare signal level ((java))"
                                + " with what the device sends; the last one: SDDPT field 1: deep"));
    }

    @Test
    void ofAMessageOfABrokerTheSettingsAreToBlame() {
        Packet message = new Packet("rov/1/state", "{\"depth\": 4".getBytes(UTF_8));
        Packet whole = new Packet("rov/1/state", "{\"depth\": 4}".getBytes(UTF_8));
        Speech speech = Speech.over("mqtt", whole, message);
        assertThat(faulty(speech, new JsonCodec(), Map.of("subscribe", "#"), Map.of("pointer", "/depth")))
                .isEqualTo(new Text(
                        "30 条报文中有 15 条有错: 收到的是完整的，与线路无关: 请对照设备实际发送的内容核对通道 nav（(java)）；最近的错误: 不是 JSON",
                        "15 of 30 messages are faulty: what comes is whole: compare channel nav ((java)) with what the device"
                                + " sends; the last one: not JSON"));
    }

    @Test
    void framesThatAreMissingByTheirNumbersWereLostOnTheWay() {
        List<Packet> sent = heartbeats(60);
        Packet[] came = IntStream.range(0, 30).mapToObj(i -> sent.get(2 * i)).toArray(Packet[]::new);
        assertThat(faulty(Speech.over("serial", came), new MavlinkCodec(), Map.of(), ALTITUDE))
                .isEqualTo(new Text(
                        "收到 30 帧，按序号另有 29 帧丢失: 检查无线链路、网络和负载，以及波特率是否够用；最近的错误: 255/190: 57",
                        "29 frames are missing by their numbers, beside 30 that came: check the radio link, the network, the"
                                + " load, and whether the baud rate is enough; the last one: 255/190: 57"));
    }
}
