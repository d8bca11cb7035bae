package org.plumbline.mqtt;

import java.util.List;
import java.util.Optional;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.error.Problem;
import org.plumbline.json.TopicFilter;
import org.plumbline.text.Text;

/** Why no message to a topic can come over a channel: it is not subscribed to it. */
final class Unsubscribed {

    /** Those of the bench's own broker come without a subscription: see {@link org.plumbline.broker.PacketTap}. */
    private static final List<TopicFilter> PACKETS =
            List.of(new TopicFilter("$mqtt/in/#"), new TopicFilter("$mqtt/out/#"));

    private Unsubscribed() {}

    /**
     * @param filter the topics that are wanted
     * @return empty where one of them may come
     */
    static Optional<Problem> why(ChannelSpec channel, String filter) {
        Settings settings = channel.settings();
        TopicFilter wanted = new TopicFilter(filter);
        boolean own = MqttSettings.listen(settings).isPresent();
        boolean packets = own && settings.flag("packets").orElse(true);
        boolean packet = PACKETS.stream().anyMatch(wanted::overlaps);
        if (packet && packets
                || MqttSettings.subscriptions(settings).stream().anyMatch(each -> each.overlaps(wanted))) {
            return Optional.empty();
        } else if (!packet) {
            return Optional.of(Problem.of(
                    new Text("通道 %s 没有订阅 %s（subscribe: %s）", "channel %s does not subscribe to %s (subscribe: %s)")
                            .with(channel.name(), filter, settings.texts("subscribe")),
                    new Text("请在 subscribe 中加上它，或改正该信号的 topic", "add it to subscribe, or correct the signal's topic")));
        }
        return Optional.of(own ? unrecorded(channel) : unknown(filter));
    }

    private static Problem unrecorded(ChannelSpec channel) {
        return Problem.of(
                new Text("通道 %s 不记录控制报文（packets: false）", "channel %s records no control packets (packets: false)")
                        .with(channel.name()),
                new Text(
                        "请删去 packets: false，或改到记录控制报文的通道",
                        "take packets: false out, or use a channel that records them"));
    }

    private static Problem unknown(String filter) {
        return Problem.of(
                new Text("控制报文（%s）只有试验台自带的代理才有", "only the bench's own broker gives control packets (%s)").with(filter),
                new Text("请写 broker: embedded，或设备自己的主题", "write broker: embedded, or a topic of the device's own"));
    }
}
