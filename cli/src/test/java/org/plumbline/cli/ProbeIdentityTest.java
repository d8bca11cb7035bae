package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Devices on a TCP socket that speak only when they are asked. */
class ProbeIdentityTest {

    private static final String LINES = """
            device: {class: gauge, manufacturer: Example, model: G-1, serial-number: "0042", firmware: "2.4"}
            identity:
              model: {signal: said-model, command: who}
              serial-number: {signal: said-serial, command: who}
            channels:
              gauge:
                {transport: tcp, host: 127.0.0.1, port: PORT, codec: lines, line-end: lf, pattern: "(?<model>\\\\S+) (?<serial>\\\\d+)"}
            signals:
              said-model: {channel: gauge, group: model, type: text}
              said-serial: {channel: gauge, group: serial, type: text}
            commands:
              who: {channel: gauge, line: "ID?", changes-state: false}
              safe-state: {channel: gauge, line: "STOP"}
            """;

    private static final String POLLED = """
            device: {class: gauge, manufacturer: Example, model: G-1, serial-number: "0042", firmware: "2.10"}
            identity:
              manufacturer: {signal: said-maker, command: who}
              firmware: {signal: said-version, command: who}
            channels:
              gauge: {transport: tcp, host: 127.0.0.1, port: PORT, codec: modbus-tcp}
            signals:
              force: {channel: gauge, register: 7, scale: 0.1, period: 0.2 s, unit: N}
              said-maker: {channel: gauge, type: device-id, object: 0, on-event: true}
              said-version: {channel: gauge, type: device-id, object: 2, on-event: true}
            commands:
              who: {channel: gauge, pdu: 2B 0E 01 00, changes-state: false}
              safe-state: {channel: gauge, register: 0, value: 0}
            """;

    @TempDir
    Path folder;

    private Outcome probe(String device, int port) throws IOException {
        return probe(device, port, "en");
    }

    private Outcome probe(String device, int port, String language) throws IOException {
        return probeSeeing("", device, port, language);
    }

    private Outcome probeSeeing(String pattern, String device, int port) throws IOException {
        return probeSeeing(pattern, device, port, "en");
    }

    private Outcome probeSeeing(String pattern, String device, int port, String language) throws IOException {
        Files.writeString(folder.resolve("device.yaml"), device.replace("PORT", Integer.toString(port)));
        Path bench = Files.writeString(
                folder.resolve("bench.yaml"),
                "laboratory: {name: Example}\noperator: A\ndevice: device.yaml\ninstruments: {}\n");
        return Outcome.seeing(
                pattern, () -> Outcome.of("probe", "--lang", language, "--bench", bench.toString(), "--for", "1s"));
    }

