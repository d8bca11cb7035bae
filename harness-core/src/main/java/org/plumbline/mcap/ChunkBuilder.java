package org.plumbline.mcap;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapRecord.ChunkIndex;

/** A chunk: it is filled, packed, written, and filled anew. Its buffers serve many chunks of the file. */
final class ChunkBuilder {

    private final RecordEncoder encoder;
    private final Packer packer;
    private final boolean indexed;
    private final Bytes records = new Bytes(1 << 16);
    private final Bytes room = new Bytes(0);
    private final CRC32 crc = new CRC32();
    private @Nullable ChannelIndex[] indexes = new @Nullable ChannelIndex[16];
    private final Times times = new Times();
    private Bytes content = records;
    private String compression = "";

    ChunkBuilder(McapWriterOptions options, RecordEncoder encoder, Packer packer) {
        this.encoder = encoder;
        this.packer = packer;
        this.indexed = options.has(McapPart.MESSAGE_INDEXES);
    }

    Bytes records() {
        return records;
    }

    boolean isEmpty() {
        return records.size() == 0;
    }

    void message(int channel, long sequence, long logTime, long publishTime, byte[] data) {
        if (indexed) {
            index(channel).add(logTime, records.size());
        }
        times.add(logTime);
        RecordEncoder.message(records, channel, sequence, logTime, publishTime, data);
    }

    private ChannelIndex index(int channel) {
        if (channel >= indexes.length) {
            indexes = Arrays.copyOf(indexes, Math.max(2 * indexes.length, channel + 1));
        }
        ChannelIndex index = indexes[channel];
        if (index == null) {
            index = new ChannelIndex();
            indexes[channel] = index;
        }
        return index;
    }

    /** Compresses what it was filled with, where the packer does; its CRC. */
    void pack() {
        content = packer.pack(records, room);
        compression = packer.compression();
        crc.reset();
        crc.update(records.array(), 0, records.size());
    }

    /** Writes chunk and message indexes, by way of {@code out}, which is empty, and is empty again itself. */
    ChunkIndex writeTo(Sink sink, Bytes out) throws IOException {
        long offset = sink.position();
        head(out);
        sink.write(out);
        sink.write(content.array(), content.size());
        long end = sink.position();
        Map<Integer, Long> offsets = messageIndexes(out, end);
        sink.write(out);
        ChunkIndex index = new ChunkIndex(
                times.start(),
                times.end(),
                offset,
                end - offset,
                offsets,
                sink.position() - end,
                compression,
                content.size(),
                records.size());
        records.clear();
        times.clear();
        return index;
    }

    private void head(Bytes out) {
        out.u8(Opcode.CHUNK.code()).u64(40L + compression.length() + content.size());
        out.u64(times.start()).u64(times.end()).u64(records.size()).u32(crc.getValue());
        out.text(compression).u64(content.size());
    }

    private Map<Integer, Long> messageIndexes(Bytes out, long position) {
        Map<Integer, Long> offsets = new TreeMap<>();
        for (int channel = 0; channel < indexes.length; channel++) {
            ChannelIndex index = indexes[channel];
            if (index != null && !index.isEmpty()) {
                offsets.put(channel, position + out.size());
                index.writeTo(out, channel, encoder);
                index.clear();
            }
        }
        return offsets;
    }
}
