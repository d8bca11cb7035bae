package org.plumbline.alignment;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Codec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.FileDecoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Key;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.quantity.Unit;

/**
 * {@code NANOSECONDS VALUE} in each line, of the one signal that there is; {@code ?} is one that cannot be read, {@code ~} one of another
 * signal, {@code ??} a row that cannot be. */
record TextFile() implements Codec {

    private static final SignalSpec OTHER =
            new SignalSpec("other", "gauge", Unit.ONE, null, null, Settings.of(Map.of()));

    @Override
    public String name() {
        return "text";
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
        return (FileDecoder) (file, content) -> new FileDecoder.Rows() {
            private final Iterator<String> lines =
                    new String(content, StandardCharsets.UTF_8).lines().iterator();
            private int line;

            @Override
            public boolean next(DecodeSink sink) {
                if (!lines.hasNext()) {
                    return false;
                }
                line++;
                String text = lines.next();
                String[] cells = text.split(" ");
                sink.frame(Long.parseLong(cells[0]), Packet.of(text.getBytes(StandardCharsets.UTF_8)));
                switch (cells[1]) {
                    case "?" -> sink.unreadable(signals.get(0), "line " + line);
                    case "~" -> sink.unreadable(OTHER, "line " + line);
                    case "??" -> sink.error(FrameError.SYNTAX, "line " + line + ": whole");
                    default ->
                        sink.sample(
                                signals.get(0), Value.Numeric.parse(cells[1]).orElse(new Value.Literal(cells[1])));
                }
                return true;
            }

            @Override
            public int line() {
                return line;
            }
        };
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        throw new UnsupportedOperationException();
    }
}
