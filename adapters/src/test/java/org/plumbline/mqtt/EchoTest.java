package org.plumbline.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.channel.Adapters;
import org.plumbline.error.InputException;
import org.plumbline.json.JsonCodec;
import org.plumbline.text.Language;
import org.plumbline.vda5050.Vda5050Codec;

/** A broker gives what the harness sends to the harness, too, where it is subscribed to it; and nothing where it is not. */
class EchoTest {

    private static final Adapters ADAPTERS =
            new Adapters(List.of(new MqttTransport()), List.of(new JsonCodec(), new Vda5050Codec()));
    private static final String ROV = "  rov: {transport: mqtt, codec: json, broker: \"tcp://h\", ";
    private static final String FIVE = ROV + "version: \"5\", ";

    private static final Secrets NO_SECRETS = new Secrets(name -> null);

    private static final String ACTIONS = "actions: [cancelOrder]";
    private static final String STOP = "topic: stop, payload: {}";

    @TempDir
    private Path folder;

    private Bench read(String channels, String signal, String command, Secrets secrets) throws IOException {
        Files.writeString(folder.resolve("device.yaml"), """
                device: {class: rov, manufacturer: Example, model: R-1, serial-number: "1", firmware: "1.0"}
                channels:
                %s
                signals:
                  depth: {channel: rov, %s}
                commands:
                  hold-depth: {channel: %s}
                  safe-state: {channel: rov, %s}
                """.formatted(
                        channels, signal, command, channels.contains("vda5050") ? ACTIONS : STOP));
        Path bench = Files.writeString(
                folder.resolve("bench.yaml"), "laboratory: {name: Example}\noperator: A\ndevice: device.yaml\n");
        return BenchFile.read(bench, ADAPTERS, secrets);
    }

    private Bench read(String channels, String signal, String command) throws IOException {
        return read(channels, signal, "rov, " + command, NO_SECRETS);
    }

    private Bench read(String channels, String topics) throws IOException {
        String[] two = topics.split(" > ");
        String topic = two[1].equals("any") ? "" : ", topic: \"" + two[1] + "\"";
        String command = "topic: \"" + two[0] + "\", payload: {depth: \"{depth}\"}";
        return read(channels, "pointer: /depth" + topic, command);
    }

