package org.plumbline.binary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteOrder;
import java.util.Optional;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.quantity.DoublePrecision;
import org.plumbline.text.Text;

/**
 * One named number of a frame: value = number * scale + offset.
 *
 * @param at bytes from the start of the frame
 * @param mask the bits that belong to it, the lowest of them counting one; 0 for all
 */
record Slot(String name, int at, NumberType type, ByteOrder order, long mask, BigDecimal scale, BigDecimal offset) {

    /** What would be right where a value does not fit. */
    static final Text FITTING = new Text("请写该字段能表示的值", "write a value that the field can hold");

    /** The bits, moved down where there is a mask, of the frame that begins at {@code base}. */
    long bits(byte[] bytes, int base) {
        long bits = WireInteger.read(bytes, base + at, type.size(), order);
        return mask == 0 ? bits : (bits & mask) >>> Long.numberOfTrailingZeros(mask);
    }

    /**
     * The value; computed in decimal, so that 1999 times 0.01 is 19.99. Empty where there is no finite number, and for a whole
     * one of more than 53 bits, which a double does not tell from its neighbour.
     */
    Optional<Double> value(byte[] frame) {
        return exact(frame, 0)
                .filter(this::isExact)
                .map(BigDecimal::doubleValue)
                .filter(Double::isFinite);
    }

    private boolean isExact(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return type.isFloating() || shortest.scale() > 0 || DoublePrecision.tells(shortest.toBigInteger());
    }

    /** Whether it is not zero; empty where there is no number. */
    Optional<Boolean> flag(byte[] frame) {
        return exact(frame, 0).map(value -> value.signum() != 0);
    }

    /** The same of the frame that begins at {@code base}, with all its digits. */
    Optional<BigDecimal> exact(byte[] bytes, int base) {
        return type.value(bits(bytes, base))
                .map(number -> number.multiply(scale).add(offset));
    }

    /**
     * Puts the nearest number into a frame whose masked bits are still zero.
     *
     * @throws NotEncodableException where the value is beyond the range
     */
    void put(byte[] frame, BigDecimal value) {
        putBits(frame, bitsOf(value.subtract(offset).divide(scale, MathContext.DECIMAL128)));
    }

    /**
     * The bits of exactly that value, before they are moved up into the mask.
     *
     * @throws IllegalArgumentException where no number says it
     */
    long exactBitsOf(BigDecimal value) {
        BigDecimal[] number = value.subtract(offset).divideAndRemainder(scale);
        if (number[1].signum() != 0) {
            throw new IllegalArgumentException("%s: %s lies between two steps".formatted(name, value));
        }
        return bitsOf(number[0]);
    }

    /**
     * The bits of a number, before they are moved up into the mask.
     *
     * @throws NotEncodableException where the number is beyond the range
     */
    long bitsOf(BigDecimal number) {
        long bits;
        try {
            bits = type.bits(number);
        } catch (NotEncodableException e) {
            throw e.inField(name);
        }
        if (mask != 0 && Long.compareUnsigned(bits, mask >>> Long.numberOfTrailingZeros(mask)) > 0) {
            throw new NotEncodableException(
                            new Text("掩码 0x%2$X 容纳不下 %1$s", "%s does not fit the mask 0x%X").with(number, mask),
                            FITTING)
                    .inField(name);
        }
        return bits;
    }

    void putBits(byte[] frame, long bits) {
        long all = bits;
        if (mask != 0) {
            long others = WireInteger.read(frame, at, type.size(), order);
            all = others | bits << Long.numberOfTrailingZeros(mask);
        }
        WireInteger.write(frame, at, type.size(), order, all);
    }
}
