package org.plumbline.mcap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapRecord.AttachmentIndex;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecord.MetadataIndex;
import org.plumbline.mcap.McapRecord.Schema;
import org.plumbline.mcap.McapRecord.Statistics;

/**
 * What a file holds and where.
 *
 * @param statistics null where the summary has none
 * @param schemas by id
 * @param channels by id
 * @param chunkIndexes in the order of the summary
 */
public record McapSummary(
        @Nullable Statistics statistics,
        Map<Integer, Schema> schemas,
        Map<Integer, Channel> channels,
        List<ChunkIndex> chunkIndexes,
        List<AttachmentIndex> attachmentIndexes,
        List<MetadataIndex> metadataIndexes) {

    /** Whether it leads to everything that its statistics count; without statistics nobody knows. */
    boolean isComplete() {
        return statistics != null
                && statistics.schemaCount() == schemas.size()
                && statistics.channelCount() == channels.size()
                && statistics.chunkCount() == chunkIndexes.size()
                && statistics.attachmentCount() == attachmentIndexes.size()
                && statistics.metadataCount() == metadataIndexes.size()
                && (statistics.messageCount() == 0 || !chunkIndexes.isEmpty());
    }
}
