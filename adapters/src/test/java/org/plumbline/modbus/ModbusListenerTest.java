package org.plumbline.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.error.InputException;

/** A bus on which another one is the master; questions and answers are published frames. */
class ModbusListenerTest {

    private static final Codec CODEC = new ModbusRtuCodec();
    private static final Map<String, String> LISTENER = Map.of("role", "listener");
    private static final HexFormat HEX = HexFormat.of();

    private static final String ASKED = "110300 6B 0003 7687";
    private static final String ANSWERED = "110306 022B00000064 C8BA";

    private final Decoder listener = CODEC.decoder(
            Heard.channel("modbus-rtu", LISTENER),
            List.of(
                    signal("first", Map.of("unit-id", 17, "register", 107)),
                    signal("third", Map.of("unit-id", 17, "register", 109, "scale", "0.1")),
                    signal("set", Map.of("unit-id", 17, "function", 6, "register", 1)),
                    signal("switched", Map.of("unit-id", 17, "function", 5, "register", 172)),
                    signal("both", Map.of("unit-id", 17, "function", 23, "register", 5, "type", "int16")),
                    signal("refusal", Map.of("unit-id", 17, "function", 3, "type", "exception"))));
    private final Heard heard = new Heard();

    private static SignalSpec signal(String name, Map<String, ?> settings) {
        return Heard.signal(name, settings);
    }

    private static byte[] bytes(String... hex) {
        return HEX.parseHex(String.join("", hex).replace(" ", ""));
    }

    private void hear(byte[] bytes) {
        hear(1, bytes);
    }

    private void hear(long time, byte[] bytes) {
        listener.decode(time, Packet.of(bytes), heard);
    }

    @Test
    void readsAnswersByTheQuestionsBeforeThem() {
        hear(bytes(ASKED));
        hear(bytes(ANSWERED));
        assertThat(heard.lines()).containsExactly("first=555", "third=10", "refusal=0");
        assertThat(heard.frames()).isEqualTo(2);
    }

    @Test
    void findsFramesHoweverTheirBytesArrive() {
        for (byte one : bytes(ASKED, ANSWERED, ASKED, ANSWERED)) {
            hear(new byte[] {one});
        }
        assertThat(heard.lines())
                .containsExactly("first=555", "third=10", "refusal=0", "first=555", "third=10", "refusal=0");
    }

    /** The answers to both are the questions themselves. */
    @Test
    void hearsWhatIsWritten() {
        hear(bytes("110600010003 9A9B", "110600010003 9A9B", "110500ACFF00 4E8B", "110500ACFF00 4E8B"));
        assertThat(heard.lines()).containsExactly("set=3", "switched=true");
        assertThat(heard.frames()).isEqualTo(4);
    }

    /** The unit is unplugged: the master repeats its question after its own time-out, one second. */
    @ParameterizedTest
    @CsvSource({
        "06 00 01 00 03, set=3",
        "05 00 AC FF 00, switched=true",
        "16 00 04 00 F2 00 25, ",
        "08 00 02 00 00, ",
        "08 00 00 A5 37, ",
        "41 01 02, ",
    })
    void aQuestionThatIsRepeatedAfterTheTimeOutIsNoAnswer(String asked, String written) {
        byte[] question = new RtuFraming().wrap(17, bytes(asked));
        String timeout = "timeout: unit 17 function %d: no answer before this question".formatted(question[1]);
        hear(10, question);
        hear(1_000_000_010L, question);
        hear(1_000_000_011L, bytes(ASKED));
        hear(1_000_000_012L, bytes(ANSWERED));
        assertThat(heard.lines()).containsExactly(timeout, timeout, "first=555", "third=10", "refusal=0");
        heard.lines().clear();
        hear(2_000_000_000L, question);
        hear(2_999_999_999L, question);
        hear(3_000_000_000L, bytes(ASKED));
        assertThat(heard.lines()).isEqualTo(written == null ? List.of() : List.of(written));
    }

    @Test
    void theTimeOutOfTheMasterCanBeDeclared() {
        Decoder patient = CODEC.decoder(
                Heard.channel("modbus-rtu", Map.of("role", "listener", "response-timeout", "3 s")),
                List.of(signal("set", Map.of("unit-id", 17, "function", 6, "register", 1))));
        patient.decode(0, Packet.of(bytes("110600010003 9A9B")), heard);
        patient.decode(2_000_000_000L, Packet.of(bytes("110600010003 9A9B")), heard);
        assertThat(heard.lines()).containsExactly("set=3");
    }

