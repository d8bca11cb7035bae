package org.plumbline.mcap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian numbers in a byte array. The array's bounds are checked, nothing else. */
final class Little {

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private Little() {}

    private static VarHandle view(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
    }

    static int u16(byte[] data, int at) {
        return (short) SHORT.get(data, at) & 0xFFFF;
    }

    static long u32(byte[] data, int at) {
        return (int) INT.get(data, at) & 0xFFFF_FFFFL;
    }

    static long u64(byte[] data, int at) {
        return (long) LONG.get(data, at);
    }

    static void u16(byte[] data, int at, int value) {
        SHORT.set(data, at, (short) value);
    }

    static void u32(byte[] data, int at, long value) {
        INT.set(data, at, (int) value);
    }

    static void u64(byte[] data, int at, long value) {
        LONG.set(data, at, value);
    }
}
