package org.plumbline.mavlink;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.plumbline.bench.Settings;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.SinglePrecision;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/**
 * The float of PARAM_VALUE or PARAM_SET, which carries parameters of every type (MAVLink parameter protocol, parameter encoding):
 * a whole number is converted to it, or stands in it by its own bytes.
 *
 * @param value the float
 * @param type which entry of MAV_PARAM_TYPE the parameter is
 * @param bytewise whether its own bytes stand in the float
 */
record Parameter(FieldDefinition value, FieldDefinition type, boolean bytewise) {

    /** The channel's key. */
    static final String KEY = "parameter-encoding";

    private static final List<String> ENCODINGS = List.of("c-cast", "bytewise");

    /** MAV_PARAM_TYPE from 1 on. */
    private static final List<WireType> TYPES = List.of(
            WireType.UINT8_T,
            WireType.INT8_T,
            WireType.UINT16_T,
            WireType.INT16_T,
            WireType.UINT32_T,
            WireType.INT32_T,
            WireType.UINT64_T,
            WireType.INT64_T,
            WireType.FLOAT,
            WireType.DOUBLE);

    /**
     * That of a message; empty where it has none.
     *
     * @throws InputException where the channel names no encoding
     */
    static Optional<Parameter> of(MessageDefinition message, Settings channel) {
        String encoding = channel.text(KEY).orElse(ENCODINGS.get(0));
        if (!ENCODINGS.contains(encoding)) {
            throw new InputException(new Problem(
                    channel.placeOf(KEY),
                    new Text("%s 的值 %s 无效", "%s cannot be %s").with(KEY, encoding),
                    Nearest.remedy(encoding, ENCODINGS)));
        }
        return message.field("param_value")
                .filter(value -> value.type() == WireType.FLOAT)
                .map(value ->
                        new Parameter(value, message.field("param_type").orElseThrow(), encoding.equals("bytewise")));
    }

    /**
     * The parameter in a payload.
     *
     * @throws NotReadableException where it is bytewise and its type is none or has more bytes than there are, or where it is a whole
     *     number that the float may have rounded
     */
    double read(ByteBuffer payload) {
        if (bytewise) {
            return wireType(payload)
                    .filter(this::fits)
                    .orElseThrow(() -> new NotReadableException(new Text(
                            "没有类型 " + number(payload) + " 的参数", "no parameter of type " + number(payload) + " fits")))
                    .read(payload, value.offset());
        }
        double number = value.number(payload, 0);
        if (wireType(payload).filter(WireType::isWhole).isPresent() && Math.abs(number) > SinglePrecision.MOST_WHOLE) {
            throw new NotReadableException(new Text(
                    "整数参数超过 24 位，float 可能已将其舍入",
                    "a whole parameter of more than 24 bits, which the float may have rounded"));
        }
        return number;
    }

    /**
     * Puts the parameter into a payload that has its type.
     *
     * @param text a number as the files write it
     * @throws NotEncodableException where it is bytewise and its type is none, has too many bytes, or cannot hold it; where it is a
     *     whole number that the float rounds
     */
    void write(ByteBuffer payload, String text) {
        if (bytewise) {
            WireType wire = wireType(payload).filter(this::fits).orElseThrow(() -> unfit(number(payload)));
            wire.write(payload, value.offset(), Named.number(text, wire));
            return;
        }
        Number number = Named.number(text, WireType.INT64_T);
        boolean real = wireType(payload).filter(each -> !each.isWhole()).isPresent();
        if (!real && number instanceof BigInteger whole && !isHeld(whole)) {
            throw new NotEncodableException(
                    new Text("浮点数不能精确表示整数 %s", "the float does not hold the whole number %s exactly").with(text),
                    new Text(
                            "设备支持时请用 parameter-encoding: bytewise；参数本为浮点数时请写 param_type: MAV_PARAM_TYPE_REAL32",
                            "use parameter-encoding: bytewise where the device can; write param_type: MAV_PARAM_TYPE_REAL32 where"
                                    + " the parameter is a float"));
        }
        value.type().write(payload, value.offset(), number);
    }

    private static boolean isHeld(BigInteger whole) {
        float nearest = whole.floatValue();
        return Float.isFinite(nearest)
                && new BigDecimal(nearest).toBigIntegerExact().equals(whole);
    }

    private NotEncodableException unfit(int number) {
        return new NotEncodableException(
                new Text("%s 为 %d，其值不能按字节放入", "a value of %s %d does not fit").with(type.name(), number),
                new Text(
                        "请写 MAV_PARAM_TYPE 中不超过 32 位的类型，如 MAV_PARAM_TYPE_INT32",
                        "write a type of MAV_PARAM_TYPE of 32 bits at most, such as MAV_PARAM_TYPE_INT32"));
    }

    private Optional<WireType> wireType(ByteBuffer payload) {
        int number = number(payload);
        return number < 1 || number > TYPES.size() ? Optional.empty() : Optional.of(TYPES.get(number - 1));
    }

    private boolean fits(WireType wire) {
        return wire.size() <= value.size();
    }

    private int number(ByteBuffer payload) {
        return (int) type.number(payload, 0);
    }
}
