package org.plumbline.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.util.zip.CRC32;
import org.plumbline.mcap.McapRecord.AttachmentIndex;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecord.MetadataIndex;
import org.plumbline.mcap.McapRecord.Schema;
import org.plumbline.mcap.McapRecord.Statistics;
import org.plumbline.mcap.McapRecord.SummaryOffset;

/** Gathers what the summary will say, as bytes already, and counts. Of the chunks' indexes only the latest are in memory. */
final class SummaryBuilder implements Closeable {

    private static final int FOOTER_LENGTH = 20;

    /** Some thousand chunks: minutes of a capture that goes to disk every 50 ms. */
    private static final int IN_MEMORY = 1 << 20;

    private final McapWriterOptions options;
    private final RecordEncoder encoder;
    private final Spool schemas = new Spool(IN_MEMORY);
    private final Spool channels = new Spool(IN_MEMORY);
    private final Spool attachmentIndexes = new Spool(IN_MEMORY);
    private final Spool metadataIndexes = new Spool(IN_MEMORY);
    private final Spool chunkIndexes = new Spool(IN_MEMORY);
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
        encoder.schema(schemas.end(), schema);
        schemas.wrote();
    }

    void add(Channel channel) {
        channelCount++;
        encoder.channel(channels.end(), channel);
        channels.wrote();
    }

    void add(AttachmentIndex index) {
        attachmentCount++;
        encoder.attachmentIndex(attachmentIndexes.end(), index);
        attachmentIndexes.wrote();
    }

    void add(MetadataIndex index) {
        metadataCount++;
        encoder.metadataIndex(metadataIndexes.end(), index);
        metadataIndexes.wrote();
    }

    void add(ChunkIndex index) {
        chunkCount++;
        encoder.chunkIndex(chunkIndexes.end(), index);
        chunkIndexes.wrote();
    }

    /** Writes summary, summary offsets and footer. */
    void writeTo(Sink sink, Tally tally) throws IOException {
        long start = sink.position();
        CRC32 crc = new CRC32();
        try (Spool statistics = new Spool(IN_MEMORY);
                Spool offsets = new Spool(IN_MEMORY)) {
            encoder.statistics(statistics.end(), statistics(tally));
            Groups groups = new Groups(sink, crc, offsets);
            groups.write(Opcode.SCHEMA, McapPart.REPEATED_SCHEMAS, schemas);
            groups.write(Opcode.CHANNEL, McapPart.REPEATED_CHANNELS, channels);
            groups.write(Opcode.STATISTICS, McapPart.STATISTICS, statistics);
            groups.write(Opcode.METADATA_INDEX, McapPart.METADATA_INDEXES, metadataIndexes);
            groups.write(Opcode.ATTACHMENT_INDEX, McapPart.ATTACHMENT_INDEXES, attachmentIndexes);
            groups.write(Opcode.CHUNK_INDEX, McapPart.CHUNK_INDEXES, chunkIndexes);
            long offsetStart = sink.position();
            boolean withOffsets = options.has(McapPart.SUMMARY_OFFSETS) && offsets.size() > 0;
            if (withOffsets) {
                offsets.writeTo(sink, crc);
            }
            sink.write(footer(offsetStart == start ? 0 : start, withOffsets ? offsetStart : 0, crc));
        }
    }

    /** Records of one type after the other, each type with an offset. */
    private final class Groups {

        private final Sink sink;
        private final CRC32 crc;
        private final Spool offsets;

        Groups(Sink sink, CRC32 crc, Spool offsets) {
            this.sink = sink;
            this.crc = crc;
            this.offsets = offsets;
        }

        void write(Opcode opcode, McapPart part, Spool records) throws IOException {
            if (options.has(part) && records.size() > 0) {
                encoder.summaryOffset(offsets.end(), new SummaryOffset(opcode.code(), sink.position(), records.size()));
                records.writeTo(sink, crc);
            }
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

    private static Bytes footer(long summaryStart, long offsetStart, CRC32 crc) {
        Bytes footer = new Bytes(64);
        footer.u8(Opcode.FOOTER.code()).u64(FOOTER_LENGTH).u64(summaryStart).u64(offsetStart);
        crc.update(footer.array(), 0, footer.size());
        return footer.u32(crc.getValue());
    }

    @Override
    public void close() throws IOException {
        try (schemas;
                channels;
                attachmentIndexes;
                metadataIndexes) {
            chunkIndexes.close();
        }
    }
}
