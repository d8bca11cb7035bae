package org.plumbline.channel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/** Writes down what a decoder delivers, one line each, as {@code frame:…}, {@code depth=0.5}, {@code checksum: …}. */
public final class Heard implements DecodeSink {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NAMED = Pattern.compile("[^ ]+: .*", Pattern.DOTALL);

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder bytes = new StringBuilder();
    private final List<String> valueless = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    /** A signal of that name, without a unit. */
    public static SignalSpec signal(String name, Map<String, ?> settings) {
        return new SignalSpec(name, "c", Unit.ONE, null, null, Settings.of(settings));
    }

    /** A channel of that codec. */
    public static ChannelSpec channel(String codec, Map<String, ?> settings) {
        return new ChannelSpec("c", "device", "t", codec, Settings.of(settings));
    }

    /** A command. */
    public static CommandSpec command(Map<String, ?> settings) {
        return new CommandSpec("x", "c", true, Settings.of(settings));
    }

    /** A packet of bytes, a character each. */
    public static Packet packet(String latin1) {
        return Packet.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void frame(long time, Packet frame) {
        times.add(time);
        bytes.append(new String(frame.payload(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void sample(SignalSpec signal, Value value) {
        requireFrame();
        lines.add(signal.name() + "=" + (value instanceof Value.Literal ? "'" + value.shown() + "'" : value.shown()));
    }

    @Override
    public void error(FrameError kind, Text detail) {
        requireFrame();
        requireBothLanguages(detail);
        lines.add(kind.key() + ": " + detail);
    }

    @Override
    public void absent(SignalSpec signal) {
        requireFrame();
        valueless.add(signal.name());
    }

    @Override
    public void unreadable(SignalSpec signal, Text detail) {
        absent(signal);
        error(FrameError.VALUE, detail);
    }

    private void requireFrame() {
        if (times.isEmpty()) {
            throw new IllegalStateException("the frame must come first");
        }
    }

    /** Words without Chinese ones are a name and what stands there. */
    private static void requireBothLanguages(Text detail) {
        if (!HAN.matcher(detail.zh()).find() && !NAMED.matcher(detail.en()).matches()) {
            throw new IllegalStateException("no Chinese words for: " + detail.en());
        }
    }

    /** Samples and errors, in order. */
    public List<String> lines() {
        return lines;
    }

    /** The signals that a frame is said to have without a value, in order. */
    public List<String> valueless() {
        return valueless;
    }

    /** How many frames. */
    public int frames() {
        return times.size();
    }

    /** The time of each frame. */
    public List<Long> times() {
        return times;
    }

    /** The bytes of all frames. */
    public String bytes() {
        return bytes.toString();
    }
}
