package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Line settings as the files give them; defaults 9600 8N1 without flow control. */
record SerialSettings(String port, String shownPort, int baud, int dataBits, int stopBits, int parity, int flow) {

    static final List<Key> KEYS = List.of(
            Key.required("port", Key.Type.TEXT, "端口，如 /dev/ttyUSB0 或 COM3", "the port, such as /dev/ttyUSB0 or COM3"),
            Key.optional("baud", Key.Type.INTEGER, "波特率（默认 9600）", "baud rate (default 9600)"),
            Key.optional("data-bits", Key.Type.INTEGER, "数据位 5 至 8（默认 8）", "data bits, 5 to 8 (default 8)"),
            Key.optional("stop-bits", Key.Type.TEXT, "停止位 1、1.5 或 2（默认 1）", "stop bits 1, 1.5 or 2 (default 1)"),
            Key.optional(
                    "parity",
                    Key.Type.TEXT,
                    "校验 none、even、odd、mark 或 space（默认 none）",
                    "parity none, even, odd, mark or space (default none)"),
            Key.optional(
                    "flow-control",
                    Key.Type.TEXT,
                    "流控 none、rts-cts 或 xon-xoff（默认 none）",
                    "flow control none, rts-cts or xon-xoff (default none)"));

    private static final int DEFAULT_BAUD = 9600;
    private static final Map<String, Integer> STOP_BITS = Map.of(
            "1", SerialPort.ONE_STOP_BIT,
            "1.5", SerialPort.ONE_POINT_FIVE_STOP_BITS,
            "2", SerialPort.TWO_STOP_BITS);
    private static final Map<String, Integer> PARITY = Map.of(
            "none", SerialPort.NO_PARITY,
            "even", SerialPort.EVEN_PARITY,
            "odd", SerialPort.ODD_PARITY,
            "mark", SerialPort.MARK_PARITY,
            "space", SerialPort.SPACE_PARITY);
    private static final Map<String, Integer> FLOW = Map.of(
            "none", SerialPort.FLOW_CONTROL_DISABLED,
            "rts-cts", SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED,
            "xon-xoff", SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED);

    static SerialSettings of(Settings settings) {
        int baud = settings.integer("baud").orElse(DEFAULT_BAUD);
        if (baud < 1) {
            throw wrong(settings, "baud", baud, new Text("请写正整数，如 9600", "write a positive number, such as 9600"));
        }
        int dataBits = settings.integer("data-bits").orElse(8);
        if (dataBits < 5 || dataBits > 8) {
            throw wrong(settings, "data-bits", dataBits, new Text("可用: 5, 6, 7, 8", "use one of: 5, 6, 7, 8"));
        }
        return new SerialSettings(
                settings.text("port").orElseThrow(),
                settings.shown("port").orElseThrow(),
                baud,
                dataBits,
                word(settings, "stop-bits", "1", STOP_BITS),
                word(settings, "parity", "none", PARITY),
                word(settings, "flow-control", "none", FLOW));
    }

    private static int word(Settings settings, String key, String otherwise, Map<String, Integer> words) {
        String word = settings.text(key).orElse(otherwise);
        return Optional.ofNullable(words.get(word))
                .orElseThrow(() -> wrong(
                        settings,
                        key,
                        word,
                        new Text("可用: %s", "use one of: %s")
                                .with(String.join(
                                        ", ", words.keySet().stream().sorted().toList()))));
    }

    private static InputException wrong(Settings settings, String key, Object value, Text remedy) {
        return new InputException(new Problem(
                settings.placeOf(key), new Text("%s 的值 %s 无效", "%s cannot be %s").with(key, value), remedy));
    }
}
