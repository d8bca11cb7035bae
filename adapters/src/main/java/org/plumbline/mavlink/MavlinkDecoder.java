package org.plumbline.mavlink;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.framing.Arrivals;
import org.plumbline.text.Text;

/** Reads frames; bytes that are none are kept and counted. */
final class MavlinkDecoder implements Decoder {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Text UNKNOWN_FLAGS = new Text("未知的不兼容标志 ", "unknown incompatibility flags ");
    private static final Text NO_PAYLOAD = new Text("没有载荷", "no payload");
    private static final Text ZEROS = new Text("末尾的零未截去", "zeros at the end are not cut off");
    private static final Text EXTENDED = new Text("MAVLink 1 带有扩展字段，", "MAVLink 1 with extension fields, ");

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
    public boolean isAnswered(Packet command) {
        return Acknowledgement.isDue(command);
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
            public void faulty(byte[] bytes, FrameError kind, Text detail) {}
        });
        return frames.stream().findFirst().map(frame -> name(frame) + " from " + Source.of(frame));
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
            public void faulty(byte[] bytes, FrameError kind, Text detail) {
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
            sink.refused(FrameError.SYNTAX, UNKNOWN_FLAGS.and(Text.same(HEX.toHexDigits((byte) unknown))));
            return;
        }
        if (signature != null && !isSignedRightly(frame, signature, sink)) {
            return;
        }
        if (frame.system() == 0 || frame.component() == 0) {
            sink.refused(
                    FrameError.SYNTAX,
                    Text.same(Source.of(frame).toString()).and(new Text(" 不是来源地址", " is no source")));
        }
        MessageDefinition definition = Definitions.message(frame.message());
        length(frame, definition)
                .ifPresent(detail -> sink.refused(
                        FrameError.LENGTH, Text.same(name(frame) + ": ").and(detail)));
        Source source = Source.of(frame);
        sequence(frame, sink);
        for (MavlinkSignal signal : signals) {
            if (signal.source().test(source)) {
                sample(signal, frame, sink);
            }
        }
        Acknowledgement.of(frame).ifPresent(each -> each.tell(sink));
    }

    private void sequence(MavlinkFrame frame, DecodeSink sink) {
        if (sequences.isRepeated(frame)) {
            sink.refused(
                    FrameError.SYNTAX,
                    Text.same(Source.of(frame).toString())
                            .and(new Text(
                                    ": 序号 " + frame.sequence() + " 重复",
                                    ": sequence number " + frame.sequence() + " repeats")));
        }
        int missing = sequences.take(frame);
        for (int i = missing; i > 0; i--) {
            sink.error(FrameError.LOST, Source.of(frame) + ": " + (frame.sequence() - i & 0xFF));
        }
    }

    private static boolean isSignedRightly(MavlinkFrame frame, Signature signature, DecodeSink sink) {
        if (!frame.isSigned()) {
            sink.refused(FrameError.SYNTAX, new Text("该帧未签名", "the frame is not signed"));
            return false;
        }
        Optional<Text> wrong = signature.check(frame);
        wrong.ifPresent(detail -> sink.refused(FrameError.CHECKSUM, detail));
        return wrong.isEmpty();
    }

    /** MAVLink 1 sends exactly the base fields; MAVLink 2 cuts zeros off, and may be newer and longer than we know. */
    private static Optional<Text> length(MavlinkFrame frame, @Nullable MessageDefinition definition) {
        int length = frame.payloadLength();
        if (frame.isVersion2()) {
            return length > 1 && frame.lastOfPayload() != 0 || length == 1
                    ? Optional.empty()
                    : Optional.of(length == 0 ? NO_PAYLOAD : ZEROS);
        } else if (definition == null || length == definition.baseLength()) {
            return Optional.empty();
        }
        Text bytes = new Text(
                length + " 字节，应为 " + definition.baseLength(), length + " bytes for " + definition.baseLength());
        return Optional.of(length > definition.baseLength() ? EXTENDED.and(bytes) : bytes);
    }

    private void sample(MavlinkSignal signal, MavlinkFrame frame, DecodeSink sink) {
        boolean in = false;
        try {
            in = signal.isIn(frame);
            Optional<Value> value = in ? signal.value(frame, sequences) : Optional.empty();
            value.ifPresent(read -> sink.sample(signal.spec(), read));
            in &= value.isEmpty();
        } catch (NotReadableException e) {
            sink.refused(FrameError.VALUE, e.detail());
        }
        if (in) {
            sink.absent(signal.spec());
        }
    }
}
