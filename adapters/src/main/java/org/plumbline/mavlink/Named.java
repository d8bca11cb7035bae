package org.plumbline.mavlink;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.plumbline.bench.Settings;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/** Finds what the files name in the definitions. */
final class Named {

    private Named() {}

    /** @throws InputException where there is no such message */
    static MessageDefinition message(Settings settings) {
        String name = settings.text("message").orElseThrow();
        return Definitions.message(name).orElseThrow(() -> {
            Text remedy = Nearest.to(name, Definitions.messages().keySet())
                    .map(near -> new Text("是否应为 \"%s\"", "did you mean \"%s\"").with(near))
                    .orElse(new Text(
                            "请写 MAVLink 定义 common 或 ardupilotmega 中的名称，如 HEARTBEAT",
                            "write a name of the MAVLink definitions common or ardupilotmega, such as HEARTBEAT"));
            return new InputException(new Problem(
                    settings.placeOf("message"),
                    new Text("没有名为 %s 的 MAVLink 消息", "there is no MAVLink message %s").with(name),
                    remedy));
        });
    }

    /** @throws InputException where the message has no such field; its place is below the key */
    static FieldDefinition field(MessageDefinition message, String name, Settings settings, String key) {
        return message.field(name)
                .orElseThrow(() -> new InputException(new Problem(
                        settings.placeOf(key + "." + name),
                        new Text("消息 %s 没有字段 %s", "message %s has no field %s").with(message.name(), name),
                        Nearest.remedy(
                                name,
                                message.fields().stream()
                                        .map(FieldDefinition::name)
                                        .toList()))));
    }

    /**
     * A number as the files write it: decimal, NaN (MAVLink's word for not available), or an entry of an enumeration.
     *
     * @return for a whole type with all its digits, a {@link BigInteger}; what is none, which no such field is, is a {@link Double}
     * @throws NotEncodableException where it is no number
     */
    static Number number(String text, WireType type) {
        if (text.equals("NaN")) {
            return Double.NaN;
        }
        BigDecimal number = Value.Numeric.decimal(text)
                .or(() -> Definitions.entry(text).map(BigDecimal::valueOf))
                .orElseThrow(() -> new NotEncodableException(
                        new Text(
                                        "“%s”既不是数也不是 MAVLink 枚举项",
                                        "\"%s\" is neither a number nor an entry of a MAVLink enumeration")
                                .with(text),
                        new Text(
                                "请给出数、NaN 或枚举项的名称，如 MAV_CMD_COMPONENT_ARM_DISARM",
                                "give a number, NaN, or the name of an entry, such as MAV_CMD_COMPONENT_ARM_DISARM")));
        boolean whole = type.isWhole() && number.stripTrailingZeros().scale() <= 0;
        return whole ? number.toBigIntegerExact() : (Number) number.doubleValue();
    }
}
