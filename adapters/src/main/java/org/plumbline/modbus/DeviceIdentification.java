package org.plumbline.modbus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An answer in which a unit says who it is: after seven bytes its objects, each its number, its length and that many bytes (Modbus
 * Application Protocol V1.1b3, 6.21). More may follow in an answer to another question.
 */
final class DeviceIdentification {

    private static final int OBJECTS = 7;

    private DeviceIdentification() {}

    /** Whether it is one whose objects end before or behind the answer's end. */
    static boolean isTorn(byte[] pdu) {
        int length = PduLength.ofAnswer(pdu, 0);
        return pdu[0] == PduLength.ENCAPSULATED && length != PduLength.UNKNOWN && length != pdu.length;
    }

    /**
     * What an object holds, a character for each byte; empty where the answer does not have it.
     *
     * @param pdu of any answer that is not torn
     * @param number 0 to 255
     */
    static Optional<String> object(byte[] pdu, int number) {
        if (pdu.length < OBJECTS || pdu[1] != PduLength.DEVICE_IDENTIFICATION) {
            return Optional.empty();
        }
        int length;
        for (int at = OBJECTS; at < pdu.length; at += 2 + length) {
            length = pdu[at + 1] & 0xFF;
            if ((pdu[at] & 0xFF) == number) {
                return Optional.of(new String(pdu, at + 2, length, StandardCharsets.ISO_8859_1));
            }
        }
        return Optional.empty();
    }
}
