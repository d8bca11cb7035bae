package org.plumbline.canary;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Codec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Key;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;

/** What the canary device speaks: {@code name=value} and a blank, again and again; a command is its name. */
final class CanaryCodec implements Codec {

    static final String NAME = "canary";
    static final String FAULT = "!";

    @Override
    public String name() {
        return NAME;
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
        Map<String, SignalSpec> byName = new HashMap<>();
        signals.forEach(signal -> byName.put(signal.name(), signal));
        return (time, packet, sink) -> {
            sink.frame(time, packet);
            if (packet.text().equals(FAULT)) {
                sink.error(FrameError.CHECKSUM, "a fault on purpose");
            } else {
                samples(byName, packet.text(), sink);
            }
        };
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        return parameters -> Packet.of(command.name().getBytes(StandardCharsets.UTF_8));
    }

    private static void samples(Map<String, SignalSpec> signals, String text, DecodeSink sink) {
        int from = 0;
        while (from < text.length()) {
            int sign = text.indexOf('=', from);
            int end = text.indexOf(' ', sign);
            SignalSpec signal = signals.get(text.substring(from, sign));
            if (signal != null) {
                sink.sample(signal, value(text.substring(sign + 1, end)));
            }
            from = end + 1;
        }
    }

    /** Words begin with a letter, numbers do not. */
    private static Value value(String text) {
        return Character.isLetter(text.charAt(0))
                ? new Value.Literal(text)
                : new Value.Numeric(Double.parseDouble(text));
    }
}
