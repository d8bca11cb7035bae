package org.plumbline.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plumbline.channel.Refused.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Sampling;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Codec;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

class ModbusRtuCodecTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final Codec CODEC = new ModbusRtuCodec();

    private static Poller master(SignalSpec... signals) {
        return (Poller) CODEC.decoder(Heard.channel("modbus-rtu", Map.of()), List.of(signals));
    }

    private static SignalSpec signal(String settings) {
        return Heard.signal(settings.split(" ")[0], settings(settings));
    }

    private static Map<String, Object> settings(String settings) {
        Map<String, Object> map = new HashMap<>();
        Stream.of(settings.split(" "))
                .filter(pair -> pair.contains("="))
                .forEach(pair -> map.put(pair.split("=")[0], pair.split("=")[1]));
        return map;
    }

    private static Packet packet(String hex) {
        return Packet.of(HEX.parseHex(hex));
    }

    private static String hex(Packet packet) {
        return HEX.formatHex(packet.payload());
    }

    /** What is heard of the answer to the first question of the plan. */
    private static Heard heard(String answer, String... signals) {
        Poller master =
                master(Arrays.stream(signals).map(ModbusRtuCodecTest::signal).toArray(SignalSpec[]::new));
        master.ask(0, master.next(0).orElseThrow());
        Heard heard = new Heard();
        master.decode(1, packet(answer), heard);
        return heard;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "modbus_rtu.csv", numLinesToSkip = 1)
    void computesTheCrcOfPublishedFrames(String frame, String direction, boolean right, String computed) {
        byte[] bytes = HEX.parseHex(frame);
        assertThat(Crc16.holds(bytes, 0, bytes.length)).isEqualTo(right);
        byte[] made = new RtuFraming().wrap(bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length - 2));
        assertThat(HEX.formatHex(made)).endsWith(computed).startsWith(frame.substring(0, frame.length() - 5));
    }

    @ParameterizedTest
    @CsvSource({
        "unit-id=17 function=1 register=19, 37, 11 01 00 13 00 25 0E 84",
        "unit-id=17 function=2 register=196, 22, 11 02 00 C4 00 16 BA A9",
        "unit-id=17 function=3 register=107, 3, 11 03 00 6B 00 03 76 87",
        "unit-id=2 function=4 register=3000, 8, 02 04 0B B8 00 08 73 FE",
        "unit-id=9 function=3 register=2000, 1, 09 03 07 D0 00 01 85 CF",
    })
    void asksAsPublishedFramesDo(String settings, int quantity, String frame) {
        Map<String, Object> first = settings(settings);
        SignalSpec[] signals = new SignalSpec[quantity];
        for (int i = 0; i < quantity; i++) {
            Map<String, Object> one = new HashMap<>(first);
            one.put("register", Integer.parseInt(first.get("register").toString()) + i);
            signals[quantity - 1 - i] = Heard.signal("s" + i, one);
        }
        assertThat(hex(master(signals).next(0).orElseThrow())).isEqualTo(frame);
    }

    @Test
    void readsRegistersOfPublishedAnswers() {
        assertThat(heard(
                                "11 03 06 02 2B 00 00 00 64 C8 BA",
                                "a unit-id=17 register=107",
                                "b unit-id=17 register=108 type=int16",
                                "c unit-id=17 register=109 scale=0.1 offset=-40")
                        .lines())
                .containsExactly("a=555", "b=0", "c=-30");
        assertThat(heard("09 03 02 31 00 4C 15", "status unit-id=9 register=2000")
                        .lines())
                .containsExactly("status=12544");
    }

    private static List<String> read(String registers, String... signals) {
        int length = (registers.length() + 1) / 3;
        byte[] answer = new RtuFraming().wrap(1, HEX.parseHex("03 %02X %s".formatted(length, registers)));
        return heard(HEX.formatHex(answer), signals).lines();
    }

    /** 0x3100: activated, gSTA 3, gOBJ 0, in the high byte of a gripper's status (manual of the Robotiq 2F, register 2000). */
    @Test
    void readsBitsOfAPublishedStatus() {
        assertThat(heard(
                                "09 03 02 31 00 4C 15",
                                "gACT unit-id=9 register=2000 type=bit mask=0x0100",
                                "gGTO unit-id=9 register=2000 type=bit mask=0x0800",
                                "gSTA unit-id=9 register=2000 mask=0x3000",
                                "gOBJ unit-id=9 register=2000 mask=0xC000")
                        .lines())
                .containsExactly("gACT=true", "gGTO=false", "gSTA=3", "gOBJ=0");
    }

    @Test
    void readsMasksOfEveryWidth() {
        assertThat(read(
                        "80 C1 00 02",
                        "a register=0 type=int16 mask=0x80C0",
                        "b register=0 type=uint32 mask=0xFF000000",
                        "c register=0 type=uint32 word-order=low-first mask=0x000F0000 scale=0.5",
                        "d register=0 type=bit mask=32768",
                        "e register=1 mask=2"))
                .containsExactlyInAnyOrder("a=515", "b=128", "c=1", "d=true", "e=1");
        assertThat(read(
                        "F0 00 00 00 00 00 00 01",
                        "top register=0 type=uint64 mask=0xF000000000000000",
                        "low register=0 type=int64 mask=1"))
                .containsExactlyInAnyOrder("top=15", "low=1");
    }

    @Test
    void readsTextInRegisters() {
        assertThat(read("50 4C 2D 34 32 00", "serial register=0 type=text registers=3"))
                .containsExactly("serial='PL-42'");
        assertThat(read("20 41 20 42 20 20 00 00", "serial register=0 type=text registers=4"))
                .containsExactly("serial=' A B'");
        assertThat(read("00 00", "serial register=0 type=text registers=1")).containsExactly("serial=''");
        for (String noText : List.of("41 00 42 00", "41 E9 42 43", "41 0D 42 43")) {
            assertThat(read(noText, "serial register=0 type=text registers=2"))
                    .containsExactly("value: register 0: no ASCII text");
        }
    }

    /** 2^53 is the same double as 2^53 + 1. */
    @Test
    void readsLongNumbersAsFarAsTheyAreExact() {
        assertThat(read("00 00 01 00 00 00 00 07", "n register=0 type=uint64")).containsExactly("n=1099511627783");
        assertThat(read("00 07 00 00 01 00 00 00", "n register=0 type=uint64 word-order=low-first"))
                .containsExactly("n=1099511627783");
        assertThat(read("FF FF FF FF FF FF FF FB", "n register=0 type=int64")).containsExactly("n=-5");
        assertThat(read("00 1F FF FF FF FF FF FF", "n register=0 type=int64"))
                .containsExactly("n=9.007199254740991E15");
        for (String beyond : List.of("00 20 00 00 00 00 00 01", "FF FF FF FF FF FF FF FF")) {
            assertThat(read(beyond, "n register=0 type=uint64")).containsExactly("value: register 0: not a number");
        }
        assertThat(sent(Map.of("type", "int64", "value", "{v}"), Map.of("v", "-5")))
                .startsWith("01 10 00 00 00 04 08 FF FF FF FF FF FF FF FB");
        assertThatThrownBy(() -> sent(Map.of("type", "uint64", "value", "{v}"), Map.of("v", "9007199254740993")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" does not fit into uint64");
    }

    @Test
    void readsFloatsWhoseLowWordComesFirst() {
        List<String> lines = heard(
                        "01 04 10 51 24 45 B7 19 71 3F 5F 19 F9 43 0B 59 D1 45 D2 70 B9",
                        "a function=4 register=0 type=float32 word-order=low-first",
                        "b function=4 register=2 type=float32 word-order=low-first",
                        "c function=4 register=4 type=float32 word-order=low-first",
                        "d function=4 register=6 type=float32 word-order=low-first")
                .lines();
        assertThat(lines.stream().map(line -> Double.parseDouble(line.substring(2))))
                .usingElementComparator((x, y) -> Math.abs(x - y) < 1e-3 ? 0 : 1)
                .containsExactly(5866.143, 0.871482, 139.1015, 6731.227);
    }

    /** 123456.0 is 47 F1 20 00: A B C D. */
    @ParameterizedTest
    @CsvSource({
        "word-order=high-first byte-order=big, 47 F1 20 00",
        "word-order=low-first, 20 00 47 F1",
        "byte-order=little, F1 47 00 20",
        "word-order=low-first byte-order=little, 00 20 F1 47",
    })
    void readsAndWritesTheFourOrdersOfAFloat(String order, String registers) {
        assertThat(read(registers, "f register=0 type=float32 " + order)).containsExactly("f=123456");
        Map<String, Object> command = settings("type=float32 value=123456 " + order);
        assertThat(sent(command, Map.of())).startsWith("01 10 00 00 00 02 04 " + registers);
    }

    @Test
    void theOrderOfBytesIsThatOfEveryRegister() {
        assertThat(read("34 12", "n register=0 byte-order=little")).containsExactly("n=4660");
        assertThat(read("00 31", "gSTA register=0 mask=0x3000 byte-order=little"))
                .containsExactly("gSTA=3");
        assertThat(read("4C 50 34 2D 00 32", "serial register=0 type=text registers=3 byte-order=little"))
                .containsExactly("serial='PL-42'");
        assertThat(read("00 00 00 00 00 01 07 00", "n register=0 type=uint64 byte-order=little"))
                .containsExactly("n=16777223");
        assertThat(read("07 00 00 01 00 00 00 00", "n register=0 type=uint64 word-order=low-first byte-order=little"))
                .containsExactly("n=16777223");
    }

    @Test
    void coilsHaveNoOrderOfBytes() {
        assertThat(heard("11 01 05 CD 6B B2 0E 1B 45 E6", coils("byte-order=little"))
                        .lines())
                .startsWith("c19=true", "c20=false", "c21=true", "c22=true");
    }

    @Test
    void readsCoilsOfAPublishedAnswer() {
        assertThat(heard("11 01 05 CD 6B B2 0E 1B 45 E6", coils("")).lines())
                .hasSize(37)
                .startsWith("c19=true", "c20=false", "c21=true", "c22=true");
    }

    private static String[] coils(String more) {
        return IntStream.range(19, 56)
                .mapToObj(i -> "c%d unit-id=17 function=1 register=%d %s".formatted(i, i, more))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "unit-id=17 function=5 register=172 value=true, 11 05 00 AC FF 00 4E 8B",
        "unit-id=17 register=1 value=3, 11 06 00 01 00 03 9A 9B",
        "unit-id=17 register=1 value=0.3 scale=0.1, 11 06 00 01 00 03 9A 9B",
        "unit-id=9 pdu=1003E800030609000000FFFF, 09 10 03 E8 00 03 06 09 00 00 00 FF FF 72 19",
    })
    void writesAsPublishedFramesDo(String settings, String frame) {
        assertThat(hex(CODEC.encoder(Heard.channel("modbus-rtu", Map.of()), Heard.command(settings(settings)))
                        .encode(Map.of())))
                .isEqualTo(frame);
    }

    @Test
    void writesManyRegistersAndCoilsAsPublishedFramesDo() {
        Map<String, Object> coils =
                Map.of("unit-id", 17, "function", 15, "register", 19, "value", List.of(1, 0, 1, 1, 0, 0, 1, 1, 1, 0));
        assertThat(sent(coils, Map.of())).isEqualTo("11 0F 00 13 00 0A 02 CD 01 BF 0B");
        Map<String, Object> gripper =
                Map.of("unit-id", 9, "register", 1000, "value", List.of("{action}", 0, "{force}"));
        assertThat(sent(gripper, Map.of("action", "2304", "force", "65535")))
                .isEqualTo("09 10 03 E8 00 03 06 09 00 00 00 FF FF 72 19");
    }

    private static String sent(Map<String, ?> settings, Map<String, String> parameters) {
        return hex(CODEC.encoder(Heard.channel("modbus-rtu", Map.of()), Heard.command(settings))
                .encode(parameters));
    }

    @Test
    void takesExceptionCodesFromTheFrame() {
        Heard heard =
                heard("11 83 02 C1 34", "a unit-id=17 register=124", "code unit-id=17 register=124 type=exception");
        assertThat(heard.lines())
                .containsExactly("exception: unit 17 function 3 register 124: exception code 2", "code=2");
        assertThat(heard(
                                "11 03 04 00 8D 00 8E FB BD",
                                "a unit-id=17 register=124 type=uint32",
                                "e unit-id=17 type=exception")
                        .lines())
                .containsExactly("a=9240718", "e=0");
    }

    /** Function 23 writes, too (6.17): only a command asks it. */
    @Test
    void functionsThatWriteAreNotPolledForTheirRefusals() {
        Poller master = master(signal("refusal unit-id=9 function=23 register=4 type=exception"));
        assertThat(master.dueAt()).isEqualTo(Long.MAX_VALUE);
        assertThat(master.next(0)).isEmpty();
        Heard heard = new Heard();
        master.ask(0, Packet.of(new RtuFraming().wrap(9, HEX.parseHex("17 00 04 00 01 00 0F 00 01 02 00 FF"))));
        master.decode(1, Packet.of(new RtuFraming().wrap(9, HEX.parseHex("97 02"))), heard);
        assertThat(heard.lines())
                .containsExactly("exception: unit 9 function 23 register 4: exception code 2", "refusal=2");
    }

    /** The functions that have a register or none, and no quantity (6.7, 6.16, 6.18). */
    @ParameterizedTest
    @CsvSource({
        "16 00 04 00 F2 00 25, 96 02, 4, unit 1 function 22 register 4: exception code 2, refusal=2",
        "16 00 04 00 F2 00 25, 96 02, 5, unit 1 function 22 register 4: exception code 2, ",
        "18 04 DE, 98 03, 1246, unit 1 function 24 register 1246: exception code 3, refusal=3",
        "07, 87 01, 0, unit 1 function 7: exception code 1, ",
    })
    void refusalsTellTheRegisterWhereTheFunctionHasOne(
            String asked, String refused, int register, String said, String sample) {
        Poller master = master(Heard.signal(
                "refusal",
                Map.of("function", (int) HEX.parseHex(asked)[0], "register", register, "type", "exception")));
        Heard heard = new Heard();
        master.ask(0, Packet.of(new RtuFraming().wrap(1, HEX.parseHex(asked))));
        master.decode(1, Packet.of(new RtuFraming().wrap(1, HEX.parseHex(refused))), heard);
        assertThat(heard.lines())
                .isEqualTo(sample == null ? List.of("exception: " + said) : List.of("exception: " + said, sample));
    }

    /** 0 would say that the write was accepted; V1.1b3, clause 7, begins with 1. */
    @Test
    void aRefusalWithoutACodeIsNoAcceptance() {
        Poller master = master(signal("accepted unit-id=17 function=6 type=exception"));
        Heard heard = new Heard();
        master.ask(0, packet("11 06 00 01 00 03 9A 9B"));
        master.decode(1, packet("11 86 00 43 A5"), heard);
        assertThat(heard.lines())
                .containsExactly("value: unit 17 function 6 register 1: exception code 0, which is none");
    }

    @ParameterizedTest
    @CsvSource({"00 01 00 00 00 02 11 86, 1", "00 01 00 00 00 04 11 86 02 00, 3"})
    void aRefusalOfAnotherLengthIsNoneOnTcp(String frame, int length) {
        Poller master = (Poller) new ModbusTcpCodec()
                .decoder(
                        Heard.channel("modbus-tcp", Map.of()),
                        List.of(signal("accepted unit-id=17 function=6 type=exception")));
        Heard heard = new Heard();
        master.ask(0, Packet.of(new TcpFraming().wrap(17, HEX.parseHex("06 00 01 00 03"))));
        master.decode(1, packet(frame), heard);
        assertThat(heard.lines())
                .containsExactly("length: unit 17 function 6 register 1: exception response of " + length
                        + " bytes instead of 2");
    }

    /** The unit clamps what it is asked to write, or takes another register or another quantity (6.5, 6.6, 6.11, 6.12, 6.16). */
    @ParameterizedTest
    @CsvSource({
        "06 00 64 01 F4, 06 00 64 00 64, 06 00 64 01 F4",
        "06 00 64 01 F4, 06 00 65 01 F4, 06 00 64 01 F4",
        "05 00 AC FF 00, 05 00 AC 00 00, 05 00 AC FF 00",
        "0F 00 13 00 0A 02 CD 01, 0F 00 13 00 08, 0F 00 13 00 0A",
        "10 00 01 00 02 04 00 0A 01 02, 10 00 01 00 01, 10 00 01 00 02",
        "16 00 04 00 F2 00 25, 16 00 04 00 F2 00 00, 16 00 04 00 F2 00 25",
    })
    void anAcceptanceOfSomethingElseIsNone(String asked, String accepted, String echo) {
        int function = HEX.parseHex(asked)[0];
        SignalSpec refusal = Heard.signal("refusal", Map.of("function", function, "type", "exception"));
        for (String answer : List.of(accepted, echo)) {
            Poller master = master(refusal);
            Heard heard = new Heard();
            master.ask(0, Packet.of(new RtuFraming().wrap(1, HEX.parseHex(asked))));
            master.decode(1, Packet.of(new RtuFraming().wrap(1, HEX.parseHex(answer))), heard);
            assertThat(heard.lines())
                    .containsExactly(
                            answer.equals(echo)
                                    ? "refusal=0"
                                    : "value: unit 1 accepts %s, asked was %s".formatted(accepted, echo));
        }
    }

    @Test
    void anAcceptanceThatIsCutShortIsNoneOnTcpEither() {
        Poller master = (Poller) new ModbusTcpCodec().decoder(Heard.channel("modbus-tcp", Map.of()), List.of());
        Heard heard = new Heard();
        master.ask(0, Packet.of(new TcpFraming().wrap(1, HEX.parseHex("06 00 64 01 F4"))));
        master.decode(1, packet("00 01 00 00 00 02 01 06"), heard);
        assertThat(heard.lines()).containsExactly("value: unit 1 accepts 06, asked was 06 00 64 01 F4");
    }

    /** Its data hold what would be a refusal with the right CRC. */
    @Test
    void looksForNoFrameInsideAnAnswerThatIsStillComing() {
        byte[] answer = HEX.parseHex("01 03 10 00 00 01 83 02 C0 F1 00 00 00 00 00 00 00 00 00 4F 58");
        for (int cut = 1; cut < answer.length; cut++) {
            Poller master = master(signal("first register=0"), signal("last register=4 type=float64"));
            master.ask(0, packet("01 03 00 00 00 08 44 0C"));
            Heard heard = new Heard();
            master.decode(1, Packet.of(Arrays.copyOf(answer, cut)), heard);
            master.decode(2, Packet.of(Arrays.copyOfRange(answer, cut, answer.length)), heard);
            assertThat(heard.lines()).as("cut after %d", cut).containsExactly("first=0", "last=0");
            assertThat(heard.frames()).isEqualTo(1);
        }
    }

    @Test
    void countsAWrongCrcAndKeepsTheFrame() {
        Heard heard = heard("11 03 02 02 2B 00 00", "a unit-id=17 register=107");
        assertThat(heard.lines()).hasSize(1).first().asString().startsWith("checksum: given 00 00, computed ");
        assertThat(heard.bytes().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(HEX.parseHex("11 03 02 02 2B 00 00"));
    }

    @Test
    void findsTheAnswerBehindNoise() {
        Heard heard = heard("00 FF 09 03 02 31 00 4C 15", "status unit-id=9 register=2000");
        assertThat(heard.lines()).containsExactly("syntax: bytes before the answer", "status=12544");
        assertThat(heard.frames()).isEqualTo(2);
    }

    @Test
    void readsAnAnswerThatComesByteByByteAndWaitsForTheSilenceAfterIt() {
        Poller master = master(signal("status unit-id=9 register=2000"));
        master.ask(0, master.next(0).orElseThrow());
        assertThat(master.freeAt()).isEqualTo(1_000_000_000L);
        Heard heard = new Heard();
        byte[] answer = HEX.parseHex("09 03 02 31 00 4C 15");
        for (int i = 0; i < answer.length; i++) {
            master.decode(1000 + i, Packet.of(new byte[] {answer[i]}), heard);
        }
        assertThat(heard.lines()).containsExactly("status=12544");
        assertThat(heard.frames()).isEqualTo(1);
        assertThat(master.freeAt()).isEqualTo(1006 + SilentInterval.nanos(9600));
        assertThat(master.dueAt()).isEqualTo(1_000_000_000L);
    }

    @Test
    void givesUpWhatDoesNotAnswerOrStopsInTheMiddle() {
        Poller master = master(signal("status unit-id=9 register=2000"));
        Heard heard = new Heard();
        heard.frame(0, Packet.of(new byte[0]));
        master.ask(0, master.next(0).orElseThrow());
        master.expire(999_999_999L, heard);
        assertThat(heard.lines()).isEmpty();
        master.expire(1_000_000_000L, heard);
        assertThat(master.freeAt()).isEqualTo(2_000_000_000L);
        master.ask(2_000_000_000L, packet("09 03 07 D0 00 01 85 CF"));
        master.decode(2_000_000_001L, packet("09 03 02"), heard);
        master.expire(3_000_000_000L, heard);
        master.decode(3_000_000_001L, packet("31 00 4C 15"), heard);
        assertThat(heard.lines())
                .containsExactly(
                        "timeout: unit 9 function 3: no answer in 1000 ms",
                        "length: unit 9 function 3: the answer is cut short",
                        "syntax: nothing was asked");
    }

    /** The device says of each register its own number, half a second after it was given up. */
    @Test
    void aLateAnswerIsNeverTakenForThatOfTheNextQuestion() {
        Poller master = master(signal("one register=1"), signal("nine register=9"));
        Heard heard = new Heard();
        heard.frame(0, Packet.of(new byte[0]));
        NavigableMap<Long, byte[]> coming = new TreeMap<>();
        for (long time = 0; time < 60_000_000_000L; ) {
            if (coming.containsKey(time)) {
                master.decode(time, Packet.of(coming.remove(time)), heard);
            }
            master.expire(time, heard);
            if (time >= Math.max(master.freeAt(), master.dueAt())) {
                byte[] question =
                        master.ask(time, master.next(time).orElseThrow()).payload();
                byte[] answer = new RtuFraming().wrap(1, new byte[] {3, 2, 0, question[3]});
                coming.put(time + 1_500_000_000L, answer);
            }
            long wake = master.freeAt() > time ? master.freeAt() : master.dueAt();
            time = coming.isEmpty() ? wake : Math.min(wake, coming.firstKey());
        }
        assertThat(heard.lines()).doesNotContain("one=9", "nine=1").contains("syntax: nothing was asked");
    }

    /** It would count for one that the device has yet to answer, and that answer for one to nothing. */
    @Test
    void aLateAnswerOfAnotherLengthLeavesTheNextQuestionOpen() {
        Poller master = master(signal("one register=1"), signal("wide register=9 type=uint32"));
        Heard heard = new Heard();
        heard.frame(0, Packet.of(new byte[0]));
        byte[] one = new RtuFraming().wrap(1, new byte[] {3, 2, 0, 7});
        byte[] wide = new RtuFraming().wrap(1, new byte[] {3, 4, 0, 0, 0, 9});
        master.ask(0, master.next(0).orElseThrow());
        long time = master.freeAt();
        master.expire(time, heard);
        for (byte[] answer : List.of(one, wide, one)) {
            if (!master.awaitsAnswer()) {
                time = Math.max(master.freeAt(), master.dueAt());
                master.ask(time, master.next(time).orElseThrow());
            }
            master.decode(time + 1, Packet.of(answer), heard);
        }
        master.ask(time + 2, packet("01 03 00 09 00 02 14 09"));
        master.decode(time + 3, Packet.of(one), heard);
        assertThat(heard.lines())
                .containsExactly(
                        "timeout: unit 1 function 3: no answer in 1000 ms",
                        "syntax: unit 1 function 3: a late answer to a question before",
                        "wide=9",
                        "one=7",
                        "length: 2 bytes of data, asked were 4");
    }

    /** There an answer bears the number of its question. */
    @Test
    void norIsItOnTcpHoweverLateItComes() {
        List<SignalSpec> signals = List.of(signal("one register=1"), signal("nine register=9"));
        Poller master = (Poller) new ModbusTcpCodec().decoder(Heard.channel("modbus-tcp", Map.of()), signals);
        Heard heard = new Heard();
        heard.frame(0, Packet.of(new byte[0]));
        byte[] first = master.ask(0, master.next(0).orElseThrow()).payload();
        long time = master.freeAt();
        master.expire(time, heard);
        byte[] second = master.ask(time, master.next(time).orElseThrow()).payload();
        for (byte[] asked : List.of(first, second)) {
            byte[] answer = HEX.parseHex("00 00 00 00 00 05 01 03 02 00 00");
            System.arraycopy(asked, 0, answer, 0, 2);
            answer[10] = asked[9];
            master.decode(time, Packet.of(answer), heard);
        }
        assertThat(heard.lines()).endsWith("nine=9").doesNotContain("nine=1");
    }

    @ParameterizedTest
    @CsvSource({
        "one register=1, nine register=9, 1, true",
        "one register=1, nine register=9, 11, false",
        "one register=1, two register=2, 1, false",
        "one register=1, nine register=9 type=uint32, 1, false",
        "one register=1, nine register=9 function=4, 1, false",
        "one register=1, nine register=9 unit-id=2, 1, false",
        "one register=1, same register=1 period=2s, 1, false",
        "one function=1 register=1, nine function=1 register=9, 1, true",
    })
    void anAnswerMayBeTheLateOneToAQuestionOfItsForm(String signal, String other, int unit, boolean mistaken) {
        List<SignalSpec> signals = List.of(signal(signal), signal(other));
        Poller missing = master(signal(signal + " unit-id=" + unit));
        Heard heard = new Heard();
        heard.frame(0, Packet.of(new byte[0]));
        missing.ask(0, missing.next(0).orElseThrow());
        missing.expire(missing.freeAt(), heard);
        Text missed = Text.same(heard.lines().get(0).substring("timeout: ".length()));
        assertThat(CODEC.mistakable(Heard.channel("modbus-rtu", Map.of()), signals, List.of(), signals.get(0))
                        .filter(each -> each.missed().test(FrameError.TIMEOUT, missed))
                        .isPresent())
                .isEqualTo(mistaken);
    }

    @ParameterizedTest
    @CsvSource({
        "03 00 07 00 01, true",
        "03 00 07 00 02, false",
        "03 00 01 00 01, false",
        "04 00 07 00 01, false",
        "06 00 07 00 01, false",
    })
    void orThatToACommandThatReadsLikewise(String pdu, boolean mistaken) {
        CommandSpec command = new CommandSpec("seven", "c", false, Settings.of(Map.of("pdu", pdu)));
        SignalSpec one = signal("one register=1");
        Text missed = Text.same("unit 1 function 3: no answer in 1000 ms");
        assertThat(CODEC.mistakable(Heard.channel("modbus-rtu", Map.of()), List.of(one), List.of(command), one)
                        .filter(each -> each.missed().test(FrameError.TIMEOUT, missed))
                        .isPresent())
                .isEqualTo(mistaken);
    }

    @Test
    void aQuestionThatIsOverdueIsAskedOnce() {
        Poller master = master(signal("one register=1"));
        master.next(0);
        master.next(1_000_000_100L);
        assertThat(master.dueAt()).as("lateness does not add up").isEqualTo(2_000_000_000L);
        master.next(5_500_000_000L);
        assertThat(master.dueAt()).isEqualTo(6_500_000_000L);
    }

    /** The acceptance of a write has the same bytes as the write. */
    @ParameterizedTest
    @ValueSource(strings = {"echo", "rs-485-echo"})
    void theEchoOfTheAdapterIsNoAnswer(String key) {
        Packet write = packet("11 06 00 01 00 03 9A 9B");
        String noise = "00 11";
        for (String before : new String[] {"", noise + " "}) {
            byte[] echo = HEX.parseHex(before + "11 06 00 01 00 03 9A 9B");
            for (int cut = 1; cut <= echo.length; cut++) {
                Poller master = (Poller) CODEC.decoder(Heard.channel("modbus-rtu", Map.of(key, true)), List.of());
                Heard heard = new Heard();
                master.ask(0, write);
                master.decode(1, Packet.of(Arrays.copyOf(echo, cut)), heard);
                master.decode(2, Packet.of(Arrays.copyOfRange(echo, cut, echo.length)), heard);
                assertThat(master.freeAt()).as("not accepted yet").isEqualTo(1_000_000_000L);
                master.decode(3, packet("11 86 02 C2 64"), heard);
                List<String> lines =
                        new ArrayList<>(List.of("exception: unit 17 function 6 register 1: exception code 2"));
                if (!before.isEmpty()) {
                    lines.add(0, "syntax: bytes before the echo");
                }
                assertThat(heard.lines()).as("cut after %d", cut).isEqualTo(lines);
                assertThat(heard.bytes()).hasSize(echo.length + 5);
            }
        }
    }

    @Test
    void readsBehindAnEchoAndWithoutOne() {
        for (String echo : new String[] {"09 03 07 D0 00 01 85 CF ", ""}) {
            Poller master = (Poller) CODEC.decoder(
                    Heard.channel("modbus-rtu", Map.of("echo", true)),
                    List.of(signal("status unit-id=9 register=2000")));
            Heard heard = new Heard();
            master.ask(0, master.next(0).orElseThrow());
            master.decode(1, packet(echo + "09 03 02 31 00 4C 15"), heard);
            assertThat(heard.lines()).containsExactly("status=12544");
        }
    }

    @Test
    void theEchoOfABroadcastIsNothingUnasked() {
        Poller master = (Poller) CODEC.decoder(Heard.channel("modbus-rtu", Map.of("echo", true)), List.of());
        Heard heard = new Heard();
        master.ask(5, packet("00 06 00 01 00 03 98 1A"));
        master.decode(6, packet("00 06 00 01 00 03 98 1A"), heard);
        assertThat(heard.lines()).isEmpty();
        assertThat(heard.frames()).isEqualTo(1);
    }

    @Test
    void waitsForNoAnswerToABroadcast() {
        Poller master = master();
        master.ask(5, packet("00 06 00 01 00 03 98 1A"));
        assertThat(master.freeAt()).isEqualTo(100_000_005L);
        assertThat(master.dueAt()).isEqualTo(Long.MAX_VALUE);
    }

    /** 50 registers are on a line of 1200 baud for more than a second: 8 + 105 bytes of 11 bits. */
    @Test
    void doesNotCountTheTimeOnTheWire() {
        SignalSpec[] signals = new SignalSpec[50];
        Arrays.setAll(signals, i -> signal("r" + i + " register=" + i));
        Poller master = (Poller) CODEC.decoder(Heard.channel("modbus-rtu", Map.of("baud", 1200)), List.of(signals));
        byte[] pdu = new byte[102];
        pdu[0] = 3;
        pdu[1] = 100;
        byte[] answer = new RtuFraming().wrap(1, pdu);
        Heard heard = new Heard();
        heard.frame(0, Packet.of(new byte[0]));
        master.ask(0, master.next(0).orElseThrow());
        assertThat(master.freeAt()).isEqualTo(2_035_833_334L);
        master.decode(1_000_000_000L, Packet.of(Arrays.copyOf(answer, 60)), heard);
        master.expire(2_035_833_333L, heard);
        master.decode(2_035_833_333L, Packet.of(Arrays.copyOfRange(answer, 60, 105)), heard);
        assertThat(heard.lines()).hasSize(50).startsWith("r0=0");
    }

    /** 8 bytes to all units; 6 bytes of a function whose answer is not known and may be the longest, 256 bytes. */
    @ParameterizedTest
    @CsvSource({"00 06 00 01 00 03 98 1A, 173333334", "01 2B 0E 01 00 70 77, 3410833334"})
    void waitsUntilAQuestionIsSent(String question, long free) {
        Poller master = (Poller) CODEC.decoder(Heard.channel("modbus-rtu", Map.of("baud", 1200)), List.of());
        master.ask(0, packet(question));
        assertThat(master.freeAt()).isEqualTo(free);
    }

    @Test
    void keepsTheSilentIntervalsOfTheStandard() throws IOException {
        JsonNode table;
        try (InputStream file = ModbusRtuCodecTest.class.getResourceAsStream("modbus_timing.json")) {
            table = new ObjectMapper().readTree(file);
        }
        assertThat(table).hasSize(8).allSatisfy(row -> assertThat(
                        SilentInterval.nanos(row.get("baud").asInt()) / 1e3)
                .isCloseTo(row.get("t3_5_us").asDouble(), within(0.1)));
    }

    @ParameterizedTest
    @EnumSource(RegisterType.class)
    void readsWhatItWrites(RegisterType type) {
        Random random = new Random(20261126);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[2 * type.registers()];
            random.nextBytes(bytes);
            for (int orders = 0; orders < 4; orders++) {
                RegisterOrder order = new RegisterOrder(orders % 2 == 1, orders > 1);
                double number = type.read(bytes, 0, order).doubleValue();
                if (Double.isFinite(number)) {
                    assertThat(type.write(BigDecimal.valueOf(number), order)).isEqualTo(bytes);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5.1, 1, 40 A3 33 33",
        "0.1, 1, 3D CC CC CD",
        "0.51, 0.1, 40 A3 33 33",
        "134219000, 1, 4D 00 00 50",
    })
    void floatsAreTheDecimalsThatWereMeant(String value, String scale, String registers) {
        byte[] answer = new RtuFraming().wrap(1, HEX.parseHex("03 04 " + registers));
        assertThat(heard(HEX.formatHex(answer), "f register=0 type=float32 scale=" + scale)
                        .lines())
                .containsExactly("f=" + value);
        assertThat(sent(Map.of("type", "float32", "scale", scale, "value", "{v}"), Map.of("v", value)))
                .startsWith("01 10 00 00 00 02 04 " + registers);
    }

    @Test
    void refusesValuesThatDoNotFit() {
        assertRefused(
                () -> sent(Map.of("value", "{v}"), Map.of("v", "65536")),
                "uint16 容纳不下 65536；除以 scale 之后须在 0 到 65535 之间",
                "65536 does not fit into uint16; divided by scale it has to lie between 0 and 65535");
        assertRefused(
                () -> sent(Map.of("value", "{v}", "scale", 0.1), Map.of("v", "4.04")),
                "40.4 不是整数，uint16 只能表示整数；除以 scale 之后须为整数",
                "40.4 is not a whole number, uint16 holds no other; divided by scale it has to be whole");
        assertRefused(
                () -> sent(Map.of("value", "{v}"), Map.of("v", "on")),
                "“on”不是数；请给出如 12 或 0.5 的数",
                "\"on\" is not a number; give a number such as 12 or 0.5");
        assertRefused(
                () -> sent(Map.of("function", 5, "value", "{v}"), Map.of("v", "on")),
                "线圈的值不能是“on”；请给出 true、false、1 或 0",
                "a coil cannot be \"on\"; give true, false, 1 or 0");
    }

    @Test
    void refusalsOfSeveralValuesSayWhich() {
        assertRefused(
                () -> sent(Map.of("value", List.of("1", "{v}")), Map.of("v", "65536")),
                "值 2: uint16 容纳不下 65536；除以 scale 之后须在 0 到 65535 之间",
                "value 2: 65536 does not fit into uint16; divided by scale it has to lie between 0 and 65535");
        assertRefused(
                () -> sent(Map.of("value", List.of("{v}", "1")), Map.of("v", "on")),
                "值 1: “on”不是数；请给出如 12 或 0.5 的数",
                "value 1: \"on\" is not a number; give a number such as 12 or 0.5");
        assertRefused(
                () -> sent(Map.of("function", 15, "value", List.of("0", "1", "{v}")), Map.of("v", "on")),
                "值 3: 线圈的值不能是“on”；请给出 true、false、1 或 0",
                "value 3: a coil cannot be \"on\"; give true, false, 1 or 0");
    }

    @ParameterizedTest
    @CsvSource({
        "function=5, 'function cannot be 5; use: 1, 2, 3, 4'",
        "type=int8, 'type cannot be int8; use: int16, uint16, int32, uint32, int64, uint64, float32, float64, bit, text, exception, device-id'",
        "type=float32 mask=0x0001, 'type cannot be float32; use: int16, uint16, int32, uint32, int64, uint64, bit'",
        "type=text registers=2 mask=0x0001, 'type cannot be text; use: int16, uint16, int32, uint32, int64, uint64, bit'",
        "function=1 mask=0x0001, 'function cannot be 1; use: 3, 4'",
        "mask=0x10000, 'mask cannot be 0x10000; use: 0x00C0'",
        "mask=0, 'mask cannot be 0; use: 0x00C0'",
        "mask=C0, 'mask cannot be C0; use: 0x00C0'",
        "type=uint64 mask=0x003FFFFFFFFFFFFF, 'mask cannot be 0x003FFFFFFFFFFFFF; use: 0x00C0'",
        "type=uint64 mask=0x8000000000000001, 'mask cannot be 0x8000000000000001; use: 0x00C0'",
        "type=uint64 mask=0xFFFFFFFFFFFFFFFF, 'mask cannot be 0xFFFFFFFFFFFFFFFF; use: 0x00C0'",
        "type=bit, 'mask cannot be –; use: 0x0001 … 0x8000'",
        "type=bit mask=0x0003, 'mask cannot be 0x0003; use: 0x0001 … 0x8000'",
        "type=text, '\"registers\" is missing; say how many registers the text takes: 1 … 125'",
        "type=text registers=0, 'registers cannot be 0; use: 1 … 125'",
        "type=text registers=126, 'registers cannot be 126; use: 1 … 125'",
        "type=text registers=2 word-order=low-first, 'word-order cannot be low-first; use: high-first'",
        "type=uint32 registers=2, 'type cannot be uint32; use: text'",
        "function=1 type=int16, 'type cannot be int16; use: bit, exception'",
        "register=65536, register cannot be 65536; use: 0 … 65535",
        "unit-id=256, unit-id cannot be 256; use: 0 … 255",
        "word-order=big, 'word-order cannot be big; use: high-first, low-first'",
        "byte-order=low-first, 'byte-order cannot be low-first; use: big, little'",
        "scale=0, scale cannot be 0; write what one step is worth",
        "function=2 scale=2, 'scale is not for type bit; leave it out, or use a type of numbers'",
        "type=bit mask=0x0001 offset=1, 'offset is not for type bit; leave it out, or use a type of numbers'",
        "type=text registers=2 scale=2, 'scale is not for type text; leave it out, or use a type of numbers'",
        "type=exception offset=1, 'offset is not for type exception; leave it out, or use a type of numbers'",
        "period=5, 'period cannot be 5; use: 0.5 s, 20 ms'",
    })
    void badSettingsAreSaid(String settings, String en) {
        assertThatThrownBy(() -> master(signal("x " + settings)))
                .isInstanceOf(InputException.class)
                .hasMessage("(java): " + en);
    }

    private static SignalSpec onEvent(String settings) {
        SignalSpec each = signal(settings);
        Sampling sampling = new Sampling(null, null, null, null, true);
        return new SignalSpec(each.name(), each.channel(), each.unit(), null, null, sampling, each.settings());
    }

    /** What it does not ask for, or hears of another master, may come when it likes. */
    @Test
    void whatAMasterAsksForDoesNotComeOnlyWithEvents() {
        assertThatThrownBy(() -> master(onEvent("door function=2 register=4")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "(java): the harness asks for the signal \"door\" in each period: it does not come only with"
                                + " events; take on-event out");
        assertThat(master(onEvent("refusal function=16 type=exception")).dueAt())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(CODEC.decoder(
                        Heard.channel("modbus-rtu", Map.of("role", "listener")),
                        List.of(onEvent("door function=2 register=4"))))
                .isNotNull();
    }

    @Test
    void badCommandsAreSaidInBothLanguages() {
        assertThatThrownBy(() -> sent(Map.of("function", 6, "type", "float32", "value", 1), Map.of()))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.EN)).isEqualTo("(java): function cannot be 6; use: 16");
                    assertThat(e.message(Language.ZH)).isEqualTo("(java): function 的值 6 无效；可用: 16");
                });
        assertThatThrownBy(() -> sent(Map.of("function", 5, "value", List.of(1, 0)), Map.of()))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.EN)).isEqualTo("(java): value has 2 values; write 1 to 1");
                    assertThat(e.message(Language.ZH)).isEqualTo("(java): value 有 2 个值；请写 1 至 1 个");
                });
        assertThatThrownBy(() -> sent(Map.of("pdu", "83 02"), Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessage("(java): pdu cannot be 83 02; use: 2B 0E 01 00");
    }

    @Test
    void nothingThatArrivesEscapesAsAnExceptionOrIsLost() {
        String[] good = {"11 03 04 00 8D 00 8E FB BD", "11 83 02 C1 34", "01 04 10 51 24 45 B7 19 71 3F 5F"};
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            Poller master = seed % 2 == 0
                    ? master(signal("a unit-id=17 register=124 type=uint32"))
                    : (Poller) new ModbusTcpCodec()
                            .decoder(
                                    Heard.channel("modbus-tcp", Map.of()),
                                    List.of(signal("a unit-id=17 register=124 type=uint32")));
            Heard heard = new Heard();
            int sent = 0;
            for (int i = 0; i < 5; i++) {
                master.ask(i, master.next(i).orElseThrow());
                byte[] bytes = HEX.parseHex(good[random.nextInt(good.length)]);
                if (seed % 2 == 1) {
                    byte[] adu = {0, (byte) (i + 1), 0, 0, 0, (byte) bytes.length};
                    byte[] whole = Arrays.copyOf(adu, adu.length + bytes.length);
                    System.arraycopy(bytes, 0, whole, adu.length, bytes.length);
                    bytes = whole;
                }
                for (int mutations = random.nextInt(3); mutations > 0; mutations--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                Packet packet = Packet.of(Arrays.copyOf(bytes, bytes.length + random.nextInt(3) - 1));
                sent += packet.payload().length;
                assertThatCode(() -> master.decode(1, packet, heard))
                        .as("seed %d", seed)
                        .doesNotThrowAnyException();
            }
            heard.frame(0, Packet.of(new byte[0]));
            master.expire(Long.MAX_VALUE, heard);
            assertThat(heard.bytes()).as("seed %d", seed).hasSize(sent);
        }
    }
}
