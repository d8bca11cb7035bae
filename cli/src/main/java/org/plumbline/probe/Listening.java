package org.plumbline.probe;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.run.Doubts;
import org.plumbline.run.Session;
import org.plumbline.run.Wiring;
import org.plumbline.standard.Completeness;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;

/** One open channel, and what arrives on it; nothing is kept but counts and the newest. Thread-safe. */
final class Listening implements AutoCloseable {

    /** A broker may have any number of topics. */
    private static final int MOST_TOPICS = 1000;

    /** Sound frames, or frames of one shape, that no chance makes. */
    static final int PROOF = 3;

    private final Clock clock;
    private final long from;
    private final Map<String, SignalSeen> signals = new TreeMap<>();
    private final Map<FrameError, FaultSeen> faults = new EnumMap<>(FrameError.class);
    private final Map<Long, Text> unheard = new HashMap<>();
    private final TreeSet<String> topics = new TreeSet<>();
    private final Kinds kinds;
    private final Line line;
    private volatile List<Text> gaps = List.of();
    private @Nullable Session session;
    private @Nullable Text lost;
    private @Nullable Text broke;
    private @Nullable Text overrun;
    private long bytes;
    private Arrivals frames = Arrivals.NONE;
    private long faulty;
    private long broken;
    private long retained;
    private boolean paused;
    private boolean faultyNow;
    private boolean beganMidway;
    private final RawTail tail = new RawTail();
    private Packet lastFrame = Packet.of(new byte[0]);
    private Text lastFault = Text.same("");

    private Listening(Clock clock, Line line, Kinds kinds) {
        this.clock = clock;
        this.line = line;
        this.kinds = kinds;
        this.from = clock.now();
    }

    /**
     * Opens the channel as a run does: a device that is polled is asked by its plan.
     *
     * @throws BenchException where it cannot be opened
     */
    static Listening to(ChannelSpec channel, Bench bench, Adapters adapters, Clock clock) {
        return on(new Line(Wiring.of(adapters), clock), channel, bench, adapters, clock);
    }

    /**
     * Listens on the same line at another rate, as long as the line is open; ends this listening.
     *
     * @throws BenchException where the line does not have that rate
     */
    Listening retuned(ChannelSpec channel, Bench bench, Adapters adapters) {
        pause();
        return on(line, channel, bench, adapters, clock);
    }

    private static Listening on(Line line, ChannelSpec channel, Bench bench, Adapters adapters, Clock clock) {
        Kinds kinds = new Kinds(new Reread(channel, bench, adapters).decoder());
        Listening listening = new Listening(clock, line, kinds);
        Wiring counted = (spec, receiver) -> line.open(spec, listening.new Counting(receiver));
        listening.session =
                Session.open(Standard.NONE, bench.only(channel), adapters, counted, clock, listening::accept);
        return listening;
    }

    /** Every other channel stands, too, or cannot be opened. */
    void allStand() {
        line.allStand();
    }

    /** Bytes of which no frame becomes are seen only here. */
    private final class Counting implements Receiver {

        private final Receiver to;

        Counting(Receiver to) {
            this.to = to;
        }

        @Override
        public long now() {
            return to.now();
        }

        @Override
        public void received(long time, Packet packet) {
            count(packet);
            to.received(time, packet);
        }

        @Override
        public void lost(Text cause) {
            to.lost(cause);
        }

        @Override
        public void restored() {
            to.restored();
        }

        @Override
        public void overrun(long since, Text cause) {
            to.overrun(since, cause);
        }

        @Override
        public void unheard(Text cause) {
            to.unheard(cause);
        }
    }

    private synchronized void count(Packet packet) {
        bytes += packet.payload().length;
        tail.add(packet.payload());
        if (!packet.address().isEmpty() && topics.size() < MOST_TOPICS) {
            topics.add(packet.address());
        }
    }

    private synchronized void accept(Observation observation) {
        if (paused) {
            return; // what waits for more is given out at the end without a fault: it is no frame that decodes
        }
        if (observation instanceof Observation.Frame frame && frame.direction() == Direction.RECEIVED) {
            frame(frame.time(), frame.packet());
        } else if (observation instanceof Observation.Sample sample) {
            signals.merge(sample.signal(), SignalSeen.first(sample.time(), sample.value()), SignalSeen::then);
        } else if (observation instanceof Observation.FrameFault fault) {
            fault(fault);
        } else if (observation instanceof Observation.ChannelEvent event) {
            event(event);
        }
    }

