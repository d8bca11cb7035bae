package org.plumbline.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.json.TopicFilter;
import org.plumbline.text.Text;

/**
 * What the broker publishes where this client goes without a farewell: MQTT 3.1.1, 3.1.2.5, and MQTT 5, 3.1.2.5.
 *
 * @param qos 0, 1 or 2
 * @param delaySeconds until it is published (MQTT 5, 3.1.3.2.2)
 */
record Will(String topic, byte[] payload, int qos, boolean retain, long delaySeconds) {

    static final List<Key> KEYS = List.of(
            Key.optional(
                    "will-topic",
                    Key.Type.TEXT,
                    "本机失联时由代理发布遗嘱的主题",
                    "topic of the last will, published for us when we are gone"),
            Key.optional("will-payload", Key.Type.TEXT, "遗嘱内容（默认为空）", "the last will (default empty)"),
            Key.optional("will-qos", Key.Type.INTEGER, "遗嘱的服务质量（默认 0）", "its quality of service (default 0)"),
            Key.optional(
                    "will-retain", Key.Type.FLAG, "遗嘱是否保留（默认 false）", "whether the broker keeps it (default false)"),
            Key.optional(
                    "will-delay",
                    Key.Type.INTEGER,
                    "遗嘱延迟，秒，MQTT 5（默认 0）",
                    "delay of the last will in seconds, MQTT 5 (default 0)"));

    static Optional<Will> of(Settings settings) {
        Optional<String> topic = settings.text("will-topic");
        Optional<String> other =
                KEYS.stream().map(Key::name).filter(settings.keys()::contains).findFirst();
        if (topic.isEmpty() && other.isPresent()) {
            throw new InputException(new Problem(
                    settings.placeOf(other.get()),
                    new Text("%s 需要 will-topic", "%s needs will-topic").with(other.get()),
                    new Text("请给出遗嘱的主题", "give the last will a topic")));
        }
        return topic.map(given -> of(settings, given));
    }

    private static Will of(Settings settings, String topic) {
        if (!TopicFilter.isTopic(topic)) {
            throw Nested.wrong(
                    settings,
                    "will-topic",
                    "will-topic",
                    settings.shown("will-topic").orElse(""),
                    "a/b");
        }
        int qos = settings.integer("will-qos").orElse(0);
        if (qos < 0 || qos > 2) {
            throw Nested.wrong(settings, "will-qos", "will-qos", Integer.toString(qos), "0, 1, 2");
        }
        int delay = settings.integer("will-delay").orElse(0);
        if (delay < 0) {
            throw Nested.wrong(settings, "will-delay", "will-delay", Integer.toString(delay), "0, 1, 2, …");
        }
        return new Will(
                topic,
                settings.text("will-payload").orElse("").getBytes(StandardCharsets.UTF_8),
                qos,
                settings.flag("will-retain").orElse(false),
                delay);
    }
}
