package org.plumbline.nmea;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.framing.FaultWords;
import org.plumbline.framing.LineSplitter;
import org.plumbline.text.Text;

/** Finds sentences in the stream; what is none is kept as a frame and counted. */
final class Nmea0183Decoder implements Decoder {

    private static final int BOUND = 1024;
    private static final int CHECKSUM_LENGTH = 3;
    private static final Pattern SENTENCE = Pattern.compile("(?:\\\\[^\\\\]*\\\\)*([$!][0-9A-Z]+)[,*]");
    private static final Text NO_SENTENCE = new Text("不是语句", "not a sentence");
    private static final String LINE_END = "\r\n";

    private final LineSplitter splitter = new LineSplitter(BOUND);
    private final List<Nmea0183Field> fields;

    Nmea0183Decoder(List<Nmea0183Field> fields) {
        this.fields = fields;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        splitter.take(packet.payload(), line -> line(time, line, sink));
    }

    @Override
    public void broken(long time, DecodeSink sink) {
        splitter.broken(time, sink);
    }

    /** Delimiter and address, such as {@code $GPGGA}. */
    @Override
    public Optional<String> kind(Packet frame) {
        Matcher sentence = SENTENCE.matcher(new String(frame.payload(), StandardCharsets.ISO_8859_1));
        return sentence.lookingAt() ? Optional.of(sentence.group(1)) : Optional.empty();
    }

    /**
     * A delimiter can only begin a sentence (IEC 61162-1), and TAG blocks stand right before it or alone: what stands
     * before those was cut short or is noise.
     */
    private void line(long time, byte[] line, DecodeSink sink) {
        int delimiter = line.length - 1;
        while (delimiter >= 0 && line[delimiter] != '$' && line[delimiter] != '!') {
            delimiter--;
        }
        int end = delimiter >= 0 ? delimiter : Math.max(0, line.length - LINE_END.length());
        int start = TagBlock.beginning(line, end);
        boolean noise = delimiter < 0 && start == end;
        int from = noise ? 0 : start;
        if (from > 0) {
            sink.frame(time, Packet.of(Arrays.copyOf(line, from)));
            sink.error(FrameError.SYNTAX, NO_SENTENCE);
        }
        sink.frame(time, Packet.of(Arrays.copyOfRange(line, from, line.length)));
        String text = new String(line, StandardCharsets.ISO_8859_1);
        Map<String, String> tags = TagBlock.read(text.substring(from, noise ? 0 : end), sink);
        String rest = text.substring(noise ? 0 : end);
        if (delimiter < 0 && !noise && rest.equals(LINE_END)) {
            samples(Nmea0183Sentence.NONE, tags, sink);
        } else {
            sentence(rest, sink).ifPresent(sentence -> samples(sentence, tags, sink));
        }
    }

    private static Optional<Nmea0183Sentence> sentence(String text, DecodeSink sink) {
        if (text.length() > Nmea0183Sentence.MOST_CHARACTERS) {
            sink.refused(FrameError.LENGTH, new Text(text.length() + " 个字符", text.length() + " characters"));
        }
        boolean delimited = text.endsWith(LINE_END) && (text.startsWith("$") || text.startsWith("!"));
        String content = delimited ? text.substring(0, text.length() - LINE_END.length()) : "";
        if (!delimited || !isPrintable(content)) {
            sink.error(FrameError.SYNTAX, NO_SENTENCE);
            return Optional.empty();
        }
        int star = content.length() - CHECKSUM_LENGTH;
        if (star < 1 || content.charAt(star) != '*') {
            sink.refused(FrameError.CHECKSUM, Nmea0183Sentence.NO_CHECKSUM);
            return Optional.empty();
        }
        String body = content.substring(1, star);
        int expected = Nmea0183Sentence.checksum(body);
        if (Character.digit(content.charAt(star + 1), 16) != expected >> 4
                || Character.digit(content.charAt(star + 2), 16) != (expected & 0xF)) {
            sink.error(
                    FrameError.CHECKSUM,
                    FaultWords.differs(content.substring(star + 1), Nmea0183Sentence.hex(expected)));
            return Optional.empty();
        }
        return Optional.of(Nmea0183Sentence.of(body));
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

    private void samples(Nmea0183Sentence sentence, Map<String, String> tags, DecodeSink sink) {
        for (Nmea0183Field field : fields) {
            if (!field.isOf(sentence)) {
                continue;
            }
            if (!field.tag().isEmpty()) {
                sample(sentence, field, tags.getOrDefault(field.tag(), ""), sink);
            } else if (field.last() > sentence.fields().size()) {
                sink.absent(field.signal());
                sink.refused(
                        FrameError.SYNTAX,
                        Text.same(sentence.address())
                                .and(new Text(
                                        " 有 " + sentence.fields().size() + " 个字段",
                                        " has " + sentence.fields().size() + " fields")));
            } else {
                sample(sentence, field, sentence.fields().get(field.field() - 1), sink);
            }
        }
    }

    /** An empty field says that the value is not available: no sample, no error. */
    private static void sample(Nmea0183Sentence sentence, Nmea0183Field field, String value, DecodeSink sink) {
        if (value.isEmpty()) {
            if (field.tag().isEmpty()) {
                sink.absent(field.signal());
            }
            return;
        }
        if (field.type() == FieldType.TEXT) {
            sink.sample(field.signal(), new Value.Literal(value));
            return;
        }
        if (field.type().isPosition()) {
            String hemisphere = sentence.fields().get(field.field());
            field.type()
                    .degrees(value, hemisphere)
                    .ifPresentOrElse(
                            degrees -> sink.sample(field.signal(), degrees),
                            () -> unreadable(sentence, field, value + "," + hemisphere, sink));
            return;
        }
        Value.Numeric.parse(value)
                .flatMap(field.scaling()::value)
                .ifPresentOrElse(
                        number -> sink.sample(field.signal(), number), () -> unreadable(sentence, field, value, sink));
    }

    private static void unreadable(Nmea0183Sentence sentence, Nmea0183Field field, String value, DecodeSink sink) {
        sink.absent(field.signal());
        sink.refused(FrameError.VALUE, place(sentence, field).and(Text.same(": " + value)));
    }

    private static Text place(Nmea0183Sentence sentence, Nmea0183Field field) {
        return field.tag().isEmpty()
                ? new Text(sentence.address() + " 字段 " + field.field(), sentence.address() + " field " + field.field())
                : new Text("TAG 块 " + field.tag(), "TAG block " + field.tag());
    }
}
