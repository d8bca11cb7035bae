package org.plumbline.broker;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.util.AttributeKey;
import java.io.IOException;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.jspecify.annotations.Nullable;

/** Where a login, and all that comes behind it, waits before the broker sees it. An interceptor could only refuse it. */
final class Doorway extends ChannelDuplexHandler {

    private static final AttributeKey<Hold.Turn> TURN = AttributeKey.valueOf(Doorway.class, "turn");
    private static final AttributeKey<String> CLIENT = AttributeKey.valueOf(Doorway.class, "client");
    private static final AttributeKey<Boolean> FIVE = AttributeKey.valueOf(Doorway.class, "five");
    private static final AttributeKey<Boolean> ASKED = AttributeKey.valueOf(Doorway.class, "asked");
    private static final int MQTT_5 = 5;

    private final PacketGate gate;
    private boolean closing;
    private boolean broken;

    private Doorway(PacketGate gate) {
        this.gate = gate;
    }

    static void into(ChannelPipeline pipeline, PacketGate gate) {
        pipeline.addBefore(pipeline.context(MQTTProtocolHandler.class).name(), null, new Doorway(gate));
    }

    /** As whom a client wants to log in, or has; null before. */
    static @Nullable String client(Channel channel) {
        return channel.attr(CLIENT).get();
    }

    /** Whether it speaks MQTT 5. */
    static boolean five(Channel channel) {
        return Boolean.TRUE.equals(channel.attr(FIVE).get());
    }

    /** Its login has come to the broker. */
    static void asked(Channel channel) {
        channel.attr(ASKED).set(true);
    }

    /** Whether it has: one that was held back may have been given up before. */
    static boolean hasAsked(Channel channel) {
        return Boolean.TRUE.equals(channel.attr(ASKED).get());
    }

    /** The broker has answered its login: the next one may come. */
    static void answered(Channel channel) {
        Hold.Turn turn = channel.attr(TURN).get();
        if (turn != null) {
            turn.gone().complete(null);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object packet) {
        if (packet instanceof MqttMessage message && message.decoderResult().isFailure()) {
            gate.malformed(message, context.channel());
        } else if (packet instanceof MqttConnectMessage connect) {
            String client = connect.payload().clientIdentifier();
            context.channel().attr(CLIENT).set(client);
            context.channel().attr(FIVE).set(connect.variableHeader().version() == MQTT_5);
            Hold.Turn turn = gate.turn(client);
            if (turn.comes().isDone()) {
                turn.gone().complete(null);
            } else {
                context.channel().attr(TURN).set(turn);
                context.pipeline().addAfter(context.name(), null, HoldBack.ofLogin(turn));
            }
        }
        context.fireChannelRead(packet);
    }

    /** The broker ends the connection; an end by the client does not come this way. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        closing = true;
        context.close(promise);
    }

    /** What the network says: the broker then ends the connection, too. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        broken |= cause instanceof IOException;
        context.fireExceptionCaught(cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        gate.ended(context.channel(), broken || !closing);
        context.fireChannelInactive();
    }
}
