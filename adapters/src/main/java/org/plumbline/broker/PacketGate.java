package org.plumbline.broker;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQRemoteDisconnectException;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConnectionPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/** Where every control packet passes: it is shown to the tap, and a login may be refused. The harness's own clients pass unseen. */
final class PacketGate {

    private static final int MQTT_5 = 5;

    /** MQTT 5, 3.14.2.1. */
    private static final byte SESSION_TAKEN_OVER = (byte) 0x8E;

    private final Set<String> own = ConcurrentHashMap.newKeySet();
    private final PacketTap tap;

    /** By client, who else was let in meanwhile. */
    private final Map<String, Set<String>> refused = new ConcurrentHashMap<>();

    /** Who has ever come. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** By client, the connection that it has. */
    private final Map<String, RemotingConnection> standing = new ConcurrentHashMap<>();

    private final @Nullable OneLogin login;
    private final Set<Hold> holds = ConcurrentHashMap.newKeySet();

    private volatile Hold closed = new Hold("", new CompletableFuture<>());

    /** @param login who alone the broker lets in; null for everybody */
    PacketGate(PacketTap tap, @Nullable OneLogin login) {
        this.tap = tap;
        this.login = login;
    }

    /** That client is the harness. */
    void own(String client) {
        own.add(client);
    }

    /** Whether it is the harness's. */
    boolean isOwn(RemotingConnection connection) {
        return connection.getClientID() != null && own.contains(connection.getClientID());
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
        return Set.copyOf(refused.keySet());
    }

    /** The clients that are held back. */
    Set<String> held() {
        return holds.stream().filter(hold -> !hold.hasEnded()).map(Hold::client).collect(Collectors.toSet());
    }

    /** Ends what holds that client back. */
    void release(String client) {
        holds.stream().filter(hold -> hold.client().equals(client)).forEach(Hold::end);
    }

    /** Holds up the logins of all clients but the harness. */
    void shut() {
        closed = new Hold("", new CompletableFuture<>());
    }

    /** Lets in who has waited since {@link #shut}. */
    void open() {
        closed.end();
    }

    /** Holds up logins, too. */
    void hold(Hold hold) {
        holds.removeIf(Hold::isOver);
        holds.add(hold);
    }

    /** When a login of that client may pass. */
    Hold.Turn turn(String id) {
        return Hold.turn(Stream.concat(Stream.of(closed), holds.stream())
                .filter(hold -> concerns(hold.client(), id))
                .toList());
    }

    /** Puts a {@link Doorway} into each new connection. */
    ActiveMQServerConnectionPlugin doorways() {
        return new ActiveMQServerConnectionPlugin() {
            @Override
            public void afterCreateConnection(RemotingConnection connection) {
                Doorway.into(channel(connection).pipeline(), PacketGate.this);
            }
        };
    }

    void refuse(String client) {
        refused.putIfAbsent(client, ConcurrentHashMap.newKeySet());
    }

    void admit(String client) {
        refused.remove(client);
    }

    /** The clients that have a connection, or are being let in. */
    Set<String> standing() {
        return Set.copyOf(standing.keySet());
    }

    /** Who was let in while that client was refused, where none has ever come by its name. */
    Set<String> letInInstead(String client) {
        return client.isEmpty() || seen.contains(client)
                ? Set.of()
                : Set.copyOf(refused.getOrDefault(client, Set.of()));
    }

    MQTTInterceptor incoming() {
        return this::arrives;
    }

    MQTTInterceptor outgoing() {
        return (packet, connection) -> {
            show(ControlPacket.of(packet, client(connection), Doorway.five(channel(connection))), false);
            if (packet instanceof MqttConnAckMessage) {
                Doorway.answered(channel(connection));
            }
            return true;
        };
    }

    /** What no MQTT packet can be made of: the broker ends the connection, and its interceptors do not hear of it. */
    void malformed(MqttMessage packet, Channel channel) {
        show(ControlPacket.malformed(packet.decoderResult().cause(), Doorway.client(channel)), true);
    }

    /** Its connection is over, where it is recorded that it began; of a client that has another one by now, that one stands. */
    void ended(Channel channel, boolean byClient) {
        String client = Doorway.client(channel);
        if (client != null && Doorway.hasAsked(channel)) {
            standing.computeIfPresent(client, (id, last) -> channel(last) == channel ? null : last);
            show(ControlPacket.closed(byClient, client), true);
        }
    }

    /** Known to the broker itself only when it has let the client in, which may send more before that (MQTT 3.1.1, 3.1.4). */
    private static @Nullable String client(RemotingConnection connection) {
        String known = connection.getClientID();
        return known != null ? known : Doorway.client(channel(connection));
    }

    private boolean arrives(MqttMessage packet, RemotingConnection connection) {
        ControlPacket shown = ControlPacket.of(packet, client(connection), Doorway.five(channel(connection)));
        show(shown, true);
        if (ControlPacket.asksForItsWill(packet)) {
            channel(connection).close(); // the broker publishes no will of who takes leave, whatever the reason is
            return false;
        }
        if (packet instanceof MqttConnectMessage connect) {
            Doorway.asked(channel(connection));
            if (!comesIn(shown.client())) {
                refuse(connect, connection);
                return false;
            }
            takeOver(connect.payload(), connection);
        }
        Intervals.shorten(packet);
        return true;
    }

    /**
     * Ends the connection that the client has by now, as one that fails: the broker itself would end it as after a farewell, and
     * its last will were not published (MQTT 3.1.1 and 5, 3.1.4 and 3.1.2.5).
     */
    private void takeOver(MqttConnectPayload connect, RemotingConnection connection) {
        String client = connect.clientIdentifier();
        if (client.isEmpty() || login != null && !login.validateUser(connect.userName(), password(connect))) {
            return;
        }
        RemotingConnection before = standing.put(client, connection);
        if (before != null && before != connection && channel(before).isActive()) {
            if (Doorway.five(channel(before))) {
                MqttMessage farewell = MqttMessageBuilders.disconnect()
                        .reasonCode(SESSION_TAKEN_OVER)
                        .build();
                show(ControlPacket.of(farewell, client, true), false);
                channel(before).writeAndFlush(farewell);
            }
            before.fail(new ActiveMQRemoteDisconnectException());
        }
    }

    private static @Nullable String password(MqttConnectPayload connect) {
        byte[] password = connect.passwordInBytes();
        return password == null ? null : new String(password, StandardCharsets.UTF_8);
    }

    private boolean comesIn(String client) {
        if (own.contains(client)) {
            return true;
        }
        seen.add(client);
        boolean comesIn = !refused.containsKey(client) && !refused.containsKey("");
        if (comesIn) {
            refused.values().forEach(others -> others.add(client));
        }
        return comesIn;
    }

    private void refuse(MqttConnectMessage connect, RemotingConnection connection) {
        MqttConnectReturnCode code = connect.variableHeader().version() == MQTT_5
                ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
                : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
        MqttConnAckMessage answer =
                MqttMessageBuilders.connAck().returnCode(code).build();
        show(ControlPacket.of(answer, connect.payload().clientIdentifier(), false), false);
        channel(connection).writeAndFlush(answer);
        Doorway.answered(channel(connection));
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
