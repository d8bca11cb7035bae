package org.plumbline.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Loopback;
import org.plumbline.text.Text;

/**
 * What the way from the wire to the stamp costs on this machine, over a connection of the kind that one channel has: of messages that the harness
 * sent to itself, so that the sending is in it too.
 *
 * @param channel its name; in captures from before that of its transport, for all of them
 * @param messages how many came back; 0 where it was not characterised
 * @param median nanoseconds
 * @param p99 the 99th percentile by nearest rank, nanoseconds
 * @param jitter the mean difference between one message and the next, nanoseconds (after RFC 3550, 6.4.1)
 * @param trouble why it was not characterised; null where it was
 */
public record ChannelLatency(
        String channel,
        String transport,
        int messages,
        long median,
        long p99,
        long jitter,
        @Nullable Text trouble) {

    static ChannelLatency of(ChannelSpec channel, Loopback loopback) {
        List<Long> sorted = loopback.nanos().stream().sorted().toList();
        if (sorted.isEmpty()) {
            return new ChannelLatency(channel.name(), channel.transport(), 0, 0, 0, 0, loopback.trouble());
        }
        return new ChannelLatency(
                channel.name(),
                channel.transport(),
                sorted.size(),
                rank(sorted, 50),
                rank(sorted, 99),
                jitter(loopback.nanos()),
                loopback.trouble());
    }

    private static long rank(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static long jitter(List<Long> nanos) {
        long sum = 0;
        for (int i = 1; i < nanos.size(); i++) {
            sum += Math.abs(nanos.get(i) - nanos.get(i - 1));
        }
        return nanos.size() < 2 ? 0 : sum / (nanos.size() - 1);
    }

    /** In one line. */
    public Text words() {
        Text why = trouble;
        return why != null
                ? new Text("未测定，按假定值计（%s）", "not characterised, the assumed figure counts (%s)").with(why)
                : new Text(
                                "环回 %d 次: 中位数 %.3f ms，第 99 百分位 %.3f ms，抖动 %.3f ms",
                                "%d loopbacks: median %.3f ms, 99th percentile %.3f ms, jitter %.3f ms")
                        .with(messages, median / 1e6, p99 / 1e6, jitter / 1e6);
    }
}
