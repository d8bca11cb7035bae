package org.plumbline.nmea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.channel.Refused.assertRefused;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Heard;
import org.plumbline.error.InputException;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;

class Nmea0183CodecTest {

    private static final String DPT = "$SDDPT,0.5,0.5,*7B\r\n";
    private static final String ROT = "$HEROT,-11.23,A*07\r\n";

    private static SignalSpec signal(String name, String sentence, int field, String type) {
        return Heard.signal(name, Map.of("sentence", sentence, "field", field, "type", type));
    }

    private static Decoder decoder(SignalSpec... signals) {
        return new Nmea0183Codec().decoder(Heard.channel("nmea-0183", Map.of()), List.of(signals));
    }

    private static List<String> heard(String bytes, SignalSpec... signals) {
        Heard heard = new Heard();
        decoder(signals).decode(1, Heard.packet(bytes), heard);
        assertThat(heard.bytes()).isEqualTo(bytes);
        return heard.lines();
    }

    /** One row of the vectors: sentences that other people's tests, receivers and help pages contain. */
    record Vector(String sentence, String given, String computed, boolean checksumOk, int length, boolean lengthOk) {

        static Vector of(String row) {
            int end = row.indexOf("\",");
            String[] cells = row.substring(end + 2).split(",");
            return new Vector(
                    row.substring(1, end),
                    cells[0],
                    cells[1],
                    cells[2].equals("True"),
                    Integer.parseInt(cells[3]),
                    cells[4].equals("True"));
        }
    }

