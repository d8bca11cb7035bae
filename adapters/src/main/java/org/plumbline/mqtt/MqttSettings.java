package org.plumbline.mqtt;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.json.TopicFilter;
import org.plumbline.socket.PromptSockets;
import org.plumbline.socket.TlsSettings;
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
        Optional<TlsSettings> tls,
        List<Subscription> subscribe,
        int qos,
        Optional<Will> will,
        Properties5 properties,
        int keepAliveSeconds,
        int timeoutSeconds,
        boolean reconnect,
        Optional<InetSocketAddress> listen,
        boolean packets) {

    private static final String EMBEDDED = "embedded";
    private static final String LISTEN = "127.0.0.1:1883";

    private static final List<Key> OWN = List.of(
            Key.required(
                    "broker",
                    Key.Type.TEXT,
                    "代理地址，如 tcp://host:1883 或 ssl://host:8883；embedded 表示试验台自带的代理",
                    "the broker, such as tcp://host:1883 or ssl://host:8883; embedded: the bench's own"),
            Key.optional(
                    "listen",
                    Key.Type.TEXT,
                    "自带代理的监听地址与端口（默认 127.0.0.1:1883）",
                    "address and port that the bench's own broker listens on (default 127.0.0.1:1883)"),
            Key.optional(
                    "packets",
                    Key.Type.FLAG,
                    "是否记录经过自带代理的控制报文（默认 true）",
                    "whether the control packets at the bench's own broker are recorded (default true)"),
            Key.optional(
                    "version",
                    Key.Type.TEXT,
                    "协议版本 3.1.1 或 5（默认 3.1.1）",
                    "protocol version 3.1.1 or 5 (default 3.1.1)"),
            Key.optional("client-id", Key.Type.TEXT, "客户端标识（默认自动生成）", "client id (default: made up)"),
            Key.optional("username", Key.Type.TEXT, "用户名", "user name"),
            Key.secret("password", "口令，请写 ${env:NAME}", "password, write ${env:NAME}"),
            Key.required("subscribe", Key.Type.TEXTS, "订阅的主题过滤器", "topic filters to subscribe to"),
            Key.optional(
                    "subscribe-options",
                    Key.Type.TREE,
                    "按过滤器的选项: {FILTER: {qos: 2, no-local: true, retain-handling: all|new|none}}，后二者仅 MQTT 5，其中 no-local 默认 true",
                    "options by filter: {FILTER: {qos: 2, no-local: true, retain-handling: all|new|none}}, the last two"
                            + " MQTT 5, where no-local is the default"),
            Key.optional("qos", Key.Type.INTEGER, "服务质量 0、1 或 2（默认 0）", "quality of service 0, 1 or 2 (default 0)"),
            Key.optional("keep-alive", Key.Type.INTEGER, "保活时间，秒（默认 15）", "keep alive in seconds (default 15)"),
            Key.optional(
                    "connect-timeout", Key.Type.INTEGER, "连接超时，秒（默认 10）", "connect time-out in seconds (default 10)"),
            Key.optional(
                    "reconnect",
                    Key.Type.FLAG,
                    "断开后是否自动重连（默认 false）",
                    "whether to reconnect after a loss (default false)"));

    static final List<Key> KEYS = Stream.of(OWN, Will.KEYS, Properties5.KEYS, TlsSettings.KEYS)
            .flatMap(List::stream)
            .toList();

    private static final List<String> ONLY_FIVE = Stream.concat(
                    Properties5.KEYS.stream().map(Key::name), Stream.of("will-delay"))
            .toList();

    /** In seconds: a trial waits no more than a minute for its channels. */
    static final int LONGEST_RECONNECT_DELAY = 10;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int KEEP_ALIVE = 15;
    private static final int TIMEOUT = 10;
    private static final int LOOPBACK_TIMEOUT = 2;

    /** Two bytes: MQTT 3.1.1 and 5, 3.1.2.10. */
    private static final int LONGEST_KEEP_ALIVE = 65_535;

    private static final int LONGEST_TIMEOUT = 86_400;

    static MqttSettings of(ChannelSpec spec) {
        Settings settings = spec.settings();
        String version = settings.text("version").orElse("3.1.1");
        if (!version.equals("3.1.1") && !version.equals("5")) {
            throw wrong(settings, "version", version, "3.1.1, 5");
        }
        boolean five = version.equals("5");
        requireVersion(settings, five);
        requireCharacters(settings, five);
        int qos = settings.integer("qos").orElse(0);
        if (qos < 0 || qos > 2) {
            throw wrong(settings, "qos", Integer.toString(qos), "0, 1, 2");
        }
        Optional<InetSocketAddress> listen = listen(settings);
        String broker = broker(settings, listen);
        return new MqttSettings(
                spec.name(),
                broker,
                settings.shown("broker").orElseThrow(),
                five,
                settings.text("client-id").orElseGet(MqttSettings::madeUp),
                settings.text("username"),
                settings.text("password"),
                tls(settings, broker),
                Subscription.of(settings, filters(settings), qos, five),
                qos,
                Will.of(settings),
                Properties5.of(settings),
                seconds(settings, "keep-alive", KEEP_ALIVE, 0, LONGEST_KEEP_ALIVE),
                seconds(settings, "connect-timeout", TIMEOUT, 1, LONGEST_TIMEOUT),
                settings.flag("reconnect").orElse(false),
                listen,
                settings.flag("packets").orElse(true));
    }

    private static int seconds(Settings settings, String key, int otherwise, int least, int most) {
        int seconds = settings.integer(key).orElse(otherwise);
        if (seconds < least || seconds > most) {
            throw wrong(settings, key, Integer.toString(seconds), least + " … " + most);
        }
        return seconds;
    }

    /** Whether what one channel sends to a topic comes to another, or back to itself. */
    static boolean echoes(ChannelSpec channel, ChannelSpec sender, String topic) {
        Settings settings = channel.settings();
        return address(settings).equals(address(sender.settings()))
                && subscriptions(settings).stream()
                        .filter(each -> !(each.noLocal() && channel.name().equals(sender.name())))
                        .anyMatch(each -> each.covers(topic));
    }

    /** What a channel is subscribed to, whatever the options. */
    static List<Subscription> subscriptions(Settings settings) {
        return Subscription.of(settings, filters(settings), 0, five(settings));
    }

    /** Whether it says so, be it right or not otherwise. */
    static boolean five(Settings settings) {
        return settings.text("version").orElse("").equals("5");
    }

    private static BrokerAddress address(Settings settings) {
        return BrokerAddress.of(broker(settings, listen(settings)));
    }

    private static String broker(Settings settings, Optional<InetSocketAddress> listen) {
        return listen.map(MqttSettings::uri).orElseGet(() -> broker(settings));
    }

    /** Empty where the broker is not the bench's own. */
    static Optional<InetSocketAddress> listen(Settings settings) {
        boolean embedded = settings.text("broker").orElseThrow().equals(EMBEDDED);
        for (String key : List.of("listen", "packets")) {
            if (!embedded && settings.shown(key).isPresent()) {
                throw new InputException(new Problem(
                        settings.placeOf(key),
                        new Text("%s 只用于试验台自带的代理", "%s is only for the bench's own broker").with(key),
                        new Text("请删去，或写 broker: embedded", "take it out, or write broker: embedded")));
            }
        }
        return embedded ? Optional.of(listening(settings)) : Optional.empty();
    }

    private static InetSocketAddress listening(Settings settings) {
        String listen = settings.text("listen").orElse(LISTEN);
        try {
            URI uri = new URI("tcp://" + listen);
            if (uri.getHost() != null && uri.getPort() > 0 && uri.getPath().isEmpty()) {
                InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
                if (!address.isUnresolved()) {
                    return address;
                }
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // said below
        }
        throw wrong(settings, "listen", settings.shown("listen").orElse(""), "127.0.0.1:1883, 0.0.0.0:1883");
    }

    /** Where the harness itself connects to. */
    private static String uri(InetSocketAddress listen) {
        InetAddress address =
                listen.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listen.getAddress();
        String host = address.getHostAddress();
        return String.format(
                Locale.ROOT, "tcp://%s:%d", host.indexOf(':') < 0 ? host : "[" + host + "]", listen.getPort());
    }

    private static void requireVersion(Settings settings, boolean five) {
        ONLY_FIVE.stream()
                .filter(key -> !five && settings.keys().contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new InputException(new Problem(
                            settings.placeOf(key),
                            new Text("%s 仅用于 MQTT 5", "%s is for MQTT 5 only").with(key),
                            new Text("请设置 version: 5，或删除 %s", "set version: 5, or take %s out").with(key)));
                });
    }

    private static void requireCharacters(Settings settings, boolean five) {
        for (String key : List.of("client-id", "username", "will-topic", "content-type", "response-topic")) {
            settings.text(key).ifPresent(text -> ClientText.require(settings, key, text, five));
        }
        settings.texts("subscribe").forEach(filter -> ClientText.require(settings, "subscribe", filter, five));
        for (String key : List.of("user-properties", "publish-user-properties")) {
            Nested.mapping(settings, key).forEach((name, value) -> {
                ClientText.require(settings, key, name, five);
                ClientText.require(settings, key, value.toString(), five);
            });
        }
    }

    private static String broker(Settings settings) {
        String broker = settings.text("broker").orElseThrow();
        try {
            URI uri = URI.create(broker);
            if (BrokerAddress.PORTS.containsKey(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && (uri.getScheme().startsWith("ws") || uri.getPath().isEmpty())) {
                return broker;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the text, which may hold a secret
        }
        throw wrong(
                settings, "broker", settings.shown("broker").orElse(""), "tcp://HOST:1883, ssl://HOST:8883, embedded");
    }

    private static Optional<TlsSettings> tls(Settings settings, String broker) {
        if (broker.startsWith("ssl:") || broker.startsWith("wss:")) {
            return Optional.of(TlsSettings.of(settings));
        }
        TlsSettings.used(settings).ifPresent(key -> {
            throw new InputException(new Problem(
                    settings.placeOf(key),
                    new Text(
                                    "%s 用于 TLS，但代理地址不是 ssl:// 或 wss://",
                                    "%s is for TLS, but the broker is not at ssl:// or wss://")
                            .with(key),
                    new Text("请改用 ssl://HOST:8883，或删除 %s", "use ssl://HOST:8883, or take %s out").with(key)));
        });
        return Optional.empty();
    }

    private static List<String> filters(Settings settings) {
        List<String> filters = settings.texts("subscribe");
        for (String filter : filters) {
            if (!TopicFilter.isValid(filter)) {
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

    /** A second connection to the same broker, or to one like it, for one topic of our own: another client, and no patience. */
    MqttSettings loopback(String broker, long now) {
        String client = madeUp();
        String topic = "plumbline/loopback/" + client + "-" + now;
        int slowest = subscribe.stream().mapToInt(Subscription::qos).max().orElse(0);
        return new MqttSettings(
                channel,
                broker,
                shownBroker,
                five,
                client,
                username,
                password,
                tls,
                List.of(new Subscription(topic, slowest, false, 0)),
                slowest,
                Optional.empty(),
                properties,
                keepAliveSeconds,
                Math.min(timeoutSeconds, LOOPBACK_TIMEOUT),
                false,
                Optional.empty(),
                false);
    }

    private static String madeUp() {
        return "plumbline-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    }

    /** The address for the client library: TLS is done by {@link #sockets}, so to it every connection is a plain one. */
    String plainBroker() {
        URI uri = URI.create(broker);
        String scheme = uri.getScheme().startsWith("ws") ? "ws" : "tcp";
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return scheme + "://" + uri.getHost() + ":" + BrokerAddress.port(uri) + uri.getRawPath() + query;
    }

    /** Of the subscriptions, in their order. */
    String[] filters() {
        return subscribe.stream().map(Subscription::filter).toArray(String[]::new);
    }

    /** @param heard is told whenever bytes have come */
    SocketFactory sockets(Runnable heard) {
        return tls.map(each -> each.sockets(heard)).orElseGet(() -> new PromptSockets(heard));
    }

    @Override
    public String toString() {
        return channel + " at " + shownBroker;
    }
}
