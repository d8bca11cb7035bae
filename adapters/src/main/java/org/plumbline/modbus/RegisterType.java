package org.plumbline.modbus;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.quantity.DoublePrecision;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.SinglePrecision;
import org.plumbline.text.Text;

/** How registers hold a number. */
enum RegisterType {
    INT16(1, Short.MIN_VALUE, Short.MAX_VALUE),
    UINT16(1, 0, 0xFFFF),
    INT64(4, -DoublePrecision.MOST, DoublePrecision.MOST),
    UINT64(4, 0, DoublePrecision.MOST),
    INT32(2, Integer.MIN_VALUE, Integer.MAX_VALUE),
    UINT32(2, 0, 0xFFFF_FFFFL),
    FLOAT32(2, -Float.MAX_VALUE, Float.MAX_VALUE),
    FLOAT64(4, -Double.MAX_VALUE, Double.MAX_VALUE);

    private static final double ROUNDING = 1e-6;

    private final int registers;
    private final double least;
    private final double most;

    RegisterType(int registers, double least, double most) {
        this.registers = registers;
        this.least = least;
        this.most = most;
    }

    static Optional<RegisterType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.key().equals(word)).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    int registers() {
        return registers;
    }

    boolean whole() {
        return this != FLOAT32 && this != FLOAT64;
    }

    /** What has more bits than are told one by one is no number rather than a neighbour. */
    private Number exact(long whole) {
        if (whole < least || whole > most) {
            return Double.NaN;
        }
        return whole;
    }

    /** All bits at that byte, as those of a whole number. */
    long bits(byte[] data, int at, RegisterOrder order) {
        long bits = 0;
        for (byte next : order.turned(Arrays.copyOfRange(data, at, at + 2 * registers))) {
            bits = bits << Byte.SIZE | next & 0xFF;
        }
        return bits;
    }

    /** The number at that byte; a float may be no number, and a whole one of more than 53 bits is none. */
    Number read(byte[] data, int at, RegisterOrder order) {
        long bits = bits(data, at, order);
        return switch (this) {
            case INT64, UINT64 -> exact(bits);
            case INT16 -> (long) (short) bits;
            case INT32 -> (long) (int) bits;
            case UINT16, UINT32 -> bits;
            case FLOAT32 -> Double.valueOf(SinglePrecision.decimal(Float.intBitsToFloat((int) bits)));
            case FLOAT64 -> Double.longBitsToDouble(bits);
        };
    }

    /**
     * The registers' bytes.
     *
     * @throws NotEncodableException where the number does not fit, or is not whole for a whole type
     */
    byte[] write(BigDecimal number, RegisterOrder order) {
        double value = number.doubleValue();
        double rounded = whole() ? Math.rint(value) : value;
        if (!(rounded >= least && rounded <= most)) {
            throw new NotEncodableException(
                    new Text("%2$s 容纳不下 %1$s", "%s does not fit into %s").with(number, key()),
                    whole()
                            ? new Text("除以 scale 之后须在 %s 到 %s 之间", "divided by scale it has to lie between %s and %s")
                                    .with(Quantity.plain(least), Quantity.plain(most))
                            : new Text("请给出绝对值更小的数", "give a number of lesser magnitude"));
        } else if (Math.abs(rounded - value) > ROUNDING * Math.max(1, Math.abs(value))) {
            throw new NotEncodableException(
                    new Text("%s 不是整数，%s 只能表示整数", "%s is not a whole number, %s holds no other").with(number, key()),
                    new Text("除以 scale 之后须为整数", "divided by scale it has to be whole"));
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * registers);
        switch (this) {
            case INT64, UINT64 -> bytes.putLong((long) rounded);
            case INT16, UINT16 -> bytes.putShort((short) (long) rounded);
            case INT32, UINT32 -> bytes.putInt((int) (long) rounded);
            case FLOAT32 -> bytes.putFloat(number.floatValue());
            case FLOAT64 -> bytes.putDouble(rounded);
        }
        return order.turned(bytes.array());
    }
}
