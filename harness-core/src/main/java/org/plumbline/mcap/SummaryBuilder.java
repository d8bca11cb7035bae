package org.plumbline.mcap;

import java.util.zip.CRC32;
import org.plumbline.mcap.McapRecord.AttachmentIndex;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecord.MetadataIndex;
import org.plumbline.mcap.McapRecord.Schema;
import org.plumbline.mcap.McapRecord.Statistics;
import org.plumbline.mcap.McapRecord.SummaryOffset;

/** Gathers what the summary will say, as bytes already, and counts. */
final class SummaryBuilder {

    private static final int FOOTER_LENGTH = 20;

    private final McapWriterOptions options;
    private final RecordEncoder encoder;
    private final Bytes schemas = new Bytes(1024);
    private final Bytes channels = new Bytes(1024);
    private final Bytes attachmentIndexes = new Bytes(256);
    private final Bytes metadataIndexes = new Bytes(256);
    private final Bytes chunkIndexes = new Bytes(1024);
    private int schemaCount;
    private int channelCount;
    private int attachmentCount;
    private int metadataCount;
    private int chunkCount;

    SummaryBuilder(McapWriterOptions options, RecordEncoder encoder) {
        this.options = options;
        this.encoder = encoder;
    }

    int schemaCount() {
        return schemaCount;
    }

    int channelCount() {
        return channelCount;
    }

    void add(Schema schema) {
        schemaCount++;
        encoder.schema(schemas, schema);
    }

    void add(Channel channel) {
        channelCount++;
        encoder.channel(channels, channel);
    }

    void add(AttachmentIndex index) {
        attachmentCount++;
        encoder.attachmentIndex(attachmentIndexes, index);
    }

    void add(MetadataIndex index) {
        metadataCount++;
        encoder.metadataIndex(metadataIndexes, index);
    }

    void add(ChunkIndex index) {
        chunkCount++;
        encoder.chunkIndex(chunkIndexes, index);
    }

    /** Writes summary, summary offsets and footer to {@code out}, which is empty and will stand at {@code start}. */
    void writeTo(Bytes out, long start, Tally tally) {
        Bytes statistics = new Bytes(256);
        encoder.statistics(statistics, statistics(tally));
        Bytes offsets = new Bytes(256);
        group(out, offsets, start, Opcode.SCHEMA, McapPart.REPEATED_SCHEMAS, schemas);
        group(out, offsets, start, Opcode.CHANNEL, McapPart.REPEATED_CHANNELS, channels);
        group(out, offsets, start, Opcode.STATISTICS, McapPart.STATISTICS, statistics);
        group(out, offsets, start, Opcode.METADATA_INDEX, McapPart.METADATA_INDEXES, metadataIndexes);
        group(out, offsets, start, Opcode.ATTACHMENT_INDEX, McapPart.ATTACHMENT_INDEXES, attachmentIndexes);
        group(out, offsets, start, Opcode.CHUNK_INDEX, McapPart.CHUNK_INDEXES, chunkIndexes);
        long summaryStart = out.size() == 0 ? 0 : start;
        boolean withOffsets = options.has(McapPart.SUMMARY_OFFSETS) && offsets.size() > 0;
        long offsetStart = withOffsets ? start + out.size() : 0;
        if (withOffsets) {
            out.raw(offsets);
        }
        footer(out, summaryStart, offsetStart);
    }

    private void group(Bytes out, Bytes offsets, long start, Opcode opcode, McapPart part, Bytes records) {
        if (options.has(part) && records.size() > 0) {
            encoder.summaryOffset(offsets, new SummaryOffset(opcode.code(), start + out.size(), records.size()));
            out.raw(records);
        }
    }

    private Statistics statistics(Tally tally) {
        return new Statistics(
                tally.total(),
                schemaCount,
                channelCount,
                attachmentCount,
                metadataCount,
                chunkCount,
                tally.times().start(),
                tally.times().end(),
                tally.byChannel());
    }

    private static void footer(Bytes out, long summaryStart, long offsetStart) {
        out.u8(Opcode.FOOTER.code()).u64(FOOTER_LENGTH).u64(summaryStart).u64(offsetStart);
        CRC32 crc = new CRC32();
        crc.update(out.array(), 0, out.size());
        out.u32(crc.getValue());
    }
}
