package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.broker.EmbeddedBroker;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Value;
import org.plumbline.probe.ChannelFinding;
import org.plumbline.probe.Probe;
import org.plumbline.probe.State;
import org.plumbline.pty.PseudoTerminal;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;
import org.plumbline.timeline.LiveClock;

/** What comes is whole, and yet not what was sought: no setting of the line is to blame, and none is tried. */
class ProbeCauseTest {

    private static final long LISTENING = 700_000_000L;

    private final List<String> progress = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void pseudoTerminalsAreThere() {
        assumeThat(PseudoTerminal.available()).as("pseudo-terminals").isTrue();
    }

    private ChannelFinding finding(String entries) throws IOException {
        new FaultBench(folder, entries);
        Adapters adapters = Adapters.installed();
        Bench bench = BenchFile.read(folder.resolve("bench.yaml"), adapters, new Secrets(name -> "another"));
        try (LiveClock clock = new LiveClock()) {
            Probe probe = new Probe(bench, adapters, clock, Completeness.DEFAULT, words -> progress.add(words.en()));
            return probe.listen(LISTENING).channels().get(0);
        }
    }

    /** A unit on an RS-485 line that answers every question the same; the other units are silent. */
    private static PseudoTerminal unit(int number, String answer) {
        PseudoTerminal line = PseudoTerminal.open();
        Thread thread = new Thread(() -> {
            byte[] question = new byte[256];
            for (int count = 0; count >= 0; count = line.read(question, 1_000)) {
                if (count > 0 && question[0] == number) {
                    line.write(HexFormat.of().parseHex(answer));
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return line;
    }

    private static String bus(PseudoTerminal line, String patience) {
        return """
                channels:
                  bus: {transport: serial, port: %s, codec: modbus-rtu, response-timeout: %s}
                signals:
                  force: {channel: bus, unit-id: 1, register: 7, period: 0.1 s, unit: N}
                """.formatted(line.port(), patience);
    }

    /** The frame of Modbus Application Protocol V1.1b3, 7: exception code 2 of function 3. */
    @Test
    void aUnitThatRefusesEveryQuestionIsQuoted() throws IOException {
        try (PseudoTerminal line = unit(1, "018302C0F1")) {
            assertThat(finding(bus(line, "10 s")).reasons())
                    .containsExactly(new Text(
                            "设备有应答，连接无误，但拒绝了询问: 单元 1 功能码 3 寄存器 7: 异常码 2；请按设备手册核对所问的内容",
                            "the device answers, so the connection is right, but refuses what it is asked:"
                                    + " unit 1 function 3 register 7: exception code 2;"
                                    + " compare what is asked with its manual"));
        }
    }

    @Test
    void aUnitThatIsNotThereIsNoFaultOfTheLine() throws IOException {
        try (PseudoTerminal line = unit(1, "010302002A399B")) {
            ChannelFinding finding = finding(
                    bus(line, "0.1 s") + "  tilt: {channel: bus, unit-id: 9, register: 7, period: 0.1 s, unit: deg}\n");
            assertThat(finding.state()).isEqualTo(State.DOUBTFUL);
            assertThat(finding.reasons())
                    .satisfiesExactly(
                            missing -> assertThat(missing.en()).startsWith("data arrives, but not of tilt: "),
                            silent -> {
                                assertThat(silent.zh())
                                        .matches("有 \\d+ 次询问没有应答，最近一次: 单元 9 功能码 3 在 100 ms 内无应答；"
                                                + "检查该设备的地址、电源和接线，以及 response-timeout 是否够长");
                                assertThat(silent.en())
                                        .matches("\\d+ questions were not answered, the last one: unit 9 function 3: no"
                                                + " answer in 100 ms; check that device's address, power and wiring, and whether"
                                                + " response-timeout is long enough");
                            });
        }
    }

    /** A gauge that says nothing by itself, and answers these lines. */
    private static PseudoTerminal gauge(Map<String, String> answers) {
        PseudoTerminal line = PseudoTerminal.open();
        Thread thread = new Thread(() -> {
            byte[] question = new byte[256];
            for (int count = 0; count >= 0; count = line.read(question, 1_000)) {
                String asked = new String(question, 0, count, ISO_8859_1).strip();
                line.write(answers.getOrDefault(asked, "").getBytes(ISO_8859_1));
            }
        });
        thread.setDaemon(true);
        thread.start();
        return line;
    }

    private static String scpi(String transport, String poll) {
        return """
                channels:
                  bench: {transport: %s, codec: lines, pattern: "(?<value>.+)", line-end: lf%s}
                signals:
                  force: {channel: bench, group: value, unit: N%s}
                  temperature: {channel: bench, group: value, unit: degC%s}
                commands:
                  read-force: {channel: bench, line: "MEAS:FORC?", changes-state: false}
                  read-temperature: {channel: bench, line: "MEAS:TEMP?", changes-state: false}
                  safe-state: {channel: bench, line: ABOR}
                """.formatted(
                        transport,
                        poll,
                        poll.isEmpty() ? "" : ", answer-to: read-force",
                        poll.isEmpty() ? "" : ", answer-to: read-temperature");
    }

    private static String on(PseudoTerminal line) {
        return "serial, port: " + line.port();
    }

    private static final String POLL = ", poll: [read-force, read-temperature], poll-period: 0.1 s, poll-timeout: ";

    @Test
    void aGaugeThatIsAskedAnswersWithOneNumberAfterTheOther() throws IOException {
        try (PseudoTerminal line = gauge(Map.of("MEAS:FORC?", "+1.25E+01\n", "MEAS:TEMP?", "+2.31E+01\n"))) {
            ChannelFinding finding = finding(scpi(on(line), POLL + "5 s"));
            assertThat(finding.reasons()).isEmpty();
            assertThat(finding.heard().orElseThrow().signals()).satisfies(seen -> {
                assertThat(seen.get("force").last()).isEqualTo(new Value.Numeric(12.5));
                assertThat(seen.get("temperature").last()).isEqualTo(new Value.Numeric(23.1));
            });
        }
    }

    @Test
    void aGaugeThatAnswersNoneOfItsQuestionsIsToldWithEach() throws IOException {
        try (PseudoTerminal line = gauge(Map.of())) {
            assertThat(finding(scpi(on(line), POLL + "0.05 s")).reasons().get(0))
                    .isEqualTo(new Text(
                            "没有收到任何数据: 检查设备电源、收发线是否接反、端口是否正确；所有询问均无应答（poll: read-force, read-temperature），"
                                    + "请对照设备手册核对这些命令的内容和行尾",
                            "nothing arrives: check the device's power, whether receive and transmit are swapped, and the port; no"
                                    + " question is answered (poll: read-force, read-temperature): compare the wording and the line"
                                    + " end of these commands with the device's manual, too"));
        }
    }

    @Test
    void aSilentDeviceThatMayHaveToBeAskedSaysSo() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Text reason = finding(scpi("tcp, host: 127.0.0.1, port: " + silent.getLocalPort(), ""))
                    .reasons()
                    .get(0);
            assertThat(reason.zh())
                    .endsWith("；设备若只在询问之后才发送，请在该通道的 poll 中列出询问它的命令（已声明的命令: read-force, read-temperature）");
            assertThat(reason.en())
                    .endsWith(
                            "; if the device sends only what it is asked for, list the command that asks it under poll of"
                                    + " the channel (commands declared there: read-force, read-temperature)");
        }
    }

    @Test
    void messagesThatBreakTheirSchemaSayHow() throws Exception {
        Files.writeString(folder.resolve("state.json"), "{\"properties\": {\"depth\": {\"type\": \"number\"}}}");
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                FastDevice device = new FastDevice(broker.uri(), 1, n -> "{\"depth\":\"deep\"}")) {
            assertThat(device).isNotNull();
            assertThat(finding("""
                            channels:
                              nav: {transport: mqtt, broker: "%s", subscribe: ["#"], codec: json, schemas: {rov-1/state: state.json}}
                            signals:
                              depth: {channel: nav, topic: rov-1/state, pointer: /depth, type: number, unit: m}
                            """.formatted(broker.uri())).reasons())
                    .containsExactly(
                            new Text(
                                    "收到的数据完整，但不符合要求: schema: /depth type；最近收到 {\"depth\":\"deep\"}",
                                    "what arrives is whole, but refused: schema: /depth type; what came last: {\"depth\":\"deep\"}"));
        }
    }

    /** Frames of other implementations' tests, as those of MavlinkVectorsTest. */
    @ParameterizedTest
    @CsvSource({
        "FD090000EF0102000000050000000203590303 2E73, 该帧未签名, the frame is not signed",
        "FD090100EF0102000000050000000203590303 C98B 00FFFFFFFFFFFF2718B168CCF5, 签名错误, the signature is wrong"
    })
    void framesWithoutTheRightSignatureSaySo(String frame, String zh, String en) throws IOException {
        String bytes = new String(HexFormat.of().parseHex(frame.replace(" ", "")), ISO_8859_1);
        assertRefused("""
                channels:
                  rov: {transport: serial, port: %s, baud: 57600, codec: mavlink, signing-key: "${env:KEY}"}
                signals:
                  mode: {channel: rov, message: HEARTBEAT, field: custom_mode}
                """, bytes, new Text(zh, en));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$SDDPT,4.20,0.0 | 没有校验和 | no checksum",
                "$SDDPT,4.20*63 | SDDPT 有 1 个字段 | SDDPT has 1 fields",
                "$SDDPT,4.20,deep*5B | SDDPT 字段 2: deep | SDDPT field 2: deep"
            })
    void sentencesSayWhatTheyDoNotHave(String sentence, String zh, String en) throws IOException {
        assertRefused("""
                channels:
                  nav: {transport: serial, port: %s, codec: nmea-0183}
                signals:
                  offset: {channel: nav, sentence: DPT, field: 2, unit: m}
                """, sentence + "\r\n", new Text(zh, en));
    }

