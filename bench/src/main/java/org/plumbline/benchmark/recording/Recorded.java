package org.plumbline.benchmark.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.channel.Value;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecords;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Timeline;

/** Checks that nothing was lost: numbers from 0 on, each once, in order. */
public final class Recorded {

    private Recorded() {}

    /**
     * Checks the timeline, as far as the run has seen it.
     *
     * @param signal whose values are the numbers
     * @throws IOException where one is missing, too many or out of order
     */
    public static void check(Timeline timeline, String signal, int count) throws IOException {
        List<Sample> samples = timeline.samples(signal, 0, Long.MAX_VALUE - 1);
        for (int i = 0; i < samples.size(); i++) {
            if (!samples.get(i).value().equals(new Value.Numeric(i))) {
                throw new IOException("on the timeline, " + samples.get(i) + " where " + i + " should be");
            }
        }
        requireAll("timeline", signal, samples.size(), count);
    }

    /**
     * Checks a capture: every frame on the channels, every number.
     *
     * @param signal whose values are the numbers
     * @throws IOException where one is missing, too many or out of order
     */
    public static void check(Path capture, String signal, int count) throws IOException {
        long frames = 0;
        long numbers = 0;
        try (McapReader reader = McapReader.open(capture)) {
            Map<Integer, String> topics = topics(reader);
            McapRecords records = reader.records();
            for (McapRecord record = records.next(); record != null; record = records.next()) {
                if (record instanceof McapRecord.Message message) {
                    String topic = topics.getOrDefault(message.channel(), "");
                    frames += topic.startsWith("/frames/") ? 1 : 0;
                    numbers += topic.equals("/signals/" + signal) ? number(message, numbers) : 0;
                }
            }
        }
        requireAll("capture", "frames", frames, count);
        requireAll("capture", signal, numbers, count);
    }

    private static Map<Integer, String> topics(McapReader reader) throws IOException {
        Map<Integer, String> topics = new TreeMap<>();
        reader.summary().channels().forEach((id, channel) -> topics.put(id, channel.topic()));
        return topics;
    }

    private static int number(McapRecord.Message message, long expected) throws IOException {
        String text = new String(message.data(), StandardCharsets.US_ASCII);
        if (!text.equals("{\"value\":" + (double) expected + "}")) {
            throw new IOException("in the capture, " + text + " where " + expected + " should be");
        }
        return 1;
    }

    private static void requireAll(String where, String what, long found, long count) throws IOException {
        if (found != count) {
            throw new IOException(String.format(Locale.ROOT, "%s: %d of %d %s", where, found, count, what));
        }
    }
}