    /** The master waits longer than the file says: one fault, which names the cause, and none at the next question. */
    @Test
    void anAnswerThatIsLateAndCanBeNothingElseSaysSo() {
        hear(0, bytes(ASKED));
        hear(1_200_000_000L, bytes(ANSWERED));
        hear(2_000_000_000L, bytes(ASKED));
        hear(2_000_000_001L, bytes(ANSWERED));
        assertThat(heard.lines())
                .containsExactly(
                        "timeout: unit 17 function 3: answered 1.2 s after its question, response-timeout is 1 s",
                        "first=555",
                        "third=10",
                        "refusal=0");
    }

    @Test
    void aLateRefusalIsNoSampleEither() {
        hear(0, bytes(ASKED));
        hear(1_500_000_000L, new RtuFraming().wrap(17, new byte[] {(byte) 0x83, 2}));
        hear(2_000_000_000L, bytes(ASKED));
        assertThat(heard.lines())
                .containsExactly(
                        "timeout: unit 17 function 3: answered 1.5 s after its question, response-timeout is 1 s");
    }

    /** Of one register, where three were asked for. */
    @Test
    void aLateAnswerToAnotherQuestionIsNotThatOfTheLast() {
        hear(0, bytes(ASKED));
        hear(1_200_000_000L, new RtuFraming().wrap(17, bytes("03 02 0001")));
        hear(2_000_000_000L, bytes(ASKED));
        assertThat(heard.lines())
                .containsExactly(
                        "syntax: unit 17 answers, but was not asked",
                        "timeout: unit 17 function 3: no answer before this question");
    }

    /** 255 bytes of 11 bits are on a line of 9600 baud for 0.292 s; what is not on a serial line has no such rate. */
    @ParameterizedTest
    @CsvSource({
        "serial, first=0",
        "tcp, 'timeout: unit 17 function 3: answered 1.25 s after its question, response-timeout is 1 s'"
    })
    void aPortWithoutABaudRunsAtTheUsualOne(String transport, String line) {
        Settings settings = Settings.of(LISTENER);
        Decoder usual = CODEC.decoder(
                new ChannelSpec("c", "device", transport, "modbus-rtu", settings),
                List.of(signal("first", Map.of("unit-id", 17))));
        byte[] answer = new byte[252];
        answer[0] = 3;
        answer[1] = (byte) 250;
        usual.decode(0, Packet.of(new RtuFraming().wrap(17, bytes("03 0000 007D"))), heard);
        usual.decode(1_250_000_000L, Packet.of(new RtuFraming().wrap(17, answer)), heard);
        assertThat(heard.lines()).containsExactly(line);
    }

    @Test
    void anAcceptanceOfSomethingElseIsNone() {
        hear(bytes("110600010003 9A9B"));
        hear(new RtuFraming().wrap(17, bytes("0600010002")));
        assertThat(heard.lines()).containsExactly("value: unit 17 accepts 06 00 01 00 02, asked was 06 00 01 00 03");
    }

    @Test
    void aQuestionThatNobodyAnsweredIsATimeOut() {
        hear(bytes(ASKED, ASKED, ANSWERED));
        assertThat(heard.lines())
                .containsExactly(
                        "timeout: unit 17 function 3: no answer before this question",
                        "first=555",
                        "third=10",
                        "refusal=0");
    }

    @Test
    void aRefusalIsHeard() {
        byte[] refusal = new RtuFraming().wrap(17, new byte[] {(byte) 0x83, 2});
        hear(bytes(ASKED));
        hear(refusal);
        assertThat(heard.lines())
                .containsExactly("exception: unit 17 function 3 register 107: exception code 2", "refusal=2");
    }

    /** Its data hold what would be a refusal with the right CRC. */
    @Test
    void looksForNoFrameInsideAnAnswerThatIsStillComing() {
        byte[] answer = bytes("010310 0000 0183 02C0 F100 0000 0000 0000 0000 4F58");
        for (int cut = 1; cut < answer.length; cut++) {
            hear(bytes("010300000008 440C"));
            hear(Arrays.copyOf(answer, cut));
            hear(Arrays.copyOfRange(answer, cut, answer.length));
            assertThat(heard.lines()).as("cut after %d", cut).isEmpty();
            assertThat(heard.frames()).isEqualTo(2 * cut);
        }
    }

