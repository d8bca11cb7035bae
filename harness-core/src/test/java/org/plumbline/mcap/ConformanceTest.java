package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.mcap.McapRecord.Attachment;
import org.plumbline.mcap.McapRecord.AttachmentIndex;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Chunk;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecord.Message;
import org.plumbline.mcap.McapRecord.MessageIndex;
import org.plumbline.mcap.McapRecord.Metadata;
import org.plumbline.mcap.McapRecord.MetadataIndex;
import org.plumbline.mcap.McapRecord.Schema;
import org.plumbline.mcap.McapRecord.Statistics;
import org.plumbline.mcap.McapRecord.SummaryOffset;

/** The 416 official conformance files of the format, known by their digests. */
class ConformanceTest {

    @TempDir
    private Path folder;

    static List<Variant> variants() throws IOException {
        return Variant.all();
    }

    @Test
    void thereAre416() throws IOException {
        assertThat(variants()).hasSize(416).extracting(Variant::sha256).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void isWrittenBitForBitAndReadBack(Variant variant) throws IOException, GeneralSecurityException {
        Path path = folder.resolve("file.mcap");
        variant.write(path);
        byte[] file = Files.readAllBytes(path);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);

        assertThat(file).hasSize(variant.size());
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(variant.sha256());
        recordsFrontToBack(variant, path);
        messagesByTime(variant, path);
        attachmentsAndMetadataByIndex(variant, path);
    }

    private static void recordsFrontToBack(Variant variant, Path path) throws IOException {
        List<McapRecord> data = new ArrayList<>();
        List<McapRecord> rest = new ArrayList<>();
        try (McapReader reader = McapReader.open(path)) {
            McapRecords records = reader.records();
            for (McapRecord record = records.next(); record != null; record = records.next()) {
                (records.inSummary() ? rest : data).add(record);
            }
            assertThat(records.position()).isEqualTo(Files.size(path));
        }
        assertThat(data.remove(0)).isEqualTo(new McapRecord.Header("", ""));
        assertThat(data.stream().filter(Chunk.class::isInstance)).hasSize(variant.has(McapPart.CHUNKS) ? 1 : 0);
        assertThat(data.stream().filter(MessageIndex.class::isInstance))
                .hasSize(variant.has(McapPart.MESSAGE_INDEXES) ? 1 : 0);
        data.removeIf(record -> record instanceof Chunk || record instanceof MessageIndex);
        assertThat(data).isEqualTo(variant.input());

        assertThat(rest.remove(0)).isInstanceOf(McapRecord.DataEnd.class);
        assertThat(rest.remove(rest.size() - 1)).isInstanceOf(McapRecord.Footer.class);
        assertThat(rest.stream().filter(SummaryOffset.class::isInstance))
                .hasSize(variant.has(McapPart.SUMMARY_OFFSETS) ? groups(rest) : 0);
        assertThat(count(rest, Schema.class))
                .isEqualTo(variant.has(McapPart.REPEATED_SCHEMAS) ? count(variant.input(), Schema.class) : 0);
        assertThat(count(rest, Channel.class))
                .isEqualTo(variant.has(McapPart.REPEATED_CHANNELS) ? count(variant.input(), Channel.class) : 0);
        assertThat(count(rest, ChunkIndex.class)).isEqualTo(variant.has(McapPart.CHUNK_INDEXES) ? 1 : 0);
        assertThat(count(rest, AttachmentIndex.class)).isEqualTo(variant.has(McapPart.ATTACHMENT_INDEXES) ? 1 : 0);
        assertThat(count(rest, MetadataIndex.class)).isEqualTo(variant.has(McapPart.METADATA_INDEXES) ? 1 : 0);
        assertThat(count(rest, Statistics.class)).isEqualTo(variant.has(McapPart.STATISTICS) ? 1 : 0);
    }

    private static int groups(List<McapRecord> summary) {
        return (int) summary.stream()
                .filter(record -> !(record instanceof SummaryOffset))
                .map(Object::getClass)
                .distinct()
                .count();
    }

    private static int count(List<McapRecord> records, Class<? extends McapRecord> type) {
        return (int) records.stream().filter(type::isInstance).count();
    }

    private static void messagesByTime(Variant variant, Path path) throws IOException {
        Stream<Message> expected =
                Reading.messages(variant.input()).stream().sorted(Comparator.comparingLong(Message::logTime));
        try (McapReader reader = McapReader.open(path)) {
            assertThat(Reading.all(reader.messages(McapQuery.all()))).containsExactlyElementsOf(expected.toList());
            assertThat(reader.summary().statistics().messageCount()).isEqualTo(count(variant.input(), Message.class));
        }
    }

    private static void attachmentsAndMetadataByIndex(Variant variant, Path path) throws IOException {
        List<McapRecord> found = new ArrayList<>();
        try (McapReader reader = McapReader.open(path)) {
            McapSummary summary = reader.summary();
            for (AttachmentIndex index : summary.attachmentIndexes()) {
                found.add(reader.attachment(index));
            }
            for (MetadataIndex index : summary.metadataIndexes()) {
                found.add(reader.metadata(index));
            }
        }
        assertThat(found)
                .isEqualTo(variant.input().stream()
                        .filter(record -> record instanceof Attachment || record instanceof Metadata)
                        .toList());
    }
}
