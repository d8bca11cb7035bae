package org.plumbline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In milliseconds they have to fit into 32 bits with a sign. */
class IntervalsTest {

    private static MqttProperties with(MqttPropertyType type, long seconds) {
        MqttProperties properties = new MqttProperties();
        properties.add(new IntegerProperty(type.value(), (int) seconds));
        return properties;
    }

    private static Object seconds(MqttProperties properties, MqttPropertyType type) {
        return properties.getProperty(type.value()).value();
    }

    @ParameterizedTest
    @CsvSource({
        "1,          1",
        "2147483,    2147483",
        "2147484,    2147483",
        "2592000,    2147483",
        "4294967295, 2147483",
    })
    void areAtMostWhatTheBrokerCanReckonWith(long given, int taken) {
        MqttConnectMessage connect = MqttMessageBuilders.connect()
                .protocolVersion(MqttVersion.MQTT_5)
                .clientId("rov-1")
                .properties(with(MqttPropertyType.SESSION_EXPIRY_INTERVAL, given))
                .willFlag(true)
                .willTopic("rov-1/link")
                .willMessage(new byte[1])
                .willProperties(with(MqttPropertyType.WILL_DELAY_INTERVAL, given))
                .build();
        MqttPublishMessage publish = MqttMessageBuilders.publish()
                .topicName("rov-1/state")
                .qos(MqttQoS.AT_MOST_ONCE)
                .properties(with(MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL, given))
                .payload(Unpooled.EMPTY_BUFFER)
                .build();
        Intervals.shorten(connect);
        Intervals.shorten(publish);
        assertThat(seconds(connect.variableHeader().properties(), MqttPropertyType.SESSION_EXPIRY_INTERVAL))
                .isEqualTo(taken);
        assertThat(seconds(connect.payload().willProperties(), MqttPropertyType.WILL_DELAY_INTERVAL))
                .isEqualTo(taken);
        assertThat(seconds(publish.variableHeader().properties(), MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL))
                .isEqualTo(taken);
    }
}
