package org.plumbline.broker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperties;
import java.util.Locale;

/** The properties of a packet (MQTT 5, 2.2.2.2) as JSON, by their names. */
final class PacketProperties {

    private PacketProperties() {}

    static void put(ObjectNode fields, String name, MqttProperties properties) {
        // Netty's own isEmpty() does not count subscription identifiers and user properties
        var all = properties.listAll();
        if (all.isEmpty()) {
            return;
        }
        ObjectNode node = fields.putObject(name);
        for (MqttProperty<?> property : all) {
            MqttPropertyType type = MqttPropertyType.valueOf(property.propertyId());
            if (type != MqttPropertyType.AUTHENTICATION_DATA) {
                put(node, type, property);
            }
        }
    }

    private static void put(ObjectNode node, MqttPropertyType type, MqttProperty<?> property) {
        String name = name(type);
        if (property instanceof UserProperties user) {
            ArrayNode pairs = node.putArray(name);
            for (StringPair pair : user.value()) {
                pairs.addObject().put("name", pair.key).put("value", pair.value);
            }
        } else if (property.value() instanceof Integer number) {
            // a four-byte integer has no sign (MQTT 5, 1.5.3)
            node.put(name, Integer.toUnsignedLong(number));
        } else if (property.value() instanceof byte[] bytes) {
            node.put(name, bytes);
        } else {
            node.put(name, String.valueOf(property.value()));
        }
    }

    /** Netty has a name of its own for one of them. */
    private static String name(MqttPropertyType type) {
        return type == MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL
                ? "message-expiry-interval"
                : type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