    /** As in a run, what a broker had kept is no sample. */
    private void frame(long time, Packet packet) {
        if (packet.retained()) {
            retained++;
            return;
        }
        frames = frames.then(time);
        faultyNow = false;
        beganMidway |= frames.count() == 1 && packet.address().isEmpty();
        lastFrame = packet;
        if (packet.address().isEmpty()) {
            kinds.add(packet);
        }
    }

    /** A question that is refused, or not answered, leaves every frame sound, and so does one that never came. */
    private void fault(Observation.FrameFault fault) {
        faults.merge(fault.kind(), FaultSeen.first(fault.detail(), lastFrame), FaultSeen::then);
        if (Faulty.OF_NO_FRAME.contains(fault.kind())) {
            return;
        }
        lastFault = new Text(
                fault.kind().words().zh() + ": " + fault.detail().zh(),
                fault.detail().en());
        if (!faultyNow) {
            kinds.faulty();
            broken++;
        }
        if (!faultyNow && (frames.count() > 1 || !beganMidway)) {
            faulty++;
        }
        faultyNow = true;
    }

    private void event(Observation.ChannelEvent event) {
        switch (event.kind()) {
            case LOST -> {
                lost = event.detail();
                broke = lost;
            }
            case RESTORED -> lost = null;
            case OVERRUN -> overrun = event.detail();
            case UNHEARD -> unheard.put(event.since(), event.detail());
            case OPENED, CLOSED, HELD_BACK, RELEASED, DECLINED -> {}
        }
    }

    /**
     * Sends a command of this channel.
     *
     * @return when, in nanoseconds of the clock
     * @throws BenchException where the channel is gone
     */
    long send(String command) {
        return Objects.requireNonNull(session).send(command, Map.of());
    }

    /**
     * What the far side says of a command that has nobody whom it is for.
     *
     * @param sent when it was sent
     */
    synchronized Optional<Text> unheard(long sent) {
        return Optional.ofNullable(unheard.get(sent));
    }

    /**
     * Whether a frame was decoded without a fault; the first of a stream of bytes may have begun before and shows nothing, unless
     * it is an answer.
     */
    synchronized boolean decodes() {
        return frames.count() - faulty - (beganMidway ? 1 : 0) > 0 || faults.containsKey(FrameError.EXCEPTION);
    }

    /**
     * Looks what is missing of signals that came, by the measure of a run.
     *
     * @param signals of this channel
     * @param bench the whole one
     */
    void weigh(List<SignalSpec> signals, Bench bench, Completeness required) {
        Session open = Objects.requireNonNull(session);
        long now = clock.now();
        open.timeline().look(now);
        Doubts doubts = new Doubts(open, required);
        gaps = signals.stream()
                .flatMap(signal ->
                        doubts.missing(signal, bench.instrumentOf(signal.name()).isPresent(), now).stream())
                .toList();
    }

    /** Whether a signal arrived, and more frames are sound than could be by chance: a short check value fits one in 256. */
    synchronized boolean proves() {
        long sound = frames.count() - broken;
        return delivers() && sound >= PROOF && sound > broken;
    }

    /** Whether any signal arrived. */
    synchronized boolean delivers() {
        return !signals.isEmpty();
    }

    /** What arrived of a signal. */
    synchronized Optional<SignalSeen> seen(String signal) {
        return Optional.ofNullable(signals.get(signal));
    }

    /** What the codec threw when it was to name a frame. */
    synchronized Optional<Throwable> unnamed() {
        return kinds.thrown();
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
                kinds.counts(),
                tail.bytes(),
                lastFrame,
                lastFault,
                gaps,
                Optional.ofNullable(lost),
                Optional.ofNullable(broke),
                Optional.ofNullable(overrun));
    }

    /** Hears nothing more, and leaves the line open. */
    void pause() {
        synchronized (this) {
            paused = true;
        }
        if (session != null) {
            session.close();
        }
    }

    @Override
    public void close() {
        pause();
        line.close();
    }
}
