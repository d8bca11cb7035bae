package org.plumbline.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapMessages;
import org.plumbline.mcap.McapQuery;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapRecord;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Recording;

/** Reads samples from a capture's file in order of time; the chunks that overlap in time are in memory. */
final class CapturedSamples implements Recording.Passage {

    private final Path file;
    private final McapReader reader;
    private final ObservationReader observations;
    private final McapQuery query;
    private @Nullable McapMessages messages;

    /** @param start the run's start, nanoseconds since 1970, UTC */
    CapturedSamples(Path file, long start, Collection<String> signals) {
        this.file = file;
        this.observations = new ObservationReader(start);
        this.reader = Capture.reader(file);
        this.query = McapQuery.all()
                .topics(signals.stream()
                        .map(ObservationReader.Kind.SAMPLE::topic)
                        .toArray(String[]::new));
    }

    @Override
    public @Nullable Observation next() {
        if (query.topics().isEmpty()) {
            return null; // to the query that is every topic
        }
        try {
            McapMessages open = messages == null ? reader.messages(query) : messages;
            messages = open;
            McapRecord.Message message = open.next();
            return message == null
                    ? null
                    : observations.read(
                            reader.summary().channels().get(message.channel()), ObservationReader.Kind.SAMPLE, message);
        } catch (IOException e) {
            throw Capture.unreadable(file, e);
        }
    }

    @Override
    public void close() {
        Capture.close(reader, file);
    }
}
