package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.plumbline.mcap.McapRecord.ChunkIndex;

/** A file of more chunks than the writer keeps in memory. */
class ManyChunksTest {

    private static final int CHUNKS = 50_000;

    @Test
    void hasAnIndexOfEachInItsSummary() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (McapWriter writer =
                McapWriter.to(file, new McapWriterOptions("", "test", 1 << 20, false, McapPart.all()))) {
            int channel = writer.addChannel(0, "/a", "raw", Map.of());
            for (int i = 0; i < CHUNKS; i++) {
                writer.message(channel, i, i, i, new byte[0]);
                writer.flush();
            }
        }
        try (McapReader reader = McapReader.of(file.toByteArray(), McapReaderOptions.strict())) {
            assertThat(reader.summary().chunkIndexes())
                    .hasSize(CHUNKS)
                    .extracting(ChunkIndex::start)
                    .isSorted();
            assertThat(reader.summary().chunkIndexes().get(CHUNKS - 1).end()).isEqualTo(CHUNKS - 1);
            assertThat(Reading.all(reader.messages(McapQuery.all()))).hasSize(CHUNKS);
            assertThat(Reading.messages(Reading.all(reader.records()))).hasSize(CHUNKS);
        }
    }

    @Test
    void spoolGivesBackWhatWentIn() throws IOException {
        Bytes all = new Bytes(16);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CRC32 crc = new CRC32();
        try (Spool spool = new Spool(1000)) {
            for (int i = 0; i < 40_000; i++) {
                spool.end().u32(i);
                spool.wrote();
                all.u32(i);
                assertThat(spool.end().size()).isLessThanOrEqualTo(1000);
            }
            assertThat(spool.size()).isEqualTo(all.size());
            spool.writeTo(new Sink(out), crc);
        }
        assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(all.array(), all.size()));
        CRC32 expected = new CRC32();
        expected.update(all.array(), 0, all.size());
        assertThat(crc.getValue()).isEqualTo(expected.getValue());
    }
}
