package org.plumbline.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.FrameError;
import org.plumbline.probe.ChannelFinding;
import org.plumbline.probe.Heard;
import org.plumbline.probe.SignalSeen;
import org.plumbline.probe.State;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * What a probe found, in columns: a line for each channel, below it one for each signal, then what is wrong.
 *
 * @param findings one for each channel
 */
record ProbeTable(List<ChannelFinding> findings, Language language) {

    private static final double NANOS = 1e9;

    List<String> lines() {
        Columns columns = new Columns();
        columns.row(
                in("通道 / 信号", "channel / signal"),
                in("频次", "rate"),
                in("最近的值", "last value"),
                in("距今", "age"),
                in("状态", "state"));
        for (ChannelFinding finding : findings) {
            columns.row(
                    finding.channel().name(),
                    finding.heard().map(heard -> rate(heard.frames(), heard)).orElse("-"),
                    finding.channel().transport() + " " + finding.channel().codec(),
                    "",
                    state(finding) + faults(finding));
            finding.signals().forEach(signal -> signal(columns, finding, signal));
        }
        List<String> lines = new ArrayList<>(columns.lines());
        for (ChannelFinding finding : findings) {
            finding.reasons()
                    .forEach(reason -> lines.add("! " + finding.channel().name() + ": " + reason.in(language)));
        }
        return lines;
    }

    private void signal(Columns columns, ChannelFinding finding, SignalSpec signal) {
        SignalSeen seen =
                finding.heard().map(heard -> heard.signals().get(signal.name())).orElse(null);
        if (seen == null) {
            columns.row("  " + signal.name(), "-", "-", "-", in("没有收到", "silent"));
            return;
        }
        columns.row(
                "  " + signal.name(),
                rate(seen.count(), finding.heard().orElseThrow()),
                seen.last().shown() + (signal.unit().equals(Unit.ONE) ? "" : " " + signal.unit()),
                "%.1f s".formatted(Math.max(0, finding.ended() - seen.time()) / NANOS),
                "");
    }

    private static String rate(long count, Heard heard) {
        return "%.1f/s".formatted(count * NANOS / heard.duration());
    }

    private String state(ChannelFinding finding) {
        return switch (finding.state()) {
            case READY -> in("就绪", "ready");
            case DOUBTFUL -> in("有疑问", "doubtful");
            case BROKEN -> finding.heard().isEmpty() ? in("无法打开", "not open") : in("无可用数据", "nothing usable");
        };
    }

    private String faults(ChannelFinding finding) {
        Map<FrameError, Long> faults = finding.heard().map(Heard::faults).orElse(Map.of());
        return faults.isEmpty()
                ? ""
                : faults.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(fault -> fault.getValue() + " " + fault.getKey().key())
                        .collect(Collectors.joining(", ", in("；错误 ", "; errors: "), ""));
    }

    /** The worst state of all channels. */
    State worst() {
        return findings.stream()
                .map(ChannelFinding::state)
                .max(Comparator.naturalOrder())
                .orElse(State.READY);
    }

    String conclusion() {
        String names = findings.stream()
                .filter(finding -> finding.state() != State.READY)
                .map(finding -> finding.channel().name())
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? in("试验台就绪", "the bench is ready")
                : in("试验台尚未就绪: ", "the bench is not ready: ") + names;
    }

    private String in(String zh, String en) {
        return new Text(zh, en).in(language);
    }
}
