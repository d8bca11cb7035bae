package org.plumbline.modbus;

/**
 * How long bytes are on a line.
 *
 * @param perByte nanoseconds; 0 where the line's rate is not known
 */
record WireTime(double perByte) {

    static final WireTime UNKNOWN = new WireTime(0);

    /** Start, eight data bits, parity or a second stop bit, stop (Modbus over Serial Line V1.02, 2.5.1). */
    private static final int BITS = 11;

    /** @param baud bits a second; what is less than 1 is refused where the line is opened */
    static WireTime at(int baud) {
        return new WireTime(BITS * 1e9 / Math.max(1, baud));
    }

    /** In nanoseconds, rounded up. */
    long nanos(double bytes) {
        return (long) Math.ceil(bytes * perByte);
    }
}
