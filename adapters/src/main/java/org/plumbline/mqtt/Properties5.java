package org.plumbline.mqtt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;

/**
 * Properties of what is sent: MQTT 5, 2.2.2.
 *
 * @param user of CONNECT (3.1.2.11.8)
 * @param publishUser of each PUBLISH (3.3.2.3.7)
 * @param expirySeconds how long the broker may keep a message (3.3.2.3.3)
 */
record Properties5(
        Map<String, String> user,
        Map<String, String> publishUser,
        Optional<String> contentType,
        Optional<String> responseTopic,
        Optional<Integer> expirySeconds) {

    static final List<Key> KEYS = List.of(
            Key.optional(
                    "user-properties",
                    Key.Type.TREE,
                    "连接时的用户属性，映射，MQTT 5",
                    "user properties of the connection, a mapping, MQTT 5"),
            Key.optional(
                    "publish-user-properties",
                    Key.Type.TREE,
                    "每条命令的用户属性，映射，MQTT 5",
                    "user properties of each command, a mapping, MQTT 5"),
            Key.optional("content-type", Key.Type.TEXT, "命令的内容类型，MQTT 5", "content type of commands, MQTT 5"),
            Key.optional("response-topic", Key.Type.TEXT, "命令的应答主题，MQTT 5", "response topic of commands, MQTT 5"),
            Key.optional(
                    "message-expiry", Key.Type.INTEGER, "命令的有效期，秒，MQTT 5", "lifetime of commands in seconds, MQTT 5"));

    static Properties5 of(Settings settings) {
        settings.integer("message-expiry").filter(seconds -> seconds < 0).ifPresent(seconds -> {
            throw Nested.wrong(settings, "message-expiry", "message-expiry", seconds.toString(), "0, 1, 2, …");
        });
        return new Properties5(
                texts(settings, "user-properties"),
                texts(settings, "publish-user-properties"),
                settings.text("content-type"),
                settings.text("response-topic"),
                settings.integer("message-expiry"));
    }

    private static Map<String, String> texts(Settings settings, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Nested.mapping(settings, key).forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }

    List<UserProperty> connecting() {
        return properties(user);
    }

    /** A new one for each message: the client library writes into it. */
    MqttProperties publishing() {
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(properties(publishUser));
        contentType.ifPresent(properties::setContentType);
        responseTopic.ifPresent(properties::setResponseTopic);
        expirySeconds.ifPresent(seconds -> properties.setMessageExpiryInterval(seconds.longValue()));
        return properties;
    }

    private static List<UserProperty> properties(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> new UserProperty(entry.getKey(), entry.getValue()))
                .toList();
    }
}
