package org.plumbline.modbus;

/**
 * How a device orders what takes registers.
 *
 * @param lowWordFirst the registers of a longer number
 * @param lowByteFirst the bytes within each register, against V1.1b3, 4.2
 */
record RegisterOrder(boolean lowWordFirst, boolean lowByteFirst) {

    /**
     * From the device's order into that with the high byte first, and back.
     *
     * @param bytes 2, 4 or 8, or any number of registers where the high word comes first
     */
    byte[] turned(byte[] bytes) {
        int flip = (lowWordFirst ? bytes.length - 2 : 0) + (lowByteFirst ? 1 : 0);
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[i ^ flip];
        }
        return turned;
    }
}
