package org.plumbline.mavlink;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.plumbline.bench.Settings;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/**
 * A parameter whose bytes stand in the float of PARAM_VALUE or PARAM_SET as they are, of the type that the message names (MAVLink
 * parameter protocol, parameter encoding). Elsewhere a whole number is converted to the float.
 *
 * @param value the float
 * @param type which entry of MAV_PARAM_TYPE it is
 */
record BytewiseParameter(FieldDefinition value, FieldDefinition type) {

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
     * That of a message; empty where it has none, or the channel's are not encoded so.
     *
     * @throws InputException where the channel names no encoding
     */
    static Optional<BytewiseParameter> of(MessageDefinition message, Settings channel) {
        String encoding = channel.text(KEY).orElse(ENCODINGS.get(0));
        if (!ENCODINGS.contains(encoding)) {
            throw new InputException(new Problem(
                    channel.placeOf(KEY),
                    new Text("%s 的值 %s 无效", "%s cannot be %s").with(KEY, encoding),
                    Nearest.remedy(encoding, ENCODINGS)));
        }
        return message.field("param_value")
                .filter(value -> encoding.equals("bytewise") && value.type() == WireType.FLOAT)
                .map(value ->
                        new BytewiseParameter(value, message.field("param_type").orElseThrow()));
    }

    /** @throws ArithmeticException where the type is none, or has more bytes than there are */
    double read(ByteBuffer payload) {
        return wireType(payload)
                .orElseThrow(() -> new ArithmeticException("no parameter of type " + number(payload) + " fits"))
                .read(payload, value.offset());
    }

    /**
     * Puts the parameter into a payload that has its type.
     *
     * @throws NotEncodableException where the type is none, has too many bytes, or cannot hold it
     */
    void write(ByteBuffer payload, double number) {
        wireType(payload)
                .orElseThrow(() -> new NotEncodableException(
                        new Text("%s 为 %d，其值不能按字节放入", "a value of %s %d does not fit")
                                .with(type.name(), number(payload)),
                        new Text(
                                "请写 MAV_PARAM_TYPE 中不超过 32 位的类型，如 MAV_PARAM_TYPE_INT32",
                                "write a type of MAV_PARAM_TYPE of 32 bits at most, such as MAV_PARAM_TYPE_INT32")))
                .write(payload, value.offset(), number);
    }

    private Optional<WireType> wireType(ByteBuffer payload) {
        int number = number(payload);
        return number < 1 || number > TYPES.size()
                ? Optional.empty()
                : Optional.of(TYPES.get(number - 1)).filter(each -> each.size() <= value.size());
    }

    private int number(ByteBuffer payload) {
        return (int) type.number(payload, 0);
    }
}
