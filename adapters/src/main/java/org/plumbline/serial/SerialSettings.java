package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Line settings as the files give them; defaults 9600 8N1 without flow control. */
record SerialSettings(
        String port,
        String shownPort,
        int baud,
        int dataBits,
        int stopBits,
        int parity,
        int flow,
        Rs485 rs485,
        boolean reconnect) {

    private static final List<Key> LINE = List.of(
            Key.required(
                    "port",
                    Key.Type.TEXT,
                    "端口，如 /dev/ttyUSB0、COM3，或 plumbline ports 列出的标识: usb:0403:6001:SERIAL、location:1-2、usb:0403:6011:SERIAL/if01",
                    "the port, such as /dev/ttyUSB0 or COM3, or an identity that plumbline ports lists:"
                            + " usb:0403:6001:SERIAL, location:1-2, usb:0403:6011:SERIAL/if01"),
            Key.optional("baud", Key.Type.INTEGER, "波特率（默认 9600）", "baud rate (default 9600)"),
            Key.optional("data-bits", Key.Type.INTEGER, "数据位 5 至 8（默认 8）", "data bits, 5 to 8 (default 8)"),
            Key.optional(
                    "stop-bits",
                    Key.Type.TEXT,
                    "停止位 1、1.5（Linux、macOS 上仅限 5 个数据位）或 2（5 个数据位除外）（默认 1）",
                    "stop bits 1, 1.5 (on Linux and macOS with 5 data bits only) or 2 (not with 5 data bits) (default 1)"),
            Key.optional(
                    "parity",
                    Key.Type.TEXT,
                    "校验 none、even、odd、mark 或 space（默认 none）",
                    "parity none, even, odd, mark or space (default none)"),
            Key.optional(
                    "flow-control",
                    Key.Type.TEXT,
                    "流控 none、rts-cts、dtr-dsr（仅 Windows）或 xon-xoff（默认 none）",
                    "flow control none, rts-cts, dtr-dsr (Windows only) or xon-xoff (default none)"));

    private static final Key RECONNECT = Key.optional(
            "reconnect",
            Key.Type.FLAG,
            "断开后是否自动重新打开（默认 false）",
            "whether to open it again after a loss (default false)");

    static final List<Key> KEYS = Stream.of(LINE, Rs485.KEYS, List.of(RECONNECT))
            .flatMap(List::stream)
            .toList();

    /** Flow control that jSerialComm has on Windows only; elsewhere it passes over it. */
    static final int DTR_DSR = SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED;

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
            "none",
            SerialPort.FLOW_CONTROL_DISABLED,
            "rts-cts",
            SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED,
            "dtr-dsr",
            DTR_DSR,
            "xon-xoff",
            SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED);

    static SerialSettings of(Settings settings) {
        int baud = settings.integer("baud").orElse(SerialTransport.USUAL_BAUD);
        if (baud < 1) {
            throw wrong(settings, "baud", baud, new Text("请写正整数，如 9600", "write a positive number, such as 9600"));
        }
        int dataBits = settings.integer("data-bits").orElse(8);
        if (dataBits < 5 || dataBits > 8) {
            throw wrong(settings, "data-bits", dataBits, new Text("可用: 5, 6, 7, 8", "use one of: 5, 6, 7, 8"));
        }
        int stopBits = word(settings, "stop-bits", "1", STOP_BITS);
        if (dataBits == 5 && stopBits == SerialPort.TWO_STOP_BITS) {
            throw wrong(
                    settings,
                    "stop-bits",
                    2,
                    new Text(
                            "5 个数据位时只能是 1 或 1.5：UART 此时发 1.5 个停止位",
                            "with 5 data bits a UART sends 1.5 in place of 2: write 1.5, or 1"));
        }
        return new SerialSettings(
                port(settings),
                settings.shown("port").orElseThrow(),
                baud,
                dataBits,
                stopBits,
                word(settings, "parity", "none", PARITY),
                word(settings, "flow-control", "none", FLOW),
                rs485(settings),
                settings.flag("reconnect").orElse(false));
    }

    private static String port(Settings settings) {
        String port = settings.text("port").orElseThrow();
        if ((port.startsWith("usb:") || port.startsWith("location:"))
                && PortIdentity.wanted(port).isEmpty()) {
            throw wrong(
                    settings,
                    "port",
                    settings.shown("port").orElseThrow(),
                    new Text(
                            "可用: usb:0403:6001、usb:0403:6001:SERIAL、usb:0403:6011:SERIAL/if01、location:1-2",
                            "use: usb:0403:6001, usb:0403:6001:SERIAL, usb:0403:6011:SERIAL/if01, location:1-2"));
        }
        return port;
    }

    private static Rs485 rs485(Settings settings) {
        int level = word(settings, Rs485.SWITCH, "none", Rs485.LEVELS);
        if (level == 0) {
            Rs485.needless(settings).ifPresent(key -> {
                throw wrong(
                        settings,
                        Rs485.SWITCH,
                        "none",
                        new Text("请写 high 或 low，或删去 %s", "write high or low, or take %s out").with(key));
            });
            return Rs485.NONE;
        }
        if (word(settings, "flow-control", "none", FLOW).equals(FLOW.get("rts-cts"))) {
            throw wrong(
                    settings,
                    "flow-control",
                    "rts-cts",
                    new Text("RS-485 切换要用 RTS: 请改为 none", "RS-485 switching needs RTS: make it none"));
        }
        return new Rs485(
                true,
                level == Rs485.LEVELS.get("high"),
                pause(settings, Rs485.BEFORE),
                pause(settings, Rs485.AFTER),
                settings.flag(Rs485.ECHO).orElse(false),
                settings.flag(Rs485.TERMINATION).orElse(false));
    }

    private static int pause(Settings settings, String key) {
        int millis = settings.integer(key).orElse(0);
        if (millis < 0 || millis > Rs485.LONGEST) {
            throw wrong(settings, key, millis, new Text("可用: 0 至 100", "use 0 to 100"));
        }
        return millis;
    }

    boolean checksParity() {
        return parity != SerialPort.NO_PARITY;
    }

    /** The same on a port of that name. */
    SerialSettings at(String name) {
        return new SerialSettings(name, shownPort, baud, dataBits, stopBits, parity, flow, rs485, reconnect);
    }

    private static Integer word(Settings settings, String key, String otherwise, Map<String, Integer> words) {
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