    @Test
    void aSignalThatTheHarnesssOwnCommandWouldGiveIsRefused() {
        assertThatThrownBy(() -> read(ROV + "subscribe: [\"rov/#\"]}", "rov/1/command > any"))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.EN))
                            .isEqualTo(folder.resolve("device.yaml")
                                    + ":5:3: the signal \"depth\" may also come from the command \"hold-depth\" that the"
                                    + " harness itself sends, as if the device had given it; a broker gives messages to all"
                                    + " who subscribe, the sender too: give the signal a topic of the device's own, or narrow"
                                    + " subscribe of channel rov; on one channel no-local: true of version: \"5\" (the"
                                    + " default) does as well");
                    assertThat(e.message(Language.ZH))
                            .isEqualTo(folder.resolve("device.yaml")
                                    + ":5:3: 信号 \"depth\" 也可能取自本工具自己发送的命令 \"hold-depth\"，看似由设备给出；代理把报文发给每个订阅者，"
                                    + "包括发送者: 请给该信号写设备自己的 topic，或缩小通道 rov 的 subscribe；同一通道也可用 version: \"5\" 的"
                                    + " no-local: true（默认）");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rov/1/command > #",
                "rov/1/command > rov/+/command",
                "rov/{n}/command > rov/7/command",
                "rov/set-{what} > rov/set-depth",
                "rov/state > rov/state"
            })
    void whereverItsTopicMayBeThatOfTheCommand(String topics) {
        assertThatThrownBy(() -> read(ROV + "subscribe: [\"rov/#\"]}", topics)).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rov/1/command > rov/1/state",
                "rov/{n}/command > rov/+/state",
                "rov/set-{what} > rov/state",
                "other/command > any"
            })
    void whatIsTheDevicesAloneIsTaken(String topics) {
        assertThatCode(() -> read(ROV + "subscribe: [\"rov/#\"]}", topics)).doesNotThrowAnyException();
    }

    @Test
    void whatActsOnTheBenchsOwnBrokerIsPublishedToNobody() {
        assertThatCode(() -> read(
                        "  rov: {transport: mqtt, codec: json, broker: embedded, subscribe: [\"rov/#\", \"$mqtt/#\"]}",
                        "$mqtt/network/drop > any"))
                .doesNotThrowAnyException();
    }

    @Test
    void underMqtt5TheBrokerKeepsItsOwnMessagesFromAClient() {
        assertThatCode(() -> read(FIVE + "subscribe: [\"rov/#\"]}", "rov/1/command > any"))
                .doesNotThrowAnyException();
    }

    /** The last is shared, and must not ask for that. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscribe: [\"rov/#\"], subscribe-options: {\"rov/#\": {no-local: false}}}",
                "subscribe: [\"$share/group/rov/#\"]}"
            })
    void unlessItIsNotAskedTo(String subscribe) {
        assertThatThrownBy(() -> read(FIVE + subscribe, "rov/1/command > any")).isInstanceOf(InputException.class);
    }

    /** Another channel is another client. */
    @Test
    void anotherChannelHearsItWhereItsBrokerIsTheSame() {
        String link =
                "  link: {transport: mqtt, codec: json, broker: embedded, version: \"5\", subscribe: [rov/1/ack]}\n";
        String other = link + FIVE.replace("tcp://h", "tcp://127.0.0.1:%d") + "subscribe: [\"rov/#\"]}";
        String command = "link, topic: rov/1/command, payload: {depth: 4}";
        assertThatThrownBy(() -> read(other.formatted(1883), "pointer: /depth", command, NO_SECRETS))
                .isInstanceOf(InputException.class);
        assertThatCode(() -> read(other.formatted(1884), "pointer: /depth", command, NO_SECRETS))
                .doesNotThrowAnyException();
    }

    /** One broker can be written in many ways; two on one computer have other ports. */
    @ParameterizedTest
    @CsvSource({
        "tcp://10.0.0.5, tcp://10.0.0.5:1883, true",
        "tcp://10.0.0.5, ssl://10.0.0.5, true",
        "ssl://h:8883, tcp://h:1883, true",
        "tcp://Broker.example, tcp://broker.example:1883, true",
        "tcp://localhost, tcp://127.0.0.1:1883, true",
        "tcp://[::1]:1883, tcp://LOCALHOST, true",
        "ws://h/mqtt, wss://h/mqtt, true",
        "embedded, tcp://localhost:1883, true",
        "tcp://h:1883, tcp://h:1884, false",
        "tcp://h:18883, ssl://h:8883, false",
        "tcp://10.0.0.5, tcp://10.0.0.6, false",
        "embedded, tcp://localhost:1884, false"
    })
    void aBrokerIsTheSameHoweverItIsWritten(String one, String other, boolean same) {
        String channels =
                "  link: {transport: mqtt, codec: json, broker: \"%s\", subscribe: [rov/1/ack]}%n".formatted(one)
                        + ROV.replace("tcp://h", other) + "subscribe: [\"rov/#\"]}";
        ThrowingCallable reading =
                () -> read(channels, "pointer: /depth", "link, topic: rov/1/command, payload: {depth: 4}", NO_SECRETS);
        if (same) {
            assertThatThrownBy(reading)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("may also come from the command \"hold-depth\"");
        } else {
            assertThatCode(reading).doesNotThrowAnyException();
        }
    }

    /** VDA 5050 signals always have a topic. */
    @Test
    void anOrderIsNoState() throws IOException {
        String amr =
                "  rov: {transport: mqtt, codec: vda5050, vda5050-version: \"2.1\", manufacturer: E, serial-number: A,"
                        + " broker: \"tcp://h\", subscribe: [uagv/v2/E/A/+]}";
        assertThatCode(() -> read(amr, "topic: state, field: orderId", ACTIONS)).doesNotThrowAnyException();
        assertThatThrownBy(() -> read(amr, "topic: instantActions, field: headerId", ACTIONS))
                .isInstanceOf(InputException.class);
        String link = "  link: {transport: mqtt, codec: json, broker: \"tcp://h\", subscribe: [x]}\n";
        String any = "link, topic: \"uagv/v2/E/A/{what}\", payload: {orderId: o}";
        assertThatThrownBy(() -> read(link + amr, "topic: state, field: orderId", any, NO_SECRETS))
                .isInstanceOf(InputException.class);
        assertThatCode(() ->
                        read(link + amr, "topic: state, field: orderId", any.replace("A/{", "A/set-{"), NO_SECRETS))
                .doesNotThrowAnyException();
    }

    @Test
    void whatWasRecordedOnceIsStillRead() {
        assertThatCode(() -> read(
                        ROV + "subscribe: [\"rov/#\"]}",
                        "pointer: /depth",
                        "rov, topic: rov/1/command, payload: {depth: 4}",
                        Secrets.withheld()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'drop, payload: {clent: rov-1}', it has no clent; payload may say: client",
        "'dropp, payload: {}', 'use: refuse, admit, drop, hold, release, stop, start'",
        "'hold, payload: {for: 2}', 'hold needs a time, such as payload: {for: 2 s}'"
    })
    void anActOnTheNetworkThatIsNoneIsRefusedWithItsPlace(String act, String remedy) {
        assertThatThrownBy(() -> read(
                        ROV + "subscribe: [rov/state]}",
                        "pointer: /depth",
                        "rov, topic: $mqtt/network/" + act,
                        NO_SECRETS))
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.message(Language.EN))
                        .startsWith(
                                folder.resolve("device.yaml") + ":7:3: channel rov: the broker cannot do the command")
                        .endsWith(remedy));
    }

    private static final String BENCHS_OWN = ROV.replace("\"tcp://h\"", "embedded");
    private static final String AMR =
            ROV.replace("json", "vda5050") + "vda5050-version: \"2.1\", manufacturer: E, serial-number: A, ";

    /** It would look like a device that says nothing. */
    @ParameterizedTest
    @CsvSource({
        "'subscribe: [rov/1/state]}', rov/2/state, 'does not subscribe to rov/2/state (subscribe: [rov/1/state])'",
        "'subscribe: [rov/+, sub/#]}', rov/1/state, 'does not subscribe to rov/1/state (subscribe: [rov/+, sub/#])'",
        "'subscribe: []}', any, does not subscribe to # (subscribe: [])",
        "'subscribe: [$SYS/uptime]}', any, does not subscribe to # (subscribe: [$SYS/uptime])"
    })
    void aTopicThatTheChannelDoesNotSubscribeToIsRefused(String subscribe, String topic, String why) {
        assertThatThrownBy(() -> read(ROV + subscribe, "stop/it > " + topic))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("device.yaml")
                        + ":5:3: no value of the signal \"depth\" can ever come: channel rov " + why
                        + "; add it to subscribe, or correct the signal's topic");
    }

    @ParameterizedTest
    @CsvSource({
        "'subscribe: [rov/1/state]}', rov/+/state",
        "'subscribe: [\"rov/#\"]}', any",
        "'subscribe: [$share/group/rov/1/state]}', rov/1/state",
        "'subscribe: [$exclusive/rov/1/state]}', rov/1/state"
    })
    void aTopicThatItMayGetIsTaken(String subscribe, String topic) {
        assertThatCode(() -> read(ROV + subscribe, "stop/it > " + topic)).doesNotThrowAnyException();
    }

    /** They come without a subscription, at the bench's own broker alone. */
    @Test
    void controlPacketsComeWhereTheyAreRecorded() {
        String packet = "stop/it > $mqtt/in/CONNECT/rov-1";
        assertThatCode(() -> read(BENCHS_OWN + "subscribe: []}", packet)).doesNotThrowAnyException();
        assertThatThrownBy(() -> read(BENCHS_OWN + "packets: false, subscribe: [rov/1/state]}", packet))
                .hasMessageEndingWith(
                        "channel rov records no control packets (packets: false); take packets: false out, or"
                                + " use a channel that records them");
        assertThatThrownBy(() -> read(ROV + "subscribe: [\"rov/#\"]}", packet))
                .hasMessageEndingWith(
                        "only the bench's own broker gives control packets ($mqtt/in/CONNECT/rov-1); write broker:"
                                + " embedded, or a topic of the device's own");
    }

    @Test
    void aVehiclesTopicsHaveToBeSubscribedToAsWell() {
        assertThatThrownBy(() -> read(AMR + "subscribe: [uagv/v2/E/B/+]}", "topic: state, field: orderId", ACTIONS))
                .hasMessageContaining(
                        "channel rov does not subscribe to uagv/v2/E/A/state (subscribe: [uagv/v2/E/B/+])");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rov/#/state", "rov/1+/state", "rov#"})
    void aTopicThatIsNoFilterIsRefused(String topic) {
        assertThatThrownBy(() -> read(ROV + "subscribe: [\"rov/#\"]}", "stop/it > " + topic))
                .hasMessage(
                        folder.resolve("device.yaml") + ":5:42: \"" + topic
                                + "\" is no topic filter; + and # stand alone in their level, # in the last one only, such as a/b, a/+/b, a/#");
    }
}
