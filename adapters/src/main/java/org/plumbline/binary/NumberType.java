package org.plumbline.binary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.quantity.SinglePrecision;
import org.plumbline.text.Text;

/** How bits become a number: unsigned, two's complement, or IEEE 754. */
enum NumberType {
    U8(1),
    U16(2),
    U24(3),
    U32(4),
    U64(8),
    I8(1),
    I16(2),
    I24(3),
    I32(4),
    I64(8),
    F32(4),
    F64(8);

    private final int size;

    NumberType(int size) {
        this.size = size;
    }

    /** The word in files. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In bytes. */
    int size() {
        return size;
    }

    /** Whether it is one of the two of IEEE 754. */
    boolean isFloating() {
        return this == F32 || this == F64;
    }

    private boolean isSigned() {
        return name().charAt(0) == 'I';
    }

    /** The number as the decimal that was meant; empty for what IEEE 754 calls infinite or not a number. */
    Optional<BigDecimal> value(long bits) {
        if (isFloating()) {
            double value = this == F32
                    ? SinglePrecision.decimal(Float.intBitsToFloat((int) bits))
                    : Double.longBitsToDouble(bits);
            return Double.isFinite(value) ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
        }
        int spare = 64 - 8 * size;
        return Optional.of(
                isSigned() ? BigDecimal.valueOf(bits << spare >> spare) : new BigDecimal(Long.toUnsignedString(bits)));
    }

    /**
     * The bits of the nearest number of this type.
     *
     * @throws NotEncodableException where the number is beyond its range
     */
    long bits(BigDecimal value) {
        if (isFloating()) {
            double nearest = this == F32 ? value.floatValue() : value.doubleValue();
            require(Double.isFinite(nearest), value);
            return this == F32 ? Float.floatToIntBits((float) nearest) : Double.doubleToLongBits(nearest);
        }
        BigInteger whole = value.setScale(0, RoundingMode.HALF_EVEN).unscaledValue();
        int most = 8 * size - (isSigned() ? 1 : 0);
        require((isSigned() || whole.signum() >= 0) && whole.bitLength() <= most, value);
        return whole.longValue();
    }

    private void require(boolean fits, BigDecimal value) {
        if (!fits) {
            throw new NotEncodableException(
                    new Text("%s 超出 %s 的范围", "%s is beyond the range of %s").with(value.toPlainString(), key()),
                    Slot.FITTING);
        }
    }
}
