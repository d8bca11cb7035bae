package org.plumbline.mcap;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Records that stand one after the other in memory: those of a chunk, uncompressed, or those of the summary. Begins
 * before the first; {@link #advance} goes to the next.
 */
final class RecordRun {

    private static final int HEAD = 9;

    private final byte[] data;
    private final int from;
    private final int to;
    private final Place start;
    private final boolean complete;
    private int record;
    private int next;

    /**
     * The records between two indexes of an array.
     *
     * @param start where the first stands
     * @param complete whether the last is there; else it may be cut off
     */
    RecordRun(byte[] data, int from, int to, Place start, boolean complete) {
        this.data = data;
        this.from = from;
        this.to = to;
        this.start = start;
        this.complete = complete;
        this.next = from;
    }

    /** Whether it has gone to a record yet. */
    boolean hasBegun() {
        return next > from;
    }

    byte[] array() {
        return data;
    }

    void addTo(CRC32 crc) {
        crc.update(data, from, to - from);
    }

    /** Goes to the next record; false after the last that is whole. */
    boolean advance() throws McapException {
        record = next;
        if (record == to) {
            return false;
        }
        long left = to - record - HEAD;
        if (left < 0 || Little.u64(data, record + 1) < 0 || Little.u64(data, record + 1) > left) {
            next = to;
            if (complete) {
                throw place().error("a record reaches beyond the end of what holds it");
            }
            return false;
        }
        next = record + HEAD + (int) Little.u64(data, record + 1);
        return true;
    }

    /** Goes to the record at an offset from the start of the records: one that was an {@link #inner} before. */
    void moveTo(int inner) throws McapException {
        next = from + inner;
        advance();
    }

    /** Of a message: whether it has all its fields. */
    boolean hasMessageFields() {
        return next - record - HEAD >= RecordDecoder.MESSAGE_FIELDS;
    }

    /** Checks that a message has all its fields. */
    void checkMessage() throws McapException {
        RecordDecoder.checkMessage(next - record - HEAD, place());
    }

    /** Of a message: its channel. */
    int channel() {
        return Little.u16(data, record + HEAD);
    }

    /** Of a message: its log time. */
    long logTime() {
        return Little.u64(data, record + HEAD + 6);
    }

    int code() {
        return data[record] & 0xFF;
    }

    /** The type of the record; null for one that this version of the format does not name. */
    @Nullable
    Opcode opcode() throws McapException {
        if (code() == 0) {
            throw place().error("a record with the opcode 0, which none has");
        }
        return Opcode.of(code());
    }

    /** Offset of the record from the start of the records. */
    int inner() {
        return record - from;
    }

    Place place() {
        return start.plus(inner());
    }

    boolean isMessage() {
        return data[record] == Opcode.MESSAGE.code();
    }

    /** The message here. */
    McapRecord.Message message() throws McapException {
        return RecordDecoder.message(data, record + HEAD, next - record - HEAD, place());
    }

    Fields fields() {
        return new Fields(data, record + HEAD, next, place());
    }
}
