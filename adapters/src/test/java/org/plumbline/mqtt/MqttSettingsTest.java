package org.plumbline.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

class MqttSettingsTest {

    private static final Secrets SECRETS =
            new Secrets(Map.of("PASSWORD", "hunter2", "BROKER", "tcp://u:hunter2@h:1883", "BAD", "hunter2:x")::get);

    private static MqttSettings settings(Map<String, Object> changes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("broker", "tcp://h:1883");
        values.put("subscribe", List.of("a/#", "b"));
        values.putAll(changes);
        Map<String, Place> places = new LinkedHashMap<>();
        values.keySet().forEach(key -> places.put(key, new Place("device.yaml", 7, 5)));
        return MqttSettings.of(new ChannelSpec(
                "state", "device", "mqtt", "json", new Settings(values, places, Place.of("device.yaml"), SECRETS)));
    }

    @Test
    void haveDefaults() {
        MqttSettings settings = settings(Map.of());
        assertThat(settings.five()).isFalse();
        assertThat(List.of(settings.qos(), settings.keepAliveSeconds(), settings.timeoutSeconds()))
                .containsExactly(0, 15, 10);
        assertThat(settings.subscribe()).containsExactly(Subscription.to("a/#"), Subscription.to("b"));
        assertThat(settings.reconnect()).isFalse();
        assertThat(settings.username()).isEmpty();
        assertThat(settings.clientId())
                .startsWith("plumbline-")
                .isNotEqualTo(settings(Map.of()).clientId());
        assertThat(settings(Map.of("version", 5)).five()).isTrue();
        assertThat(settings(Map.of("keep-alive", 0)).keepAliveSeconds()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "version, 4, '3.1.1, 5'",
        "qos, 3, '0, 1, 2'",
        "qos, -1, '0, 1, 2'",
        "keep-alive, -1, 0 … 65535",
        "keep-alive, 65536, 0 … 65535",
        "connect-timeout, 0, 1 … 86400",
        "connect-timeout, 86401, 1 … 86400",
        "broker, h:1883, 'tcp://HOST:1883, ssl://HOST:8883, embedded'",
        "broker, http://h, 'tcp://HOST:1883, ssl://HOST:8883, embedded'",
        "broker, 'tcp://h h', 'tcp://HOST:1883, ssl://HOST:8883, embedded'",
        "broker, 'tcp:///x', 'tcp://HOST:1883, ssl://HOST:8883, embedded'",
        "broker, '${env:BAD}', 'tcp://HOST:1883, ssl://HOST:8883, embedded'",
    })
    void thatAreWrongAreSaidWithTheirPlaceAndWithoutSecrets(String key, String value, String right) {
        assertThatThrownBy(() -> settings(Map.of(key, value))).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.EN))
                    .isEqualTo("device.yaml:7:5: " + key + " cannot be " + value + "; use: " + right);
            assertThat(e.message(Language.ZH))
                    .isEqualTo("device.yaml:7:5: " + key + " 的值 " + value + " 无效；可用: " + right);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://h, tcp://h:1883",
        "ssl://h, tcp://h:8883",
        "ssl://[::1]:1, tcp://[::1]:1",
        "ws://h/mqtt, ws://h:80/mqtt",
        "wss://h/mqtt?a=%20, ws://h:443/mqtt?a=%20"
    })
    void leaveTlsOutOfTheAddressForTheClient(String broker, String plain) {
        assertThat(settings(Map.of("broker", broker)).plainBroker()).isEqualTo(plain);
    }

    @Test
    void haveOptionsForEachFilter() {
        assertThat(settings(Map.of(
                                "version",
                                5,
                                "qos",
                                1,
                                "subscribe-options",
                                Map.of("a/#", Map.of("qos", 2, "no-local", true, "retain-handling", "none"))))
                        .subscribe())
                .containsExactly(new Subscription("a/#", 2, true, 2), new Subscription("b", 1, true, 0));
    }

    static Stream<Arguments> wrongOptions() {
        return Stream.of(
                Arguments.of(
                        Map.of("subscribe-options", Map.of("c", Map.of("qos", 2))),
                        "there can be no c in subscribe-options; use: a/#, b"),
                Arguments.of(
                        Map.of("subscribe-options", Map.of("b", Map.of("no-local", true))),
                        "there can be no no-local in subscribe-options; use: qos"),
                Arguments.of(
                        Map.of("subscribe-options", Map.of("b", Map.of("qos", 3))), "qos cannot be 3; use: 0, 1, 2"),
                Arguments.of(Map.of("subscribe-options", Map.of("b", 2)), "subscribe-options cannot be 2; use: {…: …}"),
                Arguments.of(Map.of("will-qos", 1), "will-qos needs will-topic; give the last will a topic"),
                Arguments.of(Map.of("will-topic", "a/#"), "will-topic cannot be a/#; use: a/b"),
                Arguments.of(Map.of("will-topic", "a", "will-qos", 3), "will-qos cannot be 3; use: 0, 1, 2"),
                Arguments.of(
                        Map.of("content-type", "text/plain"),
                        "content-type is for MQTT 5 only; set version: 5, or take content-type out"),
                Arguments.of(
                        Map.of("version", 5, "message-expiry", -1), "message-expiry cannot be -1; use: 0, 1, 2, …"),
                Arguments.of(
                        Map.of("subscribe", List.of("a/：/#")),
                        "subscribe holds a character that the client library of MQTT 3.1.1 does not take: U+FF1A (：);"
                                + " set version: 5, or write another character"),
                Arguments.of(
                        Map.of("version", 5, "user-properties", Map.of("a", "b\tc")),
                        "user-properties holds a character that the client library of MQTT 5 does not take: U+0009;"
                                + " take it out"));
    }

    @Test
    void haveAllCharactersThatTheClientTakes() {
        assertThat(settings(Map.of("version", 5, "subscribe", List.of("温度：1/\uD83D\uDE00")))
                        .filters())
                .containsExactly("温度：1/\uD83D\uDE00");
        assertThat(settings(Map.of("subscribe", List.of("温度/é"))).filters()).containsExactly("温度/é");
    }

    @ParameterizedTest
    @MethodSource("wrongOptions")
    void sayWhichOptionIsWrong(Map<String, Object> changes, String message) {
        assertThatThrownBy(() -> settings(changes))
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.message(Language.EN))
                        .isEqualTo("device.yaml:7:5: " + message));
    }

    @ParameterizedTest
    @CsvSource({
        "rov/#, rov/1/alarms/#",
        "rov/+/state, rov/1/#",
        "a/b, a/b",
        "a/#, a",
        "+/x, a/+",
        "$share/g/a/#, a/b",
        "$SYS/#, $SYS/broker",
    })
    void refuseFiltersByWhichAMessageWouldComeTwice(String one, String other) {
        assertThatThrownBy(() -> settings(Map.of("subscribe", List.of(one, other))))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.EN))
                            .isEqualTo(
                                    "device.yaml:7:5: the filters %s and %s have topics in common, whose messages would"
                                                    .formatted(one, other)
                                            + " come twice; keep one of them, or put the other into another channel");
                    assertThat(e.message(Language.ZH))
                            .isEqualTo("device.yaml:7:5: 过滤器 %s 与 %s 有共同的主题，其中的报文会收到两次；请只留其一，或放到另一个通道"
                                    .formatted(one, other));
                });
    }

    @ParameterizedTest
    @CsvSource({"rov/+/state, rov/+/link", "a/+, a/b/c", "a/b/c, a/+", "#, $SYS/#", "+/x, $SYS/x", "a/b/#, a"})
    void takeFiltersThatHaveNoTopicInCommon(String one, String other) {
        assertThat(settings(Map.of("subscribe", List.of(one, other))).subscribe())
                .hasSize(2);
    }

    @Test
    void refuseCertificatesWithoutTls() {
        assertThatThrownBy(() -> settings(Map.of("ca", "ca.pem"))).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.EN))
                    .isEqualTo("device.yaml:7:5: ca is for TLS, but the broker is not at ssl:// or wss://;"
                            + " use ssl://HOST:8883, or take ca out");
            assertThat(e.message(Language.ZH))
                    .isEqualTo("device.yaml:7:5: ca 用于 TLS，但代理地址不是 ssl:// 或 wss://；请改用 ssl://HOST:8883，或删除 ca");
        });
    }

    @Test
    void neverShowASecret() {
        MqttSettings settings = settings(Map.of("broker", "${env:BROKER}", "password", "${env:PASSWORD}"));
        assertThat(settings.password()).contains("hunter2");
        assertThat(settings.broker()).isEqualTo("tcp://u:hunter2@h:1883");
        assertThat(settings).hasToString("state at ${env:BROKER}");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(three(0, new UnknownHostException("h")), "找不到主机", "the host is not known"),
                Arguments.of(five(0, new ConnectException("refused")), "连接被拒绝", "the connection was refused"),
                Arguments.of(three(0, new SocketTimeoutException()), "连接超时", "the connection timed out"),
                Arguments.of(
                        five(0, new SSLHandshakeException("no trust")),
                        "TLS 握手失败（no trust）",
                        "the TLS handshake failed (no trust)"),
                Arguments.of(three(4, null), "用户名或口令错误", "user name or password is wrong"),
                Arguments.of(five(0x86, null), "用户名或口令错误", "user name or password is wrong"),
                Arguments.of(three(5, null), "未获授权（用户名或口令错误？）", "not authorised (wrong user name or password?)"),
                Arguments.of(five(0x87, null), "未获授权（用户名或口令错误？）", "not authorised (wrong user name or password?)"),
                Arguments.of(new IllegalStateException("x"), "连接中断（x）", "the connection broke (x)"),
                Arguments.of(
                        new IllegalStateException(new IllegalArgumentException()),
                        "连接中断（IllegalArgumentException）",
                        "the connection broke (IllegalArgumentException)"));
    }

    private static Exception three(int code, @Nullable Throwable cause) {
        return cause == null
                ? new org.eclipse.paho.client.mqttv3.MqttException(code)
                : new org.eclipse.paho.client.mqttv3.MqttException(cause);
    }

    private static Exception five(int code, @Nullable Throwable cause) {
        return cause == null
                ? new org.eclipse.paho.mqttv5.common.MqttException(code)
                : new org.eclipse.paho.mqttv5.common.MqttException(cause);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failuresOfTheClientAreSaidInWords(Throwable failure, String zh, String en) {
        assertThat(MqttCause.of(failure)).isEqualTo(new Text(zh, en));
    }

    static Stream<Arguments> remedies() {
        return Stream.of(
                Arguments.of(
                        three(0, new SocketTimeoutException()),
                        "check the host's address, that it is switched on, and"
                                + " that no firewall drops what goes to the port"),
                Arguments.of(
                        five(0, new SSLHandshakeException("no trust")),
                        "check that the port is one for TLS (often 8883), and the certificates"),
                Arguments.of(three(1, null), "write another version (3.1.1 or 5)"),
                Arguments.of(five(0x84, null), "write another version (3.1.1 or 5)"),
                Arguments.of(three(2, null), "write another client-id"),
                Arguments.of(five(0x85, null), "write another client-id"),
                Arguments.of(five(0x89, null), "take clients off the broker or raise its limits, and try again later"),
                Arguments.of(five(0x8A, null), "see the broker's log, and try again"),
                Arguments.of(three(0, new EOFException()), "see the broker's log, and try again"));
    }

    @ParameterizedTest
    @MethodSource("remedies")
    void failuresHaveARemedyOfTheirOwn(Throwable failure, String remedy) {
        assertThat(MqttRemedy.of(failure).en()).isEqualTo(remedy);
    }
}
