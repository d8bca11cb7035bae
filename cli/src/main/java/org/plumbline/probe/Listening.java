package org.plumbline.probe;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Value;
import org.plumbline.error.BenchException;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;

/** One open channel, and what arrives on it; nothing is kept but counts and the newest. Thread-safe. */
final class Listening implements Receiver, DecodeSink, AutoCloseable {

    /** A broker may have any number of topics. */
    private static final int MOST_TOPICS = 1000;

    private static final int MOST_KINDS = 100;

    private final Clock clock;
    private final Decoder decoder;
    private final long from;
    private final Map<String, SignalSeen> signals = new TreeMap<>();
    private final Map<FrameError, Long> faults = new EnumMap<>(FrameError.class);
    private final TreeSet<String> topics = new TreeSet<>();
    private final TreeSet<String> kinds = new TreeSet<>();
    private @Nullable Link link;
    private @Nullable Text lost;
    private @Nullable Text overrun;
    private long bytes;
    private long frames;
    private long faulty;
    private long retained;
    private boolean faultyNow;
    private boolean beganMidway;
    private long frameTime;
    private String lastFrame = "";

    private Listening(Clock clock, Decoder decoder) {
        this.clock = clock;
        this.decoder = decoder;
        this.from = clock.now();
    }

    /** @throws BenchException where it cannot be opened */
    static Listening to(ChannelSpec channel, List<SignalSpec> signals, Adapters adapters, Clock clock) {
        Decoder decoder = adapters.codec(channel.codec()).orElseThrow().decoder(channel, signals);
        Listening listening = new Listening(clock, decoder);
        Link opened = adapters.transport(channel.transport()).orElseThrow().open(channel, listening);
        synchronized (listening) {
            listening.link = opened;
        }
        return listening;
    }

    @Override
    public long now() {
        return clock.now();
    }

    /** As in a run, what a broker had kept is no sample. */
    @Override
    public void received(long time, Packet packet) {
        synchronized (this) {
            bytes += packet.payload().length;
            if (!packet.address().isEmpty() && topics.size() < MOST_TOPICS) {
                topics.add(packet.address());
            }
            if (packet.retained()) {
                retained++;
            } else {
                decoder.decode(time, packet, this);
            }
        }
        clock.changed();
    }

    @Override
    public synchronized void frame(long time, Packet frame) {
        frames++;
        faultyNow = false;
        frameTime = time;
        lastFrame = frame.text();
        if (kinds.size() < MOST_KINDS) {
            kinds.add(Shown.head(lastFrame));
        }
    }

    @Override
    public synchronized void sample(SignalSpec signal, Value value) {
        signals.merge(signal.name(), SignalSeen.first(frameTime, value), SignalSeen::then);
    }

    @Override
    public synchronized void error(FrameError kind, String detail) {
        faults.merge(kind, 1L, Long::sum);
        if (frames == 1) {
            beganMidway = true;
        } else if (!faultyNow) {
            faulty++;
        }
        faultyNow = true;
    }

    @Override
    public synchronized void lost(Text cause) {
        lost = cause;
    }

    @Override
    public synchronized void restored() {
        lost = null;
    }

    @Override
    public synchronized void overrun(Text cause) {
        overrun = cause;
    }

    /** Whether a frame was decoded without a fault. */
    synchronized boolean decodes() {
        return frames - faulty - (beganMidway ? 1 : 0) > 0;
    }

    /** Whether any signal arrived. */
    synchronized boolean delivers() {
        return !signals.isEmpty();
    }

    synchronized Heard heard() {
        return new Heard(
                clock.now() - from,
                bytes,
                frames,
                faulty,
                retained,
                Map.copyOf(faults),
                Map.copyOf(signals),
                List.copyOf(topics),
                List.copyOf(kinds),
                lastFrame,
                Optional.ofNullable(lost),
                Optional.ofNullable(overrun));
    }

    @Override
    public void close() {
        Link open;
        synchronized (this) {
            open = link;
            link = null;
        }
        if (open != null) {
            open.close();
        }
    }
}
