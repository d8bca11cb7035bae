package org.plumbline.mqtt;

import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** An open connection to a broker. */
final class MqttLink implements Link, MqttConnection.Events {

    private final MqttSettings settings;
    private final Receiver receiver;
    private volatile boolean closed;
    private volatile boolean lost;
    private @Nullable MqttConnection connection;

    MqttLink(MqttSettings settings, Receiver receiver) {
        this.settings = settings;
        this.receiver = receiver;
    }

    void open() throws Exception {
        MqttConnection opened =
                settings.five() ? new Mqtt5Connection(settings, this) : new Mqtt3Connection(settings, this);
        connection = opened;
        opened.open();
    }

    @Override
    public void arrived(String topic, byte[] payload) {
        receiver.received(receiver.now(), new Packet(topic, payload));
    }

    @Override
    public void lost(Throwable cause) {
        if (!closed && !lost) {
            lost = true;
            receiver.lost(MqttCause.of(cause));
        }
    }

    @Override
    public void restored() {
        if (!closed) {
            lost = false;
            receiver.restored();
        }
    }

    @Override
    public synchronized void send(Packet packet) {
        try {
            if (connection == null || closed || lost) {
                throw new IllegalStateException("not connected");
            }
            connection.publish(packet.address(), packet.payload());
        } catch (Exception e) {
            throw new BenchException(
                    Problem.of(
                            new Text(
                                            "通道 %s 与 MQTT 代理的连接已断开，无法发送",
                                            "channel %s: the connection to the MQTT broker is gone, nothing can be sent")
                                    .with(settings.channel()),
                            new Text("请检查代理后重新运行", "check the broker and run again")),
                    e);
        }
    }

    @Override
    public void close() {
        closed = true;
        if (connection != null) {
            connection.close();
        }
    }
}
