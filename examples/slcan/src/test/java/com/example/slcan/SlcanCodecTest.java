package com.example.slcan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Codec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

class SlcanCodecTest {

    /** What python-can 4.1.0 wrote to an adapter: two commands, then frames of every kind. */
    private static final String PYTHON_CAN =
            "C\rS6\rO\rO\rt1814102700FF\rT18FEF10080011223344556677\rr7FF8\rR1FFFFFFF0\rt0000\r";

    /** Writes down what the decoder delivers. */
    private static final class Heard implements DecodeSink {

        private final List<String> lines = new ArrayList<>();
        private final List<String> absent = new ArrayList<>();
        private final StringBuilder bytes = new StringBuilder();

        @Override
        public void frame(long time, Packet frame) {
            bytes.append(new String(frame.payload(), StandardCharsets.ISO_8859_1));
        }

        @Override
        public void sample(SignalSpec signal, Value value) {
            lines.add(signal.name() + "=" + value.shown());
        }

        @Override
        public void error(FrameError kind, Text detail) {
            assertThat(detail.zh()).isNotEqualTo(detail.en());
            lines.add(kind.key() + ": " + detail.en());
        }

        @Override
        public void absent(SignalSpec signal) {
            absent.add(signal.name());
        }
    }

    private static SignalSpec signal(String name, Map<String, ?> settings) {
        return new SignalSpec(name, "can", Unit.ONE, null, null, Settings.of(settings));
    }

    private static ChannelSpec channel(String byteOrder) {
        return new ChannelSpec("can", "device", "serial", "slcan", Settings.of(Map.of("byte-order", byteOrder)));
    }

    private static Decoder decoder(String byteOrder, SignalSpec... signals) {
        return new SlcanCodec().decoder(channel(byteOrder), List.of(signals));
    }

    private static List<String> heard(String text, SignalSpec... signals) {
        Heard heard = new Heard();
        decoder("little", signals).decode(0, packet(text), heard);
        assertThat(heard.bytes.toString()).isEqualTo(text);
        return heard.lines;
    }

