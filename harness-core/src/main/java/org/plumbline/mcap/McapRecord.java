package org.plumbline.mcap;

import java.util.Arrays;
import java.util.Map;

/**
 * A record of the format (MCAP specification, version 0, "Records"). Times are unsigned: nanoseconds since the epoch
 * that the file's users agree on, compared by {@link Long#compareUnsigned}. Offsets and lengths are in bytes; offsets
 * count from the start of the file. CRCs are CRC-32; 0 means that there is none. Arrays are the record's own: they are
 * neither copied nor changed.
 */
public sealed interface McapRecord {

    /** Begins the file. */
    record Header(String profile, String library) implements McapRecord {}

    /** Ends the file; 0 for a section that is not there. */
    record Footer(long summaryStart, long summaryOffsetStart, long summaryCrc) implements McapRecord {}

    /** Describes the messages of channels. */
    record Schema(int id, String name, String encoding, byte[] data) implements McapRecord {
        @Override
        public boolean equals(Object other) {
            return other instanceof Schema that
                    && id == that.id
                    && name.equals(that.name)
                    && encoding.equals(that.encoding)
                    && Arrays.equals(data, that.data);
        }

        @Override
        public int hashCode() {
            return 31 * id + Arrays.hashCode(data);
        }
    }

    /**
     * A stream of messages.
     *
     * @param schema the id of a {@link Schema}; 0 for none
     */
    record Channel(int id, int schema, String topic, String messageEncoding, Map<String, String> metadata)
            implements McapRecord {}

    /** One message. */
    record Message(int channel, long sequence, long logTime, long publishTime, byte[] data) implements McapRecord {
        @Override
        public boolean equals(Object other) {
            return other instanceof Message that
                    && channel == that.channel
                    && sequence == that.sequence
                    && logTime == that.logTime
                    && publishTime == that.publishTime
                    && Arrays.equals(data, that.data);
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(logTime) + Arrays.hashCode(data);
        }
    }

    /**
     * Begins a chunk. A reader yields it before the records that the chunk holds, and without their bytes.
     *
     * @param start earliest log time in it; 0 without messages
     * @param end latest log time in it; 0 without messages
     * @param compression {@code zstd}, {@code lz4}, or empty for none
     */
    record Chunk(
            long start, long end, long uncompressedSize, long uncompressedCrc, String compression, long compressedSize)
            implements McapRecord {}

    /**
     * Where the messages of one channel stand in the chunk before it.
     *
     * @param logTimes of each message
     * @param offsets of each message's record, from the start of the chunk's uncompressed records
     */
    record MessageIndex(int channel, long[] logTimes, long[] offsets) implements McapRecord {
        @Override
        public boolean equals(Object other) {
            return other instanceof MessageIndex that
                    && channel == that.channel
                    && Arrays.equals(logTimes, that.logTimes)
                    && Arrays.equals(offsets, that.offsets);
        }

        @Override
        public int hashCode() {
            return 31 * channel + Arrays.hashCode(offsets);
        }
    }

    /**
     * Where a chunk stands and what it holds.
     *
     * @param messageIndexOffsets offset of the {@link MessageIndex} for each channel; empty where there are none
     * @param messageIndexLength of all message indexes after the chunk
     */
    record ChunkIndex(
            long start,
            long end,
            long chunkOffset,
            long chunkLength,
            Map<Integer, Long> messageIndexOffsets,
            long messageIndexLength,
            String compression,
            long compressedSize,
            long uncompressedSize)
            implements McapRecord {}

    /** A file within the file. */
    record Attachment(long logTime, long createTime, String name, String mediaType, byte[] data) implements McapRecord {
        @Override
        public boolean equals(Object other) {
            return other instanceof Attachment that
                    && logTime == that.logTime
                    && createTime == that.createTime
                    && name.equals(that.name)
                    && mediaType.equals(that.mediaType)
                    && Arrays.equals(data, that.data);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Arrays.hashCode(data);
        }
    }

    /** Where an attachment stands. */
    record AttachmentIndex(
            long offset, long length, long logTime, long createTime, long dataSize, String name, String mediaType)
            implements McapRecord {}

    /**
     * Counts.
     *
     * @param start earliest log time; 0 without messages
     * @param end latest log time; 0 without messages
     * @param channelMessageCounts messages of each channel
     */
    record Statistics(
            long messageCount,
            int schemaCount,
            long channelCount,
            long attachmentCount,
            long metadataCount,
            long chunkCount,
            long start,
            long end,
            Map<Integer, Long> channelMessageCounts)
            implements McapRecord {}

    /** Named texts. */
    record Metadata(String name, Map<String, String> values) implements McapRecord {}

    /** Where metadata stand. */
    record MetadataIndex(long offset, long length, String name) implements McapRecord {}

    /** Where the summary's records of one type stand. */
    record SummaryOffset(int groupOpcode, long groupStart, long groupLength) implements McapRecord {}

    /** Ends the data section. */
    record DataEnd(long dataSectionCrc) implements McapRecord {}
}
