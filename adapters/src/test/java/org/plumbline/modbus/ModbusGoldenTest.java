package org.plumbline.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;

/**
 * Every published answer through both decoders, after its question: the published one where there is one, else the one that is
 * left by what the answer holds.
 */
class ModbusGoldenTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final String ANSWERS = """
            11 01 05 CD 6B B2 0E 1B 45 E6       | 01 00 13 00 25 | c19 register=19; c20 register=20; c55 register=55 \
            | c19=true; c20=false; c55=true
            11 03 06 AE 41 56 52 43 40 49 AD    | 03 00 6B 00 03 | a register=107; b register=108; c register=109 \
            | a=44609; b=22098; c=17216
            11 03 06 00 00 00 00 00 00 EC B5    | 03 00 6B 00 03 | a register=107; b register=108; c register=109 \
            | a=0; b=0; c=0
            11 03 06 02 2B 00 00 00 64 C8 BA    | 03 00 6B 00 03 | a register=107; b register=108; c register=109 \
            | a=555; b=0; c=100
            11 04 02 00 0A F8 F4                | 04 00 08 00 01 | a register=8 | a=10
            01 04 10 51 24 45 B7 19 71 3F 5F 19 F9 43 0B 59 D1 45 D2 70 B9 | 04 00 00 00 08 \
            | a register=0 type=float32 word-order=low-first; b register=2 type=float32 word-order=low-first; \
            c register=4 type=float32 word-order=low-first; d register=6 type=float32 word-order=low-first \
            | a=5866.1426; b=0.87148196; c=139.10146; d=6731.227
            11 05 00 AC FF 00 4E 8B             | 05 00 AC FF 00 | c172 register=172; code type=exception | c172=true; code=0
            11 06 00 01 00 03 9A 9B             | 06 00 01 00 03 | a register=1; code type=exception | a=3; code=0
            11 0F 00 13 00 0A 26 99             | 0F 00 13 00 0A 02 CD 01 | c20 register=20; c27 register=27; c28 register=28 \
            | c20=false; c27=true; c28=false
            0A 81 02 B0 53                      | 01 00 00 00 01 | code type=exception \
            | exception: unit 10 function 1 register 0: exception code 2; code=2
            00 83 02 91 31                      | 03 00 7C 00 02 | code type=exception | syntax: unit 0 answers, but was not asked
            11 03 04 00 8D 00 8E FB BD          | 03 00 7C 00 02 | a register=124; b register=125 | a=141; b=142
            11 83 02 C1 34                      | 03 00 7C 00 02 | a register=124; code type=exception \
            | exception: unit 17 function 3 register 124: exception code 2; code=2
            FF 83 02 A1 01                      | 03 00 7C 00 02 | a register=124; code type=exception \
            | exception: unit 255 function 3 register 124: exception code 2; code=2
            00 83 02 91 21                      | 03 00 7C 00 02 | code type=exception | checksum: given 91 21, computed 91 31
            00 83 02 F0 91 31                   | 03 00 7C 00 02 | code type=exception | syntax: no question and no answer
            09 10 03 E8 00 03 01 30             | 10 03 E8 00 03 06 09 00 00 00 FF FF \
            | action register=1000; force register=1002; code type=exception | action=2304; force=65535; code=0
            09 03 02 11 00 55 D5                | 03 07 D0 00 01 | gSTA register=2000 mask=0x3000 | gSTA=1
            09 03 02 31 00 4C 15                | 03 07 D0 00 01 | gSTA register=2000 mask=0x3000 | gSTA=3
            """;

    private static SignalSpec signal(int unit, int function, String words) {
        Map<String, Object> settings = new HashMap<>(Map.of("unit-id", unit, "function", function));
        Stream.of(words.split(" ")).skip(1).forEach(pair -> settings.put(pair.split("=")[0], pair.split("=")[1]));
        return Heard.signal(words.split(" ")[0], settings);
    }

    private static Decoder decoder(String role, List<SignalSpec> signals) {
        return new ModbusRtuCodec().decoder(Heard.channel("modbus-rtu", Map.of("role", role)), signals);
    }

    @Test
    void noPublishedAnswerIsLeftOut() throws IOException {
        try (InputStream csv = ModbusGoldenTest.class.getResourceAsStream("modbus_rtu.csv")) {
            List<String> answers = new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(row -> row.split(","))
                    .filter(row -> !row[1].equals("req"))
                    .map(row -> row[0])
                    .toList();
            assertThat(answers).hasSize(19);
            assertThat(ANSWERS.lines().map(row -> row.split("\\|")[0].strip())).containsExactlyElementsOf(answers);
        }
    }

    /** The master asks only what is not written by the plan; to unit 0 nobody answers (Modbus over Serial Line V1.02, 2.1). */
    @ParameterizedTest
    @CsvSource(textBlock = ANSWERS, delimiter = '|')
    void tellsWhatPublishedAnswersSay(String answer, String question, String signals, String lines) {
        Packet answered = Packet.of(HEX.parseHex(answer));
        byte[] pdu = HEX.parseHex(question);
        int unit = answered.payload()[0] & 0xFF;
        Packet asked = Packet.of(new RtuFraming().wrap(unit, pdu));
        List<SignalSpec> points = Stream.of(signals.split("; "))
                .map(words -> signal(unit, pdu[0], words))
                .toList();
        Decoder listener = decoder("listener", points);
        Heard heard = new Heard();
        listener.decode(1, asked, heard);
        listener.decode(2, answered, heard);
        listener.broken(3, heard);
        assertThat(heard.lines()).containsExactly(lines.split("; "));
        if (Question.polls(pdu[0])) {
            Poller master = (Poller) decoder("master", points);
            Heard told = new Heard();
            master.ask(1, asked);
            master.decode(2, answered, told);
            assertThat(told.lines())
                    .containsExactly(unit == 0 ? new String[] {"syntax: nothing was asked"} : lines.split("; "));
        }
    }
}
