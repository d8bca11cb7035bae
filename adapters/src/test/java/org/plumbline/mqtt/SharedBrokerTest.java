package org.plumbline.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;

class SharedBrokerTest {

    private static MqttSettings settings(Map<String, Object> settings) {
        return MqttSettings.of(new ChannelSpec("a", "device", "mqtt", "json", Settings.of(settings)));
    }

    /** Addresses of documentation (RFC 5737) are never this computer's. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:1883, tcp://127.0.0.1:1883, true",
        "127.0.0.1:1883, tcp://LOCALHOST, true",
        "127.0.0.1:1883, 'tcp://[::1]:1883', true",
        "127.0.0.1:1883, tcp://127.0.0.1:1884, false",
        "127.0.0.1:1883, ssl://127.0.0.1, false",
        "127.0.0.1:1883, tcp://192.0.2.1:1883, false",
        "0.0.0.0:1883, tcp://localhost:1883, true",
        "0.0.0.0:1883, tcp://0.0.0.0:1883, true",
        "0.0.0.0:1883, tcp://192.0.2.1:1883, false",
        "192.0.2.1:1883, tcp://192.0.2.1:1883, true",
        "192.0.2.1:1883, tcp://localhost:1883, false",
    })
    void isReachedWhereItListens(String listen, String broker, boolean reached) {
        MqttSettings own = settings(Map.of("broker", "embedded", "listen", listen, "subscribe", "a"));
        SharedBroker shared = new SharedBroker(own, own.listen().orElseThrow());
        assertThat(shared.isReachedBy(settings(Map.of("broker", broker, "subscribe", "a"))))
                .isEqualTo(reached);
    }
}
