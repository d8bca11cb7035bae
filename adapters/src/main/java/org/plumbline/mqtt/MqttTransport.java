package org.plumbline.mqtt;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.LongSupplier;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.broker.EmbeddedBroker;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Loopback;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.loopback.Rounds;
import org.plumbline.text.Text;

/**
 * MQTT 3.1.1 and 5. A channel is open when the broker has acknowledged its subscriptions. Channels that are opened by the same
 * instance share the bench's own broker.
 */
public final class MqttTransport implements Transport {

    private final BenchBrokers brokers = new BenchBrokers();

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public Optional<Carriage> carries() {
        return Optional.of(Carriage.MESSAGES);
    }

    @Override
    public List<Key> keys() {
        return MqttSettings.KEYS;
    }

    @Override
    public Loopback loopback(ChannelSpec channel, LongSupplier now) {
        try {
            MqttSettings settings = MqttSettings.of(channel);
            if (settings.listen().isEmpty()) {
                return loopback(settings.loopback(settings.broker(), now.getAsLong()), new Rounds(now));
            }
            // the bench's own broker is not up yet, and a device that saw it come and go would be disturbed
            try (EmbeddedBroker like = EmbeddedBroker.start()) {
                return loopback(settings.loopback(like.uri(), now.getAsLong()), new Rounds(now));
            }
        } catch (BenchException e) {
            return Loopback.none(e.problems().get(0).what());
        } catch (Exception e) {
            return Loopback.none(MqttCause.of(e));
        }
    }

    private static Loopback loopback(MqttSettings settings, Rounds rounds) throws Exception {
        String topic = settings.subscribe().get(0).filter();
        MqttLink link = new MqttLink(settings, rounds);
        try {
            link.open();
            return rounds.run(message -> link.send(new Packet(topic, message)));
        } finally {
            link.close();
        }
    }

    @Override
    public Optional<Text> echo(ChannelSpec channel, ChannelSpec sender, String address) {
        return Optional.of(new Text(
                                "代理把报文发给每个订阅者，包括发送者: 请给该信号写设备自己的 topic，或缩小通道 %s 的 subscribe；同一通道也可用 version: \"5\" 的 no-local: true（默认）",
                                "a broker gives messages to all who subscribe, the sender too: give the signal a topic of the device's"
                                        + " own, or narrow subscribe of channel %s; on one channel no-local: true of version: \"5\" (the"
                                        + " default) does as well")
                        .with(channel.name()))
                .filter(remedy ->
                        !address.startsWith(NetworkAct.PREFIX) && MqttSettings.echoes(channel, sender, address));
    }

    @Override
    public Optional<Problem> unreachable(ChannelSpec channel, String address) {
        return Unsubscribed.why(channel, address);
    }

    @Override
    public void check(ChannelSpec channel, Packet command) {
        if (command.address().startsWith(NetworkAct.PREFIX)) {
            NetworkAct.of(channel.name(), command);
        } else {
            ClientText.requireTopic(command.address(), MqttSettings.five(channel.settings()));
        }
    }

    @Override
    public boolean takesBack(Packet packet) {
        return packet.address().startsWith(NetworkAct.PREFIX);
    }

    @Override
    public boolean hearsAll(ChannelSpec channel, SortedMap<Long, Packet> acts, long from, long to) {
        return MqttSettings.of(channel).listen().isPresent()
                && NetworkHistory.of(channel.name(), acts, to).hearsAll(from, to);
    }

    @Override
    public Link open(ChannelSpec channel, Receiver receiver) {
        MqttSettings settings = MqttSettings.of(channel);
        MqttLink messages = new MqttLink(settings, receiver);
        Link link = brokers.join(channel, settings, messages)
                .<Link>map(broker -> new BenchBrokerLink(settings, broker, messages, receiver))
                .orElse(messages);
        try {
            if (link instanceof BenchBrokerLink own) {
                own.open();
            } else {
                messages.open();
            }
            return link;
        } catch (BenchException e) {
            link.close();
            throw e;
        } catch (Exception e) {
            link.close();
            Text cause = MqttCause.isOfLogin(e) ? MqttCause.of(e).and(user(channel)) : MqttCause.of(e);
            throw new BenchException(
                    Problem.of(
                            new Text(
                                    "通道 %s 无法连接 MQTT 代理 %s: %s"
                                            .formatted(channel.name(), settings.shownBroker(), cause.zh()),
                                    "channel %s: no connection to the MQTT broker %s: %s"
                                            .formatted(channel.name(), settings.shownBroker(), cause.en())),
                            MqttRemedy.of(e)),
                    e);
        }
    }

    /** As it stands in the file. */
    private static Text user(ChannelSpec channel) {
        return channel.settings()
                .shown("username")
                .map(name -> new Text("，用户 %s", ", user %s").with(name))
                .orElse(new Text("，未设置 username", ", no username is set"));
    }
}