    /** What they write is a question with the right CRC. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0F 0000 0040 08 1103006B00037687",
                "10 0000 0004 08 1103006B00037687",
                "17 0003 0001 0000 0004 08 1103006B00037687"
            })
    void looksForNoFrameInsideAQuestionThatIsStillComing(String asked) {
        byte[] question = new RtuFraming().wrap(17, bytes(asked));
        for (byte one : question) {
            hear(new byte[] {one});
        }
        assertThat(heard.frames()).isEqualTo(1);
        assertThat(heard.lines()).isEmpty();
    }

    /** The data of an answer and of a question hold one with the right CRC. */
    @ParameterizedTest
    @ValueSource(
            strings = {"03 08 1103006B00037687", "03 0C 1103006B00037687 FF00FF00", "10 0000 0004 08 1103006B00037687"})
    void noFrameWaitsBehindTheOneItIsPartOf(String pdu) {
        byte[] frame = new RtuFraming().wrap(17, bytes(pdu));
        for (int cut = 1; cut < frame.length; cut++) {
            hear(1, new RtuFraming().wrap(17, new byte[] {3, 0, 0, 0, (byte) (bytes(pdu)[1] / 2)}));
            hear(2, Arrays.copyOf(frame, cut));
            assertThat(listener.holdsBackSince()).as("cut after %d", cut).isEmpty();
            hear(3, Arrays.copyOfRange(frame, cut, frame.length));
            assertThat(heard.frames()).isEqualTo(2 * cut);
        }
    }

    /** A serial server joins what it sends. */
    @Test
    void framesWaitAlsoInTheReadThatBroughtTheOneThatWasCut() {
        hear(10, new RtuFraming().wrap(17, new byte[] {3, 0, 0, 0, 20}));
        hear(20, bytes("110328 01020304050607", ASKED, ANSWERED));
        assertThat(heard.frames()).isEqualTo(1);
        assertThat(listener.holdsBackSince()).isEqualTo(OptionalLong.of(20));
    }

    /** Its data hold what would be a frame of a form that is not known; the question before it is damaged. */
    @Test
    void looksForNoFormThatIsNotKnownInAnAnswerWhoseQuestionWasNotHeard() {
        for (byte one : bytes("110300 6B 0004 7687", "110308 114101D055 000000 811C")) {
            hear(new byte[] {one});
        }
        assertThat(heard.lines())
                .containsExactly("checksum: given 76 87, computed 37 45", "syntax: unit 17 answers, but was not asked");
        assertThat(heard.frames()).isEqualTo(2);
    }

    /** Of 31 bytes of a question 10 came; the rest might still come when the next ones do. */
    @Test
    void findsTheFramesBehindAQuestionThatWasCut() {
        hear(10, bytes("1110 0000 000B 16 010203"));
        hear(20, bytes(ASKED));
        assertThat(listener.holdsBackSince()).isEqualTo(OptionalLong.of(20));
        hear(30, bytes(ANSWERED));
        hear(40, bytes(ASKED));
        assertThat(listener.holdsBackSince()).isEmpty();
        hear(50, bytes(ANSWERED));
        assertThat(heard.times()).containsExactly(10L, 20L, 30L, 40L, 50L);
        assertThat(heard.lines())
                .containsExactly(
                        "syntax: no question and no answer",
                        "first=555",
                        "third=10",
                        "refusal=0",
                        "first=555",
                        "third=10",
                        "refusal=0");
    }

    /** Of 45 bytes of an answer 10 came; the rest might still come when the next question does. */
    @Test
    void givesFramesThatHadToWaitTheTimeAtWhichTheyCame() {
        hear(10, new RtuFraming().wrap(17, new byte[] {3, 0, 0, 0, 20}));
        hear(20, bytes("110328 01020304050607"));
        assertThat(listener.holdsBackSince()).isEmpty();
        hear(30, bytes(ASKED));
        hear(31, bytes(ANSWERED));
        assertThat(heard.frames()).isEqualTo(1);
        assertThat(listener.holdsBackSince()).isEqualTo(OptionalLong.of(30));
        hear(40, bytes(ASKED));
        hear(41, bytes(ANSWERED));
        assertThat(listener.holdsBackSince()).isEmpty();
        assertThat(heard.times()).containsExactly(10L, 20L, 30L, 31L, 40L, 41L);
        assertThat(heard.lines())
                .containsExactly(
                        "syntax: no question and no answer",
                        "first=555",
                        "third=10",
                        "refusal=0",
                        "first=555",
                        "third=10",
                        "refusal=0");
    }

