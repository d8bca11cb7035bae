package org.plumbline.mcap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.mcap.McapRecord.Attachment;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Message;
import org.plumbline.mcap.McapRecord.Metadata;
import org.plumbline.mcap.McapRecord.Schema;

/** One of the format's official conformance files: {@code TenMessages-ch-chx-pad}. */
record Variant(String file, String sha256, int size) {

    private static final byte[] DATA = {1, 2, 3};
    private static final Map<String, McapPart> PARTS = Map.of(
            "ch", McapPart.CHUNKS,
            "mx", McapPart.MESSAGE_INDEXES,
            "chx", McapPart.CHUNK_INDEXES,
            "rsh", McapPart.REPEATED_SCHEMAS,
            "rch", McapPart.REPEATED_CHANNELS,
            "st", McapPart.STATISTICS,
            "ax", McapPart.ATTACHMENT_INDEXES,
            "mdx", McapPart.METADATA_INDEXES,
            "sum", McapPart.SUMMARY_OFFSETS);

    static List<Variant> all() throws IOException {
        try (var csv = Variant.class.getResourceAsStream("conformance-sha256.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Variant(cells[0], cells[1], Integer.parseInt(cells[2])))
                    .toList();
        }
    }

    private List<String> words() {
        return List.of(file.substring(file.indexOf('/') + 1, file.indexOf('.')).split("-"));
    }

    Set<McapPart> parts() {
        EnumSet<McapPart> parts = EnumSet.noneOf(McapPart.class);
        words().stream().skip(1).filter(word -> !word.equals("pad")).forEach(word -> parts.add(PARTS.get(word)));
        return parts;
    }

    boolean has(McapPart part) {
        return parts().contains(part);
    }

    /** What is put in, in that order. */
    List<McapRecord> input() {
        return switch (words().get(0)) {
            case "NoData" -> List.of();
            case "OneSchemalessMessage" ->
                List.of(new Channel(1, 0, "example", "text", Map.of()), new Message(1, 10, 2, 1, DATA));
            case "OneMessage" -> List.of(schema(), channel(), new Message(1, 10, 2, 1, DATA));
            case "OneAttachment" -> List.of(new Attachment(2, 1, "myFile", "application/octet-stream", DATA));
            case "OneMetadata" -> List.of(new Metadata("myMetadata", Map.of("foo", "bar")));
            case "TenMessages" -> tenMessages();
            default -> throw new IllegalArgumentException(file);
        };
    }

    private static List<McapRecord> tenMessages() {
        List<McapRecord> records = new ArrayList<>(List.of(schema(), channel()));
        int[] times = {0, 2, 1, 3, 3, 5, 4, 7, 8, 9};
        for (int i = 0; i < times.length; i++) {
            records.add(new Message(1, i, times[i], times[i], DATA));
        }
        return records;
    }

    private static Schema schema() {
        return new Schema(1, "Example", "c", new byte[] {4, 5, 6});
    }

    private static Channel channel() {
        return new Channel(1, 1, "example", "a", Map.of("foo", "bar"));
    }

    void write(Path path) throws IOException {
        byte[] padding = words().contains("pad") ? new byte[] {1, (byte) 0xFF, (byte) 0xFF} : new byte[0];
        McapWriterOptions options = new McapWriterOptions("", "", 1 << 20, false, parts());
        try (McapWriter writer = McapWriter.create(path, options, new RecordEncoder(padding))) {
            for (McapRecord record : input()) {
                put(writer, record);
            }
        }
    }

    private static void put(McapWriter writer, McapRecord record) throws IOException {
        if (record instanceof Schema schema) {
            writer.addSchema(schema.name(), schema.encoding(), schema.data());
        } else if (record instanceof Channel channel) {
            writer.addChannel(channel.schema(), channel.topic(), channel.messageEncoding(), channel.metadata());
        } else if (record instanceof Message message) {
            writer.message(
                    message.channel(), message.sequence(), message.logTime(), message.publishTime(), message.data());
        } else if (record instanceof Attachment file) {
            writer.attachment(file.name(), file.mediaType(), file.logTime(), file.createTime(), file.data());
        } else if (record instanceof Metadata metadata) {
            writer.metadata(metadata.name(), metadata.values());
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
