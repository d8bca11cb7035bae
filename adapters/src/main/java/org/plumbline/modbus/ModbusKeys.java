package org.plumbline.modbus;

import java.math.BigDecimal;
import java.util.List;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.scaling.Scaling;
import org.plumbline.text.Text;

/** What may be said of Modbus in the files. */
final class ModbusKeys {

    static final String TYPES = "int16, uint16, int32, uint32, int64, uint64, float32, float64";

    private static final Key UNIT = Key.optional(
            "unit-id", Key.Type.INTEGER, "单元标识（从站地址，默认 1）", "unit identifier, the slave's address (default 1)");
    private static final Key WORD_ORDER = Key.optional(
            "word-order",
            Key.Type.TEXT,
            "多寄存器数值的字序 high-first 或 low-first（默认 high-first）",
            "order of the words of longer numbers, high-first or low-first (default high-first)");
    private static final Key BYTE_ORDER = Key.optional(
            "byte-order",
            Key.Type.TEXT,
            "每个寄存器内的字节序 big 或 little（默认 big）",
            "order of the bytes within each register, big or little (default big)");

    static final Key RESPONSE_TIMEOUT = Key.optional(
            "response-timeout", Key.Type.TEXT, "等待应答的最长时间（默认 1 s）", "how long an answer is waited for (default 1 s)");

    static final Key SILENT_INTERVAL = Key.optional(
            "silent-interval",
            Key.Type.TEXT,
            "下一次询问之前的静默时间（默认 3.5 个字符，19200 以上 1.75 ms）",
            "silence before the next question (default 3.5 characters, above 19200 1.75 ms)");

    static final Key ECHO = Key.optional(
            "echo",
            Key.Type.FLAG,
            "本工具发送的内容是否原样返回（默认同 rs-485-echo，未写为 false）",
            "whether what the harness sends comes back (default as rs-485-echo, else false)");

    static final Key ROLE = Key.optional(
            "role",
            Key.Type.TEXT,
            "master 由本工具询问，listener 只监听别人的总线（默认 master）",
            "master: the harness asks; listener: it hears somebody else's bus and sends nothing (default master)");

    static final List<Key> SIGNAL = List.of(
            UNIT,
            Key.optional(
                    "function",
                    Key.Type.INTEGER,
                    "功能码 1 至 4（默认 3，type 为 device-id 时 43）；type 为 exception 时可为任意功能码；监听时也可为写入的 5、6、15、16，以及 23 所读取的",
                    "function code 1 to 4 (default 3, 43 where the type is device-id); any where the type is exception; a listener"
                            + " also hears what 5, 6, 15 and 16 write and what 23 reads"),
            Key.optional(
                    "register",
                    Key.Type.INTEGER,
                    "寄存器或位的地址，从 0 起（默认 0；type 为 exception 时默认任意）",
                    "address of the register or bit, from 0 (default 0; any where the type is exception)"),
            Key.optional(
                    "type",
                    Key.Type.TEXT,
                    "int16、uint16、int32、uint32、int64、uint64、float32、float64；bit（寄存器中由 mask 指明的一位）；text（ASCII，每个寄存器两个字符）；device-id：设备标识的一个对象，文本；或"
                            + " exception：异常码，正常应答为 0（默认 uint16，线圈与离散输入为 bit）",
                    "int16, uint16, int32, uint32, int64, uint64, float32, float64; bit, of a register the one in mask; text: ASCII,"
                            + " two characters in a register; device-id: an object of the device identification, a text; or exception:"
                            + " the exception code, 0 for an answer that is none (default uint16, bit for coils and discrete inputs)"),
            Key.optional(
                    "mask",
                    Key.Type.TEXT,
                    "整数中取哪些位，如 0x00C0；取出的位右移到最低位，作为无符号数",
                    "which bits of a whole number count, such as 0x00C0; shifted down to the lowest one, without a sign"),
            Key.optional(
                    "registers",
                    Key.Type.INTEGER,
                    "text 占用的寄存器数，1 至 125；末尾的 NUL 与空格不计",
                    "how many registers a text takes, 1 to 125; NUL and blanks at its end are left out"),
            Key.optional(
                    "object",
                    Key.Type.INTEGER,
                    "设备标识的对象号，0 至 255：0 制造商，1 产品代码，2 版本",
                    "which object of the device identification, 0 to 255: 0 manufacturer, 1 product code, 2 version"),
            WORD_ORDER,
            BYTE_ORDER,
            Scaling.SCALE,
            Scaling.OFFSET,
            Key.optional("period", Key.Type.TEXT, "两次询问的间隔（默认 1 s）", "time between two questions (default 1 s)"));