    private void assertRefused(String entries, String frame, Text cause) throws IOException {
        try (SerialDevice device = new SerialDevice(folder, n -> frame)) {
            assertThat(finding(entries.formatted(device.port())).reasons())
                    .singleElement()
                    .satisfies(reason -> {
                        assertThat(reason.zh()).startsWith("收到的数据完整，但不符合要求: " + cause.zh() + "；最近收到 ");
                        assertThat(reason.en())
                                .startsWith("what arrives is whole, but refused: " + cause.en() + "; what came last: ");
                    });
        }
        assertThat(progress).isNotEmpty().noneMatch(words -> words.contains("baud"));
    }

    /** Of another signal than those declared, with a wrong check value now and then: both are said. */
    @Test
    void faultsBesideWhatIsNotDeclaredAreSaidToo() throws IOException {
        String depth = SerialDevice.depth(42);
        String wrong = depth.replace("4.2", "9.2");
        try (SerialDevice device = new SerialDevice(folder, n -> n % 3 == 0 ? wrong : depth)) {
            assertThat(finding("""
                            channels:
                              nav: {transport: serial, port: %s, codec: nmea-0183}
                            signals:
                              heading: {channel: nav, sentence: HDT, field: 1, unit: deg}
                            """.formatted(device.port())).reasons())
                    .satisfiesExactly(
                            others -> assertThat(others.en())
                                    .matches(
                                            "it decodes, but holds none of the declared signals; what came: \\$SDDPT ×\\d+;"
                                                    + ".*"),
                            faulty -> {
                                assertThat(faulty.zh()).matches("\\d+ 帧中有 \\d+ 帧有错: 检查接地、屏蔽、线长和波特率；最近的错误: 收到 ..，应为 ..");
                                assertThat(faulty.en())
                                        .matches(
                                                "\\d+ of \\d+ frames are faulty: check grounding, shield, cable length and"
                                                        + " baud rate; the last one: given .., computed ..");
                            });
        }
    }

    /** Such as one that only carries commands. */
    @Test
    void aChannelWithoutSignalsIsNotReadyWhereEveryFrameIsFaulty() throws IOException {
        String wrong = SerialDevice.depth(42).replace("4.2", "9.2");
        try (SerialDevice device = new SerialDevice(folder, n -> wrong)) {
            ChannelFinding finding = finding("""
                    channels:
                      nav: {transport: serial, port: %s, codec: nmea-0183}
                    """.formatted(device.port()));
            assertThat(finding.state()).isEqualTo(State.DOUBTFUL);
            assertThat(finding.reasons()).singleElement().satisfies(faulty -> assertThat(faulty.en())
                    .matches("\\d+ of \\d+ frames are faulty: .*"));
        }
    }
}
