package com.example.slcan;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.quantity.SinglePrecision;
import org.plumbline.text.Text;

/** The types of numbers in the data of a frame. */
enum CanNumber {
    U8(1),
    I8(1),
    U16(2),
    I16(2),
    U32(4),
    I32(4),
    F32(4);

    private final int size;

    CanNumber(int size) {
        this.size = size;
    }

    /** Their names in files. */
    static List<String> keys() {
        return Arrays.stream(values()).map(CanNumber::key).toList();
    }

    /** @throws IllegalArgumentException where there is no such type */
    static CanNumber of(String key) {
        return Arrays.stream(values())
                .filter(number -> number.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no type " + key));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In bytes. */
    int size() {
        return size;
    }

    /** The next number in the buffer. */
    double read(ByteBuffer data) {
        return switch (this) {
            case U8 -> data.get() & 0xFF;
            case I8 -> data.get();
            case U16 -> data.getShort() & 0xFFFF;
            case I16 -> data.getShort();
            case U32 -> data.getInt() & 0xFFFF_FFFFL;
            case I32 -> data.getInt();
            case F32 -> SinglePrecision.decimal(data.getFloat());
        };
    }

    /** @throws NotEncodableException where it does not fit */
    void write(String text, ByteBuffer data) {
        try {
            if (this == F32) {
                float single = new BigDecimal(text).floatValue();
                if (Float.isInfinite(single)) {
                    throw new ArithmeticException();
                }
                data.putFloat(single);
                return;
            }
            long whole = new BigDecimal(text).longValueExact();
            boolean signed = key().startsWith("i");
            long least = signed ? -1L << 8 * size - 1 : 0;
            long most = signed ? ~least : (1L << 8 * size) - 1;
            if (whole < least || whole > most) {
                throw new ArithmeticException();
            }
            switch (size) {
                case 1 -> data.put((byte) whole);
                case 2 -> data.putShort((short) whole);
                default -> data.putInt((int) whole);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new NotEncodableException(
                    new Text("%s 不是 %s", "%s is no %s").with(text, key()),
                    new Text("请给出该类型能表示的数", "give a number that the type can hold"));
        }
    }
}
