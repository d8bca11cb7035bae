package org.plumbline.mcap;

import com.github.luben.zstd.Zstd;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** The chunk that is being filled. */
final class Chunk {

    private final Bytes records = new Bytes(1 << 16);
    private final Map<Integer, Index> indexes = new TreeMap<>();
    private long start = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;

    Bytes records() {
        return records;
    }

    boolean isEmpty() {
        return records.size() == 0;
    }

    void message(int channel, long sequence, long logTime, long publishTime, byte[] data) {
        indexes.computeIfAbsent(channel, c -> new Index()).add(logTime, records.size());
        start = Math.min(start, logTime);
        end = Math.max(end, logTime);
        int record = records.begin(Opcode.MESSAGE);
        records.u16(channel).u32(sequence).u64(logTime).u64(publishTime).raw(data);
        records.end(record);
    }

    /** Writes chunk and message indexes, returns the chunk's index record, and is empty again. */
    ChunkIndex writeTo(Bytes out, long offset, boolean zstd) {
        CRC32 crc = new CRC32();
        crc.update(records.array(), 0, records.size());
        byte[] content = Arrays.copyOf(records.array(), records.size());
        byte[] packed = zstd ? Zstd.compress(content) : content;
        long from = start == Long.MAX_VALUE ? 0 : start;
        long to = end == Long.MIN_VALUE ? 0 : end;
        int chunk = out.begin(Opcode.CHUNK);
        out.u64(from).u64(to).u64(content.length).u32(crc.getValue()).text(zstd ? "zstd" : "");
        out.u64(packed.length).raw(packed);
        out.end(chunk);
        long length = out.size();
        Map<Integer, Long> offsets = new TreeMap<>();
        indexes.forEach((channel, index) -> {
            offsets.put(channel, offset + out.size());
            index.writeTo(out, channel);
        });
        ChunkIndex index = new ChunkIndex(
                from, to, offset, length, offsets, out.size() - length, zstd, packed.length, content.length);
        clear();
        return index;
    }

    private void clear() {
        records.clear();
        indexes.clear();
        start = Long.MAX_VALUE;
        end = Long.MIN_VALUE;
    }

    /** What the summary says of a chunk. */
    record ChunkIndex(
            long start,
            long end,
            long offset,
            long length,
            Map<Integer, Long> indexOffsets,
            long indexLength,
            boolean zstd,
            long packed,
            long unpacked) {

        void writeTo(Bytes out) {
            int record = out.begin(Opcode.CHUNK_INDEX);
            out.u64(start).u64(end).u64(offset).u64(length).u32(indexOffsets.size() * 10L);
            indexOffsets.forEach((channel, at) -> out.u16(channel).u64(at));
            out.u64(indexLength).text(zstd ? "zstd" : "").u64(packed).u64(unpacked);
            out.end(record);
        }
    }

    /** Times and offsets of one channel's messages. */
    private static final class Index {
        private long[] entries = new long[32];
        private int size;

        void add(long time, long offset) {
            if (size + 2 > entries.length) {
                entries = Arrays.copyOf(entries, entries.length * 2);
            }
            entries[size++] = time;
            entries[size++] = offset;
        }

        void writeTo(Bytes out, int channel) {
            int record = out.begin(Opcode.MESSAGE_INDEX);
            out.u16(channel).u32(size * 8L);
            for (int i = 0; i < size; i++) {
                out.u64(entries[i]);
            }
            out.end(record);
        }
    }
}