    /** Of 255 bytes 10 came; the rest might still come, had the connection not ended. */
    @ParameterizedTest
    @ValueSource(strings = {"1110 0000 007B F6 010203", "1103 F6 01020304050607"})
    void hearsTheFramesThatWaitWhereTheConnectionEnds(String cut) {
        hear(10, new RtuFraming().wrap(17, new byte[] {3, 0, 0, 0, 0x7B}));
        hear(20, bytes(cut));
        for (int i = 3; i <= 4; i++) {
            hear(10 * i, bytes(ASKED));
            hear(10 * i + 1, bytes(ANSWERED));
        }
        hear(50, bytes("1103"));
        assertThat(heard.frames()).isEqualTo(1);
        assertThat(listener.holdsBackSince()).isEqualTo(OptionalLong.of(30));
        listener.broken(60, heard);
        assertThat(heard.times()).containsExactly(10L, 20L, 30L, 31L, 40L, 41L, 50L);
        assertThat(heard.lines())
                .containsExactly(
                        "syntax: no question and no answer",
                        "first=555",
                        "third=10",
                        "refusal=0",
                        "first=555",
                        "third=10",
                        "refusal=0",
                        "syntax: no question and no answer");
        assertThat(listener.holdsBackSince()).isEmpty();
    }

    /** Questions and answers, function code and data, are the examples of V1.1b3, clause 6; the last ones are of nobody's standard. */
    @ParameterizedTest
    @CsvSource({
        "07, 07 6D",
        "08 00 02 00 00, 08 00 02 01 08",
        "08 00 00 A5 37, 08 00 00 A5 37",
        "0B, 0B FF FF 01 08",
        "0C, 0C 08 00 00 01 08 01 21 20 00",
        "11, 11 03 02 FF 07",
        "14 0E 06 00 04 00 01 00 02 06 00 03 00 09 00 02, 14 0C 05 06 0D FE 00 20 05 06 33 CD 00 40",
        "15 0D 06 00 04 00 07 00 03 06 AF 04 BE 10 0D, 15 0D 06 00 04 00 07 00 03 06 AF 04 BE 10 0D",
        "16 00 04 00 F2 00 25, 16 00 04 00 F2 00 25",
        "17 00 03 00 06 00 0E 00 03 06 00 FF 00 FF 00 FF, 17 0C 00 FE 0A CD 00 01 00 03 00 0D 00 FF",
        "18 04 DE, 18 00 06 00 02 01 B8 12 84",
        "2B 0E 01 00, 2B 0E 01 01 00 00 02 00 03 41 42 43 02 01 39",
        "2B 0D 01 02 03, 2B 0D 01 02",
        "41 01 02, 41 09 08 07 06",
    })
    void hearsTheQuestionsAndAnswersOfEveryFunction(String asked, String answered) {
        byte[] question = new RtuFraming().wrap(17, bytes(asked));
        byte[] answer = new RtuFraming().wrap(17, bytes(answered));
        for (int round = 0; round < 2; round++) {
            hear(question);
            hear(answer);
        }
        hear(question);
        byte[] both = Arrays.copyOf(answer, answer.length + 8);
        System.arraycopy(bytes(ASKED), 0, both, answer.length, 8);
        hear(both);
        hear(bytes(ANSWERED));
        boolean reads = asked.startsWith("17");
        assertThat(heard.lines())
                .containsExactlyElementsOf(
                        reads
                                ? List.of("both=1", "both=1", "both=1", "first=555", "third=10", "refusal=0")
                                : List.of("first=555", "third=10", "refusal=0"));
        assertThat(heard.frames()).isEqualTo(8);
    }

    /** USB adapters deliver what came within some milliseconds at once. */
    @ParameterizedTest
    @CsvSource({
        "08 00 00 A5 37, 08 00 00 A5 37",
        "2B 0D 01 02 03, 2B 0D 01 02",
        "41 01, 41 02 00 05",
        "64, 64 00 00 00 00 00 00 00 01 00 02 00 03",
    })
    void findsQuestionsAndAnswersOfAFormThatIsNotKnownInOneRead(String asked, String answered) {
        String question = HEX.formatHex(new RtuFraming().wrap(17, bytes(asked)));
        String answer = HEX.formatHex(new RtuFraming().wrap(17, bytes(answered)));
        List<List<String>> reads = List.of(
                List.of(question + answer, question + answer, ASKED + ANSWERED),
                List.of(question + answer + question, answer + ASKED, ANSWERED),
                List.of(question + answer + question + answer, ASKED, ANSWERED),
                List.of(question + answer + question + answer + ASKED + ANSWERED));
        for (int i = 0; i < reads.size(); i++) {
            heard.lines().clear();
            reads.get(i).forEach(read -> hear(bytes(read)));
            assertThat(heard.lines()).as("%s", reads.get(i)).containsExactly("first=555", "third=10", "refusal=0");
            assertThat(heard.frames()).isEqualTo(6 * (i + 1));
        }
    }

