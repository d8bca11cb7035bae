package org.plumbline.mcap;

import java.io.IOException;
import org.plumbline.mcap.McapRecord.Message;

/** Goes over some messages in the order of their log times. */
final class Cursor {

    /** Finds a message by its offset. */
    interface Lookup {
        Message message(long offset) throws IOException;
    }

    private final Entries entries;
    private final Lookup lookup;
    private final long chunkOffset;
    private int at;

    /**
     * The messages of a chunk, or those outside chunks.
     *
     * @param chunkOffset of the chunk in the file; negative outside chunks
     */
    Cursor(Entries entries, Lookup lookup, long chunkOffset) {
        this.entries = entries;
        this.lookup = lookup;
        this.chunkOffset = chunkOffset;
        entries.sort();
    }

    boolean hasNext() {
        return at < entries.size();
    }

    /** Log time of the next. */
    long time() {
        return entries.time(at);
    }

    private long fileOffset() {
        return chunkOffset < 0 ? entries.offset(at) : chunkOffset;
    }

    Message next() throws IOException {
        return lookup.message(entries.offset(at++));
    }

    /** By the next log time; at the same time, by the place in the file. */
    static int inOrder(Cursor one, Cursor other) {
        int byTime = Long.compareUnsigned(one.time(), other.time());
        return byTime != 0 ? byTime : Long.compare(one.fileOffset(), other.fileOffset());
    }
}
