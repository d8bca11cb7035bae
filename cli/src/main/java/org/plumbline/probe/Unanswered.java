package org.plumbline.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.channel.FrameError;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;

/** Questions without the answer that was sought. The frames that come are sound, and so is what they come over. */
final class Unanswered {

    private Unanswered() {}

    static Optional<Text> refused(Heard heard) {
        return Optional.ofNullable(heard.faults().get(FrameError.EXCEPTION)).map(fault -> new Text(
                        "设备有应答，连接无误，但拒绝了询问: %s；请按设备手册核对所问的内容",
                        "the device answers, so the connection is right, but refuses what it is asked: %s;"
                                + " compare what is asked with its manual")
                .with(fault.last()));
    }

    /** More than may be missing of an instrument's frames. */
    static Optional<Text> missed(ChannelSpec channel, Heard heard, Completeness required) {
        return Optional.ofNullable(heard.faults().get(FrameError.TIMEOUT))
                .filter(fault -> fault.count()
                        > required.faultyFrames() * (heard.frames().count() + fault.count()))
                .map(fault -> new Text(
                                "有 %d 次询问没有应答，最近一次: %s；检查该设备的地址、电源和接线，以及 %s 是否够长",
                                "%d questions were not answered, the last one: %s; check that device's address, power and"
                                        + " wiring, and whether %s is long enough")
                        .with(fault.count(), fault.last(), timeout(channel)));
    }

    /** The key of the time that an answer may take. */
    static String timeout(ChannelSpec channel) {
        return channel.poll().isEmpty() ? "response-timeout" : ChannelSpec.POLL_TIMEOUT;
    }

    /**
     * What a channel on which nothing comes has to do with questions.
     *
     * @param asks whether any go out
     */
    static Text silent(ChannelSpec channel, Bench bench, boolean asks) {
        if (!channel.poll().isEmpty()) {
            return new Text(
                            "；所有询问均无应答（poll: %s），请对照设备手册核对这些命令的内容和行尾",
                            "; no question is answered (poll: %s): compare the wording and the line end of these commands with the"
                                    + " device's manual, too")
                    .with(String.join(", ", channel.poll()));
        }
        List<CommandSpec> commands = bench.only(channel).commands().stream()
                .filter(command -> !command.name().equals(CommandSpec.SAFE_STATE))
                .toList();
        return asks || commands.isEmpty()
                ? Text.same("")
                : new Text(
                                "；设备若只在询问之后才发送，请在该通道的 poll 中列出询问它的命令（已声明的命令: %s）",
                                "; if the device sends only what it is asked for, list the command that asks it under poll of the"
                                        + " channel (commands declared there: %s)")
                        .with(commands.stream().map(CommandSpec::name).collect(Collectors.joining(", ")));
    }
}
