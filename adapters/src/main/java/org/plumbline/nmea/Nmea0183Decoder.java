package org.plumbline.nmea;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.framing.LineSplitter;

/** Finds sentences in the stream; what is none is kept as a frame and counted. */
final class Nmea0183Decoder implements Decoder {

    private static final int BOUND = 1024;
    private static final int CHECKSUM_LENGTH = 3;

    private final LineSplitter splitter = new LineSplitter(BOUND);
    private final List<Nmea0183Field> fields;

    Nmea0183Decoder(List<Nmea0183Field> fields) {
        this.fields = fields;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        splitter.take(packet.payload(), line -> line(time, line, sink));
    }

    /** A delimiter can only begin a sentence (IEC 61162-1): what stands before it was cut short or is noise. */
    private void line(long time, byte[] line, DecodeSink sink) {
        int start = line.length - 1;
        while (start > 0 && line[start] != '$' && line[start] != '!') {
            start--;
        }
        if (start > 0) {
            sink.frame(time, Packet.of(Arrays.copyOf(line, start)));
            sink.error(FrameError.SYNTAX, "not a sentence");
        }
        sentence(time, Arrays.copyOfRange(line, start, line.length), sink);
    }

    private void sentence(long time, byte[] line, DecodeSink sink) {
        sink.frame(time, Packet.of(line));
        String text = new String(line, StandardCharsets.ISO_8859_1);
        if (line.length > Nmea0183Sentence.MOST_CHARACTERS) {
            sink.error(FrameError.LENGTH, line.length + " characters");
        }
        boolean delimited = text.endsWith("\r\n") && (text.startsWith("$") || text.startsWith("!"));
        String content = delimited ? text.substring(0, text.length() - 2) : "";
        if (!delimited || !isPrintable(content)) {
            sink.error(FrameError.SYNTAX, "not a sentence");
            return;
        }
        int star = content.length() - CHECKSUM_LENGTH;
        if (star < 1 || content.charAt(star) != '*') {
            sink.error(FrameError.CHECKSUM, "no checksum");
            return;
        }
        String body = content.substring(1, star);
        int expected = Nmea0183Sentence.checksum(body);
        if (Character.digit(content.charAt(star + 1), 16) != expected >> 4
                || Character.digit(content.charAt(star + 2), 16) != (expected & 0xF)) {
            sink.error(FrameError.CHECKSUM, "given %s, computed %02X".formatted(content.substring(star + 1), expected));
            return;
        }
        samples(Nmea0183Sentence.of(body), sink);
    }

    /** Once a sentence: a stream of its characters would cost more than all the rest. */
    private static boolean isPrintable(String content) {
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) < 0x20 || content.charAt(i) > 0x7E) {
                return false;
            }
        }
        return true;
    }

    private void samples(Nmea0183Sentence sentence, DecodeSink sink) {
        for (Nmea0183Field field : fields) {
            if (sentence.is(field.sentence())) {
                sample(sentence, field, sink);
            }
        }
    }

    /** An empty field says that the value is not available: no sample, no error. */
    private static void sample(Nmea0183Sentence sentence, Nmea0183Field field, DecodeSink sink) {
        if (field.field() > sentence.fields().size()) {
            sink.error(
                    FrameError.SYNTAX,
                    sentence.address() + " has " + sentence.fields().size() + " fields");
            return;
        }
        String value = sentence.fields().get(field.field() - 1);
        if (value.isEmpty()) {
            return;
        }
        if (!field.number()) {
            sink.sample(field.signal(), new Value.Literal(value));
            return;
        }
        Value.Numeric.parse(value)
                .ifPresentOrElse(
                        number -> sink.sample(field.signal(), number),
                        () -> sink.error(
                                FrameError.VALUE, sentence.address() + " field " + field.field() + ": " + value));
    }
}
