package org.plumbline.mavlink;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.quantity.DoublePrecision;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.SinglePrecision;
import org.plumbline.text.Text;

/** The types of fields; little-endian on the wire. */
enum WireType {
    CHAR(1, 0, 255),
    UINT8_T(1, 0, 255),
    INT8_T(1, -128, 127),
    UINT16_T(2, 0, 65_535),
    INT16_T(2, -32_768, 32_767),
    UINT32_T(4, 0, 4_294_967_295L),
    INT32_T(4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    UINT64_T(8, 0, 0x1p64),
    INT64_T(8, -0x1p63, 0x1p63),
    FLOAT(4, -Float.MAX_VALUE, Float.MAX_VALUE),
    DOUBLE(8, -Double.MAX_VALUE, Double.MAX_VALUE);

    private final int size;
    private final double least;
    private final double most;

    WireType(int size, double least, double most) {
        this.size = size;
        this.least = least;
        this.most = most;
    }

    static WireType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** In bytes. */
    int size() {
        return size;
    }

    /** The name in the definitions. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value there.
     *
     * @throws ArithmeticException where it is a whole number of more than 53 bits, which a double does not tell from its neighbour
     */
    double read(ByteBuffer from, int at) {
        return switch (this) {
            case CHAR, UINT8_T -> from.get(at) & 0xFF;
            case INT8_T -> from.get(at);
            case UINT16_T -> from.getShort(at) & 0xFFFF;
            case INT16_T -> from.getShort(at);
            case UINT32_T -> from.getInt(at) & 0xFFFF_FFFFL;
            case INT32_T -> from.getInt(at);
            case UINT64_T, INT64_T -> told(whole(from, at));
            case FLOAT -> SinglePrecision.decimal(from.getFloat(at));
            case DOUBLE -> from.getDouble(at);
        };
    }

    private static double told(BigInteger whole) {
        if (!DoublePrecision.tells(whole)) {
            throw new ArithmeticException(whole + " has more than 53 bits");
        }
        return whole.doubleValue();
    }

    /** The whole number there, with all its digits. */
    BigInteger whole(ByteBuffer from, int at) {
        return this == UINT64_T
                ? new BigInteger(Long.toUnsignedString(from.getLong(at)))
                : BigInteger.valueOf(this == INT64_T ? from.getLong(at) : (long) read(from, at));
    }

    /** Whether its values are whole numbers. */
    boolean isWhole() {
        return this != FLOAT && this != DOUBLE;
    }

    /** The bits there; above them zeros. */
    long bits(ByteBuffer from, int at) {
        return switch (size) {
            case 1 -> from.get(at) & 0xFF;
            case 2 -> from.getShort(at) & 0xFFFF;
            case 4 -> from.getInt(at) & 0xFFFF_FFFFL;
            default -> from.getLong(at);
        };
    }

    /**
     * Puts a value there.
     *
     * @throws NotEncodableException where the type cannot hold it
     */
    void write(ByteBuffer into, int at, double value) {
        if (!Double.isNaN(value) && (value < least || value > most) || isWhole() && value != Math.rint(value)) {
            throw new NotEncodableException(
                    new Text("%s 不能表示 %s", "%s cannot hold %s").with(key(), Quantity.plain(value)),
                    isWhole()
                            ? new Text("请给出 %s 到 %s 的整数", "give a whole number from %s to %s")
                                    .with(Quantity.plain(least), Quantity.plain(most))
                            : new Text("请给出绝对值更小的数", "give a number of lesser magnitude"));
        }
        switch (this) {
            case CHAR, UINT8_T, INT8_T -> into.put(at, (byte) (long) value);
            case UINT16_T, INT16_T -> into.putShort(at, (short) (long) value);
            case UINT32_T, INT32_T -> into.putInt(at, (int) (long) value);
            case UINT64_T ->
                into.putLong(at, new java.math.BigDecimal(value).toBigInteger().longValue());
            case INT64_T -> into.putLong(at, (long) value);
            case FLOAT -> into.putFloat(at, (float) value);
            case DOUBLE -> into.putDouble(at, value);
        }
    }
}
