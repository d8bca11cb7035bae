package org.plumbline.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** The bench's own brokers that run: at most one for each port, like the ports themselves. Thread-safe. */
final class BenchBrokers {

    private final List<SharedBroker> running = new ArrayList<>();

    /**
     * Takes a channel's connection among those of the broker that it reaches.
     *
     * @return empty where that is none of the bench's own
     * @throws InputException where another channel declares it in another way
     */
    synchronized Optional<SharedBroker> join(ChannelSpec channel, MqttSettings settings, MqttLink link) {
        running.removeIf(SharedBroker::isLeft);
        Optional<SharedBroker> reached = running.stream()
                .filter(each -> each.isReachedBy(settings))
                .findFirst()
                .or(() -> settings.listen().map(listen -> new SharedBroker(settings, listen)));
        reached.ifPresent(broker -> {
            if (settings.listen().isPresent() && !broker.isDeclaredAlike(settings)) {
                throw differs(channel, broker);
            }
            broker.join(settings.clientId(), link);
            if (!running.contains(broker)) {
                running.add(broker);
            }
        });
        return reached;
    }

    private static InputException differs(ChannelSpec channel, SharedBroker broker) {
        return new InputException(new Problem(
                channel.settings().placeOf("broker"),
                new Text(
                                "通道 %s 与通道 %s 共用试验台自带的代理，但 listen、username 或 password 不同",
                                "channel %s shares the bench's own broker with channel %s, but listen, username or"
                                        + " password differ")
                        .with(channel.name(), broker.channel()),
                new Text("请写成一致，或在 listen 中换一个端口", "write them alike, or another port in listen")));
    }
}
