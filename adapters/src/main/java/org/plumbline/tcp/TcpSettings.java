package org.plumbline.tcp;

import java.util.List;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * Where to connect, as the files say.
 *
 * @param shownHost as in the file, references unresolved
 * @param connectSeconds patience with the connecting
 * @param silenceSeconds without a byte after which the connection counts as lost; 0 where it never does
 */
record TcpSettings(String host, String shownHost, int port, int connectSeconds, int silenceSeconds, boolean reconnect) {

    static final List<Key> KEYS = List.of(
            Key.required("host", Key.Type.TEXT, "主机名或地址，如 192.168.0.7", "host name or address, such as 192.168.0.7"),
            Key.required("port", Key.Type.INTEGER, "端口号，如 4001", "port number, such as 4001"),
            Key.optional(
                    "connect-timeout", Key.Type.INTEGER, "连接超时，秒（默认 10）", "connect time-out in seconds (default 10)"),
            Key.optional(
                    "silence-timeout",
                    Key.Type.INTEGER,
                    "多久收不到任何字节即视为断开，秒（默认 不限）",
                    "seconds without a byte after which the connection counts as lost (default never)"),
            Key.optional(
                    "reconnect",
                    Key.Type.FLAG,
                    "断开后是否自动重连（默认 false）",
                    "whether to reconnect after a loss (default false)"));

    private static final int CONNECT_SECONDS = 10;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_SECONDS = 86_400;

    static TcpSettings of(Settings settings) {
        int port = settings.integer("port").orElseThrow();
        if (port < 1 || port > HIGHEST_PORT) {
            throw wrong(settings, "port", port, "1 … 65535");
        }
        return new TcpSettings(
                settings.text("host").orElseThrow(),
                settings.shown("host").orElseThrow(),
                port,
                seconds(settings, "connect-timeout", CONNECT_SECONDS),
                seconds(settings, "silence-timeout", 0),
                settings.flag("reconnect").orElse(false));
    }

    private static int seconds(Settings settings, String key, int otherwise) {
        int seconds = settings.integer(key).orElse(otherwise);
        if (settings.keys().contains(key) && (seconds < 1 || seconds > LONGEST_SECONDS)) {
            throw wrong(settings, key, seconds, "1 … 86400");
        }
        return seconds;
    }

    private static InputException wrong(Settings settings, String key, int value, String right) {
        return new InputException(new Problem(
                settings.placeOf(key),
                new Text("%s 的值 %d 无效", "%s cannot be %d").with(key, value),
                new Text("可用: %s", "use: %s").with(right)));
    }

    String shown() {
        return shownHost + ":" + port;
    }
}
