package org.plumbline.broker;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;

/** Where a login, and all that comes behind it, waits before the broker sees it. An interceptor could only refuse it. */
final class Doorway extends ChannelInboundHandlerAdapter {

    private final Function<String, CompletableFuture<Void>> end;

    private Doorway(Function<String, CompletableFuture<Void>> end) {
        this.end = end;
    }

    /** @param end of the wait, by client id */
    static void into(ChannelPipeline pipeline, Function<String, CompletableFuture<Void>> end) {
        pipeline.addBefore(pipeline.context(MQTTProtocolHandler.class).name(), null, new Doorway(end));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object packet) {
        if (packet instanceof MqttConnectMessage connect) {
            CompletableFuture<Void> wait = end.apply(connect.payload().clientIdentifier());
            if (!wait.isDone()) {
                context.pipeline().addAfter(context.name(), null, new HoldBack(wait, new AtomicLong(HoldBack.ROOM)));
            }
        }
        context.fireChannelRead(packet);
    }
}
