package org.plumbline.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.plumbline.channel.Loopback;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.text.Text;

/** Sends one byte after the other, each when the one before has come back, and takes the time of each. */
public final class Rounds implements Receiver {

    private static final int MOST = 200;
    private static final long TOGETHER = 1_000_000_000L;

    /** On a busy computer it takes so long until there are the fewest: its times must not be missing, of all. */
    private static final long LONGEST = 5_000_000_000L;

    private static final long PATIENCE_MILLIS = 2_000;

    private final LongSupplier now;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(MOST);

    private record Arrival(long time, byte content) {}

    /** @param now the clock, in nanoseconds */
    public Rounds(LongSupplier now) {
        this.now = now;
    }

    /**
     * At most 200 messages, and for no longer than a second where these are enough, otherwise than five; what does not
     * come back ends it.
     */
    public Loopback run(Consumer<byte[]> send) {
        List<Long> nanos = new ArrayList<>();
        long begun = now.getAsLong();
        try {
            while (nanos.size() < MOST
                    && now.getAsLong() - begun < (nanos.size() < Loopback.FEWEST ? LONGEST : TOGETHER)) {
                byte content = (byte) ('A' + nanos.size() % 26);
                long sent = now.getAsLong();
                send.accept(new byte[] {content});
                Arrival arrival = arrivals.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                if (arrival == null || arrival.content() != content) {
                    return Loopback.none(new Text("自发的消息没有返回", "a message to itself did not come back"));
                }
                nanos.add(arrival.time() - sent);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Loopback.none(new Text("已被中断", "interrupted"));
        }
        return nanos.size() < Loopback.FEWEST
                ? Loopback.none(
                        new Text("5 s 内只有 %d 条消息返回", "only %d messages came back within 5 s").with(nanos.size()))
                : new Loopback(nanos, null);
    }

    @Override
    public long now() {
        return now.getAsLong();
    }

    @Override
    public void received(long time, Packet packet) {
        for (byte content : packet.payload()) {
            arrivals.offer(new Arrival(time, content));
        }
    }

    /** The next message will not come back, which says it all. */
    @Override
    public void lost(Text cause) {}

    @Override
    public void restored() {}

    @Override
    public void overrun(long since, Text cause) {}
}
