package org.plumbline.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.error.BenchException;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

class CommandEncoderTest {

    private static final Map<String, String> PARAMETERS = Map.of("y", "2", "x", "70000");

    private final Secrets secrets = new Secrets(Map.of("KEY", "open-sesame")::get);

    private CommandEncoder encoder(Place place, Encoder encoder) {
        Settings settings = new Settings(Map.of(), Map.of(), place, secrets);
        return new CommandEncoder("tap", new CommandSpec("turn", "c", true, settings), encoder, secrets);
    }

    private static Encoder refusing(IllegalArgumentException refusal) {
        return parameters -> {
            throw refusal;
        };
    }

    private void assertSaid(IllegalArgumentException refusal, Map<String, String> parameters, String zh, String en) {
        CommandEncoder encoder = encoder(new Place("bench/device.yaml", 7, 3), refusing(refusal));
        InputException e = catchThrowableOfType(InputException.class, () -> encoder.encode(parameters, Instant.EPOCH));
        assertThat(e.message(Language.ZH)).isEqualTo("device.yaml:7:3: " + zh);
        assertThat(e.message(Language.EN)).isEqualTo("device.yaml:7:3: " + en);
        assertThat(e).hasCause(refusal);
    }

    @Test
    void saysCommandParametersReasonAndRemedyInBothLanguages() {
        assertSaid(
                new NotEncodableException(new Text("太大", "too much"), new Text("请减小", "give less")).inField("x"),
                PARAMETERS,
                "命令“turn”（x = 70000, y = 2）无法编码: 字段 x: 太大；请减小",
                "the command \"turn\" (x = 70000, y = 2) cannot be encoded: field x: too much; give less");
    }

    @Test
    void quotesTheWordsOfAnEncoderThatHasOneLanguage() {
        assertSaid(
                new IllegalArgumentException("x is missing"),
                Map.of(),
                "命令“turn”无法编码: 编解码 tap 报告“x is missing”；请改正其参数的值，或改正该命令",
                "the command \"turn\" cannot be encoded: codec tap says \"x is missing\"; correct the values of its"
                        + " parameters, or the command itself");
    }

    @Test
    void saysWhereAnEncoderGivesNoReason() {
        assertSaid(
                new IllegalArgumentException(),
                Map.of(),
                "命令“turn”无法编码: 编解码 tap 未说明原因；请改正其参数的值，或改正该命令",
                "the command \"turn\" cannot be encoded: codec tap does not say why; correct the values of its parameters,"
                        + " or the command itself");
    }

    private void assertFaulty(Encoder faulty, String zh, String en) {
        CommandEncoder encoder = encoder(new Place("bench/device.yaml", 7, 3), faulty);
        BenchException e = catchThrowableOfType(BenchException.class, () -> encoder.encode(Map.of()));
        assertThat(e.message(Language.ZH))
                .isEqualTo("device.yaml:7:3: 编解码 tap 编码命令“turn”时出错: " + zh + "；问题在编解码或提供它的插件：请换用其他版本，或向其作者报告");
        assertThat(e.message(Language.EN))
                .isEqualTo(
                        "device.yaml:7:3: codec tap failed when it was to encode the command \"turn\": " + en
                                + "; the fault is the codec's, or its plugin's: use another version, or report it to its author");
    }

    @Test
    void saysWhoseFaultItIsThatAnEncoderFails() {
        secrets.resolve("${env:KEY}", Place.of("device.yaml"));
        String bug = "java.lang.IllegalStateException: ${env:KEY}";
        assertFaulty(
                parameters -> {
                    throw new IllegalStateException("open-sesame");
                },
                bug,
                bug);
        String empty = "java.lang.NullPointerException: null returned";
        assertFaulty(parameters -> null, empty, empty);
        String deep = "java.lang.StackOverflowError";
        assertFaulty(
                parameters -> {
                    throw new StackOverflowError();
                },
                deep,
                deep);
        String checked = "java.io.IOException: no key";
        assertFaulty(parameters -> Undeclared.thrown(new IOException("no key")), checked, checked);
        String other = "java.util.ServiceConfigurationError: no key";
        assertFaulty(parameters -> Undeclared.thrown(new ServiceConfigurationError("no key")), other, other);
    }

    @Test
    void doesNotBlameItForTheEndOfTheMachine() {
        CommandEncoder encoder =
                encoder(Place.of("(java)"), parameters -> Undeclared.thrown(new OutOfMemoryError("by a test")));
        assertThatThrownBy(() -> encoder.encode(Map.of())).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void keepsSecretsOutOfIt() {
        secrets.resolve("${env:KEY}", Place.of("device.yaml"));
        assertSaid(
                new IllegalArgumentException("not open-sesame"),
                Map.of(),
                "命令“turn”无法编码: 编解码 tap 报告“not ${env:KEY}”；请改正其参数的值，或改正该命令",
                "the command \"turn\" cannot be encoded: codec tap says \"not ${env:KEY}\"; correct the values of its"
                        + " parameters, or the command itself");
    }

    @Test
    void hasNoPlaceOnABenchThatWasBuiltInJava() {
        CommandEncoder encoder = encoder(Place.of("(java)"), refusing(new IllegalArgumentException("no")));
        InputException e = catchThrowableOfType(InputException.class, () -> encoder.encode(Map.of()));
        assertThat(e.message(Language.EN)).startsWith("the command \"turn\" cannot");
    }

    @Test
    void givesWhatTheEncoderGives() {
        CommandEncoder encoder = encoder(Place.of("(java)"), new Encoder() {
            @Override
            public Packet encode(Map<String, String> parameters) {
                return Packet.of(new byte[] {1});
            }

            @Override
            public Packet encode(Map<String, String> parameters, Instant utc) {
                return Packet.of(new byte[] {(byte) utc.getEpochSecond()});
            }
        });
        assertThat(encoder.encode(Map.of()).payload()).containsExactly(1);
        assertThat(encoder.encode(Map.of(), Instant.ofEpochSecond(9)).payload()).containsExactly(9);
    }
}
