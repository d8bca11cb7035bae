package org.plumbline.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what goes through one connection, both ways, until something has ended; then all of it goes on in order. While it lasts nothing
 * more is read from the client than what it has kept already: the client's own buffers fill, as on a slow network. What goes to
 * the client has no such bound: with more than there is room for, the end comes at once, exceptionally.
 */
final class HoldBack extends ChannelDuplexHandler {

    /** What one hold may keep, in bytes, with what each piece of it needs itself. */
    static final long ROOM = 64L << 20;

    private static final int EACH = 256;

    private final CompletableFuture<Void> end;
    private final AtomicLong room;
    private final Queue<Kept> kept = new ArrayDeque<>();

    /** @param promise null for what comes from the client */
    private record Kept(Object bytes, @Nullable ChannelPromise promise) {

        int size() {
            return EACH + (bytes instanceof ByteBuf buffer ? buffer.readableBytes() : 0);
        }
    }

    /** @param room what is left of it; shared by all connections of one hold */
    HoldBack(CompletableFuture<Void> end, AtomicLong room) {
        this.end = end;
        this.room = room;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(false);
        end.whenComplete((none, full) -> context.executor().execute(() -> release(context)));
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
        Kept more = new Kept(bytes, promise);
        kept.add(more);
        if (room.addAndGet(-more.size()) < 0) {
            end.completeExceptionally(new IllegalStateException("no room for what is held back"));
        }
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
