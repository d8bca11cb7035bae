package org.plumbline.lines;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.Packet;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.scaling.Scaling;
import org.plumbline.template.Template;
import org.plumbline.text.Text;

/** Lines of text, as cheap gauges and meters send them, read by a regular expression with named groups. */
public final class LinesCodec implements Codec {

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public Optional<Carriage> reads() {
        return Optional.of(Carriage.STREAM);
    }

    @Override
    public List<Key> channelKeys() {
        return List.of(
                Key.required(
                        "pattern",
                        Key.Type.TEXT,
                        "整行的正则表达式，用具名组取值",
                        "a regular expression for a whole line, with named groups for values"),
                Key.optional(
                        "line-end",
                        Key.Type.TEXT,
                        "命令的行尾: crlf（默认）、lf 或 cr；接收的行在 LF 处结束，cr 时也在 CR 处",
                        "line end of commands: crlf (default), lf or cr; what arrives ends at LF, with cr at CR as well"));
    }

    @Override
    public List<Key> signalKeys() {
        return List.of(
                Key.required("group", Key.Type.TEXT, "取值的具名组", "the named group that holds the value"),
                Key.optional("type", Key.Type.TEXT, "number 或 text（默认 number）", "number or text (default number)"),
                Scaling.SCALE,
                Scaling.OFFSET);
    }

    @Override
    public List<Key> commandKeys() {
        return List.of(Key.required(
                "line", Key.Type.TEXT, "命令行，可含 {参数}，不写行尾", "the line, may hold {parameters}, without its line end"));
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        Pattern pattern = pattern(channel.settings());
        String end = lineEnd(channel.settings());
        return new LinesDecoder(
                pattern,
                (byte) end.charAt(end.length() - 1),
                signals.stream().map(signal -> LineGroup.of(signal, pattern)).toList());
    }

    private static Pattern pattern(Settings settings) {
        String text = settings.text("pattern").orElseThrow();
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new InputException(
                    new Problem(
                            settings.placeOf("pattern"),
                            new Text("正则表达式有误（第 %d 个字符）: %s", "the regular expression is wrong at character %d: %s")
                                    .with(e.getIndex() + 1, e.getDescription()),
                            new Text("例如 D=(?<value>[-0-9.]+)", "for example D=(?<value>[-0-9.]+)")),
                    e);
        }
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        String end = lineEnd(channel.settings());
        Template line = new Template(command.settings().text("line").orElseThrow());
        return parameters -> Packet.of((line.fill(parameters) + end).getBytes(StandardCharsets.UTF_8));
    }

    private static String lineEnd(Settings settings) {
        String name = settings.text("line-end").orElse("crlf");
        return switch (name) {
            case "crlf" -> "\r\n";
            case "lf" -> "\n";
            case "cr" -> "\r";
            default ->
                throw new InputException(new Problem(
                        settings.placeOf("line-end"),
                        new Text("line-end 的值 %s 无效", "%s is not a line end").with(name),
                        new Text("请写 crlf、lf 或 cr", "write crlf, lf or cr")));
        };
    }
}
