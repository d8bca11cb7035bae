package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.mcap.McapReader.Message;
import org.plumbline.mcap.McapReader.Rec;

class McapWriterTest {

    @TempDir
    private Path folder;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] written(boolean zstd) throws IOException {
        Path path = folder.resolve("new").resolve("x.mcap");
        try (McapWriter writer = McapWriter.create(path, new McapWriterOptions("p", "l", 200, zstd))) {
            writer.metadata("run", Map.of("b", "2", "a", "1"));
            writer.attachment("f.yaml", "application/yaml", 11, 12, utf8("x: 1\n"));
            int schema = writer.addSchema("s", "jsonschema", utf8("{}"));
            int one = writer.addChannel(schema, "/one", "json", Map.of("unit", "m"));
            int two = writer.addChannel(0, "/两", "application/octet-stream", Map.of());
            for (int i = 1; i <= 10; i++) {
                writer.message(i % 3 == 0 ? two : one, i, 100L + i, 200L + i, utf8("message " + i));
            }
        }
        return Files.readAllBytes(path);
    }

    private static List<Rec> of(List<Rec> records, int opcode) {
        return records.stream().filter(record -> record.opcode() == opcode).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyMessageIsReadBack(boolean zstd) throws IOException {
        List<Message> expected = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            expected.add(new Message(i % 3 == 0 ? "/两" : "/one", i, 100L + i, "message " + i));
        }
        assertThat(McapReader.messages(written(zstd))).isEqualTo(expected);
    }

    @Test
    void theFileBeginsAndEndsAsItShould() throws IOException {
        byte[] file = written(true);
        List<Rec> records = McapReader.records(file);
        ByteBuffer header = records.get(0).data();
        assertThat(records.get(0).opcode()).isEqualTo(0x01);
        assertThat(McapReader.text(header)).isEqualTo("p");
        assertThat(McapReader.text(header)).isEqualTo("l");
        assertThat(records.get(records.size() - 1).opcode()).isEqualTo(0x02);
        assertThat(Arrays.copyOfRange(file, file.length - 8, file.length)).isEqualTo(Arrays.copyOf(file, 8));
    }

    @Test
    void theChecksumsFitTheBytes() throws IOException {
        byte[] file = written(true);
        List<Rec> records = McapReader.records(file);
        Rec dataEnd = of(records, 0x0F).get(0);
        assertThat(dataEnd.data().getInt()).isEqualTo(McapReader.crc(file, 0, (int) dataEnd.offset()));
        ByteBuffer footer = of(records, 0x02).get(0).data();
        int summary = (int) footer.getLong();
        footer.getLong();
        int beforeCrc = file.length - 8 - 4;
        assertThat(footer.getInt()).isEqualTo(McapReader.crc(file, summary, beforeCrc - summary));
        byte[] attachment = of(records, 0x09).get(0).content();
        assertThat(ByteBuffer.wrap(attachment)
                        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                        .getInt(attachment.length - 4))
                .isEqualTo(McapReader.crc(attachment, 0, attachment.length - 4));
    }

    @Test
    void chunkIndexesPointAtChunksAndTheirMessages() throws IOException {
        byte[] file = written(true);
        List<Rec> records = McapReader.records(file);
        List<Rec> chunks = of(records, 0x06);
        List<Rec> indexes = of(records, 0x08);
        assertThat(chunks).hasSizeGreaterThan(2);
        assertThat(indexes).hasSameSizeAs(chunks);
        for (int i = 0; i < chunks.size(); i++) {
            ByteBuffer index = indexes.get(i).data();
            List<Rec> messages = of(McapReader.inChunk(chunks.get(i)), 0x05);
            assertThat(index.getLong()).isEqualTo(messages.get(0).data().getLong(6));
            assertThat(index.getLong())
                    .isEqualTo(messages.get(messages.size() - 1).data().getLong(6));
            assertThat(index.getLong()).isEqualTo(chunks.get(i).offset());
            assertThat(index.getLong()).isEqualTo(9L + chunks.get(i).content().length);
            assertMessageIndexes(records, index, messages);
        }
    }

    private static void assertMessageIndexes(List<Rec> records, ByteBuffer index, List<Rec> messages) {
        int entries = index.getInt() / 10;
        int pointed = 0;
        for (int i = 0; i < entries; i++) {
            int channel = index.getShort();
            long at = index.getLong();
            ByteBuffer entry = records.stream()
                    .filter(record -> record.opcode() == 0x07 && record.offset() == at)
                    .findFirst()
                    .orElseThrow()
                    .data();
            assertThat(entry.getShort()).isEqualTo((short) channel);
            for (int left = entry.getInt() / 16; left > 0; left--) {
                long time = entry.getLong();
                long offset = entry.getLong();
                assertThat(messages).anySatisfy(message -> {
                    assertThat(message.offset()).isEqualTo(offset);
                    assertThat(message.data().getShort()).isEqualTo((short) channel);
                    assertThat(message.data().getLong(6)).isEqualTo(time);
                });
                pointed++;
            }
        }
        assertThat(pointed).isEqualTo(messages.size());
    }

    @Test
    void summaryOffsetsPointAtTheirGroups() throws IOException {
        byte[] file = written(true);
        List<Rec> records = McapReader.records(file);
        long summary = of(records, 0x02).get(0).data().getLong();
        List<Integer> groups = new ArrayList<>();
        for (Rec offset : of(records, 0x0E)) {
            ByteBuffer data = offset.data();
            int opcode = data.get();
            long start = data.getLong();
            long length = data.getLong();
            groups.add(opcode);
            List<Rec> group = records.stream()
                    .filter(record -> record.offset() >= start && record.offset() < start + length)
                    .toList();
            assertThat(start).isGreaterThanOrEqualTo(summary);
            assertThat(group).isNotEmpty().allSatisfy(record -> assertThat(record.opcode())
                    .isEqualTo(opcode));
            assertThat(group.stream()
                            .mapToLong(record -> 9 + record.content().length)
                            .sum())
                    .isEqualTo(length);
        }
        assertThat(groups).containsExactlyInAnyOrder(0x03, 0x04, 0x08, 0x0A, 0x0B, 0x0D);
    }

    @Test
    void statisticsCount() throws IOException {
        List<Rec> records = McapReader.records(written(true));
        ByteBuffer statistics = of(records, 0x0B).get(0).data();
        assertThat(statistics.getLong()).isEqualTo(10);
        assertThat(statistics.getShort()).isEqualTo((short) 1);
        assertThat(statistics.getInt()).isEqualTo(2);
        assertThat(statistics.getInt()).isEqualTo(1);
        assertThat(statistics.getInt()).isEqualTo(1);
        assertThat(statistics.getInt()).isEqualTo(of(records, 0x06).size());
        assertThat(statistics.getLong()).isEqualTo(101);
        assertThat(statistics.getLong()).isEqualTo(110);
        assertThat(statistics.getInt()).isEqualTo(20);
        assertThat(List.of((long) statistics.getShort(), statistics.getLong())).containsExactly(1L, 7L);
        assertThat(List.of((long) statistics.getShort(), statistics.getLong())).containsExactly(2L, 3L);
    }

    @Test
    void attachmentsAndMetadataAreFoundThroughTheirIndexes() throws IOException {
        List<Rec> records = McapReader.records(written(true));
        Rec attachment = of(records, 0x09).get(0);
        ByteBuffer index = of(records, 0x0A).get(0).data();
        assertThat(index.getLong()).isEqualTo(attachment.offset());
        assertThat(index.getLong()).isEqualTo(9L + attachment.content().length);
        assertThat(List.of(index.getLong(), index.getLong(), index.getLong())).containsExactly(11L, 12L, 5L);
        assertThat(McapReader.text(index)).isEqualTo("f.yaml");
        Rec metadata = of(records, 0x0C).get(0);
        ByteBuffer metadataIndex = of(records, 0x0D).get(0).data();
        assertThat(metadataIndex.getLong()).isEqualTo(metadata.offset());
        assertThat(metadataIndex.getLong()).isEqualTo(9L + metadata.content().length);
        ByteBuffer data = metadata.data();
        assertThat(McapReader.text(data)).isEqualTo("run");
        data.getInt();
        assertThat(List.of(McapReader.text(data), McapReader.text(data), McapReader.text(data), McapReader.text(data)))
                .containsExactly("a", "1", "b", "2");
    }

    @Test
    void anExistingFileIsNotWrittenOver() throws IOException {
        Path path = Files.writeString(folder.resolve("x.mcap"), "precious");
        assertThatThrownBy(() -> McapWriter.create(path, McapWriterOptions.forCapture()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(path).hasContent("precious");
    }

    /** What comes after a write that failed half way would stand at the wrong place. */
    @Test
    void nothingIsWrittenAfterAWriteThatFailed() throws IOException {
        FullOnce disk = new FullOnce(150);
        McapWriter writer = McapWriter.on(disk, new McapWriterOptions("", "", 1 << 20, false));
        int channel = writer.addChannel(0, "/one", "json", Map.of());
        writer.message(channel, 1, 1, 1, new byte[200]);
        assertThatThrownBy(writer::flush).hasMessage("no space left");
        writer.close();
        assertThat(disk.written.size()).isEqualTo(150);
        assertThat(disk.isOpen()).isFalse();
    }

    /** Takes so many bytes, fails once, and would take more afterwards. */
    private static final class FullOnce implements WritableByteChannel {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private int left;
        private boolean open = true;

        FullOnce(int left) {
            this.left = left;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (left == 0) {
                left = Integer.MAX_VALUE;
                throw new IOException("no space left");
            }
            int count = Math.min(left, bytes.remaining());
            byte[] taken = new byte[count];
            bytes.get(taken);
            written.writeBytes(taken);
            left -= count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
