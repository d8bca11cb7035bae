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
    CHAR(1),
    UINT8_T(1),
    INT8_T(1),
    UINT16_T(2),
    INT16_T(2),
    UINT32_T(4),
    INT32_T(4),
    UINT64_T(8),
    INT64_T(8),
    FLOAT(4),
    DOUBLE(8);

    private final int size;

    WireType(int size) {
        this.size = size;
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
     * @throws NotReadableException where it is a whole number of more than 53 bits, which a double does not tell from its neighbour
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
            throw new NotReadableException(new Text(whole + " 超过 53 位", whole + " has more than 53 bits"));
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

    private boolean isSigned() {
        return name().charAt(0) == 'I';
    }

    /**
     * Puts a value there.
     *
     * @param value a {@link BigInteger} for a whole type
     * @throws NotEncodableException where the type cannot hold it
     */
    void write(ByteBuffer into, int at, Number value) {
        if (isWhole() ? !holds(value) : this == FLOAT && Math.abs(value.doubleValue()) > Float.MAX_VALUE) {
            throw new NotEncodableException(
                    new Text("%s 不能表示 %s", "%s cannot hold %s").with(key(), shown(value)),
                    isWhole()
                            ? new Text("请给出 %s 到 %s 的整数", "give a whole number from %s to %s").with(least(), most())
                            : new Text("请给出绝对值更小的数", "give a number of lesser magnitude"));
        }
        switch (this) {
            case CHAR, UINT8_T, INT8_T -> into.put(at, value.byteValue());
            case UINT16_T, INT16_T -> into.putShort(at, value.shortValue());
            case UINT32_T, INT32_T -> into.putInt(at, value.intValue());
            case UINT64_T, INT64_T -> into.putLong(at, value.longValue());
            case FLOAT -> into.putFloat(at, value.floatValue());
            case DOUBLE -> into.putDouble(at, value.doubleValue());
        }
    }

    private boolean holds(Number value) {
        return value instanceof BigInteger whole && whole.compareTo(least()) >= 0 && whole.compareTo(most()) <= 0;
    }

    private BigInteger least() {
        return isSigned() ? BigInteger.TWO.pow(8 * size - 1).negate() : BigInteger.ZERO;
    }

    private BigInteger most() {
        return BigInteger.TWO.pow(8 * size - (isSigned() ? 1 : 0)).subtract(BigInteger.ONE);
    }

    private static String shown(Number value) {
        return value instanceof BigInteger whole && whole.bitLength() <= 2 * Long.SIZE
                ? whole.toString()
                : Quantity.plain(value.doubleValue());
    }
}
