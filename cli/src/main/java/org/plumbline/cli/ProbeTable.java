package org.plumbline.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.FrameError;
import org.plumbline.probe.Arrivals;
import org.plumbline.probe.ChannelFinding;
import org.plumbline.probe.FaultSeen;
import org.plumbline.probe.Heard;
import org.plumbline.probe.IdentityFinding;
import org.plumbline.probe.Probed;
import org.plumbline.probe.SignalSeen;
import org.plumbline.probe.State;
import org.plumbline.quantity.Unit;
import org.plumbline.suite.IcsEvidence;
import org.plumbline.suite.SuiteDemands;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * What a probe found, in columns: a line for each channel, below it one for each signal, then who the device says it is and
 * what its ICS declares, then what was not asked and what is wrong.
 *
 * @param suite what it has to show of the ICS; empty where none was named
 */
record ProbeTable(Probed probed, Optional<SuiteDemands> suite, Language language) {

    private static final double NANOS = 1e9;

    List<String> lines() {
        Columns columns = new Columns();
        columns.row(
                in("通道 / 信号", "channel / signal"),
                in("频次", "rate"),
                in("最近的值", "last value"),
                in("距今", "age"),
                in("状态", "state"));
        for (ChannelFinding finding : probed.channels()) {
            columns.row(
                    finding.channel().name(),
                    finding.heard().map(heard -> rate(heard.frames(), heard)).orElse("-"),
                    finding.channel().transport() + " " + finding.channel().codec(),
                    "",
                    state(finding) + faults(finding));
            finding.signals().forEach(signal -> signal(columns, finding, signal));
        }
        probed.identity().forEach(finding -> identity(columns, finding));
        evidence().forEach(item -> ics(columns, item));
        List<String> lines = new ArrayList<>(columns.lines());
        if (probed.identity().isEmpty()) {
            lines.add(in("身份未核对: device.yaml 没有 identity", "identity not asked: device.yaml has no identity"));
        }
        if (suite.isEmpty()) {
            lines.add(in("ICS 未核对: 请用 --suite 指明套件", "ICS not compared: name --suite"));
        }
        for (ChannelFinding finding : probed.channels()) {
            finding.reasons()
                    .forEach(reason -> lines.add("! " + finding.channel().name() + ": " + reason.in(language)));
        }
        probed.identity().forEach(finding -> finding.reason()
                .ifPresent(reason -> lines.add("! " + finding.key() + ": " + reason.in(language))));
        evidence().forEach(item -> doubt(item)
                .ifPresent(reason -> lines.add("! " + item.item().id() + ": " + reason.in(language))));
        return lines;
    }

    private List<IcsEvidence> evidence() {
        return suite.map(SuiteDemands::evidence).orElse(List.of());
    }

    private void identity(Columns columns, IdentityFinding finding) {
        columns.row(
                in("身份 ", "identity ") + finding.key(),
                "-",
                finding.said().orElse("-"),
                "",
                finding.reason().isEmpty() ? in("与 device.yaml 一致", "as in device.yaml") : in("有疑问", "doubtful"));
    }

    private void ics(Columns columns, IcsEvidence item) {
        columns.row(
                "ICS " + item.item().id(),
                "-",
                item.declared() ? in("支持", "declared") : in("不支持", "not declared"),
                "",
                doubt(item).isEmpty() ? in("与收到的相符", "fits what arrives") : in("有疑问", "doubtful"));
    }

    /** What does not come may come only after a command; what comes may mean nothing: no more than a doubt. */
    Optional<Text> doubt(IcsEvidence item) {
        String signals = item.signals().stream()
                .filter(signal -> probed.seen(signal) != item.declared())
                .filter(signal -> !item.declared() || !probed.comesOnEvent(signal))
                .collect(Collectors.joining(", "));
        if (signals.isEmpty()) {
            return Optional.empty();
        }
        Text doubt = item.declared()
                ? new Text("声明支持，但没有收到信号 %s", "it is declared, but these signals do not arrive: %s")
                : new Text("声明不支持，却收到信号 %s", "it is not declared, but these signals arrive: %s");
        return Optional.of(doubt.with(signals));
    }

    private void signal(Columns columns, ChannelFinding finding, SignalSpec signal) {
        SignalSeen seen =
                finding.heard().map(heard -> heard.signals().get(signal.name())).orElse(null);
        if (seen == null) {
            columns.row("  " + signal.name(), "-", "-", "-", unseen(finding, signal));
            return;
        }
        columns.row(
                "  " + signal.name(),
                rate(seen.samples(), finding.heard().orElseThrow()),
                seen.last().shown() + (signal.unit().equals(Unit.ONE) ? "" : " " + signal.unit()),
                "%.1f s".formatted(Math.max(0, finding.ended() - seen.samples().last()) / NANOS),
                "");
    }

    private String unseen(ChannelFinding finding, SignalSpec signal) {
        if (finding.channel().comesAsFile()) {
            return in("运行后提供", "after the run");
        }
        return signal.sampling().onEvent() ? in("随事件到来，尚未收到", "on event, not heard yet") : in("没有收到", "silent");
    }

    private static String rate(Arrivals arrivals, Heard heard) {
        return "%.1f/s".formatted(arrivals.perSecond(heard.duration()));
    }

    private String state(ChannelFinding finding) {
        return switch (finding.state()) {
            case LATER -> in("运行后以文件提供", "comes as a file after the run");
            case READY -> isSilent(finding) ? in("已打开，尚无数据", "open, nothing heard yet") : in("就绪", "ready");
            case DOUBTFUL -> in("有疑问", "doubtful");
            case BROKEN -> finding.heard().isEmpty() ? in("无法打开", "not open") : in("无可用数据", "nothing usable");
        };
    }

    /** As may be where everything comes only with events. */
    private static boolean isSilent(ChannelFinding finding) {
        return !finding.signals().isEmpty()
                && finding.heard().filter(heard -> heard.bytes() == 0).isPresent();
    }

    private String faults(ChannelFinding finding) {
        Map<FrameError, FaultSeen> faults = finding.heard().map(Heard::faults).orElse(Map.of());
        return faults.isEmpty()
                ? ""
                : faults.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(fault -> fault.getValue().count() + " "
                                + fault.getKey().words().in(language))
                        .collect(Collectors.joining(", ", in("；错误 ", "; errors: "), ""));
    }

    /** The worst state of all. */
    State worst() {
        State channels = probed.channels().stream()
                .map(ChannelFinding::state)
                .max(Comparator.naturalOrder())
                .orElse(State.READY);
        return channels.compareTo(State.READY) <= 0 && !doubtful().isEmpty() ? State.DOUBTFUL : channels;
    }

    /** Parts of the identity, and items of the ICS. */
    private List<String> doubtful() {
        Stream<String> identity = probed.identity().stream()
                .filter(finding -> finding.reason().isPresent())
                .map(IdentityFinding::key);
        Stream<String> ics = evidence().stream()
                .filter(item -> doubt(item).isPresent())
                .map(item -> item.item().id());
        return Stream.concat(identity, ics).toList();
    }

    String conclusion() {
        Stream<String> channels = probed.channels().stream()
                .filter(finding -> finding.state().compareTo(State.READY) > 0)
                .map(finding -> finding.channel().name());
        String names = Stream.concat(channels, doubtful().stream()).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? in("试验台就绪", "the bench is ready")
                : in("试验台尚未就绪: ", "the bench is not ready: ") + names;
    }

    private String in(String zh, String en) {
        return new Text(zh, en).in(language);
    }
}
