package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.broker.EmbeddedBroker;
import org.plumbline.channel.Value;
import org.plumbline.run.Run;
import org.plumbline.simulation.FreePort;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.verdict.Verdict;

/** Faults of brokers, networks and devices on them, each with its verdict and its sentence. */
@Timeout(120)
class NetworkFaultTest {

    @TempDir
    Path folder;

    private FaultBench mqtt(String broker, String more) throws IOException {
        return mqtt(broker, more, "");
    }

    private FaultBench mqtt(String broker, String more, String commands) throws IOException {
        return new FaultBench(folder, """
                channels:
                  nav: {transport: mqtt, broker: "%s", subscribe: ["rov-1/state"], codec: json%s}
                signals:
                  depth: {channel: nav, topic: rov-1/state, pointer: /depth, unit: m, uncertainty: 10 mm}
                  number: {channel: nav, topic: rov-1/state, pointer: /n}
                  sent-at: {channel: nav, topic: rov-1/state, pointer: /t, type: text, unit: s, uncertainty: 20 ms}
                %s
                """.formatted(broker, more, commands));
    }

    private static Verdict verdict(Run run, String requirement) {
        return run.requirement(requirement).orElseThrow().verdict();
    }

    private static String state(int number) {
        return "{\"depth\":1.5,\"n\":%d}".formatted(number);
    }

    @Test
    void aBrokerThatRestartsIsRecordedAndItsStretchNotJudged() throws Exception {
        EmbeddedBroker first = EmbeddedBroker.start(FreePort.next());
        CompletableFuture<EmbeddedBroker> second = new CompletableFuture<>();
        try (FastDevice device = new FastDevice(first.uri(), 1, NetworkFaultTest::state)) {
            assertThat(device).isNotNull();
            Run run = mqtt(first.uri(), ", reconnect: true")
                    .run(
                            () -> {
                                first.close();
                                second.completeAsync(() -> EmbeddedBroker.start(first.port()));
                            },
                            "FL-01",
                            "FL-03");
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(FaultBench.reasons(run, "FL-01")).singleElement().satisfies(reason -> {
                assertThat(reason.en())
                        .isEqualTo("channel nav was lost: the broker closed the connection;"
                                + " mend the cause, such as cable, power or broker, then run again");
                assertThat(reason.zh()).isEqualTo("通道 nav 中断: 代理关闭了连接；请排除原因（如接线、电源、代理）后重新运行");
            });
            assertThat(FaultBench.recorded(run, ChannelEvent.class))
                    .extracting(ChannelEvent::kind)
                    .containsSubsequence(ChannelEvent.Kind.OPENED, ChannelEvent.Kind.LOST, ChannelEvent.Kind.RESTORED);
            assertThat(verdict(run, "FL-03"))
                    .as(FaultBench.reasons(run, "FL-03").toString())
                    .isEqualTo(Verdict.PASS);
        } finally {
            second.get(30, TimeUnit.SECONDS).close();
        }
    }

    /** It listens, and answers every CONNECT with that return or reason code (MQTT 3.1.1 and 5, 3.2). */
    private static ServerSocket brokerThatRefuses(String version, int code) throws IOException {
        ServerSocket broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        byte[] connack =
                version.equals("5") ? new byte[] {0x20, 3, 0, (byte) code, 0} : new byte[] {0x20, 2, 0, (byte) code};
        serve(broker, socket -> {
            InputStream in = socket.getInputStream();
            in.readNBytes(2);
            in.read(new byte[1000]);
            socket.getOutputStream().write(connack);
            in.transferTo(OutputStream.nullOutputStream());
        });
        return broker;
    }

    private interface Service {
        void to(Socket client) throws IOException;
    }

