package org.plumbline.binary;

import java.nio.ByteOrder;

/** Unsigned integers of 1 to 8 bytes, as they stand in a frame. */
final class WireInteger {

    private WireInteger() {}

    static long read(byte[] bytes, int at, int size, ByteOrder order) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[order == ByteOrder.BIG_ENDIAN ? at + i : at + size - 1 - i] & 0xFF;
        }
        return value;
    }

    static void write(byte[] bytes, int at, int size, ByteOrder order, long value) {
        for (int i = 0; i < size; i++) {
            bytes[order == ByteOrder.BIG_ENDIAN ? at + size - 1 - i : at + i] = (byte) (value >>> (8 * i));
        }
    }
}
