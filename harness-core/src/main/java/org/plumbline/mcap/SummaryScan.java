package org.plumbline.mcap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.mcap.McapRecord.Attachment;
import org.plumbline.mcap.McapRecord.AttachmentIndex;
import org.plumbline.mcap.McapRecord.Chunk;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecord.Message;
import org.plumbline.mcap.McapRecord.Metadata;
import org.plumbline.mcap.McapRecord.MetadataIndex;
import org.plumbline.mcap.McapRecord.Statistics;

/** What a file's summary would say, found by reading the file from front to back. */
final class SummaryScan {

    private final McapRecords records;
    private final long size;
    private final Tally tally = new Tally();
    private final Entries loose = new Entries();
    private final List<ChunkIndex> chunkIndexes = new ArrayList<>();
    private final List<AttachmentIndex> attachmentIndexes = new ArrayList<>();
    private final List<MetadataIndex> metadataIndexes = new ArrayList<>();

    private SummaryScan(McapRecords records, long size) {
        this.records = records;
        this.size = size;
    }

    /** Reads all records; {@code size} is the file's. */
    static FileIndex of(McapRecords records, long size) throws IOException {
        SummaryScan scan = new SummaryScan(records, size);
        for (McapRecord record = records.next(); record != null; record = records.next()) {
            scan.accept(record);
        }
        return new FileIndex(scan.summary(), scan.loose);
    }

    private void accept(McapRecord record) {
        if (record instanceof Message message) {
            tally.message(message.channel(), message.logTime());
            if (!records.inChunk()) {
                loose.add(message.logTime(), records.offset());
            }
        } else if (record instanceof Chunk chunk) {
            chunkIndexes.add(index(chunk));
        } else if (record instanceof Attachment attachment) {
            attachmentIndexes.add(index(attachment));
        } else if (record instanceof Metadata metadata) {
            metadataIndexes.add(new MetadataIndex(records.offset(), length(), metadata.name()));
        }
    }

    /** Of the record here; of a chunk that is cut off, what there is. */
    private long length() {
        long end = records.position();
        return (end > records.offset() ? end : size) - records.offset();
    }

    /** Without message indexes: some may be cut off, and then the others would hide messages. */
    private ChunkIndex index(Chunk chunk) {
        return new ChunkIndex(
                chunk.start(),
                chunk.end(),
                records.offset(),
                length(),
                Map.of(),
                0,
                chunk.compression(),
                chunk.compressedSize(),
                chunk.uncompressedSize());
    }

    private AttachmentIndex index(Attachment attachment) {
        return new AttachmentIndex(
                records.offset(),
                length(),
                attachment.logTime(),
                attachment.createTime(),
                attachment.data().length,
                attachment.name(),
                attachment.mediaType());
    }

    private McapSummary summary() {
        Definitions definitions = records.definitions();
        Statistics statistics = new Statistics(
                tally.total(),
                definitions.schemas().size(),
                definitions.channels().size(),
                attachmentIndexes.size(),
                metadataIndexes.size(),
                chunkIndexes.size(),
                tally.times().start(),
                tally.times().end(),
                tally.byChannel());
        return new McapSummary(
                statistics,
                definitions.schemas(),
                definitions.channels(),
                List.copyOf(chunkIndexes),
                List.copyOf(attachmentIndexes),
                List.copyOf(metadataIndexes));
    }
}
