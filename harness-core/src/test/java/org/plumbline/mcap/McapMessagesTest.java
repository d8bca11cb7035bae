package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecord.Message;

/** 2,000 messages on three topics, with log times shuffled by up to 300 ns, in chunks of 10 kB that overlap. */
class McapMessagesTest {

    @TempDir
    private Path folder;

    private byte[] file;
    private List<Message> sorted;

    @BeforeEach
    void write() throws IOException {
        Path path = folder.resolve("overlapping.mcap");
        SplittableRandom random = new SplittableRandom(3);
        McapWriterOptions options = new McapWriterOptions("", "", 10_000, true, McapPart.all());
        try (McapWriter writer = McapWriter.create(path, options)) {
            for (String topic : List.of("/a", "/b", "/c")) {
                writer.addChannel(0, topic, "raw", Map.of());
            }
            for (int i = 0; i < 2000; i++) {
                int channel = i < 1000 ? 1 + random.nextInt(2) : 1 + random.nextInt(3);
                writer.message(channel, i, i + random.nextInt(300), i, new byte[20]);
            }
        }
        file = Files.readAllBytes(path);
        sorted = Reading.messages(Reading.strict(file)).stream()
                .sorted(Comparator.comparingLong(Message::logTime))
                .toList();
    }

    private ChunkIndex chunk(int index) throws IOException {
        try (McapReader reader = McapReader.of(file, McapReaderOptions.strict())) {
            return reader.summary().chunkIndexes().get(index);
        }
    }

    @Test
    void comeInTheOrderOfTheirTimesThoughChunksOverlap() throws IOException {
        assertThat(chunk(0).end()).isGreaterThan(chunk(1).start());
        assertThat(Reading.strict(file, McapQuery.all())).hasSize(2000).isEqualTo(sorted);
    }

    @Test
    void comeInTheSameOrderWithoutASummary() throws IOException {
        byte[] cut = Arrays.copyOf(file, file.length - 20);
        try (McapReader reader = McapReader.of(cut, McapReaderOptions.forRecovery())) {
            assertThat(Reading.all(reader.messages(McapQuery.all()))).isEqualTo(sorted);
        }
    }

    @Test
    void areThoseBetweenTwoTimesBothIncluded() throws IOException {
        long from = sorted.get(700).logTime();
        long to = sorted.get(900).logTime();
        assertThat(Reading.strict(file, McapQuery.all().between(from, to)))
                .hasSizeGreaterThanOrEqualTo(201)
                .isEqualTo(sorted.stream()
                        .filter(message -> message.logTime() >= from && message.logTime() <= to)
                        .toList());
        assertThat(Reading.strict(file, McapQuery.all().between(5000, 6000))).isEmpty();
    }

    @Test
    void areThoseOfTheTopics() throws IOException {
        assertThat(Reading.strict(file, McapQuery.all().topics("/b", "/c")))
                .hasSizeBetween(1000, 1400)
                .isEqualTo(
                        sorted.stream().filter(message -> message.channel() > 1).toList());
        assertThat(Reading.strict(file, McapQuery.all().topics("/d"))).isEmpty();
    }

    @Test
    void areFoundWithoutReadingOtherChunks() throws IOException {
        file[(int) chunk(0).chunkOffset() + 60] ^= 1;
        file[(int) chunk(1).chunkOffset() + 60] ^= 1;

        assertThat(Reading.strict(file, McapQuery.all().topics("/c"))).hasSizeBetween(250, 420);
        assertThat(Reading.strict(file, McapQuery.all().between(1500, 1600))).hasSizeBetween(80, 120);
        assertThatThrownBy(() -> Reading.strict(file, McapQuery.all()))
                .isInstanceOf(McapException.class)
                .hasMessageStartingWith("byte " + chunk(0).chunkOffset() + ": a chunk ");
    }

    @Test
    void ofADamagedChunkAreLeftOutByALenientReader() throws IOException {
        file[(int) chunk(1).chunkOffset() + 60] ^= 1;
        try (McapReader reader = McapReader.of(file, McapReaderOptions.forRecovery())) {
            McapMessages messages = reader.messages(McapQuery.all());
            List<Message> found = Reading.all(messages);
            assertThat(found).hasSizeBetween(1700, 1900).isSubsetOf(sorted);
            assertThat(messages.damage())
                    .singleElement()
                    .extracting(McapException::offset)
                    .isEqualTo(chunk(1).chunkOffset());
        }
    }

    @Test
    void areAtThePlacesThatTheMessageIndexesSay() throws IOException {
        try (McapReader reader = McapReader.of(file, McapReaderOptions.strict())) {
            long indexed = 0;
            for (ChunkIndex chunk : reader.summary().chunkIndexes()) {
                for (McapRecord.MessageIndex index : reader.messageIndexes(chunk)) {
                    assertThat(chunk.messageIndexOffsets()).containsKey(index.channel());
                    indexed += index.logTimes().length;
                }
            }
            assertThat(indexed).isEqualTo(2000);
        }
    }
}
