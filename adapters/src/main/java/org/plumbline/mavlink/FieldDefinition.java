package org.plumbline.mavlink;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One field of a message.
 *
 * @param length how many there are of an array; 0 for a single value
 * @param offset in the payload, in bytes
 * @param extension whether only MAVLink 2 has it
 * @param unit as the definitions write it; empty where they state none
 * @param invalid what it holds where it has no value
 */
record FieldDefinition(
        String name, WireType type, int length, int offset, boolean extension, String unit, Invalid invalid) {

    /** In bytes. */
    int size() {
        return type.size() * Math.max(length, 1);
    }

    boolean isText() {
        return type == WireType.CHAR && length > 0;
    }

    /** A text ends at its first zero byte, or fills its field. */
    String text(ByteBuffer payload) {
        byte[] bytes = new byte[length];
        payload.get(offset, bytes);
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** @throws NotReadableException where it is a whole number of more than 53 bits */
    double number(ByteBuffer payload, int index) {
        return type.read(payload, at(index));
    }

    /** The first one, of a whole type, with all its digits. */
    BigInteger whole(ByteBuffer payload) {
        return type.whole(payload, offset);
    }

    /** Those of a whole number. */
    long bits(ByteBuffer payload, int index) {
        return type.bits(payload, at(index));
    }

    private int at(int index) {
        return offset + index * type.size();
    }
}
