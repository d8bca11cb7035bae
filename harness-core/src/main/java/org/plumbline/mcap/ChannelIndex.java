package org.plumbline.mcap;

import java.util.Arrays;

/** Log times and offsets of one channel's messages in the chunk that is being filled. */
final class ChannelIndex {

    private long[] entries = new long[32];
    private int size;

    void add(long logTime, long offset) {
        if (size + 2 > entries.length) {
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        entries[size++] = logTime;
        entries[size++] = offset;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    void writeTo(Bytes out, int channel, RecordEncoder encoder) {
        int start = encoder.begin(out, Opcode.MESSAGE_INDEX);
        out.u16(channel).u32(size * 8L);
        for (int i = 0; i < size; i++) {
            out.u64(entries[i]);
        }
        encoder.end(out, start);
    }
}
