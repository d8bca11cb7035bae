package org.plumbline.mcap;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.plumbline.mcap.McapRecord.ChunkIndex;

/** The chunk indexes of a summary as its bytes: a long capture has millions, of which a reader needs a few at a time. */
final class ChunkIndexes extends AbstractList<ChunkIndex> implements RandomAccess {

    private final byte[] summary;
    private int[] records = new int[16];
    private int size;

    ChunkIndexes(byte[] summary) {
        this.summary = summary;
    }

    /** Adds the one whose fields these are, in the summary's bytes, where it can be decoded. */
    void add(Fields fields) throws McapException {
        int from = fields.position();
        RecordDecoder.decode(Opcode.CHUNK_INDEX, fields);
        if (size == records.length) {
            records = Arrays.copyOf(records, 2 * size);
        }
        records[size++] = from;
    }

    @Override
    public ChunkIndex get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int from = records[index];
        int length = (int) Little.u64(summary, from - Long.BYTES);
        try {
            Fields fields = new Fields(summary, from, from + length, Place.at(from));
            return (ChunkIndex) RecordDecoder.decode(Opcode.CHUNK_INDEX, fields);
        } catch (McapException e) {
            throw new IllegalStateException("it was decoded before", e);
        }
    }

    @Override
    public int size() {
        return size;
    }
}
