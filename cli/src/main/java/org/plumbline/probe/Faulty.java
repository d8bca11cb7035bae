package org.plumbline.probe;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.FrameError;
import org.plumbline.text.Text;

/** Frames with faults, and what to do about them: that depends on the commonest fault, and on what carries the frames. */
final class Faulty {

    /** Questions without the answer that was sought, and frames that never came. */
    static final Set<FrameError> OF_NO_FRAME = Set.of(FrameError.EXCEPTION, FrameError.TIMEOUT, FrameError.LOST);

    private static final Text LINE = new Text("检查接地、屏蔽、线长和波特率", "check grounding, shield, cable length and baud rate");

    private static final Text FAR_LINE = new Text(
            "TCP 不改变字节: 检查设备本身，以及串口服务器后面线路的接地、屏蔽、线长和波特率",
            "TCP changes no byte: check the device and, behind a serial server, that line's grounding, shield, cable length and"
                    + " baud rate");

    private static final Text SAME = new Text(
            "；若每次错得一样，请对照设备手册核对%s", "; where it is wrong the same way each time, compare %s with the device's manual");

    private static final Text UNASKED = new Text(
            "；也请检查线路上有没有别的主站、发出的是否会返回、应答是否晚于 %s",
            "; look also for another master on the line, for an echo of what is sent, and for answers that come later than"
                    + " %s");

    private static final Text ENTRY =
            new Text("收到的是完整的，与线路无关: 请对照设备实际发送的内容核对%s", "what comes is whole: compare %s with what the device sends");

    private static final Text LOST = new Text(
            "检查无线链路、网络和负载，以及波特率是否够用",
            "check the radio link, the network, the load, and whether the baud rate is enough");

    private final ChannelSpec channel;
    private final Reread reread;
    private final Heard heard;
    private final Map<FrameError, Long> counts;

    Faulty(ChannelSpec channel, Reread reread, Heard heard) {
        this.channel = channel;
        this.reread = reread;
        this.heard = heard;
        this.counts = counts(heard.faults());
    }

    /**
     * Whether there are more, as a run counts them.
     *
     * @param share of all frames that were sent, 0 to 1
     */
    boolean isMoreThan(double share) {
        long missing = counts.getOrDefault(FrameError.LOST, 0L);
        return heard.faulty() + missing > share * (heard.frames().count() + missing);
    }

    /** How many frames are faulty, what to do, and what was wrong last, of the commonest fault. */
    Text words() {
        FrameError commonest = counts.entrySet().stream()
                .max(Map.Entry.<FrameError, Long>comparingByValue().thenComparing(entry -> heard.faults()
                        .get(entry.getKey())
                        .last()
                        .en()
                        .equals(heard.lastFault().en())))
                .orElseThrow()
                .getKey();
        FaultSeen fault = heard.faults().get(commonest);
        return many(commonest)
                .and(Text.same(": "))
                .and(remedy(commonest, fault))
                .and(new Text("；最近的错误: %s", "; the last one: %s").with(Shown.line(fault.last())));
    }

    /** A frame that came broken is missing by its number, too. */
    private static Map<FrameError, Long> counts(Map<FrameError, FaultSeen> faults) {
        Map<FrameError, Long> counts = new EnumMap<>(FrameError.class);
        faults.forEach((kind, seen) -> counts.put(kind, seen.count()));
        long broken = counts.getOrDefault(FrameError.CHECKSUM, 0L) + counts.getOrDefault(FrameError.SYNTAX, 0L);
        counts.computeIfPresent(FrameError.LOST, (kind, lost) -> lost > broken ? lost - broken : null);
        counts.remove(FrameError.TIMEOUT);
        counts.remove(FrameError.EXCEPTION);
        return counts;
    }

    private Text many(FrameError commonest) {
        if (commonest == FrameError.LOST) {
            return new Text("收到 %2$d 帧，按序号另有 %1$d 帧丢失", "%d frames are missing by their numbers, beside %d that came")
                    .with(counts.get(commonest), heard.frames().count());
        }
        Text faulty = isOfMessages()
                ? new Text("%2$d 条报文中有 %1$d 条有错", "%d of %d messages are faulty")
                : new Text("%2$d 帧中有 %1$d 帧有错", "%d of %d frames are faulty");
        Text mostly =
                counts.size() == 1 ? Text.same("") : new Text("，最多的是 %s", ", most often by %s").with(commonest.words());
        return faulty.with(heard.faulty(), heard.frames().count()).and(mostly);
    }

    private Text remedy(FrameError kind, FaultSeen fault) {
        if (kind == FrameError.LOST) {
            return LOST;
        }
        // messages with topics come whole or not at all
        if (kind == FrameError.VALUE || isOfMessages() || reread.isWhole(fault.frame())) {
            return ENTRY.with(entry(fault));
        }
        Text line = channel.transport().equals("tcp") ? FAR_LINE : LINE;
        if (kind == FrameError.CHECKSUM) {
            return line;
        }
        return line.and(reread.asks() ? UNASKED.with(Unanswered.timeout(channel)) : SAME.with(entry()));
    }

    private boolean isOfMessages() {
        return !heard.topics().isEmpty();
    }

    private Text entry(FaultSeen fault) {
        Optional<SignalSpec> signal = reread.culprit(fault.frame());
        return signal.map(spec -> new Text("信号 %s（%s）", "signal %s (%s)")
                        .with(spec.name(), spec.settings().place()))
                .orElseGet(this::entry);
    }

    private Text entry() {
        return new Text("通道 %s（%s）", "channel %s (%s)")
                .with(channel.name(), channel.settings().place());
    }
}
