package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.broker.EmbeddedBroker;
import org.plumbline.pty.PseudoTerminal;
import org.plumbline.simulation.FreePort;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.SimulatedRobot;
import org.plumbline.timeline.LiveClock;

/** The look before a run, over pseudo-terminals and a broker. */
class ProbeTest {

    private static final String STATE_READY = "(?m)^state .* ready";

    @TempDir
    Path folder;

    private static Outcome probe(Path bench, String time, String... more) {
        return Outcome.of(Stream.concat(
                        Stream.of("probe", "--lang", "en", "--bench", bench.toString(), "--for", time), Stream.of(more))
                .toArray(String[]::new));
    }

    private Path bench(LiveRig rig, String from, String to) throws IOException {
        Path bench = rig.writeBench(folder);
        Path device = folder.resolve("device.yaml");
        String text = Files.readString(device);
        assertThat(text).contains(from);
        Files.writeString(device, text.replace(from, to));
        return bench;
    }

    @Test
    @SimulatedRobot("underwater")
    void aBenchThatIsReadyShowsEverySignal(LiveRig rig) {
        Path bench = rig.writeBench(folder);
        Outcome outcome = Outcome.seeing("the bench is ready", () -> probe(bench, "3s"));
        assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out())
                .containsPattern("(?m)^nav +\\d+\\.\\d/s +serial nmea-0183 +ready")
                .containsPattern("(?m)^  depth +\\d+\\.\\d/s +-?[0-9.]+ m +\\d\\.\\d s$")
                .containsPattern("(?m)^state +\\d+\\.\\d/s +mqtt json +ready")
                .containsPattern("(?m)^  armed +\\d+\\.\\d/s +false +\\d\\.\\d s$")
                .containsPattern("(?m)^  true-temperature +\\d+\\.\\d/s +[0-9.]+ degC +\\d\\.\\d s$")
                .doesNotContain("silent");
        assertThat(outcome.lastLine()).isEqualTo("the bench is ready");
        assertThat(rig.lastState("state")).contains("\"lastCommand\":\"\"");
        Outcome chinese = Outcome.seeing(
                "试验台就绪", () -> Outcome.of("probe", "--lang", "zh", "--bench", bench.toString(), "--for", "3s"));
        assertThat(chinese.lastLine()).isEqualTo("试验台就绪");
    }

    @Test
    @SimulatedRobot("underwater")
    void aWrongTopicIsAnsweredWithThoseThatThereAre(LiveRig rig) throws IOException {
        Path bench = bench(rig, "subscribe: [rov/1/state]", "subscribe: [rov/2/state]");
        Outcome outcome = Outcome.seeing("messages on: rov/1/state", () -> probe(bench, "1s"));
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.out())
                .contains("! state: no message on rov/2/state")
                .contains("! state: topics that the broker has messages on: rov/1/state")
                .contains("the bench is not ready: state");
    }

    @Test
    @SimulatedRobot("underwater")
    void aWrongTopicWithOptionsIsAnsweredLikewise(LiveRig rig) throws IOException {
        Path bench = bench(
                rig,
                "subscribe: [rov/1/state]",
                "subscribe: [rov/2/state]\n    subscribe-options: {rov/2/state: {qos: 1}}");
        Outcome outcome = Outcome.seeing("messages on: rov/1/state", () -> probe(bench, "1s"));
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(4);
        assertThat(outcome.out())
                .contains("! state: no message on rov/2/state")
                .contains("! state: topics that the broker has messages on: rov/1/state");
    }

    @Test
    void aWrongTopicOfASignalIsAnsweredWithThoseThatCome() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                FastDevice device = new FastDevice(broker.uri(), 1, n -> "{\"depth\":1}")) {
            assertThat(device).isNotNull();
            new FaultBench(folder, """
                    channels:
                      nav: {transport: mqtt, broker: "%s", subscribe: ["#"], codec: json}
                    signals:
                      depth: {channel: nav, topic: rov-2/state, pointer: /depth, unit: m}
                    """.formatted(broker.uri()));
            Outcome outcome = Outcome.seeing("what came last", () -> probe(folder.resolve("bench.yaml"), "2s"));
            assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isEqualTo(4);
            assertThat(outcome.out())
                    .contains("! nav: it decodes, but holds none of the declared signals; what came: rov-1/state;"
                            + " what came last: {\"depth\":1}");
        }
    }

    /** The control packets at the bench's own broker always decode. */
    @ParameterizedTest
    @CsvSource({"rov-2/state, rov-1/state", "$mqtt/in/CONNECT/rov-2, $mqtt/in/CONNECT/rov-1"})
    void aWrongTopicAtTheBenchsOwnBrokerIsAnsweredLikewise(String sought, String there) throws Exception {
        int port = FreePort.next();
        new FaultBench(folder, """
                channels:
                  nav: {transport: mqtt, broker: embedded, listen: "127.0.0.1:%d", subscribe: [rov-2/state], codec: json}
                signals:
                  depth: {channel: nav, topic: %s, pointer: /depth, unit: m}
                """.formatted(port, sought));
        try (FastDevice device = new FastDevice("tcp://127.0.0.1:" + port, 1, n -> "{\"depth\":1}")) {
            assertThat(device).isNotNull();
            Outcome outcome = Outcome.seeing("what came: ", () -> probe(folder.resolve("bench.yaml"), "5s"));
            assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isEqualTo(4);
            assertThat(outcome.out())
                    .contains("! nav: it decodes, but holds none of the declared signals; what came: " + there);
        }
    }

    /** Without its packets: to see other topics its broker is started anew, and devices have to be let in again. */
    @Test
    void aWrongTopicOfTheOnlyChannelAtTheBenchsOwnBrokerIsAnsweredLikewise() throws Exception {
        int port = FreePort.next();
        new FaultBench(folder, """
                channels:
                  nav:
                    {transport: mqtt, broker: embedded, listen: "127.0.0.1:%d", packets: false, subscribe: [rov-2/state], codec: json}
                signals:
                  depth: {channel: nav, topic: rov-2/state, pointer: /depth, unit: m}
                """.formatted(port));
        try (FastDevice device = new FastDevice("tcp://127.0.0.1:" + port, 1, n -> "{\"depth\":1}")) {
            assertThat(device).isNotNull();
            Outcome outcome = Outcome.seeing("messages on: rov-1", () -> probe(folder.resolve("bench.yaml"), "1s"));
            assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isEqualTo(4);
            assertThat(outcome.out())
                    .contains("! nav: no message on rov-2/state")
                    .contains("! nav: topics that the broker has messages on: rov-1/state");
        }
    }

    @Test
    void whatComesOnlyWithEventsKeepsNoBenchFromBeingReady() throws IOException {
        assumeThat(PseudoTerminal.available()).as("pseudo-terminals").isTrue();
        try (PseudoTerminal door = PseudoTerminal.open()) {
            new FaultBench(folder, """
                    channels:
                      switch: {transport: serial, port: "%s", codec: lines, pattern: "DOOR (?<door>\\\\w+)"}
                    signals:
                      door: {channel: switch, group: door, type: text, on-event: true}
                    """.formatted(door.port()));
            Outcome outcome = probe(folder.resolve("bench.yaml"), "0.2s");
            assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
            assertThat(outcome.out())
                    .containsPattern("(?m)^switch +0\\.0/s +serial lines +open, nothing heard yet$")
                    .containsPattern("(?m)^  door +- +- +- +on event, not heard yet$")
                    .endsWith("the bench is ready\n");
        }
    }

    @Test
    @SimulatedRobot("underwater")
    void aSignalThatDoesNotComeIsNamedBesideWhatComes(LiveRig rig) throws IOException {
        Path bench = bench(rig, "sentence: MTW", "sentence: MTA");
        Outcome outcome = Outcome.seeing("what came: .*MTW", () -> probe(bench, "2s"));
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.out())
                .containsPattern("(?m)^  water-temperature +- +- +- +silent$")
                .containsPattern(
                        "! nav: data arrives, but not of water-temperature: .*; what came: (\\$(HEHDT|SDDPT|YXMTW) ×\\d+(, )?){3}");
    }

    @Test
    @SimulatedRobot("underwater")
    void whatCannotBeOpenedDoesNotKeepTheRestFromBeingSeen(LiveRig rig) throws IOException {
        Path bench = rig.writeBench(folder);
        replaceNavPort(folder.resolve("ttyROV"));
        Outcome outcome = Outcome.seeing(STATE_READY, () -> probe(bench, "1s"));
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.out())
                .containsPattern("(?m)^nav +- +serial nmea-0183 +not open$")
                .contains("! nav: channel nav: serial port", "there is no such port")
                .containsPattern(STATE_READY);
    }

    @Test
    @SimulatedRobot("underwater")
    void aBrokerThatIsGoneIsNamed(LiveRig rig) {
        Path bench = rig.writeBench(folder);
        rig.ownBroker().orElseThrow().close();
        Outcome outcome = probe(bench, "1s");
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.out())
                .contains("! state: channel state: no connection to the MQTT broker", "the connection was refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "---rw---- | GROUP; add your user to the group GROUP and log in again",
                "--------- | GROUP, but its mode --------- keeps that out, too; a program such as a login console may hold it:"
                        + " stop that; else sudo chmod g+rw PORT, and add your user to the group GROUP"
            })
    @SimulatedRobot("underwater")
    void aPortThatMayNotBeOpenedNamesItsGroup(String mode, String words, LiveRig rig) throws Exception {
        assumeThat(PseudoTerminal.available()).as("pseudo-terminals").isTrue();
        List<String> mortal = ChildProcess.mortal();
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            Path bench = rig.writeBench(folder);
            replaceNavPort(terminal.port());
            Files.setPosixFilePermissions(terminal.port(), PosixFilePermissions.fromString(mode));
            Outcome outcome = Outcome.seeing(STATE_READY, () -> probeThrough(mortal, bench));
            assertThat(outcome.exit()).isEqualTo(4);
            String group = Files.readAttributes(terminal.port(), PosixFileAttributes.class)
                    .group()
                    .getName();
            assertThat(outcome.out())
                    .contains("! nav: channel nav: serial port " + terminal.port()
                            + " cannot be opened: access is denied; the port belongs to the group "
                            + words.replace("GROUP", group)
                                    .replace("PORT", terminal.port().toString()))
                    .containsPattern(STATE_READY);
        }
    }

    private Outcome probeThrough(List<String> mortal, Path bench) {
        List<String> words = List.of("probe", "--lang", "en", "--bench", bench.toString(), "--for", "1s");
        try (ChildProcess probe =
                new ChildProcess(folder.resolve("probe.txt"), mortal, Map.of(), words.toArray(String[]::new))) {
            return new Outcome(probe.exit(), probe.output(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @SimulatedRobot("underwater")
    void aWrongBaudRateIsAnsweredWithTheRightOne(LiveRig rig) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/stty"))).as("stty").isTrue();
        try (Instrument instrument = new Instrument("115200", "$SDDPT,4.20,0.0*%02X\r\n".formatted(depth()))) {
            Path bench = depthOn(rig, instrument);
            Outcome outcome = Outcome.seeing("decodes at 115200", () -> probe(bench, "1s"));
            assertThat(outcome.exit()).as(outcome.out()).isEqualTo(4);
            assertThat(outcome.out())
                    .contains("! nav: the baud rate 38400 is wrong: it decodes at 115200; write baud: 115200");
            assertThat(outcome.out()).containsPattern("(?m)^nav .*nothing usable; errors: \\d+ ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'transport: tcp, host: 127.0.0.1, port: 9', 'it has none at all: leave --try-baud out'",
        "'transport: serial, port: /dev/none', 'use one of: nav'"
    })
    void ratesAreTriedOnSerialChannelsOnly(String transport, String instead) throws IOException {
        new FaultBench(folder, """
                channels:
                  nav: {%s, codec: nmea-0183}
                signals:
                  depth: {channel: nav, sentence: DBT, field: 3, unit: m}
                """.formatted(transport));
        Outcome outcome = probe(folder.resolve("bench.yaml"), "1s", "--try-baud", "arm");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("--try-baud: the bench has no serial channel arm")
                .contains(instead);
    }

    @Test
    @SimulatedRobot("underwater")
    void aLineWithoutDataSaysWhatWasTried(LiveRig rig) throws Exception {
        assumeThat(PseudoTerminal.available()).as("pseudo-terminals").isTrue();
        try (PseudoTerminal silent = PseudoTerminal.open()) {
            Path bench = rig.writeBench(folder);
            replaceNavPort(silent.port());
            Outcome outcome = probe(bench, "1s");
            assertThat(outcome.exit()).isEqualTo(4);
            assertThat(outcome.out())
                    .contains("! nav: nothing arrives: check the device's power")
                    .contains("! nav: nothing was heard at the baud rates 4800, 9600, 19200, ");
        }
    }

    @Test
    @SimulatedRobot("underwater")
    void faultyFramesAreCountedAndLeaveDoubt(LiveRig rig) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/stty"))).as("stty").isTrue();
        String good = "$SDDPT,4.20,0.0*%02X\r\n".formatted(depth());
        try (Instrument instrument = new Instrument("38400", good + "$SDDPT,4.20,0.0*00\r\n")) {
            Path bench = depthOn(rig, instrument);
            Outcome outcome = Outcome.seeing("frames are faulty", () -> probe(bench, "2s"));
            assertThat(outcome.exit()).as(outcome.out()).isEqualTo(3);
            assertThat(outcome.out())
                    .containsPattern("(?m)^nav .*doubtful; errors: \\d+ checksum$")
                    .containsPattern("! nav: \\d+ of \\d+ frames are faulty: check grounding");
        }
    }

    @Test
    @SimulatedRobot("underwater")
    void aFaultyMessageSaysWhatIsWrongWithIt(LiveRig rig) throws IOException {
        Files.writeString(folder.resolve("even.json"), "{\"properties\": {\"sequence\": {\"multipleOf\": 2}}}");
        Path bench = bench(rig, "codec: json", "codec: json\n    schemas: {rov/1/state: even.json}");
        Outcome outcome = Outcome.seeing("messages are faulty", () -> probe(bench, "2s"));
        assertThat(outcome.exit()).as(outcome.out()).isEqualTo(3);
        assertThat(outcome.out())
                .containsPattern("! state: \\d+ of \\d+ messages are faulty: what comes is whole: compare channel state"
                        + " \\(.*device\\.yaml:\\d+:\\d+\\) with what the device sends; the last one: schema: /sequence"
                        + " multipleOf\\R");
    }

    @Test
    @SimulatedRobot("underwater")
    void whatTheIcsDeclaresIsComparedWithWhatArrives(LiveRig rig) throws IOException {
        Path bench = rig.writeBench(folder);
        Outcome whole = Outcome.seeing("the bench is ready", () -> probe(bench, "3s", "--suite", "underwater"));
        assertThat(whole.exit()).as(whole.out() + whole.err()).isZero();
        assertThat(whole.out()).containsPattern("(?m)^ICS U-[A-Z-]+ +- +declared +fits what arrives$");
        Path device = folder.resolve("device.yaml");
        Files.writeString(device, Files.readString(device).replace("sentence: MTW", "sentence: MTA"));
        Outcome outcome = Outcome.seeing("what came: .*MTW", () -> probe(bench, "2s", "--suite", "underwater"));
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.out())
                .containsPattern("! U-[A-Z-]+: it is declared, but these signals do not arrive: .*water-temperature");
    }

    private Path depthOn(LiveRig rig, Instrument instrument) throws IOException {
        Path bench = rig.writeBench(folder);
        replaceNavPort(instrument.terminal.port());
        return bench;
    }

    private void replaceNavPort(Path port) throws IOException {
        Path device = folder.resolve("device.yaml");
        Files.writeString(device, Files.readString(device).replaceFirst("port: \"[^\"]*\"", "port: \"" + port + "\""));
    }

    private static int depth() {
        return "SDDPT,4.20,0.0".chars().reduce(0, (a, b) -> a ^ b);
    }

    /** A device with a fixed baud rate: whoever listens at another one gets what a mismatched line gives. */
    private static final class Instrument implements AutoCloseable {

        private static final long PERIOD = 200_000_000L;
        private static final byte[] NOISE = {(byte) 0xF8, 0x00, (byte) 0x9E, 0x06, 0x0D, 0x0A};

        final PseudoTerminal terminal = PseudoTerminal.open();
        private final LiveClock clock = new LiveClock();
        private final String baud;
        private final byte[] frame;
        private boolean heard;

        Instrument(String baud, String frame) {
            this.baud = baud;
            this.frame = frame.getBytes(US_ASCII);
            sendAt(PERIOD);
        }

        private void sendAt(long at) {
            clock.schedule(at, () -> {
                sendAt(at + PERIOD);
                heard = terminal.write(heard && listenersBaud().equals(baud) ? frame : NOISE);
            });
        }

        /** Both ends of a pseudo-terminal share the line settings. Asked only once somebody listens: stty opens the port itself. */
        private String listenersBaud() {
            try {
                Process stty = new ProcessBuilder("stty", "-F", terminal.port().toString(), "speed").start();
                return new String(stty.getInputStream().readAllBytes(), US_ASCII).strip();
            } catch (IOException e) {
                return "";
            }
        }

        @Override
        public void close() {
            clock.close();
            terminal.close();
        }
    }
}
