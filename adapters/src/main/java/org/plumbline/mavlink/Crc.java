package org.plumbline.mavlink;

/** CRC-16/MCRF4XX, as MAVLink uses it (serialization guide): start FFFF, polynomial 1021 reflected, nothing inverted. */
final class Crc {

    private int value = 0xFFFF;

    Crc add(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            add(bytes[i]);
        }
        return this;
    }

    Crc add(int octet) {
        value = with(octet);
        return this;
    }

    /** What it would be with one octet more. */
    int with(int octet) {
        int mixed = (octet ^ value) & 0xFF;
        mixed = (mixed ^ mixed << 4) & 0xFF;
        return value >> 8 ^ mixed << 8 ^ mixed << 3 ^ mixed >> 4;
    }

    int value() {
        return value;
    }
}