    /** Answers each piece that comes on one connection after the other. */
    private static ServerSocket device(UnaryOperator<byte[]> answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        CompletableFuture.runAsync(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    InputStream in = socket.getInputStream();
                    OutputStream out = socket.getOutputStream();
                    byte[] buffer = new byte[256];
                    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                        out.write(answer.apply(Arrays.copyOf(buffer, count)));
                    }
                } catch (IOException e) {
                    if (!server.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
        return server;
    }

    private static UnaryOperator<byte[]> saying(String identity) {
        return question ->
                (new String(question, US_ASCII).equals("ID?\n") ? identity + "\n" : "?\n").getBytes(US_ASCII);
    }

    @Test
    void theDeviceThatItShouldBe() throws IOException {
        try (ServerSocket server = device(saying("G-1 0042"))) {
            Outcome outcome = probeSeeing("the bench is ready", LINES, server.getLocalPort());
            assertThat(outcome.exit()).as(outcome.out()).isZero();
            assertThat(outcome.out())
                    .containsPattern("(?m)^  said-serial +\\d\\.\\d/s +0042 ")
                    .containsPattern("(?m)^identity model +- +G-1 +as in device.yaml$")
                    .containsPattern("(?m)^identity serial-number +- +0042 +as in device.yaml$");
        }
    }

    @Test
    void anotherDeviceIsNamed() throws IOException {
        try (ServerSocket server = device(saying("G-1 0043"))) {
            Outcome outcome = probeSeeing("0043", LINES, server.getLocalPort());
            assertThat(outcome.exit()).isNotZero();
            assertThat(outcome.out())
                    .containsPattern("(?m)^identity serial-number +- +0043 +doubtful$")
                    .contains(
                            "! serial-number: the device says serial-number 0043, device.yaml says 0042: this is another"
                                    + " device, or device.yaml is out of date");
            assertThat(outcome.lastLine()).contains("serial-number");
        }
    }

    @Test
    void aDeviceThatDoesNotAnswerIsNamed() throws IOException {
        try (ServerSocket server = device(question -> new byte[0])) {
            Outcome outcome = probe(LINES, server.getLocalPort());
            assertThat(outcome.exit()).isNotZero();
            assertThat(outcome.out()).contains("! serial-number: the device does not say it (signal said-serial)");
        }
    }

    @Test
    void aQuestionThatCannotBeAskedIsSaidInTheReadersLanguage() throws IOException {
        try (ServerSocket server = device(question -> new byte[0])) {
            String device = LINES.replace("line: \"ID?\"", "line: \"ID {who}?\"");
            assertThat(probe(device, server.getLocalPort(), "zh").out())
                    .contains("! serial-number: device.yaml:12:3: 命令“who”无法编码: 缺少参数“who”；请在发送该命令的步骤中给出，或在命令中写明值");
            assertThat(probe(device, server.getLocalPort()).out())
                    .contains(
                            "! serial-number: device.yaml:12:3: the command \"who\" cannot be encoded: parameter \"who\" is"
                                    + " missing; give it in the step that sends the command, or write its value into the command");
        }
    }

    @Test
    @EnabledIf(
            value = "org.plumbline.cli.Mosquitto#installed",
            disabledReason = "mosquitto is not installed (apt-get install mosquitto)")
    void aQuestionThatReachesNobodyIsNoSilenceOfTheDevice() throws IOException {
        try (Mosquitto broker = Mosquitto.open(folder)) {
            Outcome outcome = probe("""
                    device: {class: rov, manufacturer: Example, model: R-1, serial-number: "0042", firmware: "2.4"}
                    identity:
                      serial-number: {signal: said-serial, command: who}
                    channels:
                      link: {transport: mqtt, broker: "BROKER", version: "5", qos: 1, subscribe: [rov/state], codec: json}
                    signals:
                      said-serial: {channel: link, topic: rov/state, pointer: /serial, type: text}
                    commands:
                      who: {channel: link, topic: rov/ask, payload: {ask: who}, changes-state: false}
                      safe-state: {channel: link, topic: rov/command, payload: {command: stop}}
                    """.replace("BROKER", broker.uri()), 0);
            assertThat(outcome.exit()).isNotZero();
            assertThat(outcome.out())
                    .contains("! serial-number: the device does not say it (signal said-serial); the question reached"
                            + " nobody (nobody is subscribed to rov/ask, reason code 0x10)");
        }
    }

    @Test
    void aCommandThatMovesTheDeviceDoesNotAskForAnIdentity() throws IOException {
        Outcome outcome = probe(LINES.replace(", changes-state: false", ""), 1);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains(
                        "device.yaml:3:", "the command \"who\" changes the device's state: nobody asks for an identity")
                .contains("where it does not, write changes-state: false");
    }

    @Test
    void aSignalThatThereIsNotCarriesNoIdentity() throws IOException {
        Outcome outcome = probe(LINES.replace("signal: said-model", "signal: said-modle"), 1);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("device.yaml:3:", "no signal called \"said-modle\"", "said-model");
    }

    /** Modbus Application Protocol V1.1b3, 6.3: 0x002A is 42; 6.21: Example, G-1, 2.10. */
    @Test
    void aDeviceThatIsPolledIsAsked() throws IOException {
        String identification = "012b0e01010000030007" + "4578616d706c65" + "0103472d31" + "0204322e3130";
        try (ModbusServer server =
                new ModbusServer(question -> question.startsWith("012b") ? identification : "010302002a")) {
            Outcome outcome = probeSeeing("the bench is ready", POLLED, server.port());
            assertThat(outcome.exit()).as(outcome.out()).isZero();
            assertThat(outcome.out())
                    .containsPattern("(?m)^  force +\\d\\.\\d/s +4\\.2 N ")
                    .containsPattern("(?m)^identity manufacturer +- +Example +as in device.yaml$")
                    .containsPattern("(?m)^identity firmware +- +2\\.10 +as in device.yaml$");
        }
    }
}
