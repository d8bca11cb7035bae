package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.mcap.McapRecord.Attachment;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Message;

class McapWriterTest {

    @TempDir
    private Path folder;

    private McapWriter writer(int chunkSize) throws IOException {
        McapWriterOptions options = new McapWriterOptions("", "", chunkSize, true, McapPart.all());
        return McapWriter.create(folder.resolve("new/folder/file.mcap"), options);
    }

    private byte[] file() throws IOException {
        return Files.readAllBytes(folder.resolve("new/folder/file.mcap"));
    }

    private List<McapRecord> readableNow() throws IOException {
        try (McapReader reader = McapReader.of(file(), McapReaderOptions.forRecovery())) {
            return Reading.all(reader.records());
        }
    }

    @Nested
    class WhatIsFlushed {

        @Test
        void isReadableThoughTheWriterNeverCloses() throws IOException {
            try (McapWriter writer = writer(1 << 20)) {
                int channel = writer.addChannel(0, "/a", "raw", Map.of());
                writer.message(channel, 1, 7, 7, new byte[3]);
                assertThat(readableNow()).hasSize(1);
                writer.flush();
                assertThat(readableNow()).filteredOn(Message.class::isInstance).hasSize(1);
            }
        }

        @Test
        void hasEveryChannelBeforeItsMessages() throws IOException {
            try (McapWriter writer = writer(200)) {
                for (int i = 1; i <= 50; i++) {
                    int channel = writer.addChannel(0, "/" + i, "raw", Map.of());
                    writer.message(channel, i, i, i, new byte[40]);
                    writer.message(1, i, i, i, new byte[40]);
                    writer.flush();
                    assertThat(readableNow())
                            .filteredOn(Channel.class::isInstance)
                            .hasSize(i);
                    assertThat(Reading.messages(readableNow())).hasSize(2 * i);
                }
            }
        }

        @Test
        void survivesAnInterruptOfTheThread() throws IOException {
            try (McapWriter writer = writer(200)) {
                int channel = writer.addChannel(0, "/a", "raw", Map.of());
                Thread.currentThread().interrupt();
                writer.message(channel, 1, 7, 7, new byte[300]);
                writer.metadata("run", Map.of("a", "b"));
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(Reading.messages(Reading.strict(file()))).hasSize(1);
        }
    }

    @Nested
    class AMessage {

        @Test
        void mayBeLargerThanAChunk() throws IOException {
            byte[] data = new byte[3_000_000];
            data[2_999_999] = 7;
            try (McapWriter writer = writer(1000)) {
                int channel = writer.addChannel(0, "/a", "raw", Map.of());
                writer.message(channel, 1, 7, 7, data);
                writer.attachment("large", "x", 1, 2, data);
            }
            assertThat(Reading.messages(Reading.strict(file()))).containsExactly(new Message(1, 1, 7, 7, data));
            assertThat(Reading.strict(file())).contains(new Attachment(1, 2, "large", "x", data));
        }

        @Test
        void costsNoAllocation() throws IOException {
            ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long self = Thread.currentThread().getId();
            byte[] data = new byte[100];
            try (McapWriter writer = writer(1 << 20)) {
                int channel = writer.addChannel(0, "/a", "raw", Map.of());
                for (int i = 0; i < 40_000; i++) {
                    writer.message(channel, i, i, i, data);
                }
                long before = thread.getThreadAllocatedBytes(self);
                for (int i = 0; i < 200_000; i++) {
                    writer.message(channel, i, i, i, data);
                }
                // what there is, is for 25 chunks
                assertThat(thread.getThreadAllocatedBytes(self) - before).isLessThan(400_000);
            }
        }

        @Test
        void needsAChannelThatWasAdded() throws IOException {
            try (McapWriter writer = writer(1000)) {
                assertThatThrownBy(() -> writer.message(1, 0, 0, 0, new byte[0]))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("channel 1 was not added");
                assertThatThrownBy(() -> writer.addChannel(1, "/a", "raw", Map.of()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("schema 1 of channel /a was not added");
            }
        }
    }

    @Nested
    class AFile {

        @Test
        void isNeverWrittenOver() throws IOException {
            writer(1000).close();
            assertThatThrownBy(() -> writer(1000)).isInstanceOf(FileAlreadyExistsException.class);
        }

        @Test
        void isWholeAfterItWasClosedTwice() throws IOException {
            McapWriter writer = writer(1000);
            writer.close();
            writer.close();
            assertThat(Reading.strict(file())).hasSize(5);
        }

        @Test
        void countsInItsStatistics() throws IOException {
            try (McapWriter writer = writer(100)) {
                int schema = writer.addSchema("s", "", new byte[0]);
                int one = writer.addChannel(schema, "/a", "raw", Map.of());
                int other = writer.addChannel(schema, "/b", "raw", Map.of());
                writer.message(one, 1, -1, 0, new byte[100]);
                writer.message(other, 1, 5, 0, new byte[100]);
                writer.message(one, 1, 6, 0, new byte[100]);
                writer.metadata("m", Map.of());
            }
            try (McapReader reader = McapReader.of(file(), McapReaderOptions.strict())) {
                assertThat(reader.summary().statistics())
                        .isEqualTo(new McapRecord.Statistics(3, 1, 2, 0, 1, 3, 5, -1, Map.of(1, 2L, 2, 1L)));
            }
        }

        @Test
        void hasNoIndexesOfChunksWithoutChunks() {
            assertThatThrownBy(() -> new McapWriterOptions("", "", 1, true, EnumSet.of(McapPart.CHUNK_INDEXES)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("indexes of chunks without chunks: add McapPart.CHUNKS");
            assertThatThrownBy(() -> new McapWriterOptions("", "", 0, true, McapPart.all()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a chunk size of 0 bytes; at least 1 is needed");
        }
    }
}
