package org.plumbline.lines;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.framing.LineSplitter;
import org.plumbline.text.Text;

/** Matches each line; one that does not fit is kept as a frame and counted. */
final class LinesDecoder implements Decoder {

    private static final int BOUND = 1024;
    private static final Text NO_MATCH = new Text("该行与 pattern 不符", "the line does not fit the pattern");

    private final LineSplitter splitter;
    private final Pattern pattern;
    private final List<LineGroup> groups;

    /** @param end of a line, the last byte of it */
    LinesDecoder(Pattern pattern, byte end, List<LineGroup> groups) {
        this.splitter = new LineSplitter(BOUND, end);
        this.pattern = pattern;
        this.groups = groups;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        splitter.take(packet.payload(), line -> line(time, line, sink));
    }

    @Override
    public void broken(long time, DecodeSink sink) {
        splitter.broken(time, sink);
    }

    private void line(long time, byte[] line, DecodeSink sink) {
        sink.frame(time, Packet.of(line));
        Matcher matcher = pattern.matcher(new String(line, StandardCharsets.UTF_8).strip());
        if (!matches(matcher)) {
            sink.error(FrameError.SYNTAX, NO_MATCH);
            return;
        }
        for (LineGroup group : groups) {
            sample(group, matcher.group(group.group()), sink);
        }
    }

    /** A pattern may be of the kind that recurses once a character: a long line is then no match. */
    private static boolean matches(Matcher matcher) {
        try {
            return matcher.matches();
        } catch (StackOverflowError e) {
            return false;
        }
    }

    private static void sample(LineGroup group, @Nullable String text, DecodeSink sink) {
        if (text == null || text.isBlank()) {
            return;
        }
        if (!group.number()) {
            sink.sample(group.signal(), new Value.Literal(text));
            return;
        }
        Value.Numeric.parse(text.strip())
                .flatMap(group.scaling()::value)
                .ifPresentOrElse(
                        number -> sink.sample(group.signal(), number),
                        () -> sink.unreadable(group.signal(), group.group() + ": " + text));
    }
}
