package org.plumbline.mcap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** A growing little-endian buffer. */
final class Bytes {

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
        return u8(value).u8(value >>> 8);
    }

    Bytes u32(long value) {
        room(4);
        for (int shift = 0; shift < 32; shift += 8) {
            data[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    Bytes u64(long value) {
        room(8);
        for (int shift = 0; shift < 64; shift += 8) {
            data[size++] = (byte) (value >>> shift);
        }
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

    Bytes texts(Map<String, String> map) {
        Bytes content = new Bytes(64);
        map.forEach((key, value) -> content.text(key).text(value));
        return u32(content.size).raw(content);
    }

    /** Starts a record; the result goes to {@link #end}. */
    int begin(Opcode opcode) {
        u8(opcode.code()).u64(0);
        return size;
    }

    /** Ends a record: its length is known now. */
    void end(int contentStart) {
        long length = size - contentStart;
        for (int i = 0; i < 8; i++) {
            data[contentStart - 8 + i] = (byte) (length >>> (8 * i));
        }
    }

    private void room(int more) {
        if (size + more > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
        }
    }
}
