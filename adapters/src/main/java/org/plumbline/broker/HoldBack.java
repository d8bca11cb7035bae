package org.plumbline.broker;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what goes through one connection, both ways, until something has ended; then all of it goes on in order. While it lasts nothing
 * more is read from the client than what it has kept already: the client's own buffers fill, as on a slow network.
 */
final class HoldBack extends ChannelDuplexHandler {

    private final CompletableFuture<Void> end;
    private final Queue<Kept> kept = new ArrayDeque<>();

    /** @param promise null for what comes from the client */
    private record Kept(Object bytes, @Nullable ChannelPromise promise) {}

    HoldBack(CompletableFuture<Void> end) {
        this.end = end;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(false);
        end.thenRun(() -> context.executor().execute(() -> release(context)));
    }

    private void release(ChannelHandlerContext context) {
        if (context.isRemoved()) {
            return;
        }
        for (Kept each = kept.poll(); each != null; each = kept.poll()) {
            if (each.promise() == null) {
                context.fireChannelRead(each.bytes());
            } else {
                context.write(each.bytes(), each.promise());
            }
        }
        context.flush();
        context.channel().config().setAutoRead(true);
        context.pipeline().remove(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        kept.add(new Kept(bytes, null));
    }

    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        kept.add(new Kept(bytes, promise));
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        // when it is over
    }

    /** The connection ended before. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        kept.forEach(each -> ReferenceCountUtil.release(each.bytes()));
        kept.clear();
    }
}
