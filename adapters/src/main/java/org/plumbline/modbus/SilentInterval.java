package org.plumbline.modbus;

/** The silence that separates frames, t3.5 (Modbus over Serial Line V1.02, 2.5.1.1). */
final class SilentInterval {

    private static final int FIXED_ABOVE = 19_200;
    private static final long FIXED = 1_750_000L;
    private static final double CHARACTERS = 3.5;

    private SilentInterval() {}

    /** In nanoseconds. */
    static long nanos(int baud) {
        return baud > FIXED_ABOVE ? FIXED : WireTime.at(baud).nanos(CHARACTERS);
    }
}