    static final List<Key> COMMAND = List.of(
            UNIT,
            Key.optional(
                    "function",
                    Key.Type.INTEGER,
                    "功能码 5、6、15 或 16（默认 6，值多于一个寄存器时 16）",
                    "function code 5, 6, 15 or 16 (default 6, 16 for more than one register)"),
            Key.optional(
                    "register",
                    Key.Type.INTEGER,
                    "第一个寄存器或线圈的地址，从 0 起（默认 0）",
                    "address of the first register or coil, from 0 (default 0)"),
            Key.optional(
                    "type",
                    Key.Type.TEXT,
                    "int16、uint16、int32、uint32、int64、uint64、float32 或 float64（默认 uint16）",
                    "int16, uint16, int32, uint32, int64, uint64, float32 or float64 (default uint16)"),
            WORD_ORDER,
            BYTE_ORDER,
            Key.optional("scale", Key.Type.NUMBER, "写入的原始值是值除以它（默认 1）", "what the value is divided by (default 1)"),
            Key.optional(
                    "value",
                    Key.Type.TEXTS,
                    "写入的一个或多个值，可为 {参数}；线圈为 true、false、1 或 0",
                    "the value or values, may be {parameters}; true, false, 1 or 0 for coils"),
            Key.optional(
                    "pdu",
                    Key.Type.TEXT,
                    "以十六进制给出的功能码与数据，代替以上各项，如 2B 0E 01 00",
                    "function code and data in hexadecimal, in place of all that, such as 2B 0E 01 00"));

    private ModbusKeys() {}

    static int number(Settings settings, String key, int otherwise, int least, int most) {
        int number = settings.integer(key).orElse(otherwise);
        if (number < least || number > most) {
            throw wrong(settings, key, number, least + " … " + most);
        }
        return number;
    }

    static boolean echoes(Settings settings) {
        return settings.flag("echo").or(() -> settings.flag("rs-485-echo")).orElse(false);
    }

    static boolean listens(Settings settings) {
        String role = settings.text("role").orElse("master");
        if (!role.equals("master") && !role.equals("listener")) {
            throw wrong(settings, "role", role, "master, listener");
        }
        return role.equals("listener");
    }

    static RegisterOrder order(Settings settings) {
        return new RegisterOrder(
                isSecond(settings, "word-order", "high-first", "low-first"),
                isSecond(settings, "byte-order", "big", "little"));
    }

    private static boolean isSecond(Settings settings, String key, String first, String second) {
        String order = settings.text(key).orElse(first);
        if (!order.equals(first) && !order.equals(second)) {
            throw wrong(settings, key, order, first + ", " + second);
        }
        return order.equals(second);
    }

    static BigDecimal scale(Settings settings) {
        BigDecimal scale = settings.text("scale").map(BigDecimal::new).orElse(BigDecimal.ONE);
        if (scale.signum() == 0) {
            throw wrong(settings, "scale", scale, "0.1, 1, 10");
        }
        return scale;
    }

    static InputException wrong(Settings settings, String key, Object value, String right) {
        return new InputException(new Problem(
                settings.placeOf(key),
                new Text("%s 的值 %s 无效", "%s cannot be %s").with(key, value),
                new Text("可用: %s", "use: %s").with(right)));
    }
}
