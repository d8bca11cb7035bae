package org.plumbline.broker;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what goes through one connection, both ways, until its turn comes; then all of it goes on in order. While it lasts nothing
 * more is read from the client than what it has kept already: the client's own buffers fill, as on a slow network. What goes to
 * the client has no such bound: with more than there is room for, the hold ends at once.
 */
final class HoldBack extends ChannelDuplexHandler {

    /** What one hold may keep, in bytes, with what each piece of it needs itself. */
    static final long ROOM = 64L << 20;

    private static final int EACH = 256;

    /** In bytes: of who waits to log in so much is read on, so that it is known when it gives up. */
    private static final int READ_ON = 64 << 10;

    private final Hold.Turn turn;
    private final Runnable full;
    private final AtomicLong room;
    private final boolean logsIn;
    private int readOn;
    private final Queue<Kept> kept = new ArrayDeque<>();

    /** @param promise null for what comes from the client */
    private record Kept(Object bytes, @Nullable ChannelPromise promise) {

        int size() {
            if (bytes instanceof ByteBufHolder holder) {
                return EACH + holder.content().readableBytes();
            }
            return EACH + (bytes instanceof ByteBuf buffer ? buffer.readableBytes() : 0);
        }
    }

    private HoldBack(Hold.Turn turn, Runnable full, AtomicLong room, int readOn) {
        this.turn = turn;
        this.full = full;
        this.room = room;
        this.readOn = readOn;
        this.logsIn = readOn > 0;
    }

    /**
     * Of a client that is connected.
     *
     * @param full what to do where there is no more room
     * @param room what is left of it; shared by all connections of one hold
     */
    HoldBack(Hold.Turn turn, Runnable full, AtomicLong room) {
        this(turn, full, room, 0);
    }

    /** Of one that logs in, until it is answered: nothing goes to it, and what it gave up again never came. */
    static HoldBack ofLogin(Hold.Turn turn) {
        return new HoldBack(turn, () -> {}, new AtomicLong(ROOM), READ_ON);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        readOn(context, 0);
        context.channel().closeFuture().addListener(closed -> turn.gone().complete(null));
        turn.comes().thenRun(() -> context.executor().execute(() -> {
            release(context);
            if (!logsIn) {
                turn.gone().complete(null);
            }
        }));
    }

    private void readOn(ChannelHandlerContext context, int bytes) {
        readOn -= bytes;
        if (readOn <= 0) {
            context.channel().config().setAutoRead(false);
        }
    }

    private void release(ChannelHandlerContext context) {
        if (context.isRemoved() || !context.channel().isActive()) {
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
        Kept more = new Kept(bytes, null);
        kept.add(more);
        readOn(context, more.size());
    }

    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        Kept more = new Kept(bytes, promise);
        kept.add(more);
        if (room.addAndGet(-more.size()) < 0) {
            full.run();
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
