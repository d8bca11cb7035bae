package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plumbline.mcap.McapRecord.Message;

@Timeout(60)
class ChunksTest {

    private static final int LARGE = 1 << 16;
    private static final int MESSAGE = 131;

    private final Disk disk = new Disk();
    private final Random noise = new Random(3);

    @BeforeEach
    void noThreadOfAnotherTestIsLeft() {
        Awaitility.await().until(() -> threads().isEmpty());
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(Chunks.THREAD))
                .toList();
    }

    private static McapWriterOptions options(int chunkSize) {
        return new McapWriterOptions("", "test", chunkSize, true, McapPart.all());
    }

    /** 100 bytes that can be compressed, but not well. */
    private byte[] data() {
        byte[] data = new byte[100];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) ('0' + noise.nextInt(10));
        }
        return data;
    }

    private void messages(McapWriter writer, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            writer.message(1, i, i, i, data());
        }
    }

    private List<Long> written() throws IOException {
        try (McapReader reader = McapReader.of(disk.toByteArray(), McapReaderOptions.forRecovery())) {
            return Reading.messages(Reading.all(reader.records())).stream()
                    .map(Message::sequence)
                    .toList();
        }
    }

    @Nested
    class AFile {

        /** Whoever ends a chunk by a flush has it packed at once, by the thread that writes. */
        @Test
        void isTheSameByteForByteWhoeverPacksItsChunks() throws IOException {
            try (McapWriter writer = McapWriter.to(disk, options(LARGE))) {
                writer.addChannel(0, "/a", "raw", Map.of());
                messages(writer, 0, 5000);
                writer.metadata("m", Map.of("a", "b"));
                messages(writer, 5000, 7000);
                assertThat(threads()).hasSize(2);
            }
            Disk expected = new Disk();
            noise.setSeed(3);
            try (McapWriter writer = McapWriter.to(expected, options(1 << 30))) {
                writer.addChannel(0, "/a", "raw", Map.of());
                int filled = 9 + 2 + 2 + 4 + "/a".length() + 4 + "raw".length() + 4;
                for (int i = 0; i < 7000; i++) {
                    if (i == 5000) {
                        writer.metadata("m", Map.of("a", "b"));
                        filled = 0;
                    }
                    writer.message(1, i, i, i, data());
                    filled += MESSAGE;
                    if (filled >= LARGE) {
                        writer.flush();
                        filled = 0;
                    }
                }
                assertThat(threads()).isEmpty();
            }
            assertThat(disk.toByteArray()).isEqualTo(expected.toByteArray());
            assertThat(disk.whole).isEqualTo(expected.whole).hasSizeGreaterThan(10);
        }

        @Test
        void hasEverythingAfterAFlush() throws IOException {
            try (McapWriter writer = McapWriter.to(disk, options(LARGE))) {
                writer.addChannel(0, "/a", "raw", Map.of());
                for (int i = 0; i < 4000; i += 799) {
                    messages(writer, i, i + 799);
                    writer.flush();
                    assertThat(written()).hasSize(i + 799).isSorted();
                    assertThat(disk.whole.get(disk.whole.size() - 1)).isEqualTo(disk.size());
                }
            }
        }

        @Test
        void losesNothingToAnInterrupt() throws IOException {
            try (McapWriter writer = McapWriter.to(disk, options(LARGE))) {
                writer.addChannel(0, "/a", "raw", Map.of());
                Thread.currentThread().interrupt();
                messages(writer, 0, 5000);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(Reading.messages(Reading.strict(disk.toByteArray()))).hasSize(5000);
            assertThat(written()).isSorted();
        }
    }

    @Nested
    class TheThread {

        @Test
        void isThereOnlyOnceALargeChunkIsFull() throws IOException {
            try (McapWriter writer = McapWriter.to(disk, options(LARGE))) {
                writer.addChannel(0, "/a", "raw", Map.of());
                messages(writer, 0, 400);
                writer.flush();
                messages(writer, 400, 800);
                assertThat(threads()).isEmpty();
                messages(writer, 800, 1000);
                assertThat(threads()).hasSize(1).allMatch(Thread::isDaemon);
            }
            Awaitility.await().until(() -> threads().isEmpty());
        }

        @Test
        void isNotThereForSmallChunks() throws IOException {
            try (McapWriter writer = McapWriter.to(disk, options(LARGE - 1))) {
                writer.addChannel(0, "/a", "raw", Map.of());
                messages(writer, 0, 2000);
                assertThat(threads()).isEmpty();
            }
        }

        @Test
        void endsByItselfWhereNobodyClosesTheWriter() throws IOException {
            McapWriter writer = McapWriter.to(disk, options(LARGE));
            writer.addChannel(0, "/a", "raw", Map.of());
            messages(writer, 0, 1000);
            assertThat(threads()).isNotEmpty();
            Awaitility.await().until(() -> threads().isEmpty());
            messages(writer, 1000, 3000);
            assertThat(threads()).isNotEmpty();
            writer.close();
            Awaitility.await().until(() -> threads().isEmpty());
            assertThat(written()).hasSize(3000);
        }

        @Test
        void endsWhereTheDiskIsFull() throws IOException {
            McapWriter writer = McapWriter.to(disk, options(LARGE));
            writer.addChannel(0, "/a", "raw", Map.of());
            disk.full = true;
            assertThatThrownBy(() -> messages(writer, 0, 2000)).hasMessage("No space left on device");
            String nothingMore = "nothing is written after a write that failed";
            assertThatThrownBy(() -> messages(writer, 2000, 3000)).hasMessage(nothingMore);
            assertThatThrownBy(writer::flush).hasMessage(nothingMore);
            assertThatThrownBy(writer::close).hasMessage(nothingMore);
            Awaitility.await().until(() -> threads().isEmpty());
        }
    }

    @Nested
    class AChunk {

        private final List<Packer> packers = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private final Set<ChunkBuilder> buffers = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Chunks chunks = new Chunks(options(LARGE), RecordEncoder.PLAIN, this::packer, chunk -> {
            sizes.add(chunk.records().size());
            buffers.add(chunk);
            chunk.writeTo(new Sink(disk), new Bytes(16));
        });

        private Packer packer() {
            packers.add(new Packer(true));
            return packers.get(packers.size() - 1);
        }

        private void fill(int messages) {
            for (int i = 0; i < messages; i++) {
                chunks.filled().message(1, i, i, i, data());
            }
        }

        @Test
        void isWrittenInItsTurnAndThreeBuffersServeAll() throws IOException {
            List<Integer> expected = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                fill(i);
                expected.add(i * MESSAGE);
                chunks.next();
                assertThat(sizes).isEqualTo(expected.subList(0, Math.max(0, i - 2)));
            }
            chunks.flush();
            assertThat(sizes).isEqualTo(expected);
            assertThat(buffers).hasSize(3);
            chunks.flush();
            assertThat(sizes).isEqualTo(expected);
            chunks.close();
        }

        @Test
        void thatCannotBePackedIsTheLast() throws IOException {
            fill(500);
            chunks.next();
            chunks.flush();
            packers.forEach(Packer::close);
            fill(500);
            chunks.next(); // hands it over
            fill(500);
            chunks.next();
            fill(500);
            String why = "a chunk could not be compressed: Compression context is closed";
            assertThatThrownBy(chunks::next).isInstanceOf(IOException.class).hasMessage(why);
            assertThatThrownBy(chunks::next).isInstanceOf(IOException.class).hasMessage(why);
            assertThatThrownBy(chunks::flush).isInstanceOf(IOException.class).hasMessage(why);
            assertThat(sizes).hasSize(1);
            chunks.close();
            Awaitility.await().until(() -> threads().isEmpty());
        }
    }

    /** Knows where it was whole, and may become full. */
    private static final class Disk extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<Integer> whole = new ArrayList<>();
        private boolean full;

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] data, int from, int count) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            bytes.write(data, from, count);
        }

        @Override
        public void flush() {
            if (whole.isEmpty() || whole.get(whole.size() - 1) != bytes.size()) {
                whole.add(bytes.size());
            }
        }

        int size() {
            return bytes.size();
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