    /** The longest question comes behind them, in pieces, before it is known where they end. */
    @Test
    void findsFormsThatAreNotKnownBeforeALongQuestion() {
        byte[] data = new byte[6 + 246];
        System.arraycopy(bytes("10 0000 007B F6"), 0, data, 0, 6);
        byte[] all = bytes(
                "114101D055", "1141020005ADFC", HEX.formatHex(new RtuFraming().wrap(17, data)), "11100000007B82BA");
        hear(Arrays.copyOf(all, 20));
        for (int from = 20; from < all.length; from += 16) {
            hear(Arrays.copyOfRange(all, from, Math.min(all.length, from + 16)));
        }
        assertThat(heard.frames()).isEqualTo(4);
        assertThat(heard.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0C, 0C 08 00 00 01 08 01 21 20 00",
        "17 00 03 00 06 00 0E 00 03 06 00 FF 00 FF 00 FF, 17 0C 00 FE 0A CD 00 01 00 03 00 0D 00 FF",
        "18 04 DE, 18 00 06 00 02 01 B8 12 84",
        "2B 0E 01 00, 2B 0E 01 01 00 00 02 00 03 41 42 43 02 01 39",
    })
    void findsThemHoweverTheirBytesArrive(String asked, String answered) {
        for (byte one : new RtuFraming().wrap(1, bytes(asked))) {
            hear(new byte[] {one});
        }
        assertThat(heard.frames()).isEqualTo(1);
        for (byte one : new RtuFraming().wrap(1, bytes(answered))) {
            hear(new byte[] {one});
        }
        assertThat(heard.frames()).isEqualTo(2);
        assertThat(heard.lines()).isEmpty();
    }

    /** Whoever is told to listen only says nothing more, not even that it heard (6.8.1, sub-function 4). */
    @Test
    void aUnitThatIsToldToListenOnlyOwesNoAnswer() {
        hear(new RtuFraming().wrap(17, bytes("08 00 04 00 00")));
        hear(bytes(ASKED));
        hear(bytes(ANSWERED));
        assertThat(heard.lines()).containsExactly("first=555", "third=10", "refusal=0");
    }

    /** The register's number makes the question look like the beginning of an answer. */
    @Test
    void aQuestionThatIsRepeatedIsHeardAtOnce() {
        byte[] question = new RtuFraming().wrap(1, new byte[] {3, 0x10, 0, 0, 8});
        hear(question);
        hear(question);
        assertThat(heard.lines()).containsExactly("timeout: unit 1 function 3: no answer before this question");
    }

    @Test
    void aWrongCrcIsCountedAndTheNextFrameIsFound() {
        hear(bytes(ASKED, "110306 022B00000064 C8BB", ASKED, ANSWERED));
        assertThat(heard.lines())
                .containsExactly("checksum: given C8 BB, computed C8 BA", "first=555", "third=10", "refusal=0");
    }

    /** A float of register 200, which the question after the one that nobody answered asked for. */
    @ParameterizedTest
    @ValueSource(longs = {200_000_000L, 1_000_000_000L})
    void theAnswerToADamagedQuestionIsNotThatToTheOneBefore(long later) {
        hear(10, bytes("1103006B0002 B747"));
        hear(10 + later, bytes("110300C80003 4765"));
        hear(20 + later, bytes("110304 43480000 7E60"));
        assertThat(heard.lines())
                .containsExactly(
                        "checksum: given 47 65, computed 86 A5",
                        "timeout: unit 17 function 3: no answer before this question",
                        "syntax: unit 17 answers, but was not asked");
    }

    /** Of the question bytes are lost, so that its length tells no longer what it was. */
    @ParameterizedTest
    @ValueSource(strings = {"110300C8000386", "1103C8000386A5", "0300C8000386A5", "118300C8000386A5", "110300C8"})
    void theAnswerToAQuestionThatIsNoLongerOneIsNotThatToTheOneBefore(String damaged) {
        hear(10, bytes("1103006B0002 B747"));
        hear(20, bytes(damaged));
        hear(30, bytes("110304 43480000 7E60"));
        assertThat(heard.lines())
                .containsExactly("syntax: no question and no answer", "syntax: unit 17 answers, but was not asked");
    }

