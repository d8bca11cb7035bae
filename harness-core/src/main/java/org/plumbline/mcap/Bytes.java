package org.plumbline.mcap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing little-endian buffer. */
final class Bytes {

    private static final int MAX = Integer.MAX_VALUE - 8;

    private byte[] data;
    private int size;

    Bytes(int capacity) {
        data = new byte[capacity];
    }

    byte[] array() {
        return data;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    Bytes u8(int value) {
        room(1);
        data[size++] = (byte) value;
        return this;
    }

    Bytes u16(int value) {
        room(2);
        Little.u16(data, size, value);
        size += 2;
        return this;
    }

    Bytes u32(long value) {
        room(4);
        Little.u32(data, size, value);
        size += 4;
        return this;
    }

    Bytes u64(long value) {
        room(8);
        Little.u64(data, size, value);
        size += 8;
        return this;
    }

    Bytes raw(byte[] bytes, int from, int length) {
        room(length);
        System.arraycopy(bytes, from, data, size, length);
        size += length;
        return this;
    }

    Bytes raw(byte[] bytes) {
        return raw(bytes, 0, bytes.length);
    }

    Bytes raw(Bytes other) {
        return raw(other.data, 0, other.size);
    }

    Bytes text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return u32(bytes.length).raw(bytes);
    }

    /** Starts something whose length in {@code prefix} bytes (4 or 8) precedes it; the result goes to {@link #end}. */
    int begin(int prefix) {
        room(prefix);
        size += prefix;
        return size;
    }

    /** Ends what {@link #begin} started: its length is known now. */
    Bytes end(int start, int prefix) {
        if (prefix == 4) {
            Little.u32(data, start - 4, size - start);
        } else {
            Little.u64(data, start - 8, size - start);
        }
        return this;
    }

    /** Makes room for {@code more} bytes that somebody else writes into {@link #array}. */
    void room(int more) {
        if (more > data.length - size) {
            grow((long) size + more);
        }
    }

    /** Counts bytes that somebody else has written into {@link #array}. */
    void wrote(int more) {
        size += more;
    }

    private void grow(long wanted) {
        if (wanted > MAX) {
            throw new IllegalArgumentException("a record or chunk of " + wanted + " bytes; at most " + MAX + " fit");
        }
        data = Arrays.copyOf(data, (int) Math.min(MAX, Math.max(2L * data.length, wanted)));
    }
}
