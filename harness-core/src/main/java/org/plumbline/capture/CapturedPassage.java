package org.plumbline.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
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
    private record Topic(McapRecord.Channel channel, ObservationReader.Kind kind) {}

    CapturedPassage(Path file, long start) {
        this.file = file;
        this.observations = new ObservationReader(start);
        try {
            this.reader = McapReader.open(file, McapReaderOptions.forRecovery());
        } catch (IOException e) {
            throw Capture.unreadable(file, e);
        }
        this.records = reader.records();
    }

    /** How many observations were passed. */
    long passed() {
        return passed;
    }

    @Override
    public @Nullable Observation next() {
        return next(false);
    }

    /** The next act; what comes before it is passed without being read. */
    @Nullable
    Observation nextAct() {
        Observation next = next(true);
        while (next != null && !Recording.Act.is(next)) {
            next = next(true);
        }
        return next;
    }

    private @Nullable Observation next(boolean actsOnly) {
        try {
            McapRecord record = records.next();
            while (record != null) {
                Observation observation = observation(record, actsOnly);
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

    private @Nullable Observation observation(McapRecord record, boolean actsOnly) throws IOException {
        if (record instanceof McapRecord.Channel channel) {
            topics.put(channel.id(), new Topic(channel, ObservationReader.Kind.of(channel.topic())));
        } else if (record instanceof McapRecord.Message message) {
            Topic topic = topics.get(message.channel());
            if (topic != null && topic.kind() != ObservationReader.Kind.OTHER) {
                passed++;
                return actsOnly && !topic.kind().canBeAct()
                        ? null
                        : observations.read(topic.channel(), topic.kind(), message);
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw Capture.unreadable(file, e);
        }
    }
}
