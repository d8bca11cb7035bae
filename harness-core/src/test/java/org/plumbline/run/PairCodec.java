package org.plumbline.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Codec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Key;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Undeclared;
import org.plumbline.channel.Value;
import org.plumbline.text.Text;

/**
 * {@code level=4 state=on}: a packet is a frame, a pair a sample; {@code level=} has no value. {@code ?} is a faulty
 * frame, {@code no} declines the last command, after {@code (} frames wait until {@code )}. Promises are broken by {@code !}, which
 * makes it throw, {@code !!} an error, {@code !?} what is not declared, by {@code swallowed}, {@code early}, {@code late} and
 * {@code reused}, of which it changes the bytes afterwards; by {@code no words}, {@code no kind},
 * {@code no value} and {@code no reason}, which are null. {@code @utc} in a command becomes the
 * time of its sending. Of {@code few} there can be two. From {@code stuck}, decoded or encoded, it returns once that is released.
 */
record PairCodec(CountDownLatch released) implements Codec {

    PairCodec() {
        this(new CountDownLatch(0));
    }

    @Override
    public String name() {
        return "pairs";
    }

    @Override
    public List<Key> channelKeys() {
        return List.of();
    }

    @Override
    public List<Key> signalKeys() {
        return List.of();
    }

    @Override
    public List<Key> commandKeys() {
        return List.of();
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        return new Pairs(signals, released);
    }

    private static final class Pairs implements Decoder {

        private final List<SignalSpec> signals;
        private final List<Runnable> waiting = new ArrayList<>();
        private final CountDownLatch released;
        private OptionalLong held = OptionalLong.empty();

        Pairs(List<SignalSpec> signals, CountDownLatch released) {
            this.signals = signals;
            this.released = released;
        }

        @Override
        public void decode(long time, Packet packet, DecodeSink sink) {
            switch (packet.text()) {
                case "!" -> throw new IllegalStateException("thrown by a test");
                case "!!" -> throw new StackOverflowError();
                case "!?" -> Undeclared.thrown(new IOException("thrown by a test"));
                case "!!!" -> throw new OutOfMemoryError("thrown by a test");
                case "swallowed" -> {}
                case "early" -> deliver(time - 1, packet, sink);
                case "late" -> deliver(time + 1, packet, sink);
                case "no words" -> {
                    deliver(time, packet, sink);
                    sink.error(FrameError.SYNTAX, new IllegalStateException().getMessage());
                }
                case "no kind" -> {
                    deliver(time, packet, sink);
                    sink.error(null, "?");
                }
                case "no value" -> {
                    deliver(time, packet, sink);
                    sink.sample(signals.get(0), null);
                }
                case "no reason" -> {
                    deliver(time, packet, sink);
                    sink.declined(Text.same(null));
                }
                case "reused" -> {
                    deliver(time, packet, sink);
                    Arrays.fill(packet.payload(), (byte) '#');
                }
                default -> {
                    mayStick(packet.text(), released);
                    waiting.add(() -> deliver(time, packet, sink));
                    if (packet.text().equals("(")) {
                        held = OptionalLong.of(time);
                    }
                    if (held.isEmpty() || packet.text().equals(")")) {
                        release();
                    }
                }
            }
        }

        private void release() {
            held = OptionalLong.empty();
            waiting.forEach(Runnable::run);
            waiting.clear();
        }

        private void deliver(long time, Packet packet, DecodeSink sink) {
            sink.frame(time, packet);
            if (packet.text().equals("?")) {
                sink.error(FrameError.SYNTAX, "?");
            } else if (packet.text().equals("#")) {
                sink.refused(FrameError.VALUE, "#");
            } else if (packet.text().equals("no")) {
                sink.declined(new Text("拒绝", "it refuses"));
            }
            signals.forEach(signal -> PairCodec.deliver(packet, signal, sink));
        }

        @Override
        public OptionalLong holdsBackSince() {
            return held;
        }
    }

    /** As an endless loop would: nobody can interrupt it. */
    private static void mayStick(String text, CountDownLatch released) {
        while (text.equals("stuck") && released.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private static void deliver(Packet packet, SignalSpec signal, DecodeSink sink) {
        for (String pair : packet.text().split(" ")) {
            if (pair.startsWith(signal.name() + "=")) {
                String text = pair.substring(signal.name().length() + 1);
                if (text.isEmpty()) {
                    sink.absent(signal);
                } else {
                    sink.sample(signal, value(text));
                }
            }
        }
    }

    private static Value value(String text) {
        return text.equals("NaN")
                ? new Value.Numeric(Double.NaN)
                : Value.Numeric.parse(text).orElseGet(() -> new Value.Literal(text));
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        String line = command.settings().text("line").orElseThrow();
        return new Encoder() {
            @Override
            public Packet encode(Map<String, String> parameters) {
                mayStick(line, released);
                return Packet.of(filled(line, parameters).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public Packet encode(Map<String, String> parameters, Instant utc) {
                mayStick(line, released);
                return Packet.of(
                        filled(line, parameters).replace("@utc", utc.toString()).getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static String filled(String line, Map<String, String> parameters) {
        String text = line;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        if (text.contains("{")) {
            throw new IllegalArgumentException("a parameter is missing in " + text);
        }
        if (text.equals("few 3")) {
            throw new NotEncodableException(new Text("3 太多", "3 are too many"), new Text("请给出 1 或 2", "give 1 or 2"));
        }
        return text;
    }
}
