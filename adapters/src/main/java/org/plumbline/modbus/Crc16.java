package org.plumbline.modbus;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.plumbline.framing.FaultWords;
import org.plumbline.text.Text;

/** CRC-16/MODBUS: polynomial 0x8005 reflected, begins with 0xFFFF (Modbus over Serial Line V1.02, 2.5.1.2). */
final class Crc16 {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final int REFLECTED = 0xA001;

    /** What a byte adds: where frames are searched in noise, the CRC is computed at every byte. */
    private static final int[] TABLE =
            IntStream.range(0, 256).map(Crc16::shifted).toArray();

    private Crc16() {}

    private static int shifted(int value) {
        int crc = value;
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ REFLECTED;
        }
        return crc;
    }

    static int of(byte[] bytes, int from, int to) {
        int crc = 0xFFFF;
        for (int i = from; i < to; i++) {
            crc = crc >> 8 ^ TABLE[(crc ^ bytes[i]) & 0xFF];
        }
        return crc;
    }

    /** Whether the two bytes before {@code to} are the CRC of those before them, low byte first. */
    static boolean holds(byte[] bytes, int from, int to) {
        int crc = of(bytes, from, to - 2);
        return (bytes[to - 2] & 0xFF) == (crc & 0xFF) && (bytes[to - 1] & 0xFF) == crc >> 8;
    }

    /** What the last two bytes are and what they should be, as they stand on the wire. */
    static Text compared(byte[] bytes, int to) {
        int crc = of(bytes, 0, to - 2);
        byte[] expected = {(byte) crc, (byte) (crc >> 8)};
        return FaultWords.differs(HEX.formatHex(bytes, to - 2, to), HEX.formatHex(expected));
    }
}
