package org.plumbline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.binary.BinaryCodec;
import org.plumbline.lines.LinesCodec;
import org.plumbline.mavlink.MavlinkCodec;
import org.plumbline.modbus.ModbusRtuCodec;
import org.plumbline.nmea.Nmea0183Codec;

/** Half a frame before a cable is pulled and half a frame after it are not a frame; no byte is lost. */
class BrokenConnectionTest {

    private static final String CUT = "syntax: cut off with the connection";

    private static Heard heard(Codec codec, Map<String, ?> channel, Map<String, ?> signal, String... pieces) {
        Decoder decoder = codec.decoder(Heard.channel(codec.name(), channel), List.of(Heard.signal("x", signal)));
        Heard heard = new Heard();
        for (String piece : pieces) {
            decoder.decode(1, Heard.packet(piece), heard);
            decoder.broken(2, heard);
        }
        assertThat(heard.bytes()).isEqualTo(String.join("", pieces));
        return heard;
    }

    @Test
    void ofLinesWithoutACheckValue() {
        assertThat(heard(new LinesCodec(), Map.of("pattern", "(?<d>\\S+) m"), Map.of("group", "d"), "1 m\n1", "2 m\n")
                        .lines())
                .containsExactly("x=1", CUT, "x=2");
    }

    @Test
    void ofSentences() {
        assertThat(heard(
                                new Nmea0183Codec(),
                                Map.of(),
                                Map.of("sentence", "DPT", "field", 1),
                                "$SDDPT,0.5",
                                ",0.5,*7B\r\n$SDDPT,0.5,0.5,*7B\r\n")
                        .lines())
                .containsExactly(CUT, "syntax: not a sentence", "x=0.5");
    }

    @Test
    void ofBinaryFrames() {
        Map<String, Object> layout = Map.of(
                "start", "3C", "messages", Map.of("m", Map.of("fields", List.of(Map.of("name", "n", "type", "u16")))));
        assertThat(heard(new BinaryCodec(), layout, Map.of("message", "m", "field", "n"), "<\0", "\1<\0\2")
                        .lines())
                .containsExactly(CUT, "syntax: not a frame", "x=2");
    }

    /** Of an answer, the question of which went before the loss, nobody says that it was missing. */
    @Test
    void ofABusThatIsListenedTo() {
        String question = "\u0011\3\0\u006b\0\3\u0076\u0087";
        assertThat(heard(
                                new ModbusRtuCodec(),
                                Map.of("role", "listener"),
                                Map.of("unit-id", 17, "register", 107),
                                question + "\u0011\3\6",
                                question)
                        .lines())
                .containsExactly("syntax: no question and no answer");
    }

    @Test
    void ofMavlink() {
        String heartbeat = "\u00fd\u0009\0\0\0\u0001\u0001\0\0\0\0\0\0\0\u0002\u0003\0\0\u0003";
        assertThat(heard(
                                new MavlinkCodec(),
                                Map.of(),
                                Map.of("message", "HEARTBEAT", "field", "custom_mode"),
                                heartbeat,
                                heartbeat)
                        .lines())
                .containsExactly("syntax: not a frame", "syntax: not a frame");
    }
}