    private static Packet packet(String text) {
        return Packet.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String sent(Map<String, ?> command, Map<String, String> parameters) {
        CommandSpec spec = new CommandSpec("x", "can", true, Settings.of(command));
        return new SlcanCodec()
                .encoder(channel("little"), spec)
                .encode(parameters)
                .text();
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Codec.class)).extracting(Codec::name).containsExactly("slcan");
    }

    @Test
    void readsWhatSomebodyElseWrote() {
        String frames = PYTHON_CAN.substring(PYTHON_CAN.indexOf("t181"));
        assertThat(heard(
                        frames,
                        signal("speed", Map.of("id", "181", "type", "i16", "scale", 0.1)),
                        signal("state", Map.of("id", "181", "byte", 3)),
                        signal("last", Map.of("id", "18fef100", "type", "u32", "byte", 4)),
                        signal("none", Map.of("id", "7FF"))))
                .containsExactly("speed=1000", "state=255", "last=2003195204");
    }

    @Test
    void tellsFramesApartByTheirIdentifiers() {
        assertThat(decoder("little").kind(packet("t1814102700FF\r"))).contains("id 181");
        assertThat(decoder("little").kind(packet("t181410\r"))).isEmpty();
    }

    @Test
    void readsTheFrameWithATimeOfAnAdaptersFirmware() {
        assertThat(heard(
                        "T1111222281122334455667788EA5F\r",
                        signal("t", Map.of("id", "11112222", "type", "timestamp")),
                        signal("x", Map.of("id", "11112222", "type", "u16", "byte", 6))))
                .containsExactly("t=59999", "x=34935");
    }

    /** The data are there all the same. */
    @Test
    void saysWhichTimeTheAdaptersClockNeverShows() {
        Heard heard = new Heard();
        SignalSpec[] signals = {
            signal("time", Map.of("id", "181", "type", "timestamp")), signal("state", Map.of("id", "181"))
        };
        decoder("little", signals).decode(0, packet("t18112AEA60\r"), heard);
        assertThat(heard.lines).containsExactly("syntax: the time stamp 60000 ms is over 59999", "state=42");
        assertThat(heard.absent).containsExactly("time");
    }

    @Test
    void readsNumbersOfEveryTypeInEitherOrder() {
        Heard heard = new Heard();
        SignalSpec[] signals = CanNumber.keys().stream()
                .map(type -> signal(type, Map.of("id", "001", "type", type)))
                .toArray(SignalSpec[]::new);
        decoder("big", signals).decode(0, packet("t0014C1200000\r"), heard);
        assertThat(heard.lines)
                .containsExactly(
                        "u8=193", "i8=-63", "u16=49440", "i16=-16096", "u32=3240099840", "i32=-1054867456", "f32=-10");
    }

    @Test
    void answersOfTheAdapterAreFramesAndARefusalIsAnError() {
        assertThat(heard("\rz\rZ\rV1013\rNA123\rF00\r")).isEmpty();
        assertThat(heard("\r\u0007\r")).containsExactly("exception: the adapter refuses a command");
        assertThat(heard("t12\u0007"))
                .containsExactly("syntax: not a frame", "exception: the adapter refuses a command");
    }

    @ParameterizedTest
    @CsvSource({
        "t8000,                 syntax: not a frame",
        "T200000000,            syntax: not a frame",
        "t1239,                 syntax: not a frame",
        "t12320011x,            syntax: not a frame",
        "t123211,               length: 2 digits of data for 4",
        "t1232112233,           length: 6 digits of data for 4",
        "r123212,               length: 2 digits of data for 0",
        "t1000,                 length: 100 has 0 bytes",
        "t10040000807F,         value: 100 holds no finite number",
    })
    void whatIsNoFrameIsAnErrorByKind(String line, String error) {
        assertThat(heard(line + "\r", signal("x", Map.of("id", "100", "type", "f32"))))
                .containsExactly(error);
    }

    /** A remote frame may have a time, too, but asks for the data. */
    @Test
    void aFrameWithoutAValueOfItsSignalSaysSo() {
        Heard heard = new Heard();
        SignalSpec[] signals = {
            signal("time", Map.of("id", "181", "type", "timestamp")),
            signal("speed", Map.of("id", "181", "type", "u16")),
            signal("state", Map.of("id", "181")),
            signal("other", Map.of("id", "7FF"))
        };
        decoder("little", signals).decode(0, packet("t18112A\rr1818\rr7FF8\r"), heard);
        assertThat(heard.absent).containsExactly("time", "speed", "time");
        assertThat(heard.lines).containsExactly("length: 181 has 1 bytes", "state=42");
    }

    @Test
    void noiseWithoutAnEndIsKeptInPieces() {
        assertThat(heard("x".repeat(128))).containsExactly("syntax: not a frame", "syntax: not a frame");
    }

    @Test
    void commandsAreWrittenAsSomebodyElseWritesThem() {
        assertThat(sent(Map.of("line", "S6"), Map.of())
                        + sent(Map.of("id", "181", "data", "10 {state:u16} FF"), Map.of("state", "39"))
                        + sent(
                                Map.of("id", "18fef100", "data", "{low:u32} {high:i32}"),
                                Map.of("low", "857870592", "high", "2003195204"))
                        + sent(Map.of("id", "7FF", "remote", 8), Map.of())
                        + sent(Map.of("id", "1FFFFFFF", "remote", 0), Map.of())
                        + sent(Map.of("id", "000"), Map.of()))
                .isEqualTo(PYTHON_CAN.replace("C\r", "").replace("O\r", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "256,  u8",
        "-1,   u16",
        "-129, i8",
        "1.5,  i32",
        "x,    f32",
        "1e39, f32",
    })
    void valuesThatDoNotFitAreRefused(String value, String type) {
        assertThatThrownBy(() -> sent(Map.of("id", "100", "data", "{v:" + type + "}"), Map.of("v", value)))
                .isInstanceOfSatisfying(NotEncodableException.class, e -> assertThat(e.reason())
                        .isEqualTo(new Text(value + " 不是 " + type, value + " is no " + type)));
    }

    @ParameterizedTest
    @CsvSource({
        "id,     800",
        "data,   1",
        "data,   {v:u9}",
        "data,   00 11 22 33 44 {v:u32}",
        "remote, 9",
        "line,   O",
    })
    void badSettingsOfCommandsAreRefusedBeforeARun(String key, String value) {
        Map<String, String> settings = key.equals("id") ? Map.of(key, value) : Map.of("id", "100", key, value);
        assertThatThrownBy(() -> sent(settings, Map.of())).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.EN)).startsWith("(java): " + key + " cannot be " + value + "; ");
            assertThat(e.message(Language.ZH)).startsWith("(java): " + key + " 的值 " + value + " 无效；");
        });
    }

    @Test
    void aLineForTheAdapterGoesOutAsItStandsOrNotAtAll() {
        for (String line : List.of("S{rate}", "S6\rO", "Sü")) {
            assertThatThrownBy(() -> sent(Map.of("line", line), Map.of("rate", "6")))
                    .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.message(Language.EN))
                            .endsWith("; write one line of printable ASCII characters; it has no parameters"));
        }
        for (String key : List.of("id", "data", "remote")) {
            assertThatThrownBy(() -> sent(Map.of("line", "O", key, "1"), Map.of()))
                    .as(key)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("line cannot be O; it goes with no id, data or remote");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "u32,       byte,  5, 'a frame has 8 bytes at most: it must be from 0 to 4'",
        "u8,        byte,  8, 'a frame has 8 bytes at most: it must be from 0 to 7'",
        "i8,        byte, -1, 'a frame has 8 bytes at most: it must be from 0 to 7'",
        "timestamp, byte,  0, a timestamp has none",
        "timestamp, scale, 2, a timestamp has none",
    })
    void badSettingsOfSignalsAreRefusedBeforeARun(String type, String key, int value, String remedy) {
        SignalSpec signal = signal("x", Map.of("id", "100", "type", type, key, value));
        assertThatThrownBy(() -> decoder("little", signal))
                .isInstanceOf(InputException.class)
                .hasMessage("(java): " + key + " cannot be " + value + "; " + remedy);
    }

    /** A message of a broker is no piece of a stream. */
    @Test
    void isNotForMessages() {
        assertThat(new SlcanCodec().reads()).contains(Carriage.STREAM);
    }

    @Test
    void valuesComeBackAsTheyWereSent() {
        Random random = new Random(1);
        for (int round = 0; round < 1000; round++) {
            String value = Integer.toString(random.nextInt());
            String id = "%08X".formatted(random.nextInt(1 << 29));
            String line = sent(Map.of("id", id, "data", "{v:i32}"), Map.of("v", value));
            assertThat(heard(line, signal("v", Map.of("id", id, "type", "i32"))))
                    .containsExactly("v=" + value);
        }
    }

    @Test
    void mutatedBytesAreKeptAndNeverThrow() {
        Heard heard = new Heard();
        Decoder decoder = decoder("little", signal("x", Map.of("id", "181", "type", "f32")));
        StringBuilder all = new StringBuilder();
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(PYTHON_CAN);
            for (int change = random.nextInt(4); change > 0; change--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
            }
            all.append(text);
            Packet packet = packet(text.toString());
            assertThatCode(() -> decoder.decode(0, packet, heard))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
        assertThat(all.toString()).startsWith(heard.bytes);
        assertThat(all.length() - heard.bytes.length()).isLessThan(64);
        decoder.broken(0, heard);
        assertThat(heard.bytes.toString()).isEqualTo(all.toString());
        assertThat(heard.lines).anyMatch(line -> line.startsWith("syntax")).anyMatch(line -> line.startsWith("length"));
    }
}
