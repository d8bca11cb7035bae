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

/** What the canary device speaks: {@code name=value} after {@code name=value}; a command is its name. */
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
        return (time, packet, sink) -> {
            sink.frame(time, packet);
            if (packet.text().equals(FAULT)) {
                sink.error(FrameError.CHECKSUM, "a fault on purpose");
            } else {
                samples(values(packet.text()), signals, sink);
            }
        };
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        return parameters -> Packet.of(command.name().getBytes(StandardCharsets.UTF_8));
    }

    private static void samples(Map<String, String> values, List<SignalSpec> signals, DecodeSink sink) {
        for (SignalSpec signal : signals) {
            String text = values.get(signal.name());
            if (text != null) {
                sink.sample(signal, Value.Numeric.parse(text).orElseGet(() -> new Value.Literal(text)));
            }
        }
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split(" ")) {
            int sign = pair.indexOf('=');
            values.put(pair.substring(0, sign), pair.substring(sign + 1));
        }
        return values;
    }
}
