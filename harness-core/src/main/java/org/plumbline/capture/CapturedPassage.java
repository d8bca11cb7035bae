package org.plumbline.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecords;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Recording;

/** Reads observations from a capture's file, one after the other. */
final class CapturedPassage implements Recording.Passage {

    private final Path file;
    private final McapReader reader;
    private final McapRecords records;
    private final ObservationReader observations;
    private final Map<Integer, Topic> topics = new HashMap<>();
    private long passed;

    /** A channel, and what its messages are. */
    private record Topic(McapRecord.Channel channel, ObservationReader.Kind kind) {

        static Topic of(McapRecord.Channel channel) {
            return new Topic(channel, ObservationReader.Kind.of(channel.topic()));
        }
    }

    private CapturedPassage(Path file, long start, Predicate<McapRecord.Channel> unwanted) {
        this.file = file;
        this.observations = new ObservationReader(start);
        this.reader = Capture.reader(file);
        this.records = reader.records().passingOver(unwanted);
    }

    /** All observations. */
    static CapturedPassage of(Path file, long start) {
        return new CapturedPassage(file, start, channel -> false);
    }

    /** Only observations that may be acts; the others are counted without being read. */
    static CapturedPassage ofActs(Path file, long start) {
        return new CapturedPassage(
                file, start, channel -> Topic.of(channel).kind().isNeverAct());
    }

    /** How many observations were passed. */
    long passed() {
        return passed + records.passedOver();
    }

    @Override
    public @Nullable Observation next() {
        try {
            McapRecord record = records.next();
            while (record != null) {
                Observation observation = observation(record);
                if (observation != null) {
                    return observation;
                }
                record = records.next();
            }
            return null;
        } catch (IOException e) {
            throw Capture.unreadable(file, e);
        }
    }

    private @Nullable Observation observation(McapRecord record) throws IOException {
        if (record instanceof McapRecord.Message message) {
            Topic topic = topics.get(message.channel());
            if (topic != null && topic.kind() != ObservationReader.Kind.OTHER) {
                passed++;
                return observations.read(topic.channel(), topic.kind(), message);
            }
        } else if (record instanceof McapRecord.Channel channel) {
            topics.put(channel.id(), Topic.of(channel));
        }
        return null;
    }

    @Override
    public void close() {
        Capture.close(reader, file);
    }
}
