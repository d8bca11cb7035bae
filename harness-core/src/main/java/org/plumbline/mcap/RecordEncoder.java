package org.plumbline.mcap;

import java.util.Map;
import org.plumbline.mcap.McapRecord.AttachmentIndex;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecord.Header;
import org.plumbline.mcap.McapRecord.Metadata;
import org.plumbline.mcap.McapRecord.MetadataIndex;
import org.plumbline.mcap.McapRecord.Schema;
import org.plumbline.mcap.McapRecord.Statistics;
import org.plumbline.mcap.McapRecord.SummaryOffset;

/**
 * Records to bytes.
 *
 * @param padding stands after the last field of every record that may be extended; readers must ignore it
 */
record RecordEncoder(byte[] padding) {

    static final RecordEncoder PLAIN = new RecordEncoder(new byte[0]);

    private static final int PREFIX = Long.BYTES;
    private static final int MESSAGE_FIELDS = 22;

    int begin(Bytes out, Opcode opcode) {
        return out.u8(opcode.code()).begin(PREFIX);
    }

    void end(Bytes out, int start) {
        out.raw(padding).end(start, PREFIX);
    }

    /** The record that is written most; its format forbids padding. */
    static void message(Bytes out, int channel, long sequence, long logTime, long publishTime, byte[] data) {
        out.u8(Opcode.MESSAGE.code()).u64(MESSAGE_FIELDS + (long) data.length);
        out.u16(channel).u32(sequence).u64(logTime).u64(publishTime).raw(data);
    }

    void header(Bytes out, Header header) {
        int start = begin(out, Opcode.HEADER);
        out.text(header.profile()).text(header.library());
        end(out, start);
    }

    void schema(Bytes out, Schema schema) {
        int start = begin(out, Opcode.SCHEMA);
        out.u16(schema.id()).text(schema.name()).text(schema.encoding());
        out.u32(schema.data().length).raw(schema.data());
        end(out, start);
    }

    void channel(Bytes out, Channel channel) {
        int start = begin(out, Opcode.CHANNEL);
        out.u16(channel.id()).u16(channel.schema());
        out.text(channel.topic()).text(channel.messageEncoding());
        texts(out, channel.metadata());
        end(out, start);
    }

    void metadata(Bytes out, Metadata metadata) {
        int start = begin(out, Opcode.METADATA);
        out.text(metadata.name());
        texts(out, metadata.values());
        end(out, start);
    }

    void chunkIndex(Bytes out, ChunkIndex index) {
        int start = begin(out, Opcode.CHUNK_INDEX);
        out.u64(index.start()).u64(index.end()).u64(index.chunkOffset()).u64(index.chunkLength());
        numbers(out, index.messageIndexOffsets());
        out.u64(index.messageIndexLength()).text(index.compression());
        out.u64(index.compressedSize()).u64(index.uncompressedSize());
        end(out, start);
    }

    void attachmentIndex(Bytes out, AttachmentIndex index) {
        int start = begin(out, Opcode.ATTACHMENT_INDEX);
        out.u64(index.offset()).u64(index.length());
        out.u64(index.logTime()).u64(index.createTime()).u64(index.dataSize());
        out.text(index.name()).text(index.mediaType());
        end(out, start);
    }

    void metadataIndex(Bytes out, MetadataIndex index) {
        int start = begin(out, Opcode.METADATA_INDEX);
        out.u64(index.offset()).u64(index.length()).text(index.name());
        end(out, start);
    }

    void statistics(Bytes out, Statistics statistics) {
        int start = begin(out, Opcode.STATISTICS);
        out.u64(statistics.messageCount()).u16(statistics.schemaCount()).u32(statistics.channelCount());
        out.u32(statistics.attachmentCount()).u32(statistics.metadataCount()).u32(statistics.chunkCount());
        out.u64(statistics.start()).u64(statistics.end());
        numbers(out, statistics.channelMessageCounts());
        end(out, start);
    }

    void summaryOffset(Bytes out, SummaryOffset offset) {
        int start = begin(out, Opcode.SUMMARY_OFFSET);
        out.u8(offset.groupOpcode()).u64(offset.groupStart()).u64(offset.groupLength());
        end(out, start);
    }

    private static void texts(Bytes out, Map<String, String> map) {
        int start = out.begin(Integer.BYTES);
        map.forEach((key, value) -> out.text(key).text(value));
        out.end(start, Integer.BYTES);
    }

    private static void numbers(Bytes out, Map<Integer, Long> map) {
        int start = out.begin(Integer.BYTES);
        map.forEach((key, value) -> out.u16(key).u64(value));
        out.end(start, Integer.BYTES);
    }
}