    static Stream<Vector> vectors() throws IOException {
        try (InputStream in = Nmea0183CodecTest.class.getResourceAsStream("nmea0183.csv")) {
            List<String> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(rows).hasSize(30);
            return rows.stream().skip(1).map(Vector::of);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsForeignSentences(Vector vector) {
        String address = vector.sentence.substring(1, vector.sentence.indexOf(','));
        String second = vector.sentence.split("[,*]", -1)[2];
        List<String> expected = new ArrayList<>();
        if (!vector.lengthOk) {
            expected.add("length: " + vector.length + " characters");
        }
        if (!vector.checksumOk) {
            expected.add("checksum: given " + vector.given + ", computed " + vector.computed);
        } else if (!second.isEmpty()) {
            expected.add("second='" + second + "'");
        }
        assertThat(heard(vector.sentence + "\r\n", signal("second", address, 2, "text")))
                .isEqualTo(expected);
        assertThat(vector.sentence.length() + 2).isEqualTo(vector.length);
    }

    @Nested
    class Fields {

        @Test
        void ofAnyTalkerOrOfOne() {
            assertThat(heard(DPT, signal("a", "DPT", 1, "number"), signal("b", "SDDPT", 2, "number")))
                    .containsExactly("a=0.5", "b=0.5");
            assertThat(heard(DPT, signal("a", "IIDPT", 1, "number"), signal("b", "SDD", 2, "number")))
                    .isEmpty();
        }

        @Test
        void ofAProprietarySentenceOnlyByItsWholeAddress() {
            String sentence = new String(Nmea0183Sentence.encode("PGRME,15.0"), StandardCharsets.US_ASCII);
            assertThat(heard(sentence, signal("a", "RME", 1, "number"), signal("b", "PGRME", 1, "number")))
                    .containsExactly("b=15");
        }

        @Test
        void thatAreEmptyAreNotAvailable() {
            assertThat(heard(DPT, signal("range", "DPT", 3, "number"))).isEmpty();
            assertThat(heard("$INTHS,,V*1E\r\n", signal("h", "THS", 1, "number"), signal("v", "THS", 2, "text")))
                    .containsExactly("v='V'");
        }

        /** A question is answered by them. */
        @Test
        void areToldAlsoWhereTheirSentenceHasNoValue() {
            Heard heard = new Heard();
            String sentence = new String(Nmea0183Sentence.encode("SDDPT,x,,"), StandardCharsets.US_ASCII);
            decoder(
                            signal("unreadable", "DPT", 1, "number"),
                            signal("empty", "DPT", 2, "number"),
                            signal("beyond", "DPT", 4, "number"),
                            signal("other", "DBT", 1, "number"),
                            Heard.signal("tag", Map.of("sentence", "DPT", "tag", "c", "type", "number")))
                    .decode(1, Heard.packet(sentence), heard);
            assertThat(heard.valueless()).containsExactly("unreadable", "empty", "beyond");
        }

        @Test
        void thatAreNotThereAreAnError() {
            assertThat(heard(DPT, signal("x", "DPT", 4, "number"))).containsExactly("syntax: SDDPT has 3 fields");
        }

        @ParameterizedTest
        @CsvSource({"XXX", "NaN", "Infinity", "1d", "0x1p3", "' 5'", "5.", "1.2.3", "-", "-9007199254740993"})
        void thatAreNoNumbersAreAnError(String value) {
            String sentence = new String(Nmea0183Sentence.encode("SDDPT," + value), StandardCharsets.US_ASCII);
            String expected = value.equals("5.") ? "x=5" : "value: SDDPT field 1: " + value;
            assertThat(heard(sentence, signal("x", "DPT", 1, "number"))).containsExactly(expected);
        }
    }

    /** As a weather station, u-blox's receivers and Furuno's compasses send them. */
    @Nested
    class SentencesOfOneAddress {

        private static SignalSpec where(String name, String sentence, int field, Map<?, String> where) {
            return Heard.signal(name, Map.of("sentence", sentence, "field", field, "where", where));
        }

        private static String sentence(String body) {
            return new String(Nmea0183Sentence.encode(body), StandardCharsets.US_ASCII);
        }

        @Test
        void areToldApartByTheNameOfTheTransducer() {
            assertThat(heard(
                            "$YXXDR,A,5.2,D,PTCH,A,7.4,D,ROLL*59\r\n$YXXDR,C,22.0,C,WCHR,C,21.5,C,WCHT*4F\r\n",
                            where("pitch", "XDR", 2, Map.of(4, "PTCH")),
                            where("roll", "YXXDR", 6, Map.of(8, "ROLL")),
                            where("chill", "XDR", 6, Map.of(5, "C", 8, "WCHT")),
                            where("none", "XDR", 2, Map.of(4, "PTCH", 8, "WCHT"))))
                    .containsExactly("pitch=5.2", "roll=7.4", "chill=21.5");
        }

        @Test
        void areToldApartByTheirKindAsItIsWritten() {
            assertThat(heard(
                            sentence("PUBX,00,081350.00,4717.113210,N")
                                    + sentence("PUBX,04,073731.00,091202,113851.00")
                                    + sentence("PUBX,0,1.00"),
                            where("fix", "PUBX", 2, Map.of("1", "00")),
                            where("clock", "PUBX", 2, Map.of("1", "04"))))
                    .containsExactly("fix=81350", "clock=73731");
        }

        @Test
        void areNoneWhereTheFieldIsNotThere() {
            assertThat(heard(
                            sentence("PFEC,GPatt,5.0") + sentence("PFEC"),
                            where("heave", "PFEC", 2, Map.of(9, "")),
                            where("pitch", "PFEC", 2, Map.of(1, "GPatt"))))
                    .containsExactly("pitch=5");
        }

        @Test
        void countForParametersOfTheTagBlockToo() {
            SignalSpec time = Heard.signal(
                    "time", Map.of("sentence", "*", "tag", "c", "where", Map.of(1, "0.5"), "type", "number"));
            assertThat(heard("\\c:1241544035*5C\\" + DPT + "\\c:1241544035*5C\\" + ROT, time))
                    .containsExactly("time=1241544035");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "a", "1.0", "99999"})
        void areOfFieldsThatCountFromOne(String field) {
            assertThatThrownBy(() -> decoder(where("x", "XDR", 2, Map.of(field, "PTCH"))))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.message(Language.EN))
                                .isEqualTo(
                                        "(java): " + field
                                                + " in where is no field's number; fields count from 1, as in where: {4: PTCH}");
                        assertThat(e.message(Language.ZH))
                                .isEqualTo("(java): where 中的 " + field + " 不是字段序号；请写从 1 开始的字段序号，如 where: {4: PTCH}");
                    });
        }
    }

    @Nested
    class Positions {

        private static final String RMC = "$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n";

        private static SignalSpec position(String type, int field) {
            return new SignalSpec(
                    type,
                    "c",
                    Unit.of("deg").orElseThrow(),
                    null,
                    null,
                    Settings.of(Map.of("sentence", "RMC", "field", field, "type", type)));
        }

        /** The sentence that receivers' manuals print: 48 deg 07.038' N, 11 deg 31.000' E. */
        @Test
        void areInDegrees() {
            assertThat(heard(RMC, position("latitude", 3), position("longitude", 5)))
                    .containsExactly("latitude=48.1173", "longitude=11.516666666666667");
        }

        @ParameterizedTest
        @CsvSource({
            "'4807.038,S', latitude, latitude=-48.1173",
            "'0000.000,N', latitude, latitude=0",
            "'9000.000,S', latitude, latitude=-90",
            "'9000.001,S', latitude, 'value: GPRMC field 1: 9000.001,S'",
            "'4807.038,E', latitude, 'value: GPRMC field 1: 4807.038,E'",
            "'4807.038,n', latitude, 'value: GPRMC field 1: 4807.038,n'",
            "'4807.038,', latitude, 'value: GPRMC field 1: 4807.038,'",
            "'4860.000,N', latitude, 'value: GPRMC field 1: 4860.000,N'",
            "'807.038,N', latitude, 'value: GPRMC field 1: 807.038,N'",
            "'01131.000,W', longitude, longitude=-11.516666666666667",
            "'18000.1,W', longitude, 'value: GPRMC field 1: 18000.1,W'",
            "'1131.000,W', longitude, 'value: GPRMC field 1: 1131.000,W'",
            "',N', latitude, ''",
            "'4807.038', latitude, syntax: GPRMC has 1 fields",
        })
        void haveTheirHemisphereBehindThem(String fields, String type, String line) {
            String sentence = new String(Nmea0183Sentence.encode("GPRMC," + fields), StandardCharsets.US_ASCII);
            assertThat(String.join(",", heard(sentence, position(type, 1)))).isEqualTo(line);
        }

        @Test
        void areNothingButDegrees() {
            assertThatThrownBy(() -> decoder(signal("x", "RMC", 3, "latitude")))
                    .hasMessage("(java): a latitude is in degrees; write unit: deg");
        }

        @Test
        void mayHaveASpeedBesideThemThatIsScaled() {
            Map<String, Object> settings = Map.of("sentence", "RMC", "field", 7, "scale", "0.5", "offset", "-1.1");
            assertThat(heard(RMC, Heard.signal("speed", settings))).containsExactly("speed=10.1");
            assertThatThrownBy(() -> decoder(
                            Heard.signal("x", Map.of("sentence", "RMC", "field", 2, "type", "text", "scale", "2"))))
                    .hasMessage("(java): scale is not for type text; leave it out, or use a type of numbers");
        }

        @ParameterizedTest
        @CsvSource({"$GPRMC, GPRMC", "rmc, RMC", "'RMC,', RMC", "ＲＭＣ, DPT"})
        void comeInASentenceThatIsWrittenAsOnTheWire(String wrong, String right) {
            assertThatThrownBy(() -> decoder(signal("x", wrong, 3, "number")))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.message(Language.EN))
                                .isEqualTo("(java): \"" + wrong
                                        + "\" is no sentence; write it in capitals, without $ and commas, such as "
                                        + right);
                        assertThat(e.message(Language.ZH))
                                .isEqualTo("(java): \"" + wrong + "\" 不是语句标识；请写大写字母，不含 $ 和逗号，如 " + right);
                    });
        }
    }

    @Nested
    class Streams {

        private static final List<String> BOTH = List.of("depth=0.5", "rate=-11.23");

        private final SignalSpec[] signals = {signal("depth", "DPT", 1, "number"), signal("rate", "ROT", 1, "number")};

        @Test
        void mayBeCutAnywhere() {
            String stream = DPT + ROT;
            for (int first = 0; first <= stream.length(); first++) {
                for (int second = first; second <= stream.length(); second++) {
                    Heard heard = new Heard();
                    Decoder decoder = decoder(signals);
                    decoder.decode(1, Heard.packet(stream.substring(0, first)), heard);
                    decoder.decode(2, Heard.packet(stream.substring(first, second)), heard);
                    decoder.decode(3, Heard.packet(stream.substring(second)), heard);
                    assertThat(heard.lines())
                            .as("cut at %d and %d", first, second)
                            .isEqualTo(BOTH);
                    assertThat(heard.frames()).isEqualTo(2);
                }
            }
        }

        @ParameterizedTest
        @CsvSource({"noise", "'0.5,0.5,*7B'", "'$SDDPT,0.'", "'*7B'", "'\u00ff\u0000'"})
        void mayHaveNoiseBetween(String noise) {
            assertThat(heard(noise + DPT + noise + ROT, signals))
                    .containsExactly("syntax: not a sentence", "depth=0.5", "syntax: not a sentence", "rate=-11.23");
        }

        @Test
        void mayBeNothingButNoise() {
            assertThat(heard("x".repeat(2048), signals))
                    .containsExactly(
                            "length: 1024 characters", "syntax: not a sentence",
                            "length: 1024 characters", "syntax: not a sentence");
        }

        @ParameterizedTest
        @CsvSource({
            "'$SDDPT,0.5,0.5,*7B\n',      syntax: not a sentence",
            "'$SDDPT,0.5,0.5,*7B \r\n',   checksum: no checksum",
            "'$SDDPT,0.5,0.5,*7B\r\r\n',  syntax: not a sentence",
            "'$SDDPT,0.5,0.5,\r\n',       checksum: no checksum",
            "'$SDDPT,0.5\u00b0,0.5,*7B\r\n', syntax: not a sentence",
            "'$\r\n',                     checksum: no checksum",
            "'\r\n',                      syntax: not a sentence",
            "'$SDDPT,0.6,0.5,*7B\r\n',    'checksum: given 7B, computed 78'",
        })
        void thatAreNotSentencesAreErrorsByKind(String bytes, String error) {
            assertThat(heard(bytes, signals)).containsExactly(error);
        }
    }

    /** The lines are of other people's tests: nmealib++, libais, pyais, gpsd's and ORBCOMM's logs in them. */
    @Nested
    class TagBlocks {

        private static final String GROUPED = "\\g:1-2-73874,n:157036,s:r003669945,c:1241544035*4A\\"
                + "!AIVDM,1,1,,B,15N4cJ`005Jrek0H@9n`DW5608EP,0*13\r\n";

        private static SignalSpec tag(String name, String sentence, String tag, String type) {
            return Heard.signal(name, Map.of("sentence", sentence, "tag", tag, "type", type));
        }

        private final SignalSpec[] signals = {
            tag("time", "VDM", "c", "number"),
            tag("source", "*", "s", "text"),
            tag("group", "*", "g", "text"),
            signal("payload", "VDM", 5, "text")
        };

        @Test
        void giveTheirParametersBesideTheFields() {
            assertThat(heard(GROUPED, signals))
                    .containsExactly(
                            "time=1241544035",
                            "source='r003669945'",
                            "group='1-2-73874'",
                            "payload='15N4cJ`005Jrek0H@9n`DW5608EP'");
            assertThat(heard(
                            "\\s:rORBCOMM000,q:u,c:1426032001,T:2015-03-11 00.00.01,i:<T>A:12344 F:+30000</T>*07\\"
                                    + "!BSVDM,1,1,,A,13nN34?000QFpgRWnQLLSPpF00SO,0*06\r\n",
                            tag("i", "VDM", "i", "text"),
                            tag("t", "BSVDM", "T", "text")))
                    .containsExactly("i='<T>A:12344 F:+30000</T>'", "t='2015-03-11 00.00.01'");
            assertThat(heard("\\g:2-2-9065*57\\!AIVDM,2,2,2,B,88888888880,2*25\r\n", signals))
                    .containsExactly("group='2-2-9065'", "payload='88888888880'");
        }

        @Test
        void mayBeSeveralOrStandAlone() {
            String two = "\\g:2-2-9065*57\\\\s:rORBCOMM999u,c:1363813239*54\\";
            assertThat(heard(two + "!AIVDM,2,2,2,B,88888888880,2*25\r\n", signals))
                    .containsExactly(
                            "time=1363813239", "source='rORBCOMM999u'", "group='2-2-9065'", "payload='88888888880'");
            assertThat(heard(two + "\r\n", signals)).containsExactly("source='rORBCOMM999u'", "group='2-2-9065'");
        }

        @Test
        void areNotCountedIntoTheSentencesLength() {
            String sentence = "\\s:rORBCOMM000,q:u,c:1509502436,T:2017-11-01 02.13.56*50\\"
                    + "!AIVDM,1,1,,A,13`el0gP000H=3JN9jb>4?wb0>`<,0*7B\r\n";
            assertThat(sentence).hasSizeGreaterThan(82);
            assertThat(heard(sentence, tag("time", "VDM", "c", "number"))).containsExactly("time=1509502436");
        }

        @ParameterizedTest
        @CsvSource({
            "c:1241544035*4B,  'checksum: TAG block: given 4B, computed 5C'",
            "c:1241544035,     checksum: TAG block: no checksum",
            "'',               checksum: TAG block: no checksum",
            "c1241544035*66,   syntax: TAG block: c1241544035",
            "c:12\u00b0*EA,   syntax: TAG block: not its characters",
            "c:x*21,           value: TAG block c: x",
        })
        void thatAreWrongAreErrorsAndTheSentenceStillCounts(String block, String error) {
            assertThat(heard(
                            "\\" + block + "\\" + DPT, tag("c", "DPT", "c", "number"), signal("d", "DPT", 1, "number")))
                    .containsExactly(error, "d=0.5");
        }

        @ParameterizedTest
        @CsvSource({"'s:x*31\\'", "'x\\'", "'\\'"})
        void thatAreCutShortAreNoise(String rest) {
            assertThat(heard(rest + GROUPED, signals[0])).containsExactly("syntax: not a sentence", "time=1241544035");
            assertThat(heard(rest + DPT, signal("d", "DPT", 1, "number")))
                    .containsExactly("syntax: not a sentence", "d=0.5");
        }

        @Test
        void areMadeForCommands() {
            byte[] sent = new Nmea0183Codec()
                    .encoder(
                            Heard.channel("nmea-0183", Map.of()),
                            Heard.command(Map.of(
                                    "sentence",
                                    "!AIVDM,1,1,,B,15N4cJ`005Jrek0H@9n`DW5608EP,0",
                                    "tag-block",
                                    "g:1-2-73874,n:157036,s:r003669945,c:{time}")))
                    .encode(Map.of("time", "1241544035"))
                    .payload();
            assertThat(sent).asString(StandardCharsets.US_ASCII).isEqualTo(GROUPED);
            assertRefused(
                    () -> TagBlock.encode("s:a\\b"),
                    "TAG 块不能含有这些字符: s:a\\b；请只用可打印的 ASCII 字符，不含 $、!、* 和 \\",
                    "a TAG block cannot hold these characters: s:a\\b; use printable ASCII alone, without $, !, * and \\");
        }

        @Test
        void orFieldsMustBeNamedAndNotBoth() {
            String en =
                    "(java): needs one of field and tag; write the field's number, or the TAG block's parameter, such as c";
            for (Map<String, ?> settings :
                    List.of(Map.of("sentence", "DPT"), Map.of("sentence", "DPT", "field", 1, "tag", "c"))) {
                assertThatThrownBy(() -> decoder(Heard.signal("x", settings)))
                        .isInstanceOfSatisfying(InputException.class, e -> {
                            assertThat(e.message(Language.EN)).isEqualTo(en);
                            assertThat(e.message(Language.ZH))
                                    .isEqualTo("(java): field 与 tag 应恰有一个；请写 field 为字段序号，或 tag 为 TAG 块参数，如 c");
                        });
            }
        }
    }

    @Test
    void messagesOfSeveralPartsStayInTheirParts() {
        assertThat(heard(
                        "!AIVDM,2,1,0,B,55MwNGP08bnIMUCWC?84ppEA@F2222222222220O0h;2540Ht00000000000,0*55\r\n"
                                + "!AIVDM,2,2,0,B,00000000000,2*27\r\n",
                        signal("part", "VDM", 2, "number"),
                        signal("payload", "VDM", 5, "text")))
                .containsExactly(
                        "part=1",
                        "payload='55MwNGP08bnIMUCWC?84ppEA@F2222222222220O0h;2540Ht00000000000'",
                        "part=2",
                        "payload='00000000000'");
    }

    @Nested
    class Commands {

        private byte[] sent(String sentence, Map<String, String> parameters) {
            return new Nmea0183Codec()
                    .encoder(Heard.channel("nmea-0183", Map.of()), Heard.command(Map.of("sentence", sentence)))
                    .encode(parameters)
                    .payload();
        }

        @Test
        void carryTheirChecksum() {
            assertThat(sent("SDDPT,{d},0.5,", Map.of("d", "0.5"))).asString().isEqualTo(DPT);
            assertThatThrownBy(() -> sent("SDDPT,{d}", Map.of())).hasMessage("parameter \"d\" is missing");
        }

        /** IEC 61162-1, 7.3: 82 with $ and line end; a TAG block is not counted. */
        @Test
        void areNoLongerThanSentencesMayBe() {
            byte[] longest = new Nmea0183Codec()
                    .encoder(
                            Heard.channel("nmea-0183", Map.of()),
                            Heard.command(Map.of("sentence", "PX,{d}", "tag-block", "s:bench")))
                    .encode(Map.of("d", "1".repeat(73)))
                    .payload();
            assertThat(new String(longest, StandardCharsets.US_ASCII))
                    .hasSize("\\s:bench*hh\\".length() + 82)
                    .endsWith("1*15\r\n");
            String body = "PX," + "1".repeat(74);
            assertRefused(
                    () -> sent("PX,{d}", Map.of("d", "1".repeat(74))),
                    "语句连同 $ 与行尾有 83 个字符，最多 82 个；请缩短该语句: " + body,
                    "the sentence has 83 characters with $ and line end, 82 fit; shorten it: " + body);
        }

        @ParameterizedTest
        @CsvSource({"5*00", "'5\r\n'", "$", "!", "深"})
        void cannotHoldWhatDelimitsSentencesOrIsNotAscii(String value) {
            assertRefused(
                    () -> sent("PX,{d}", Map.of("d", value)),
                    "语句不能含有这些字符: PX," + value + "；请只用可打印的 ASCII 字符，不含 $、! 和 *",
                    "a sentence cannot hold these characters: PX," + value
                            + "; use printable ASCII alone, without $, ! and *");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,  number, field 0 does not exist; fields count from 1, 字段序号 0 无效；字段从 1 开始",
        "1,  flag, 'flag is not a type; write number, text, latitude or longitude', type 的值 flag 无效；请写 number、text、latitude 或 longitude",
    })
    void badSettingsAreSaidInBothLanguages(int field, String type, String en, String zh) {
        assertThatThrownBy(() -> decoder(signal("x", "DPT", field, type)))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.EN)).isEqualTo("(java): " + en);
                    assertThat(e.message(Language.ZH)).isEqualTo("(java): " + zh);
                });
    }
}
