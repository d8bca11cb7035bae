package org.plumbline.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.bench.SignalSpec;
import org.plumbline.text.Excerpt;
import org.plumbline.text.Text;

/** What arrived, short enough for a line of a report. */
final class Shown {

    private static final Pattern HEAD = Pattern.compile("^[^,;:=\\s]{1,12}");

    /** A control packet at the bench's own broker; of one with a message what stands before its topic. */
    private static final String PACKETS = "$mqtt/";

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\uFFFD&&[^\r\n\t]]");
    private static final Pattern PUBLISHED = Pattern.compile("^\\$mqtt/in/PUBLISH/[^/]*/");
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final int LONGEST = 60;
    private static final int MOST_BYTES = 32;
    private static final int HEAD_BYTES = 4;
    private static final int MOST = 8;

    private Shown() {}

    /** A frame; what cannot be printed becomes a dot. */
    static String line(String frame) {
        return Excerpt.of(dotted(frame.strip()), LONGEST);
    }

    /** The same of what was wrong with one. */
    static Text line(Text fault) {
        return new Text(line(fault.zh()), line(fault.en()));
    }

    /** A frame, or bytes that are none: as text, or in hexadecimal where they are not readable, beside what is. */
    static String bytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (isReadable(text)) {
            return line(text);
        }
        int to = Math.min(bytes.length, MOST_BYTES);
        String hex = HEX.formatHex(bytes, 0, to) + (to < bytes.length ? " …" : "");
        String dotted = dotted(new String(bytes, 0, to, StandardCharsets.US_ASCII));
        long dots = dotted.chars().filter(c -> c == '.').count();
        return dots * 2 <= dotted.length() ? hex + " (" + dotted + ")" : hex;
    }

    /** Whether all of a text can be printed, line ends and tabs aside. */
    static boolean isReadable(String text) {
        return !UNREADABLE.matcher(text).find();
    }

    private static String dotted(String text) {
        return text.replaceAll("\\p{Cntrl}|\uFFFD", ".");
    }

    /** How a frame begins: in most protocols of lines, what kind of frame it is. In hexadecimal where it is not readable. */
    static String head(byte[] frame) {
        String text = new String(frame, StandardCharsets.UTF_8);
        if (!isReadable(text)) {
            return HEX.formatHex(frame, 0, Math.min(frame.length, HEAD_BYTES))
                    + (frame.length > HEAD_BYTES ? " …" : "");
        }
        String clean = line(text);
        Matcher head = HEAD.matcher(clean);
        return head.find() ? head.group() : clean;
    }

    /**
     * Where the sought signals may be instead: the device's topics, those that it publishes to at the bench's own broker among
     * them, for only {@code subscribe} would bring these. All topics where there are none of its, or where packets are sought;
     * the kinds of frames, the commonest first, where there are no topics.
     */
    private static String places(List<SignalSpec> sought, Heard heard) {
        if (heard.topics().isEmpty()) {
            return some(heard.kinds().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(kind -> kind.getKey() + " ×" + kind.getValue())
                    .toList());
        }
        List<String> topics = heard.topics().stream()
                .map(topic -> PUBLISHED.matcher(topic).replaceFirst(""))
                .filter(topic -> !topic.startsWith(PACKETS))
                .distinct()
                .sorted()
                .toList();
        boolean packets = sought.stream()
                .allMatch(signal -> signal.settings().text("topic").orElse("").startsWith(PACKETS));
        return some(packets || topics.isEmpty() ? heard.topics() : topics);
    }

    /** A clause with {@link #places}; empty where there are none. */
    static Text came(List<SignalSpec> sought, Heard heard) {
        return clause("；收到的有 %s", "; what came: %s", places(sought, heard));
    }

    /** A clause with the last frame, or the last bytes where no frame came; empty where nothing can be shown. */
    static Text last(Heard heard) {
        return heard.frames().count() > 0
                ? clause(
                        "；最近收到 %s",
                        "; what came last: %s", bytes(heard.lastFrame().payload()))
                : clause("；最近收到的字节: %s", "; the last bytes: %s", bytes(newest(heard.tail())));
    }

    private static byte[] newest(byte[] bytes) {
        return Arrays.copyOfRange(bytes, Math.max(0, bytes.length - MOST_BYTES), bytes.length);
    }

    private static Text clause(String zh, String en, String what) {
        return what.isEmpty() ? Text.same("") : new Text(zh, en).with(what);
    }

    /** The first of many. */
    static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() <= MOST ? first : first + " … (" + names.size() + ")";
    }
}
