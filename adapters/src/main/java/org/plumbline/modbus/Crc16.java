package org.plumbline.modbus;

/** CRC-16/MODBUS: polynomial 0x8005 reflected, begins with 0xFFFF (Modbus over Serial Line V1.02, 2.5.1.2). */
final class Crc16 {

    private static final int REFLECTED = 0xA001;

    private Crc16() {}

    static int of(byte[] bytes, int from, int to) {
        int crc = 0xFFFF;
        for (int i = from; i < to; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ REFLECTED;
            }
        }
        return crc;
    }

    /** Whether the two bytes before {@code to} are the CRC of those before them, low byte first. */
    static boolean holds(byte[] bytes, int from, int to) {
        int crc = of(bytes, from, to - 2);
        return (bytes[to - 2] & 0xFF) == (crc & 0xFF) && (bytes[to - 1] & 0xFF) == crc >> 8;
    }

    /** What the last two bytes are and what they should be, as they stand on the wire. */
    static String compared(byte[] bytes, int to) {
        int crc = of(bytes, 0, to - 2);
        return "given %02X %02X, computed %02X %02X".formatted(bytes[to - 2], bytes[to - 1], crc & 0xFF, crc >> 8);
    }
}
