package org.plumbline.probe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.run.Wiring;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;

/**
 * A connection that outlives those who listen on it one after the other, each at its own rate: to open a serial port moves
 * DTR, and a board that it resets says nothing for seconds. While nobody listens, what arrives is dropped. Thread-safe.
 */
final class Line implements Wiring, Receiver, AutoCloseable {

    private final Wiring wiring;
    private final Clock clock;
    private volatile @Nullable Receiver to;
    private volatile long from = Long.MIN_VALUE;
    private @Nullable Link link;

    Line(Wiring wiring, Clock clock) {
        this.wiring = wiring;
        this.clock = clock;
    }

    /**
     * Opens it the first time; later only changes its rate.
     *
     * @throws BenchException where it cannot be opened, or does not have that rate
     */
    @Override
    public Link open(ChannelSpec channel, Receiver receiver) {
        Link open = link;
        if (open == null) {
            to = receiver;
            open = wiring.open(channel, this);
            link = open;
        } else if (open.retune(channel.settings().integer("baud").orElseThrow())) {
            from = now();
            to = receiver;
        } else {
            throw new BenchException(Problem.of(
                    new Text("通道 %s 没有这个波特率", "channel %s does not have that baud rate").with(channel.name()),
                    new Text("请换一个波特率", "use another rate")));
        }
        return new Lent(open);
    }

    private final class Lent implements Link {

        private final Link link;

        Lent(Link link) {
            this.link = link;
        }

        @Override
        public void send(Packet packet) {
            link.send(packet);
        }

        @Override
        public void count() {
            link.count();
        }

        /** A probe judges no silence. */
        @Override
        public Optional<Runnable> checkAlive() {
            return Optional.of(() -> {});
        }

        @Override
        public void giveUp() {
            link.giveUp();
        }

        @Override
        public boolean reconnects() {
            return link.reconnects();
        }

        @Override
        public void close() {
            to = null;
        }
    }

    /** Not the session of one channel knows when every channel stands. */
    void allStand() {
        Link open = link;
        if (open != null) {
            open.allStand();
        }
    }

    @Override
    public long now() {
        return clock.now();
    }

    @Override
    public void received(long time, Packet packet) {
        Receiver receiver = to;
        if (receiver != null && time >= from) { // what was read before is not for whoever listens now
            receiver.received(time, packet);
        }
    }

    @Override
    public void lost(Text cause) {
        Receiver receiver = to;
        if (receiver != null) {
            receiver.lost(cause);
        }
    }

    @Override
    public void restored() {
        Receiver receiver = to;
        if (receiver != null) {
            receiver.restored();
        }
    }

    @Override
    public void overrun(long since, Text cause) {
        Receiver receiver = to;
        if (receiver != null) {
            receiver.overrun(since, cause);
        }
    }

    @Override
    public void unheard(Text cause) {
        Receiver receiver = to;
        if (receiver != null) {
            receiver.unheard(cause);
        }
    }

    @Override
    public void close() {
        Link open = link;
        if (open != null) {
            link = null;
            open.close();
        }
    }
}
