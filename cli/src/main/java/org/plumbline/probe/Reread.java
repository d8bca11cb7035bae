package org.plumbline.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.channel.Value;
import org.plumbline.text.Text;

/** Frames of one channel, each read again by itself: what is wrong then lies in the frame, and not in those before it. */
final class Reread {

    /** What noise on the line leaves. */
    private static final Set<FrameError> DAMAGE = Set.of(FrameError.CHECKSUM, FrameError.SYNTAX, FrameError.LENGTH);

    private final ChannelSpec channel;
    private final Adapters adapters;
    private final List<SignalSpec> signals;

    Reread(ChannelSpec channel, Bench bench, Adapters adapters) {
        this.channel = channel;
        this.adapters = adapters;
        this.signals = bench.only(channel).signals();
    }

    /** Whether what comes on the channel is asked for, at least some of it. */
    boolean asks() {
        return !channel.poll().isEmpty() || decoder() instanceof Poller;
    }

    /** How long after its last asking a question comes again at the latest, in nanoseconds; 0 where none does, or nobody says. */
    long longestPeriod() {
        if (!channel.poll().isEmpty()) {
            return channel.pollPeriod();
        }
        return decoder() instanceof Poller poller ? poller.longestPeriod() : 0;
    }

    /** What is wrong with a frame that came whole: another setting of the line would change nothing. */
    Optional<Text> refused(Packet frame) {
        Outcome outcome = read(frame, signals);
        return outcome.isWhole() ? outcome.refusals.stream().findFirst() : Optional.empty();
    }

    /** Whether it is a frame without any damage. */
    boolean isWhole(Packet frame) {
        return read(frame, signals).isWhole();
    }

    /** The first signal without which less would be wrong with the frame. */
    Optional<SignalSpec> culprit(Packet frame) {
        int least = read(frame, List.of()).faults;
        return signals.stream()
                .filter(signal -> read(frame, List.of(signal)).faults > least)
                .findFirst();
    }

    /** A new one. */
    Decoder decoder() {
        return decoder(signals);
    }

    private Outcome read(Packet frame, List<SignalSpec> sought) {
        Outcome outcome = new Outcome();
        decoder(sought).decode(0, frame, outcome);
        return outcome;
    }

    private Decoder decoder(List<SignalSpec> sought) {
        return adapters.codec(channel.codec()).orElseThrow().decoder(channel, sought);
    }

    private static final class Outcome implements DecodeSink {

        private final List<Text> refusals = new ArrayList<>();
        private int frames;
        private int faults;
        private boolean damaged;

        boolean isWhole() {
            return frames == 1 && !damaged;
        }

        @Override
        public void frame(long time, Packet frame) {
            frames++;
        }

        @Override
        public void sample(SignalSpec signal, Value value) {}

        @Override
        public void error(FrameError kind, Text detail) {
            faults++;
            damaged |= DAMAGE.contains(kind);
        }

        @Override
        public void refused(FrameError kind, Text detail) {
            faults++;
            refusals.add(detail);
        }
    }
}