    /** Bytes of it are lost, or its unit is another one's: it is damaged, not missing, unless it is late besides. */
    @ParameterizedTest
    @CsvSource({
        "110306022B000064C8BA, 1000000009, syntax: no question and no answer, ",
        "130306022B00000064C8BA, 1000000009, 'checksum: given C8 BA, computed D1 DA', ",
        "110306022B000064C8BA, 2000000000, syntax: no question and no answer, no answer before this question",
        "FF, 20, syntax: no question and no answer, no answer before this question",
    })
    void anAnswerThatIsDamagedIsOneError(String damaged, long at, String error, String timeout) {
        hear(10, bytes(ASKED));
        hear(at, bytes(damaged));
        hear(2_000_000_001L, bytes(ASKED));
        hear(2_000_000_002L, bytes(ANSWERED));
        List<String> errors =
                timeout == null ? List.of(error) : List.of(error, "timeout: unit 17 function 3: " + timeout);
        assertThat(heard.lines()).startsWith(errors.toArray(String[]::new)).hasSize(errors.size() + 3);
    }

    /** The question that it does answer was not heard at all. */
    @Test
    void anAnswerAfterTheTimeOutOfTheMasterIsNotThatToTheQuestionBefore() {
        hear(10, bytes(ASKED));
        hear(1_000_000_010L, bytes(ANSWERED));
        hear(1_100_000_000L, bytes(ASKED));
        hear(2_099_999_999L, bytes(ANSWERED));
        assertThat(heard.lines())
                .containsExactly(
                        "timeout: unit 17 function 3: answered 1 s after its question, response-timeout is 1 s",
                        "first=555",
                        "third=10",
                        "refusal=0");
    }

    /** 105 bytes of 11 bits are on a line of 1200 baud for 0.96 s. */
    @ParameterizedTest
    @CsvSource({
        "1962500009, 50=0",
        "1962500010, 'timeout: unit 17 function 3: answered 1.963 s after its question, response-timeout is 1 s'"
    })
    void theTimeOutOfTheMasterEndsWhereAnAnswerBegins(long end, String line) {
        Decoder slow = CODEC.decoder(
                Heard.channel("modbus-rtu", Map.of("role", "listener", "baud", 1200)),
                List.of(signal("50", Map.of("unit-id", 17, "register", 50))));
        byte[] pdu = new byte[102];
        pdu[0] = 3;
        pdu[1] = 100;
        slow.decode(10, Packet.of(new RtuFraming().wrap(17, bytes("03 0001 0032"))), heard);
        slow.decode(end, Packet.of(new RtuFraming().wrap(17, pdu)), heard);
        assertThat(heard.lines()).containsExactly(line);
    }

    @Test
    void aRefusalWithoutACodeIsNoAcceptance() {
        Decoder writes = CODEC.decoder(
                Heard.channel("modbus-rtu", LISTENER),
                List.of(signal("accepted", Map.of("unit-id", 17, "function", 6, "type", "exception"))));
        writes.decode(1, Packet.of(bytes("110600010003 9A9B")), heard);
        writes.decode(2, Packet.of(bytes("118600 43A5")), heard);
        assertThat(heard.lines())
                .containsExactly("value: unit 17 function 6 register 1: exception code 0, which is none");
    }

    @Test
    void anAnswerAloneTellsNothing() {
        hear(bytes(ANSWERED));
        assertThat(heard.lines()).containsExactly("syntax: unit 17 answers, but was not asked");
    }

    @Test
    void keepsEveryByteOfWhatIsNoFrameInBoundedMemory() {
        Random random = new Random(20261126);
        int given = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = random.nextInt(4) == 0 ? bytes(ASKED, ANSWERED) : new byte[random.nextInt(40)];
            if (random.nextBoolean() && noise.length > 0) {
                random.nextBytes(noise);
            }
            hear(noise);
            given += noise.length;
        }
        assertThat(given - heard.bytes().length()).isBetween(0, RtuFraming.LONGEST);
        assertThat(heard.lines()).contains("first=555");
    }

    @Test
    void sendsNothing() {
        assertThatThrownBy(() -> CODEC.encoder(
                        Heard.channel("modbus-rtu", LISTENER), Heard.command(Map.of("register", 1, "value", "1"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("channel c only listens (role: listener): it cannot send the command x");
    }
}
