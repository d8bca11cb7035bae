package org.plumbline.channel;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Secrets;
import org.plumbline.error.BenchException;
import org.plumbline.error.EndOfMachine;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.PlumblineException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** The encoder of a bench's command: what it refuses is said in both languages, of which command it is, and where that stands. */
public final class CommandEncoder {

    private static final Text REFUSED = new Text("命令“%s”%s无法编码: %s", "the command \"%s\"%s cannot be encoded: %s");
    private static final Text CORRECT =
            new Text("请改正其参数的值，或改正该命令", "correct the values of its parameters, or the command itself");

    private final String codec;
    private final CommandSpec command;
    private final Encoder encoder;
    private final Secrets secrets;
    private final UnaryOperator<Supplier<Packet>> by;

    CommandEncoder(String codec, CommandSpec command, Encoder encoder, Secrets secrets) {
        this(codec, command, encoder, secrets, UnaryOperator.identity());
    }

    private CommandEncoder(
            String codec, CommandSpec command, Encoder encoder, Secrets secrets, UnaryOperator<Supplier<Packet>> by) {
        this.codec = codec;
        this.command = command;
        this.encoder = encoder;
        this.secrets = secrets;
        this.by = by;
    }

    /**
     * The same, done in another way.
     *
     * @param way gives what is encoded, or throws what that throws, which is never checked, or what stands in its own way
     */
    public CommandEncoder by(UnaryOperator<Supplier<Packet>> way) {
        return new CommandEncoder(codec, command, encoder, secrets, way);
    }

    /**
     * As {@link Encoder#encode(Map)}.
     *
     * @throws InputException where the encoder refuses the parameters
     * @throws BenchException where it throws what it may not
     */
    public Packet encode(Map<String, String> parameters) {
        return encoded(parameters, () -> encoder.encode(parameters));
    }

    /**
     * As {@link Encoder#encode(Map, Instant)}.
     *
     * @throws InputException where the encoder refuses the parameters
     * @throws BenchException where it throws what it may not
     */
    public Packet encode(Map<String, String> parameters, Instant utc) {
        return encoded(parameters, () -> encoder.encode(parameters, utc));
    }

    private Packet encoded(Map<String, String> parameters, Supplier<Packet> packet) {
        return by.apply(() -> tried(parameters, packet)).get();
    }

    private Packet tried(Map<String, String> parameters, Supplier<Packet> packet) {
        try {
            return Objects.requireNonNull(packet.get(), "null returned");
        } catch (NotEncodableException e) {
            throw refused(parameters, e.reason(), e.remedy(), e);
        } catch (IllegalArgumentException e) {
            throw refused(parameters, said(e.getMessage()), CORRECT, e);
        } catch (PlumblineException e) {
            throw e;
        } catch (Throwable e) { // a plugin may throw checked exceptions that are not declared
            EndOfMachine.passOn(e);
            Text fault = redacted(CodecFault.ofCommand(codec, command.name(), e));
            throw new BenchException(new Problem(place(), fault, CodecFault.REMEDY), e);
        }
    }

    /** An encoder of others need not speak two languages. */
    private Text said(@Nullable String words) {
        return words == null || words.isBlank()
                ? new Text("编解码 %s 未说明原因", "codec %s does not say why").with(codec)
                : new Text("编解码 %s 报告“%s”", "codec %s says \"%s\"").with(codec, words);
    }

    private InputException refused(Map<String, String> parameters, Text why, Text remedy, Throwable cause) {
        return new InputException(
                new Problem(place(), redacted(REFUSED.with(command.name(), given(parameters), why)), redacted(remedy)),
                cause);
    }

    private static Text given(Map<String, String> parameters) {
        String each = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + " = " + parameter.getValue())
                        .collect(Collectors.joining(", "));
        return each.isEmpty() ? Text.same("") : new Text("（%s）", " (%s)").with(each);
    }

    /** The file by its name alone, so that a recording that is judged elsewhere gives the same words. */
    private @Nullable Place place() {
        Place place = command.settings().place();
        return place.line() == 0
                ? null
                : new Place(Path.of(place.file()).getFileName().toString(), place.line(), place.column());
    }

    private Text redacted(Text words) {
        return secrets.redact(words);
    }
}
