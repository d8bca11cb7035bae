package org.plumbline.mavlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.framing.Arrivals;

/** Reads frames; bytes that are none are kept and counted. */
final class MavlinkDecoder implements Decoder {

    private final List<MavlinkSignal> signals;
    private final @Nullable Signature signature;
    private final Sequences sequences = new Sequences();
    private final MavlinkFramer framer = new MavlinkFramer();
    private final Arrivals arrivals = new Arrivals();

    /** @param signature null where frames need not be signed */
    MavlinkDecoder(List<MavlinkSignal> signals, @Nullable Signature signature) {
        this.signals = signals;
        this.signature = signature;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        arrivals.add(time, packet.payload().length);
        framer.take(packet.payload(), found(sink));
    }

    @Override
    public OptionalLong holdsBackSince() {
        int bytes = framer.heldBack();
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(arrivals.of(bytes));
    }

    @Override
    public void broken(long time, DecodeSink sink) {
        framer.end(found(sink));
        sequences.interrupt();
    }

    @Override
    public Optional<String> kind(Packet packet) {
        List<MavlinkFrame> frames = new ArrayList<>();
        new MavlinkFramer().take(packet.payload(), new MavlinkFramer.Found() {

            @Override
            public void frame(MavlinkFrame frame) {
                frames.add(frame);
            }

            @Override
            public void faulty(byte[] bytes, FrameError kind, String detail) {}
        });
        return frames.stream()
                .findFirst()
                .map(frame ->
                        String.format(Locale.ROOT, "%s from %d/%d", name(frame), frame.system(), frame.component()));
    }

    private static String name(MavlinkFrame frame) {
        MessageDefinition definition = Definitions.message(frame.message());
        return definition == null ? "message " + frame.message() : definition.name();
    }

    private MavlinkFramer.Found found(DecodeSink sink) {
        return new MavlinkFramer.Found() {

            @Override
            public void frame(MavlinkFrame frame) {
                deliver(frame.bytes());
                MavlinkDecoder.this.frame(frame, sink);
            }

            @Override
            public void faulty(byte[] bytes, FrameError kind, String detail) {
                deliver(bytes);
                sink.error(kind, detail);
            }

            private void deliver(byte[] bytes) {
                sink.frame(arrivals.take(bytes.length), Packet.of(bytes));
            }
        };
    }

    private void frame(MavlinkFrame frame, DecodeSink sink) {
        int unknown = frame.incompatible() & ~MavlinkFrame.SIGNED;
        if (unknown != 0) {
            sink.refused(FrameError.SYNTAX, "unknown incompatibility flags %02X".formatted(unknown));
            return;
        }
        if (signature != null && !isSignedRightly(frame, signature, sink)) {
            return;
        }
        if (frame.system() == 0 || frame.component() == 0) {
            sink.refused(
                    FrameError.SYNTAX,
                    String.format(Locale.ROOT, "%d/%d is no source", frame.system(), frame.component()));
        }
        MessageDefinition definition = Definitions.message(frame.message());
        length(frame, definition).ifPresent(detail -> sink.refused(FrameError.LENGTH, name(frame) + ": " + detail));
        Source source = Source.of(frame);
        sequence(frame, sink);
        for (MavlinkSignal signal : signals) {
            if (signal.source().test(source)) {
                sample(signal, frame, sink);
            }
        }
    }

    private void sequence(MavlinkFrame frame, DecodeSink sink) {
        if (sequences.isRepeated(frame)) {
            sink.refused(
                    FrameError.SYNTAX,
                    String.format(
                            Locale.ROOT,
                            "%d/%d: sequence number %d repeats",
                            frame.system(),
                            frame.component(),
                            frame.sequence()));
        }
        int missing = sequences.take(frame);
        for (int i = missing; i > 0; i--) {
            sink.error(
                    FrameError.LOST,
                    String.format(
                            Locale.ROOT, "%d/%d: %d", frame.system(), frame.component(), frame.sequence() - i & 0xFF));
        }
    }

    private static boolean isSignedRightly(MavlinkFrame frame, Signature signature, DecodeSink sink) {
        if (!frame.isSigned()) {
            sink.refused(FrameError.SYNTAX, "the frame is not signed");
            return false;
        }
        Optional<String> wrong = signature.check(frame);
        wrong.ifPresent(detail -> sink.refused(FrameError.CHECKSUM, detail));
        return wrong.isEmpty();
    }

    /** MAVLink 1 sends exactly the base fields; MAVLink 2 cuts zeros off, and may be newer and longer than we know. */
    private static Optional<String> length(MavlinkFrame frame, @Nullable MessageDefinition definition) {
        int length = frame.payloadLength();
        if (frame.isVersion2()) {
            return length > 1 && frame.lastOfPayload() != 0 || length == 1
                    ? Optional.empty()
                    : Optional.of(length == 0 ? "no payload" : "zeros at the end are not cut off");
        } else if (definition == null || length == definition.baseLength()) {
            return Optional.empty();
        }
        String bytes = String.format(Locale.ROOT, "%d bytes for %d", length, definition.baseLength());
        return Optional.of(length > definition.baseLength() ? "MAVLink 1 with extension fields, " + bytes : bytes);
    }

    private void sample(MavlinkSignal signal, MavlinkFrame frame, DecodeSink sink) {
        try {
            signal.value(frame, sequences).ifPresent(value -> sink.sample(signal.spec(), value));
        } catch (ArithmeticException e) {
            sink.refused(FrameError.VALUE, String.valueOf(e.getMessage()));
        }
    }
}
