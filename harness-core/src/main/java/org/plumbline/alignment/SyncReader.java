package org.plumbline.alignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.alignment.Synchronisation.SyncPair;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/** Reads what a channel says of its synchronisation. */
final class SyncReader {

    private static final Set<String> EDGES = Set.of("above", "below", "changes");

    private final Bench bench;
    private final ChannelSpec channel;
    private final Settings settings;

    SyncReader(Bench bench, ChannelSpec channel) {
        this.bench = bench;
        this.channel = channel;
        this.settings = channel.settings();
    }

    Synchronisation read() {
        double drift = settings.number("clock-drift").orElseThrow();
        if (!(drift >= 0 && drift < 1e5)) {
            throw wrong(
                    "clock-drift",
                    new Text("漂移上限 %s ppm 无效", "%s ppm is no limit of a drift").with(drift),
                    new Text("请写不小于 0 的数，如 50", "write a number not below 0, such as 50"));
        }
        return new Synchronisation(
                pair("sync").orElseThrow(), pair("sync-end").orElse(null), uncertainty(), drift * 1e-6);
    }

    private double uncertainty() {
        String text = settings.text("clock-uncertainty").orElseThrow();
        return Quantity.parse(text)
                .filter(time -> time.unit().isCommensurableWith(Unit.S) && time.value() > 0)
                .map(time -> time.in(Unit.S))
                .orElseThrow(() -> wrong(
                        "clock-uncertainty",
                        new Text("%s 不是大于零的时间", "%s is no time above zero").with(text),
                        new Text("请写如 2 ms 的时间", "write a time such as 2 ms")));
    }

    private Optional<SyncPair> pair(String key) {
        return settings.tree(key)
                .map(tree -> new SyncPair(
                        event(key, "file", map(tree).get("file")),
                        event(key, "run", map(tree).get("run"))));
    }

    private static Map<?, ?> map(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? map : Map.of();
    }

    private SyncEvent event(String key, String side, @Nullable Object tree) {
        Map<?, ?> event = map(tree);
        boolean run = side.equals("run");
        List<String> kinds = run ? List.of("signal", "command", "step") : List.of("signal");
        List<String> named = kinds.stream().filter(event::containsKey).toList();
        int nth = event.get("nth") instanceof Number number && number.intValue() == number.doubleValue()
                ? Math.max(0, number.intValue())
                : 0;
        boolean signal = named.equals(List.of("signal"));
        List<String> edges = event.keySet().stream()
                .map(String::valueOf)
                .filter(EDGES::contains)
                .toList();
        int most = 1 + (signal ? 1 : 0) + (nth > 0 ? 1 : 0);
        if (named.size() != 1 || event.size() != most || signal && edges.size() != 1) {
            throw malformed(key, side, run);
        }
        String name = String.valueOf(event.get(named.get(0)));
        return switch (named.get(0)) {
            case "command" -> sent(key, name, nth);
            case "step" -> new SyncEvent.Begun(name, new Text("步骤“%s”", "the step \"%s\"").with(name), nth);
            default -> passing(key, signal(key, name, run), edges.get(0), String.valueOf(event.get(edges.get(0))), nth);
        };
    }

    private InputException malformed(String key, String side, boolean run) {
        Text remedy = run
                ? new Text(
                        "请写 run: {command: 名称}、{step: 步骤} 或 {signal: 名称, above: 5 N}；多次出现时加 nth",
                        "write run: {command: NAME}, {step: STEP} or {signal: NAME, above: 5 N}; with nth where it occurs more than once")
                : new Text(
                        "请写 file: {signal: 名称, above: 5 N}，也可用 below 或 changes: true；多次出现时加 nth",
                        "write file: {signal: NAME, above: 5 N}, or below, or changes: true; with nth where it occurs more than once");
        return wrong(key, new Text("%s 中的 %s 不是事件", "in %s, %s is no event").with(key, side), remedy);
    }

    private SyncEvent sent(String key, String name, int nth) {
        List<String> known = bench.commands().stream().map(CommandSpec::name).toList();
        if (!known.contains(name)) {
            throw wrong(
                    key,
                    new Text("试验台上没有命令“%s”", "the bench has no command \"%s\"").with(name),
                    Nearest.remedy(name, known));
        }
        return new SyncEvent.Sent(name, new Text("命令 %s", "command %s").with(name), nth);
    }

    private SignalSpec signal(String key, String name, boolean run) {
        List<SignalSpec> known = bench.signals().stream()
                .filter(signal -> run
                        ? !bench.channel(signal.channel()).orElseThrow().comesAsFile()
                        : signal.channel().equals(channel.name()))
                .toList();
        return known.stream()
                .filter(signal -> signal.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(
                        key,
                        (run
                                        ? new Text("运行时没有信号“%s”", "while the run goes on there is no signal \"%s\"")
                                        : new Text("该文件没有信号“%s”", "the file has no signal \"%s\""))
                                .with(name),
                        Nearest.remedy(
                                name, known.stream().map(SignalSpec::name).toList())));
    }

    private SyncEvent passing(String key, SignalSpec signal, String edge, String level, int nth) {
        if (edge.equals("changes")) {
            return new SyncEvent.Changed(
                    signal.channel(),
                    signal.name(),
                    new Text("信号 %s 变化", "signal %s changes").with(signal.name()),
                    nth);
        }
        boolean above = edge.equals("above");
        Quantity bound = Quantity.parse(level)
                .map(read -> read.unit().equals(Unit.ONE) ? new Quantity(read.value(), signal.unit()) : read)
                .filter(read -> read.unit().isExpressibleIn(signal.unit()))
                .orElseThrow(() -> wrong(
                        key,
                        new Text("%s 不能与信号 %s（%s）比较", "%s cannot be compared with signal %s (%s)")
                                .with(level, signal.name(), signal.unit()),
                        new Text("请以 %s 或同类单位书写", "write it in %s or a unit of its kind").with(signal.unit())));
        Text words = (above
                        ? new Text("信号 %s 升过 %s", "signal %s rises above %s")
                        : new Text("信号 %s 降过 %s", "signal %s falls below %s"))
                .with(signal.name(), bound);
        return new SyncEvent.Passing(signal.channel(), signal.name(), above, bound.in(signal.unit()), words, nth);
    }

    private InputException wrong(String key, Text what, Text remedy) {
        return new InputException(new Problem(settings.placeOf(key), what, remedy));
    }
}
