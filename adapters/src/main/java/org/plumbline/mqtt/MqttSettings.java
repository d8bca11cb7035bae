package org.plumbline.mqtt;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** What the files say of one connection. Texts that may hold secrets are kept out of {@link #toString}. */
record MqttSettings(
        String channel,
        String broker,
        String shownBroker,
        boolean five,
        String clientId,
        Optional<String> username,
        Optional<String> password,
        List<String> subscribe,
        int qos,
        int keepAliveSeconds,
        int timeoutSeconds,
        boolean reconnect) {

    static final List<Key> KEYS = List.of(
            Key.required(
                    "broker",
                    Key.Type.TEXT,
                    "代理地址，如 tcp://host:1883 或 ssl://host:8883",
                    "the broker, such as tcp://host:1883 or ssl://host:8883"),
            Key.optional(
                    "version",
                    Key.Type.TEXT,
                    "协议版本 3.1.1 或 5（默认 3.1.1）",
                    "protocol version 3.1.1 or 5 (default 3.1.1)"),
            Key.optional("client-id", Key.Type.TEXT, "客户端标识（默认自动生成）", "client id (default: made up)"),
            Key.optional("username", Key.Type.TEXT, "用户名", "user name"),
            Key.optional("password", Key.Type.TEXT, "口令，请写 ${env:NAME}", "password, write ${env:NAME}"),
            Key.required("subscribe", Key.Type.TEXTS, "订阅的主题过滤器", "topic filters to subscribe to"),
            Key.optional("qos", Key.Type.INTEGER, "服务质量 0、1 或 2（默认 0）", "quality of service 0, 1 or 2 (default 0)"),
            Key.optional("keep-alive", Key.Type.INTEGER, "保活时间，秒（默认 15）", "keep alive in seconds (default 15)"),
            Key.optional(
                    "connect-timeout", Key.Type.INTEGER, "连接超时，秒（默认 10）", "connect time-out in seconds (default 10)"),
            Key.optional(
                    "reconnect",
                    Key.Type.FLAG,
                    "断开后是否自动重连（默认 false）",
                    "whether to reconnect after a loss (default false)"));

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int KEEP_ALIVE = 15;
    private static final int TIMEOUT = 10;
    private static final int LOOPBACK_TIMEOUT = 2;

    static MqttSettings of(ChannelSpec spec) {
        Settings settings = spec.settings();
        String version = settings.text("version").orElse("3.1.1");
        if (!version.equals("3.1.1") && !version.equals("5")) {
            throw wrong(settings, "version", version, "3.1.1, 5");
        }
        int qos = settings.integer("qos").orElse(0);
        if (qos < 0 || qos > 2) {
            throw wrong(settings, "qos", Integer.toString(qos), "0, 1, 2");
        }
        return new MqttSettings(
                spec.name(),
                broker(settings),
                settings.shown("broker").orElseThrow(),
                version.equals("5"),
                settings.text("client-id").orElseGet(MqttSettings::madeUp),
                settings.text("username"),
                settings.text("password"),
                filters(settings),
                qos,
                settings.integer("keep-alive").orElse(KEEP_ALIVE),
                settings.integer("connect-timeout").orElse(TIMEOUT),
                settings.flag("reconnect").orElse(false));
    }

    private static String broker(Settings settings) {
        String broker = settings.text("broker").orElseThrow();
        try {
            URI uri = URI.create(broker);
            if (List.of("tcp", "ssl", "ws", "wss").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && (uri.getScheme().startsWith("ws") || uri.getPath().isEmpty())) {
                return broker;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the text, which may hold a secret
        }
        throw wrong(settings, "broker", settings.shown("broker").orElse(""), "tcp://HOST:1883, ssl://HOST:8883");
    }

    private static List<String> filters(Settings settings) {
        List<String> filters = settings.texts("subscribe");
        for (String filter : filters) {
            if (!FilterSyntax.valid(filter)) {
                throw wrong(settings, "subscribe", settings.shown("subscribe").orElse(""), "a/b, a/+/b, a/#");
            }
        }
        return filters;
    }

    private static InputException wrong(Settings settings, String key, String value, String right) {
        return new InputException(new Problem(
                settings.placeOf(key),
                new Text("%s 的值 %s 无效", "%s cannot be %s").with(key, value),
                new Text("可用: %s", "use: %s").with(right)));
    }

    /** A second connection to the same broker, for one topic of our own: another client, and no patience. */
    MqttSettings loopback(long now) {
        String client = madeUp();
        return new MqttSettings(
                channel,
                broker,
                shownBroker,
                five,
                client,
                username,
                password,
                List.of("plumbline/loopback/" + client + "-" + now),
                0,
                keepAliveSeconds,
                Math.min(timeoutSeconds, LOOPBACK_TIMEOUT),
                false);
    }

    private static String madeUp() {
        return "plumbline-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    }

    /** Whether the connection is not encrypted. */
    boolean plain() {
        return broker.startsWith("tcp:") || broker.startsWith("ws:");
    }

    @Override
    public String toString() {
        return channel + " at " + shownBroker;
    }
}
