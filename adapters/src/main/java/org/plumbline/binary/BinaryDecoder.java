package org.plumbline.binary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.framing.Arrivals;
import org.plumbline.framing.FaultWords;
import org.plumbline.text.Text;

/**
 * Finds frames in the stream. What is none goes out raw, as one faulty frame up to the next that begins. However the
 * stream was cut into packets, frames and faults are the same: where further bytes could change what is said, it waits
 * for them, for at most as many as a frame may have.
 */
final class BinaryDecoder implements Decoder {

    /** Which signal is in which field of which message. */
    record Bound(SignalSpec signal, String message, Slot slot, boolean flag) {

        Optional<Value> value(byte[] frame) {
            return flag
                    ? slot.flag(frame).map(Value.Logical::new)
                    : slot.value(frame).map(Value.Numeric::new);
        }
    }

    private static final Text NO_NUMBER =
            new Text(" 不是有限数，或是超过 53 位的整数", " is not a finite number, or a whole one beyond 53 bits");

    private final FrameLayout layout;
    private final List<Bound> signals;
    private final Arrivals arrivals = new Arrivals();
    private byte[] bytes = {};

    BinaryDecoder(FrameLayout layout, List<Bound> signals) {
        this.layout = layout;
        this.signals = signals;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        byte[] more = packet.payload();
        arrivals.add(time, more.length);
        int kept = bytes.length;
        bytes = Arrays.copyOf(bytes, kept + more.length);
        System.arraycopy(more, 0, bytes, kept, more.length);
        int at = 0;
        int taken;
        do {
            taken = at < bytes.length ? take(at, sink) : 0;
            at += taken;
        } while (taken > 0);
        bytes = Arrays.copyOfRange(bytes, at, bytes.length);
    }

    @Override
    public OptionalLong holdsBackSince() {
        int at = untilWhole(0);
        return at < bytes.length && layout.examine(bytes, at, bytes.length) instanceof Finding.Whole whole
                ? OptionalLong.of(arrivals.of(at + whole.size()))
                : OptionalLong.empty();
    }

    @Override
    public void broken(long time, DecodeSink sink) {
        int at = 0;
        while (at < bytes.length) {
            int taken = take(at, sink);
            at += taken > 0 ? taken : faulty(at, untilWhole(at), FrameError.SYNTAX, FaultWords.CUT_OFF, sink);
        }
        bytes = new byte[0];
    }

    /** The message's name; of one that is not declared the fields that tell messages apart. */
    @Override
    public Optional<String> kind(Packet packet) {
        byte[] frame = packet.payload();
        return layout.examine(frame, 0, frame.length) instanceof Finding.Whole whole && whole.size() == frame.length
                ? whole.message().map(Message::name).or(() -> layout.distinction(frame))
                : Optional.empty();
    }

    /** How many bytes from {@code at} on were delivered; 0 where it is too early to tell. */
    private int take(int at, DecodeSink sink) {
        Finding finding = layout.examine(bytes, at, bytes.length);
        if (finding instanceof Finding.Whole whole) {
            byte[] frame = frame(at, whole.size(), sink);
            whole.message().ifPresent(message -> samples(message.name(), frame, sink));
            return whole.size();
        }
        if (finding instanceof Finding.Broken broken) {
            int size = broken.size() == 0 ? untilStart(at) : untilFrame(at, broken.size());
            return faulty(at, size, broken.error(), broken.detail(), sink);
        }
        return finding instanceof Finding.Noise
                ? faulty(at, untilStart(at), FrameError.SYNTAX, FaultWords.NO_FRAME, sink)
                : 0;
    }

    private int faulty(int at, int size, FrameError error, Text detail, DecodeSink sink) {
        if (size > 0) {
            frame(at, size, sink);
            sink.error(error, detail);
        }
        return size;
    }

    private byte[] frame(int at, int size, DecodeSink sink) {
        byte[] frame = Arrays.copyOfRange(bytes, at, at + size);
        sink.frame(arrivals.take(size), Packet.of(frame));
        return frame;
    }

    /** Bytes up to the next start bytes, at most as many as a frame may have. */
    private int untilStart(int at) {
        for (int size = 1; at + size < bytes.length; size++) {
            Finding next = layout.examine(bytes, at + size, bytes.length);
            if (next instanceof Finding.Unfinished unfinished && !unfinished.started() && size < layout.most()) {
                return 0;
            }
            if (size == layout.most() || !(next instanceof Finding.Noise)) {
                return size;
            }
        }
        return 0;
    }

    /** A length field that was hit swallows frames that follow: what is whole in there is found. */
    private int untilFrame(int at, int broken) {
        for (int size = 1; size < broken; size++) {
            Finding next = layout.examine(bytes, at + size, bytes.length);
            if (next instanceof Finding.Unfinished) {
                return 0;
            }
            if (next instanceof Finding.Whole) {
                return size;
            }
        }
        return broken;
    }

    /** Bytes up to the next frame. Without a check value what looks like one may well be the data of another. */
    private int untilWhole(int at) {
        int next = layout.check().algorithm().isPresent() ? at + 1 : bytes.length;
        while (next < bytes.length && !(layout.examine(bytes, next, bytes.length) instanceof Finding.Whole)) {
            next++;
        }
        return next - at;
    }

    private void samples(String message, byte[] frame, DecodeSink sink) {
        for (Bound bound : signals) {
            if (bound.message().equals(message)) {
                bound.value(frame)
                        .ifPresentOrElse(
                                value -> sink.sample(bound.signal(), value),
                                () -> sink.unreadable(
                                        bound.signal(),
                                        Text.same(bound.slot().name()).and(NO_NUMBER)));
            }
        }
    }
}
