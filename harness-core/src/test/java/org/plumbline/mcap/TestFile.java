package org.plumbline.mcap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Files to read, cut and damage. */
enum TestFile {
    UNCHUNKED(
            false, EnumSet.complementOf(EnumSet.of(McapPart.CHUNKS, McapPart.MESSAGE_INDEXES, McapPart.CHUNK_INDEXES))),
    UNCOMPRESSED(false, McapPart.all()),
    ZSTD(true, McapPart.all());

    private final boolean zstd;
    private final Set<McapPart> parts;

    TestFile(boolean zstd, Set<McapPart> parts) {
        this.zstd = zstd;
        this.parts = parts;
    }

    McapWriterOptions options(int chunkSize) {
        return new McapWriterOptions("profile", "test", chunkSize, zstd, parts);
    }

    /** Two schemas, three channels, an attachment, metadata, and 20 messages in several chunks that overlap in time. */
    byte[] small(Path folder) throws IOException {
        Path path = folder.resolve(this + "-small.mcap");
        try (McapWriter writer = McapWriter.create(path, options(300))) {
            int schema = writer.addSchema("number", "jsonschema", "{}".getBytes());
            writer.addChannel(schema, "/a", "json", Map.of("unit", "m"));
            writer.addChannel(0, "/b", "raw", Map.of());
            for (int i = 0; i < 10; i++) {
                writer.message(1 + i % 2, i, 1000 + 10 * i, 900, new byte[] {(byte) i, 2, 3});
            }
            writer.attachment("bench.yaml", "application/yaml", 5, 6, new byte[] {1, 2, 3, 4, 5});
            writer.metadata("run", Map.of("id", "7", "driver", "live"));
            int other = writer.addSchema("text", "", new byte[0]);
            writer.addChannel(other, "/c", "text", Map.of());
            for (int i = 0; i < 10; i++) {
                writer.message(3 - i % 3, i, 1095 - 10 * i, 900, new byte[i]);
            }
        }
        return Files.readAllBytes(path);
    }

    /** 3,000 messages of random bytes, in chunks of 300 kB. */
    byte[] large(Path folder) throws IOException {
        Path path = folder.resolve(this + "-large.mcap");
        SplittableRandom random = new SplittableRandom(7);
        try (McapWriter writer = McapWriter.create(path, options(300_000))) {
            int channel = writer.addChannel(0, "/a", "raw", Map.of());
            for (int i = 0; i < 3000; i++) {
                byte[] data = new byte[random.nextInt(400)];
                random.nextBytes(data);
                writer.message(channel, i, i, i, data);
            }
        }
        return Files.readAllBytes(path);
    }
}