    private static void serve(ServerSocket server, Service service) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    service.to(client);
                } catch (IOException e) {
                    // the client or the server has gone
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @ParameterizedTest
    @CsvSource({
        "3.1.1, 3, 代理暂不可用（原因码 0x03）, the broker is not available (reason code 0x03)",
        "5, 0x97, 代理的配额已用完（原因码 0x97）, the broker's quota is used up (reason code 0x97)",
        "5, 0x9F, 代理限制了连接频率（原因码 0x9F）, the broker limits the rate of connections (reason code 0x9F)",
    })
    void aBrokerThatIsFullIsAnErrorOfTheBench(String version, String code, String zh, String en) throws IOException {
        try (ServerSocket broker = brokerThatRefuses(version, Integer.decode(code))) {
            String uri = "tcp://127.0.0.1:" + broker.getLocalPort();
            Run run = mqtt(uri, ", version: \"" + version + "\"").run("FL-01");
            FaultBench.assertIncident(
                    run,
                    "通道 nav 无法连接 MQTT 代理 " + uri + ": " + zh + "；请减少代理的客户端或提高其上限，稍后再试",
                    "channel nav: no connection to the MQTT broker " + uri + ": " + en
                            + "; take clients off the broker or raise its limits, and try again later");
        }
    }

    /** Mosquitto closes the connection so; each one that it turns away gives one of the next a place. */
    @Test
    void aBrokerThatIsFullAndDoesNotSaySoIsAnErrorOfTheBench() throws IOException {
        try (ServerSocket broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            serve(broker, client -> client.getInputStream().read(new byte[1000]));
            String uri = "tcp://127.0.0.1:" + broker.getLocalPort();
            FaultBench.assertIncident(
                    mqtt(uri, "").run("FL-01"),
                    "通道 nav 无法连接 MQTT 代理 " + uri + ": 代理未应答就关闭了连接: 可能已满，或要求 TLS；请查看代理的日志；",
                    "channel nav: no connection to the MQTT broker " + uri
                            + ": the broker closed the connection before it answered: it may be full, or expect TLS;"
                            + " see the broker's log; ");
        }
    }

    private static final String COMMANDS = """
            commands:
              dive: {channel: nav, topic: rov-1/command, payload: {dive: true}}
              safe-state: {channel: nav, topic: rov-1/command, payload: {dive: false}}
            """;

    /** Nobody knows whether a device reacts to what it never got: it is no fail, as it is where the broker says nothing. */
    @ParameterizedTest
    @CsvSource({"5, 1, INCONCLUSIVE", "3.1.1, 1, FAIL", "5, 0, FAIL"})
    @EnabledIf(
            value = "org.plumbline.cli.Mosquitto#installed",
            disabledReason = "mosquitto is not installed (apt-get install mosquitto)")
    void aCommandThatNobodySubscribesToShowsNothing(String version, int qos, Verdict verdict) throws Exception {
        try (Mosquitto broker = Mosquitto.open(folder);
                FastDevice device = new FastDevice(broker.uri(), 1, NetworkFaultTest::state)) {
            assertThat(device).isNotNull();
            String more = ", version: \"%s\", qos: %d".formatted(version, qos);
            Run run = mqtt(broker.uri(), more, COMMANDS).run("FL-05");
            assertThat(verdict(run, "FL-05"))
                    .as(FaultBench.reasons(run, "FL-05").toString())
                    .isEqualTo(verdict);
            Text unheard = new Text(
                    "命令 dive 无人接收（主题 rov-1/command 无人订阅，原因码 0x10），无法证明未反应",
                    "command dive reached nobody (nobody is subscribed to rov-1/command, reason code 0x10):"
                            + " no proof either way");
            assertThat(FaultBench.reasons(run, "FL-05").contains(unheard)).isEqualTo(verdict == Verdict.INCONCLUSIVE);
        }
    }

    /** A device that is subscribed no longer is one that does not react. */
    @Test
    @EnabledIf(
            value = "org.plumbline.cli.Mosquitto#installed",
            disabledReason = "mosquitto is not installed (apt-get install mosquitto)")
    void aDeviceThatWasSubscribedAndIsNoLongerFails() throws Exception {
        try (Mosquitto broker = Mosquitto.open(folder);
                FastDevice device = new FastDevice(broker.uri(), 1, NetworkFaultTest::state);
                MqttAsyncClient listener = new MqttAsyncClient(broker.uri(), "once", new MemoryPersistence())) {
            assertThat(device).isNotNull();
            listener.connect().waitForCompletion(5_000);
            listener.subscribe("rov-1/command", 1, (topic, message) -> listener.unsubscribe(topic))
                    .waitForCompletion(5_000);
            Run run = mqtt(broker.uri(), ", version: \"5\", qos: 1", COMMANDS).run("FL-06");
            assertThat(verdict(run, "FL-06"))
                    .as(FaultBench.reasons(run, "FL-06").toString())
                    .isEqualTo(Verdict.FAIL);
            assertThat(FaultBench.reasons(run, "FL-06")).singleElement().satisfies(reason -> {
                assertThat(reason.en())
                        .endsWith("; the broker says that the command reached nobody (nobody is subscribed to"
                                + " rov-1/command, reason code 0x10), but earlier in this run somebody was subscribed");
                assertThat(reason.zh()).endsWith("；代理称命令无人接收（主题 rov-1/command 无人订阅，原因码 0x10），但本次运行中此前有人订阅");
            });
            listener.disconnect().waitForCompletion(5_000);
        }
    }

    /** Made two years ago for a year, by the JDK's own tool. */
    private SSLContext broker(KeyStore keys) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, "secret".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }

    /** @param dates as the options of keytool */
    private KeyStore keys(String dates) throws Exception {
        Path store = folder.resolve("broker.p12");
        keytool(
                "-genkeypair -alias broker -keyalg EC -groupname secp256r1 -dname CN=broker -ext SAN=ip:127.0.0.1" + " "
                        + dates + " -storetype PKCS12 -storepass secret -keystore",
                store);
        keytool(
                "-exportcert -rfc -alias broker -storepass secret -file " + folder.resolve("ca.pem") + " -keystore",
                store);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        return keys;
    }

    private static void keytool(String arguments, Path store) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.add(store.toString());
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    /** The broker signed it for itself, and it is trusted. */
    @Test
    void aCertificateThatHasExpiredIsAnErrorOfTheBenchThatNamesIt() throws Exception {
        KeyStore keys = keys("-startdate -2y -validity 365");
        Instant end =
                ((X509Certificate) keys.getCertificate("broker")).getNotAfter().toInstant();
        try (ServerSocket broker =
                broker(keys).getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            serve(broker, client -> client.getInputStream().read());
            String uri = "ssl://127.0.0.1:" + broker.getLocalPort();
            FaultBench.assertIncident(
                    mqtt(uri, ", ca: ca.pem").run("FL-01"),
                    "通道 nav 无法连接 MQTT 代理 " + uri + ": 代理的证书 CN=broker 已于 " + end + " 过期；请更换该证书，并检查本机时钟",
                    "channel nav: no connection to the MQTT broker " + uri
                            + ": the broker's certificate CN=broker expired at " + end
                            + "; renew that certificate, and check this computer's clock");
        }
    }

    /** The authorities that Java knows did not sign it. */
    @Test
    void aProbeSaysWhichCertificateIsNotTrusted() throws Exception {
        KeyStore keys = keys("-validity 365");
        String fingerprint = HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(keys.getCertificate("broker").getEncoded()));
        try (ServerSocket broker =
                broker(keys).getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            serve(broker, client -> client.getInputStream().read());
            String uri = "ssl://127.0.0.1:" + broker.getLocalPort();
            assertThat(mqtt(uri, "")).isNotNull();
            String bench = folder.resolve("bench.yaml").toString();
            Outcome outcome = Outcome.of("probe", "--lang", "en", "--bench", bench, "--for", "1s");
            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(4);
            assertThat(outcome.out())
                    .contains("! nav: channel nav: no connection to the MQTT broker " + uri
                            + ": the broker's certificate CN=broker, issued by CN=broker, is not trusted (SHA-256 fingerprint "
                            + fingerprint
                            + "); compare the fingerprint, and name the issuer's certificate file in ca");
        }
    }

    @Test
    void aNameThatIsNotKnownIsAnErrorOfTheBench() throws IOException {
        FaultBench.assertIncident(
                mqtt("tcp://broker.invalid:1883", "").run("FL-01"),
                "通道 nav 无法连接 MQTT 代理 tcp://broker.invalid:1883: 找不到主机",
                "channel nav: no connection to the MQTT broker tcp://broker.invalid:1883: the host is not known");
    }

    /** Its power is gone: it says no farewell, and the network still takes what is sent. */
    @Test
    void aConnectionOfWhichOnlyOurHalfIsLeftIsAnErrorOfTheBench() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            serve(server, client -> {
                client.getOutputStream().write((SerialDevice.depth(10) + SerialDevice.depth(11)).getBytes(US_ASCII));
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            });
            Run run = new FaultBench(folder, """
                    channels:
                      nav: {transport: tcp, host: 127.0.0.1, port: %d, silence-timeout: 1, codec: nmea-0183}
                    signals:
                      depth: {channel: nav, sentence: DPT, field: 1, unit: m}
                    """.formatted(server.getLocalPort())).run("FL-01");
            FaultBench.assertIncident(run, "通道 nav 中断: 1 s 内未收到任何字节", "channel nav was lost: no byte has come for 1 s");
            assertThat(verdict(run, "FL-01")).isEqualTo(Verdict.ERROR);
        }
    }

    /** It is found out at the end of the stretch: the keep-alive of 15 s would tell after the run. */
    @ParameterizedTest
    @ValueSource(strings = {"3.1.1", "5"})
    @EnabledIf(
            value = "org.plumbline.cli.Mosquitto#installed",
            disabledReason = "mosquitto is not installed (apt-get install mosquitto)")
    void aSilenceOfTheConnectionToTheBrokerIsNoneOfTheDevice(String version) throws Exception {
        try (Mosquitto broker = Mosquitto.open(folder);
                FastDevice device = new FastDevice(broker.uri(), 1, NetworkFaultTest::state)) {
            assertThat(device).isNotNull();
            Run run = mqtt(broker.uri(), ", version: \"%s\"".formatted(version)).run(broker::freeze, "FL-07");
            FaultBench.assertIncident(
                    run, "通道 nav 中断: 代理没有及时应答", "channel nav was lost: the broker did not answer in time");
            assertThat(verdict(run, "FL-07")).isEqualTo(Verdict.ERROR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.1.1", "5"})
    @EnabledIf(
            value = "org.plumbline.cli.Mosquitto#installed",
            disabledReason = "mosquitto is not installed (apt-get install mosquitto)")
    void aConnectionToTheBrokerThatAnswersAfterAllIsJudgedFromThereOn(String version) throws Exception {
        try (Mosquitto broker = Mosquitto.open(folder);
                FastDevice device = new FastDevice(broker.uri(), 1, NetworkFaultTest::state)) {
            assertThat(device).isNotNull();
            Run run = mqtt(broker.uri(), ", reconnect: true, version: \"%s\"".formatted(version))
                    .run(broker::freeze, broker::thaw, "FL-01", "FL-07");
            assertThat(verdict(run, "FL-01")).isEqualTo(Verdict.ERROR);
            assertThat(verdict(run, "FL-07"))
                    .as(FaultBench.reasons(run, "FL-07").toString())
                    .isEqualTo(Verdict.PASS);
            assertThat(FaultBench.recorded(run, ChannelEvent.class))
                    .extracting(ChannelEvent::kind)
                    .containsExactly(
                            ChannelEvent.Kind.OPENED,
                            ChannelEvent.Kind.LOST,
                            ChannelEvent.Kind.RESTORED,
                            ChannelEvent.Kind.CLOSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.1.1", "5"})
    @EnabledIf(
            value = "org.plumbline.cli.Mosquitto#installed",
            disabledReason = "mosquitto is not installed (apt-get install mosquitto)")
    void aSilenceOfTheDeviceFailsWhereGapsAreLimited(String version) throws Exception {
        try (Mosquitto broker = Mosquitto.open(folder)) {
            FaultBench bench = mqtt(broker.uri(), ", version: \"%s\"".formatted(version));
            Run run = FaultBench.undisturbed(() -> {
                try (FastDevice device = new FastDevice(broker.uri(), 1, NetworkFaultTest::state)) {
                    return bench.run(device::stop, "FL-07");
                }
            });
            assertThat(verdict(run, "FL-07"))
                    .as(FaultBench.reasons(run, "FL-07").toString())
                    .isEqualTo(Verdict.FAIL);
        }
    }

    /** @param then what it says ten times a second in place of depths, once it is observed */
    private Run withoutDepths(String then) throws Exception {
        AtomicReference<String> speech = new AtomicReference<>("");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            serve(server, client -> {
                client.setSoTimeout(100);
                while (client.isConnected()) {
                    client.getOutputStream().write(speech.get().getBytes(US_ASCII));
                    try {
                        client.getInputStream().transferTo(OutputStream.nullOutputStream());
                        return;
                    } catch (SocketTimeoutException e) {
                        // it is still there, and listens
                    }
                }
            });
            FaultBench bench = new FaultBench(folder, """
                    channels:
                      nav: {transport: tcp, host: 127.0.0.1, port: %d, codec: nmea-0183}
                    signals:
                      depth: {channel: nav, sentence: DPT, field: 1, unit: m}
                    """.formatted(server.getLocalPort()));
            return FaultBench.undisturbed(() -> {
                speech.set(SerialDevice.depth(10));
                return bench.run(() -> speech.set(then), "FL-07");
            });
        }
    }

    /** Nothing can be asked of it that its network or its computer would not answer. */
    @Test
    void aSilenceOnTcpMayBeThatOfTheConnection() throws Exception {
        Run run = withoutDepths("");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(FaultBench.reasons(run, "FL-07")).singleElement().satisfies(reason -> {
            assertThat(reason.en())
                    .matches("> 0\\.\\d+ s .*, limit ≤ 1 s, .*: inconclusive; nothing came on channel nav in the last"
                            + " \\d\\.\\d{3} s of the stretch, and nobody can tell whether its far end was silent or"
                            + " the connection dead; if it was silent, the time is \\d\\.\\d+ s .*; check both and run"
                            + " again, .*");
            assertThat(reason.zh()).matches("> 0\\..*无法判定；通道 nav 在该时段最后 \\d\\.\\d{3} s 内没有任何数据，.*；若是对方未发送，则为 .*");
        });
    }

    @Test
    void whatElseComesOnTcpShowsThatTheConnectionStands() throws Exception {
        Run run = withoutDepths("$SDMTW,12.5,C*02\r\n");
        assertThat(verdict(run, "FL-07"))
                .as(FaultBench.reasons(run, "FL-07").toString())
                .isEqualTo(Verdict.FAIL);
    }

    /**
     * It says twelve thousand a second, or as many as this computer lets it. Whatever rate that was, all that were recorded are
     * numbered one after the other, or the run says itself that this computer may have lost some.
     */
    @Test
    void ofADeviceThatPublishesAsFastAsItCanNothingIsLostUnsaid() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                FastDevice device = new FastDevice(broker.uri(), 120, NetworkFaultTest::state)) {
            assertThat(device).isNotNull();
            Run run = mqtt(broker.uri(), "").run("FL-03");
            List<Sample> numbers = FaultBench.recorded(run, Sample.class).stream()
                    .filter(sample -> sample.signal().equals("number"))
                    .toList();
            int last = numbers.size() - 1;
            System.out.printf(
                    "%.0f messages a second were recorded%n",
                    last * 1e9 / (numbers.get(last).time() - numbers.get(0).time()));
            if (FaultBench.recorded(run, ChannelEvent.class).stream()
                    .noneMatch(event -> event.kind() == ChannelEvent.Kind.OVERRUN)) {
                assertNumberedOneAfterTheOther(numbers);
            }
            if (verdict(run, "FL-03") != Verdict.PASS) {
                assertThat(verdict(run, "FL-03")).isEqualTo(Verdict.INCONCLUSIVE);
                assertThat(FaultBench.reasons(run, "FL-03")).isNotEmpty().allSatisfy(reason -> assertThat(reason.en())
                        .containsAnyOf("the computer was busy", "by a slow disk or a busy computer"));
            }
        }
    }

    private static void assertNumberedOneAfterTheOther(List<Sample> numbers) {
        double first = ((Value.Numeric) numbers.get(0).value()).value();
        assertThat(numbers)
                .extracting(Sample::value)
                .isEqualTo(IntStream.range(0, numbers.size())
                        .mapToObj(i -> new Value.Numeric(first + i))
                        .toList());
    }

    private Run withClock(Duration off) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                FastDevice device = new FastDevice(broker.uri(), 1, n -> "{\"t\":\"%s\"}"
                        .formatted(Instant.now().plus(off)))) {
            assertThat(device).isNotNull();
            return mqtt(broker.uri(), "").run("FL-04");
        }
    }

    @Test
    void aClockThatIsADayBehindFailsTheRequirementAboutAge() throws Exception {
        Run run = withClock(Duration.ofDays(-1));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(FaultBench.reasons(run, "FL-04")).singleElement().satisfies(reason -> {
            assertThat(reason.en()).matches("8640\\d\\..*: fail");
            assertThat(reason.zh()).matches("8640\\d\\..*不合格");
        });
    }

    /** An age below zero is no good age. */
    @Test
    void aClockThatIsADayAheadShowsNothing() throws Exception {
        Run run = withClock(Duration.ofDays(1));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(FaultBench.reasons(run, "FL-04")).singleElement().satisfies(reason -> {
            assertThat(reason.en())
                    .matches(
                            "time stamps of signal sent-at are up to (86400|86399)\\.\\d{3} s later than their reception \\(allowed: .*\\),"
                                    + " so the clocks of device and computer disagree: not judged");
            assertThat(reason.zh()).startsWith("信号 sent-at 的时间戳比接收时刻晚 8");
        });
    }
}
