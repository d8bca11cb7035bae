package org.plumbline.mavlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One frame (MAVLink serialization guide). MAVLink 1: {@code FE len seq sys comp id}, payload, CRC. MAVLink 2: {@code FD
 * len incompat compat seq sys comp id(3)}, payload, CRC, and 13 bytes of signature where bit 0 of incompat is set.
 *
 * @param bytes from the magic byte to the end; not copied
 */
record MavlinkFrame(byte[] bytes) {

    static final int MAGIC_1 = 0xFE;
    static final int MAGIC_2 = 0xFD;
    static final int SIGNED = 1;
    static final int SIGNATURE_LENGTH = 13;
    static final int LONGEST_PAYLOAD = 255;

    private static final int HEADER_1 = 6;
    private static final int HEADER_2 = 10;

    /** Whether a frame could begin with that byte. */
    static boolean isMagic(byte octet) {
        return (octet & 0xFF) == MAGIC_1 || (octet & 0xFF) == MAGIC_2;
    }

    /** The length of a header that begins so. */
    static int headerLength(byte magic) {
        return (magic & 0xFF) == MAGIC_1 ? HEADER_1 : HEADER_2;
    }

    /** The length that a whole header at that place announces, in bytes. */
    static int length(byte[] from, int at) {
        int length = headerLength(from[at]) + (from[at + 1] & 0xFF) + 2;
        return isVersion2(from[at]) && (from[at + 2] & SIGNED) != 0 ? length + SIGNATURE_LENGTH : length;
    }

    private static boolean isVersion2(byte magic) {
        return (magic & 0xFF) == MAGIC_2;
    }

    /** The message that a whole header at that place announces. */
    static int message(byte[] from, int at) {
        return isVersion2(from[at])
                ? from[at + 7] & 0xFF | (from[at + 8] & 0xFF) << 8 | (from[at + 9] & 0xFF) << 16
                : from[at + 5] & 0xFF;
    }

    boolean isVersion2() {
        return isVersion2(bytes[0]);
    }

    int message() {
        return message(bytes, 0);
    }

    int payloadLength() {
        return bytes[1] & 0xFF;
    }

    /** What a receiver must understand to read the frame; 0 for MAVLink 1. */
    int incompatible() {
        return isVersion2() ? bytes[2] & 0xFF : 0;
    }

    boolean isSigned() {
        return (incompatible() & SIGNED) != 0;
    }

    int sequence() {
        return bytes[isVersion2() ? 4 : 2] & 0xFF;
    }

    int system() {
        return bytes[isVersion2() ? 5 : 3] & 0xFF;
    }

    int component() {
        return bytes[isVersion2() ? 6 : 4] & 0xFF;
    }

    /** The last byte of the payload; 0 where there is none. */
    byte lastOfPayload() {
        return payloadLength() == 0 ? 0 : bytes[payloadEnd() - 1];
    }

    private int payloadEnd() {
        return headerLength(bytes[0]) + payloadLength();
    }

    /** The payload at its full length: what was cut off or is an extension of MAVLink 2 only is 0. */
    ByteBuffer payload(MessageDefinition definition) {
        int header = headerLength(bytes[0]);
        int most = isVersion2() ? definition.fullLength() : definition.baseLength();
        byte[] payload = Arrays.copyOfRange(bytes, header, header + Math.min(payloadLength(), most));
        return ByteBuffer.wrap(Arrays.copyOf(payload, definition.fullLength())).order(ByteOrder.LITTLE_ENDIAN);
    }

    int givenCrc() {
        return bytes[payloadEnd()] & 0xFF | (bytes[payloadEnd() + 1] & 0xFF) << 8;
    }

    /** Over all after the magic byte, without the signature, and CRC_EXTRA. */
    int computedCrc(int crcExtra) {
        return new Crc().add(bytes, 1, payloadEnd()).with(crcExtra);
    }

    /** Whether the CRC is right for any CRC_EXTRA, as it is by chance in one of 256 cases: enough where the message is not known. */
    boolean hasPossibleCrc() {
        int given = givenCrc();
        Crc crc = new Crc().add(bytes, 1, payloadEnd());
        return IntStream.range(0, 256).anyMatch(extra -> crc.with(extra) == given);
    }

    /** The frame's bytes up to and with the CRC: what a signature covers. */
    byte[] unsignedPart() {
        return Arrays.copyOf(bytes, payloadEnd() + 2);
    }

    /** Link, time stamp and the signature itself. */
    byte[] signature() {
        return Arrays.copyOfRange(bytes, payloadEnd() + 2, bytes.length);
    }

    /**
     * A frame to send; MAVLink 2 cuts zeros at the payload's end off, but never its first byte.
     *
     * @param incompatible 0, or {@link #SIGNED} where a signature is to come after it
     * @param payload at its full length
     */
    static MavlinkFrame of(
            int version,
            int incompatible,
            int sequence,
            int system,
            int component,
            MessageDefinition definition,
            byte[] payload) {
        int length = version == 1 ? definition.baseLength() : definition.fullLength();
        while (version == 2 && length > 1 && payload[length - 1] == 0) {
            length--;
        }
        int id = definition.id();
        byte[] header = version == 1
                ? octets(MAGIC_1, length, sequence, system, component, id)
                : octets(MAGIC_2, length, incompatible, 0, sequence, system, component, id, id >> 8, id >> 16);
        byte[] bytes = Arrays.copyOf(header, header.length + length + 2);
        System.arraycopy(payload, 0, bytes, header.length, length);
        MavlinkFrame frame = new MavlinkFrame(bytes);
        int crc = frame.computedCrc(definition.crcExtra());
        bytes[bytes.length - 2] = (byte) crc;
        bytes[bytes.length - 1] = (byte) (crc >> 8);
        return frame;
    }

    private static byte[] octets(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return octets;
    }
}
