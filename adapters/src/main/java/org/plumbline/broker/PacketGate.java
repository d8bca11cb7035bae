package org.plumbline.broker;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConnectionPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Where every control packet passes: it is shown to the tap, and a login may be refused. The harness's own clients pass unseen. */
final class PacketGate {

    private static final int MQTT_5 = 5;

    private final Set<String> own = ConcurrentHashMap.newKeySet();
    private final PacketTap tap;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<Hold> holds = ConcurrentHashMap.newKeySet();

    private volatile CompletableFuture<Void> opened = new CompletableFuture<>();

    private record Hold(String client, CompletableFuture<Void> end) {}

    PacketGate(PacketTap tap) {
        this.tap = tap;
    }

    /** That client is the harness. */
    void own(String client) {
        own.add(client);
    }

    /** Whether it has logged in as that client, or as any where it is empty; the harness is none of them. */
    boolean concerns(String client, RemotingConnection connection) {
        return connection.getClientID() != null && concerns(client, connection.getClientID());
    }

    private boolean concerns(String client, String id) {
        return !own.contains(id) && (client.isEmpty() || client.equals(id));
    }

    /** The clients that are refused. */
    Set<String> refused() {
        return Set.copyOf(refused);
    }

    /** The clients that are held back. */
    Set<String> held() {
        return holds.stream().map(Hold::client).collect(Collectors.toSet());
    }

    /** Ends what holds that client back. */
    void release(String client) {
        holds.stream().filter(hold -> hold.client().equals(client)).forEach(hold -> hold.end()
                .complete(null));
    }

    /** Holds up the logins of all clients but the harness. */
    void shut() {
        opened = new CompletableFuture<>();
    }

    /** Lets in who has waited since {@link #shut}. */
    void open() {
        opened.complete(null);
    }

    /** Holds up that client's logins until then. */
    void hold(String client, CompletableFuture<Void> end) {
        Hold hold = new Hold(client, end);
        holds.add(hold);
        end.whenComplete((none, full) -> holds.remove(hold));
    }

    /** When a login of that client may pass. */
    private CompletableFuture<Void> end(String id) {
        if (own.contains(id)) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.allOf(Stream.concat(
                        Stream.of(opened),
                        holds.stream()
                                .filter(hold -> concerns(hold.client(), id))
                                .map(Hold::end))
                .toArray(CompletableFuture[]::new));
    }

    /** Puts a {@link Doorway} into each new connection. */
    ActiveMQServerConnectionPlugin doorways() {
        return new ActiveMQServerConnectionPlugin() {
            @Override
            public void afterCreateConnection(RemotingConnection connection) {
                Doorway.into(channel(connection).pipeline(), PacketGate.this::end);
            }
        };
    }

    void refuse(String client) {
        refused.add(client);
    }

    void admit(String client) {
        refused.remove(client);
    }

    MQTTInterceptor incoming() {
        return this::arrives;
    }

    MQTTInterceptor outgoing() {
        return (packet, connection) -> {
            show(ControlPacket.of(packet, connection.getClientID()), false);
            return true;
        };
    }

    private boolean arrives(MqttMessage packet, RemotingConnection connection) {
        ControlPacket seen = ControlPacket.of(packet, connection.getClientID());
        show(seen, true);
        if (packet instanceof MqttConnectMessage connect && isRefused(seen.client())) {
            refuse(connect, connection);
            return false;
        }
        return true;
    }

    private boolean isRefused(String client) {
        return !own.contains(client) && (refused.contains(client) || refused.contains(""));
    }

    private void refuse(MqttConnectMessage connect, RemotingConnection connection) {
        MqttConnectReturnCode code = connect.variableHeader().version() == MQTT_5
                ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
                : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
        MqttConnAckMessage answer =
                MqttMessageBuilders.connAck().returnCode(code).build();
        show(ControlPacket.of(answer, connect.payload().clientIdentifier()), false);
        channel(connection).writeAndFlush(answer);
    }

    static Channel channel(RemotingConnection connection) {
        return ((NettyConnection) connection.getTransportConnection()).getNettyChannel();
    }

    private void show(ControlPacket packet, boolean received) {
        if (!own.contains(packet.client())) {
            tap.packet(packet.address(received), packet.json());
        }
    }
}
