package org.plumbline.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import java.util.List;

/**
 * Times that a client of MQTT 5 gives. Artemis reckons with them in milliseconds of 32 bits, with a sign: a longer one would be
 * over at once, and the message, the session or the delay with it.
 */
final class Intervals {

    /** In seconds, more than 24 days; no run is that long. */
    static final int LONGEST = Integer.MAX_VALUE / 1000;

    private static final List<MqttPropertyType> TIMES = List.of(
            MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL,
            MqttPropertyType.SESSION_EXPIRY_INTERVAL,
            MqttPropertyType.WILL_DELAY_INTERVAL);

    private Intervals() {}

    /** Before the broker acts on it; the packet is recorded as it came. */
    static void shorten(MqttMessage packet) {
        if (packet instanceof MqttConnectMessage connect) {
            shorten(connect.variableHeader().properties());
            shorten(connect.payload().willProperties());
        } else if (packet instanceof MqttPublishMessage publish) {
            shorten(publish.variableHeader().properties());
        } else if (packet.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader farewell) {
            shorten(farewell.properties());
        }
    }

    private static void shorten(MqttProperties properties) {
        for (MqttPropertyType time : TIMES) {
            if (properties.getProperty(time.value()) instanceof IntegerProperty seconds
                    && Integer.compareUnsigned(seconds.value(), LONGEST) > 0) {
                properties.add(new IntegerProperty(time.value(), LONGEST));
            }
        }
    }
}
