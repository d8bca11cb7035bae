package org.plumbline.probe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.bench.Bench;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.IdentityReport;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.error.BenchException;
import org.plumbline.error.InputException;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;

/** Asks the device who it is, and compares the answers with device.yaml. */
final class IdentityQuestions {

    /** How long a device may take to answer, in nanoseconds. */
    private static final long PATIENCE = 2_000_000_000L;

    /** A version such as 2.10, which as a number is 2.1. */
    private static final Pattern ROUND = Pattern.compile("\\d+\\.\\d*[1-9]0+");

    private final Bench bench;
    private final Clock clock;
    private final Function<String, Optional<Listening>> open;
    private final Map<String, Long> asked = new HashMap<>();

    /** @param open the channel of that name, where it is open */
    IdentityQuestions(Bench bench, Clock clock, Function<String, Optional<Listening>> open) {
        this.bench = bench;
        this.clock = clock;
        this.open = open;
    }

    List<IdentityFinding> ask() {
        return bench.device().reports().entrySet().stream()
                .map(entry -> ask(entry.getKey(), entry.getValue()))
                .toList();
    }

    private IdentityFinding ask(String key, IdentityReport report) {
        String declared = bench.device().identity().text(key);
        Optional<String> closed = channels(report)
                .filter(channel -> open.apply(channel).isEmpty())
                .findFirst();
        if (closed.isPresent()) {
            return failed(
                    key, declared, new Text("通道 %s 没有打开，未作询问", "channel %s is not open: not asked").with(closed.get()));
        }
        try {
            long since = report.command().map(this::send).orElse(0L);
            Optional<Value> said = answer(report.signal(), since);
            Optional<Text> reason = said.isEmpty()
                    ? Optional.of(silent(report, since))
                    : said.flatMap(value -> unlike(key, declared, value, report.signal()));
            return new IdentityFinding(key, declared, said.map(Value::shown), reason);
        } catch (BenchException | InputException e) {
            return failed(key, declared, e.words());
        }
    }

    private Optional<Text> unlike(String key, String declared, Value said, String signal) {
        if (!means(signal, declared, said)) {
            return Optional.of(another(key, said, declared));
        }
        return said instanceof Value.Numeric && ROUND.matcher(declared).matches()
                ? Optional.of(new Text(
                                "设备报告的 %1$s 读作数 %2$s，分不清 %2$s 与 %3$s: 请将信号 %4$s 读作文本（type: text）",
                                "the device says %1$s %2$s, read as a number, which does not tell %2$s from %3$s: read signal %4$s as a"
                                        + " text (type: text)")
                        .with(key, said.shown(), declared, signal))
                : Optional.empty();
    }

    private boolean means(String signal, String declared, Value said) {
        return bench.signal(signal)
                .filter(spec -> said.is(declared, spec.unit()))
                .isPresent();
    }

    private static IdentityFinding failed(String key, String declared, Text why) {
        return new IdentityFinding(key, declared, Optional.empty(), Optional.of(why));
    }

    /** Once, however many parts of the identity its answer has. */
    private long send(String command) {
        Listening on = on(command).orElseThrow();
        return asked.computeIfAbsent(command, on::send);
    }

    private Optional<Listening> on(String command) {
        return open.apply(channel(command));
    }

    /** Those that the question goes out on and its answer comes in on. */
    private Stream<String> channels(IdentityReport report) {
        return Stream.concat(
                report.command().map(this::channel).stream(),
                bench.signal(report.signal()).map(SignalSpec::channel).stream());
    }

    private String channel(String command) {
        return bench.command(command).map(CommandSpec::channel).orElse("");
    }

    private Optional<Value> answer(String signal, long since) {
        String channel = bench.signal(signal).map(SignalSpec::channel).orElse("");
        return open.apply(channel).flatMap(listening -> {
            clock.await(() -> said(listening, signal, since).isPresent(), clock.now() + PATIENCE);
            return said(listening, signal, since);
        });
    }

    private static Optional<Value> said(Listening listening, String signal, long since) {
        return listening
                .seen(signal)
                .filter(seen -> seen.samples().last() >= since)
                .map(SignalSeen::last);
    }

    private Text silent(IdentityReport report, long since) {
        Text silent = new Text("设备没有报告（信号 %s）", "the device does not say it (signal %s)").with(report.signal());
        return report.command()
                .flatMap(this::on)
                .flatMap(listening -> listening.unheard(since))
                .map(cause -> silent.and(new Text("；询问无人接收（%s）", "; the question reached nobody (%s)").with(cause)))
                .orElse(silent);
    }

    private static Text another(String key, Value said, String declared) {
        return new Text(
                        "设备报告的 %s 是 %s，device.yaml 写的是 %s: 接错了设备，或 device.yaml 需要更新",
                        "the device says %s %s, device.yaml says %s: this is another device, or device.yaml is out of date")
                .with(key, said.shown(), declared);
    }
}
