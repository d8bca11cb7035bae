package org.plumbline.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.mcap.McapException;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecord.Attachment;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Chunk;
import org.plumbline.mcap.McapRecord.Message;
import org.plumbline.mcap.McapRecord.Metadata;
import org.plumbline.mcap.McapRecord.Schema;
import org.plumbline.mcap.McapRecords;
import org.plumbline.mcap.McapWriter;
import org.plumbline.mcap.McapWriterOptions;

/**
 * Writes everything that can be read of a capture that was cut off or damaged into a complete one, with a chain. What was
 * damaged before its end is named in the copy, so that nobody takes the copy for all that happened.
 */
public final class CaptureCopy {

    /** Metadata: each damage by its place in the original. */
    static final String DAMAGE = "plumbline.damage";

    /** Metadata that every copy begins with. */
    static final String RECOVERED = "plumbline.recovered";

    private final McapWriter writer;
    private final Map<Integer, Integer> schemas = new HashMap<>();
    private final Map<Integer, Integer> channels = new HashMap<>();
    private long messages;

    private CaptureCopy(McapWriter writer) {
        this.writer = writer;
        schemas.put(0, 0);
    }

    /**
     * What was copied.
     *
     * @param messages how many
     * @param whole bytes of the original up to the end of its last complete record
     * @param damage what was passed over before that end
     */
    public record Outcome(long messages, long whole, List<McapException> damage) {}

    /**
     * Copies.
     *
     * @param complete a new file
     * @throws IOException where the disk fails; damage of the original throws nothing
     */
    public static Outcome write(Path original, Path complete) throws IOException {
        try (McapReader reader = McapReader.open(original, McapReaderOptions.forRecovery());
                McapWriter writer = McapWriter.to(ChainedFile.create(complete), McapWriterOptions.forCapture())) {
            McapRecords records = reader.records();
            writer.metadata(RECOVERED, Map.of("by", "plumbline recover"));
            CaptureCopy copy = new CaptureCopy(writer);
            for (McapRecord record = records.next(); record != null; record = records.next()) {
                if (!records.inSummary()) {
                    copy.add(record);
                }
            }
            long whole = Math.min(records.position(), Files.size(original));
            List<McapException> damage = records.damage().stream()
                    .filter(problem -> problem.offset() < whole)
                    .toList();
            copy.name(damage);
            return new Outcome(copy.messages, whole, damage);
        }
    }

    private void name(List<McapException> damage) throws IOException {
        if (!damage.isEmpty()) {
            Map<String, String> named = new LinkedHashMap<>();
            damage.forEach(
                    problem -> named.merge("byte " + problem.offset(), problem.problem(), (a, b) -> a + "; " + b));
            writer.metadata(DAMAGE, named);
        }
    }

    private void add(McapRecord record) throws IOException {
        if (record instanceof Message message) {
            Integer channel = channels.get(message.channel());
            if (channel != null) {
                messages++;
                writer.message(channel, message.sequence(), message.logTime(), message.publishTime(), message.data());
            }
        } else if (record instanceof Chunk) {
            writer.flush();
        } else if (record instanceof Schema schema && !schemas.containsKey(schema.id())) {
            schemas.put(schema.id(), writer.addSchema(schema.name(), schema.encoding(), schema.data()));
        } else if (record instanceof Channel channel && !channels.containsKey(channel.id())) {
            Integer schema = schemas.getOrDefault(channel.schema(), 0);
            channels.put(
                    channel.id(),
                    writer.addChannel(schema, channel.topic(), channel.messageEncoding(), channel.metadata()));
        } else if (record instanceof Attachment file) {
            writer.attachment(file.name(), file.mediaType(), file.logTime(), file.createTime(), file.data());
        } else if (record instanceof Metadata metadata) {
            writer.metadata(metadata.name(), metadata.values());
        }
    }
}
