package org.plumbline.mqtt;

import java.net.InetSocketAddress;
import org.plumbline.broker.BenchBroker;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** The bench's own broker and the harness's connection to it. What is sent to {@code $mqtt/network/…} acts on the broker. */
final class BenchBrokerLink implements Link {

    private final MqttSettings settings;
    private final MqttLink messages;
    private final BenchBroker broker;

    BenchBrokerLink(MqttSettings settings, InetSocketAddress listen, MqttLink messages) {
        this.settings = settings;
        this.messages = messages;
        this.broker =
                new BenchBroker(listen, settings.username(), settings.password(), settings.clientId(), this::packet);
    }

    private void packet(String address, byte[] json) {
        if (settings.packets()) {
            messages.arrived(address, json, false);
        }
    }

    void open() throws Exception {
        broker.start();
        messages.open();
    }

    @Override
    public void send(Packet packet) {
        if (packet.address().startsWith(NetworkAct.PREFIX)) {
            act(NetworkAct.of(settings.channel(), packet));
        } else {
            messages.send(packet);
        }
    }

    private void act(NetworkAct act) {
        switch (act.kind()) {
            case REFUSE -> broker.refuse(act.client());
            case ADMIT -> broker.admit(act.client());
            case DROP -> broker.drop(act.client());
            case HOLD -> broker.hold(act.client(), act.nanos());
            case STOP -> {
                messages.pause();
                broker.stop();
            }
            case START -> start();
        }
    }

    private void start() {
        try {
            broker.start();
            messages.resume();
        } catch (BenchException e) {
            throw e;
        } catch (Exception e) {
            Text cause = MqttCause.of(e);
            throw new BenchException(
                    Problem.of(
                            new Text(
                                    "通道 %s 无法连接重新启动的代理: %s".formatted(settings.channel(), cause.zh()),
                                    "channel %s: no connection to the restarted broker: %s"
                                            .formatted(settings.channel(), cause.en())),
                            MqttCause.remedy(e)),
                    e);
        }
    }

    @Override
    public boolean reconnects() {
        return messages.reconnects();
    }

    @Override
    public void close() {
        messages.close();
        broker.close();
    }
}
