package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.capture.Capture;
import org.plumbline.channel.Transport;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapRecord;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.SimulatedRobot;
import org.plumbline.suite.BenchCapture;
import org.plumbline.suite.Interruption;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Recording;

/** Recording without judging, over pseudo-terminals and a broker, and what can be made of it. */
class RecordTest {

    @TempDir
    Path folder;

    private Outcome record(LiveRig rig, String time) {
        Path bench = rig.writeBench(folder.resolve("bench"));
        return Outcome.of(
                "record",
                "--lang",
                "en",
                "--bench",
                bench.toString(),
                "--for",
                time,
                "--out",
                folder.resolve("out").toString());
    }

    private static List<Observation> observations(Path capture) {
        List<Observation> all = new ArrayList<>();
        try (Recording.Passage passage = Capture.read(capture).recording().open()) {
            for (Observation next = passage.next(); next != null; next = passage.next()) {
                all.add(next);
            }
        }
        return all;
    }

    @Test
    @SimulatedRobot("underwater")
    void whatArrivesIsRecordedAndNothingIsSent(LiveRig rig) throws IOException {
        Outcome outcome = record(rig, "3 s");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .containsPattern("\\d+ frames, \\d+ samples, \\d+ faults in ([3-9]|\\d\\d)\\.\\d s")
                .containsPattern("\n  nav +[1-9]\\d* frames, [1-9]\\d* samples, 0 faults")
                .containsPattern("\n  state +[1-9]\\d* frames, [1-9]\\d* samples, 0 faults");
        assertThat(outcome.err()).doesNotContain("not one frame came");
        List<Observation> all = observations(Path.of(outcome.lastLine()));
        assertThat(all)
                .filteredOn(Observation.Sample.class::isInstance)
                .extracting(sample -> ((Observation.Sample) sample).signal())
                .contains("depth", "state-depth", "true-depth");
        assertThat(all)
                .filteredOn(Observation.Frame.class::isInstance)
                .extracting(frame -> ((Observation.Frame) frame).direction())
                .containsOnly(Direction.RECEIVED);
        assertThat(all).noneMatch(Observation.CommandSent.class::isInstance);
        assertEnded(Path.of(outcome.lastLine()));
    }

    /** A capture that says so was not cut. */
    private static void assertEnded(Path capture) throws IOException {
        try (McapReader reader = McapReader.open(capture)) {
            assertThat(reader.summary().metadataIndexes())
                    .extracting(McapRecord.MetadataIndex::name)
                    .contains("plumbline.end");
        }
    }

    /** Not from before its files were copied: what it read off the wall clock tells. */
    @Test
    @SimulatedRobot("underwater")
    void theTimesOfARecordingCountFromWhenItsClockBegan(LiveRig rig) {
        Path capture = Path.of(record(rig, "1 s").lastLine());
        Instant started = Capture.read(capture).started();
        assertThat(observations(capture))
                .filteredOn(Observation.WallClock.class::isInstance)
                .isNotEmpty()
                .extracting(
                        reading -> Instant.ofEpochSecond(0, ((Observation.WallClock) reading).utc() - reading.time()))
                .allSatisfy(began -> assertThat(began).isCloseTo(started, within(20, ChronoUnit.MILLIS)));
    }

    @Test
    @SimulatedRobot("underwater")
    void aRecordingThatEndedIsNotRecovered(LiveRig rig) throws IOException {
        Path capture = Path.of(record(rig, "1 s").lastLine());
        byte[] before = Files.readAllBytes(capture);
        for (Path named : List.of(capture.resolve("../../..").normalize(), capture)) {
            Outcome outcome = Outcome.of("recover", "--lang", "en", named.toString());
            assertThat(outcome.exit()).as(outcome.out()).isEqualTo(2);
            assertThat(outcome.err())
                    .contains(capture + ": this capture is whole: there is nothing to recover; export it with plumbline"
                            + " convert, or judge it with plumbline rejudge");
            assertThat(Outcome.of("recover", "--lang", "zh", named.toString()).err())
                    .contains("该原始记录完整，无需恢复；可直接用 plumbline convert 导出，或用 plumbline rejudge 判定");
            assertThat(depths(named)).hasSizeGreaterThan(1);
        }
        assertThat(capture).hasBinaryContent(before);
    }

    @Test
    @SimulatedRobot("underwater")
    void aRecordingWhoseProcessWasKilledIsRecovered(LiveRig rig) throws IOException {
        Path whole = Path.of(record(rig, "2 s").lastLine());
        List<String> before = depths(whole);
        Path chain = whole.resolveSibling("run.mcap.chain");
        List<String> links = Files.readAllLines(chain);
        Files.write(chain, links.subList(0, links.size() - 1));
        byte[] bytes = Files.readAllBytes(whole);
        int end = Integer.parseInt(links.get(links.size() - 1).split(" ")[1]);
        Files.write(whole, Arrays.copyOf(bytes, end));
        Path run = whole.resolve("../../..").normalize();
        Outcome outcome = Outcome.of("recover", run.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.lastLine()).isEqualTo(whole.toString());
        assertThat(depths(whole))
                .hasSizeGreaterThan(1)
                .isEqualTo(before.subList(0, depths(whole).size()));
    }

    private static List<String> depths(Path capture) {
        Outcome table = Outcome.of("convert", capture.toString(), "--signals", "depth");
        assertThat(table.exit()).as(table.err()).isZero();
        return table.out().lines().toList();
    }

    @Test
    @SimulatedRobot("underwater")
    void theRecordingBecomesATableOfSignals(LiveRig rig) throws IOException {
        String capture = record(rig, "2 s").lastLine();
        Path csv = folder.resolve("signals.csv");
        Outcome outcome = Outcome.of("convert", capture, "--signals", "true-depth,depth,mode", "--out", csv.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.lastLine()).isEqualTo(csv.toString());
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("\uFEFFtime [s],true-depth [m],depth [m],mode");
        List<Observation.Sample> recorded = observations(Path.of(capture)).stream()
                .filter(Observation.Sample.class::isInstance)
                .map(Observation.Sample.class::cast)
                .toList();
        for (String signal : List.of("true-depth", "depth", "mode")) {
            int column = Arrays.asList("true-depth", "depth", "mode").indexOf(signal) + 1;
            List<String> cells = lines.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(row -> !row[column].isEmpty())
                    .map(row -> row[0] + "=" + row[column])
                    .toList();
            assertThat(cells)
                    .isNotEmpty()
                    .isEqualTo(recorded.stream()
                            .filter(sample -> sample.signal().equals(signal))
                            .map(sample -> sample.time() / 1e9 + "=" + shown(sample))
                            .toList());
        }
        assertThat(lines.stream().skip(1).map(line -> Double.valueOf(line.split(",")[0])))
                .isSorted();
        Outcome printed = Outcome.of("convert", capture, "--signals", "true-depth,depth,mode");
        assertThat("\uFEFF" + printed.out()).isEqualTo(Files.readString(csv));
    }

    private static String shown(Observation.Sample sample) {
        return sample.value() instanceof org.plumbline.channel.Value.Numeric numeric
                ? Double.toString(numeric.value())
                : sample.value().shown();
    }

    @Test
    @SimulatedRobot("underwater")
    void whatIsOnlyObservedCanBeJudgedFromIt(LiveRig rig) throws IOException {
        Path suite = Path.of("../features/suites/underwater").toAbsolutePath().normalize();
        List<String> captures = new ArrayList<>();
        Outcome judged = Outcome.seeing("UW-C01 .*pass", () -> {
            captures.add(record(rig, "12 s").lastLine());
            return rejudged(captures.get(captures.size() - 1), suite);
        });
        assertThat(judged.err()).isEmpty();
        assertThat(judged.out()).containsPattern("UW-C01 .*pass");
        String capture = captures.get(captures.size() - 1);
        Path run = Path.of(capture).resolve("../../..").normalize();
        Outcome ofFolder = rejudged(run.toString(), suite);
        assertThat(ofFolder.err()).isEmpty();
        assertThat(ofFolder.out()).isEqualTo(judged.out());
        Outcome without = Outcome.of("rejudge", "--lang", "en", capture);
        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.err())
                .startsWith(capture)
                .contains("there is no standard", "--standard and --features")
                .doesNotContain("Exception");
    }

    @Test
    @SimulatedRobot("underwater")
    void aRecordingThatIsTooShortSaysWhy(LiveRig rig) throws IOException {
        Path suite = Files.createDirectory(folder.resolve("long"));
        Files.copy(Path.of("../features/suites/underwater/standard.yaml"), suite.resolve("standard.yaml"));
        Files.writeString(suite.resolve("10-long.en.feature"), """
                # language: en
                Feature: Longer than what was recorded
                  @UW-C04
                  Scenario: Intervals
                    When observed for 60 s
                    And "depth-interval" is measured: largest gap between samples of signal "depth"
                    Then "depth-interval" shall be within its limit
                """);
        Outcome judged = rejudged(record(rig, "1 s").lastLine(), suite);
        assertThat(judged.exit()).as(judged.err()).isEqualTo(3);
        assertThat(judged.out())
                .containsPattern("UW-C04.*recording")
                .contains("verdict: inconclusive. nothing was judged");
    }

    private static Outcome rejudged(String capture, Path suite) {
        return Outcome.of(
                "rejudge",
                "--lang",
                "en",
                capture,
                "--standard",
                suite.resolve("standard.yaml").toString(),
                "--features",
                suite.toString());
    }

    @Test
    @SimulatedRobot("underwater")
    void aChannelThatBreaksIsNamedAndTheOthersGoOn(LiveRig rig) throws Exception {
        Path bench = rig.writeBench(folder.resolve("bench"));
        Path out = folder.resolve("out");
        try (ChildProcess child = child(bench, out, "8 s")) {
            child.awaitSample(out, "depth");
            rig.unplug("nav");
            assertThat(child.exit()).as(child.output()).isEqualTo(4);
            assertThat(child.output()).contains("channel nav was lost: the serial port is gone");
        }
        List<Observation> all = observations(capture(out));
        long lost = all.stream()
                .filter(seen -> seen instanceof Observation.ChannelEvent event
                        && event.kind() == Observation.ChannelEvent.Kind.LOST)
                .mapToLong(Observation::time)
                .min()
                .orElseThrow();
        assertThat(all)
                .anyMatch(seen -> seen instanceof Observation.Sample sample
                        && sample.signal().equals("state-depth")
                        && sample.time() > lost + 1_000_000_000L);
    }

    @Test
    @SimulatedRobot("underwater")
    void ctrlCKeepsWhatWasRecorded(LiveRig rig) throws Exception {
        Path bench = rig.writeBench(folder.resolve("bench"));
        Path out = folder.resolve("out");
        try (ChildProcess child = child(bench, out, "10min")) {
            child.awaitSample(out, "depth");
            child.interrupt();
            assertThat(child.exit()).as(child.output()).isEqualTo(130);
            assertThat(child.output().strip()).endsWith(capture(out).toString());
        }
        assertThat(rig.lastState("state")).doesNotContain("safe-state");
        assertThat(observations(capture(out))).anyMatch(Observation.Sample.class::isInstance);
        assertEnded(capture(out));
    }

    private ChildProcess child(Path bench, Path out, String time) throws IOException {
        return new ChildProcess(
                folder.resolve("record.txt"),
                Map.of(),
                "record",
                "--lang",
                "en",
                "--bench",
                bench.toString(),
                "--for",
                time,
                "--out",
                out.toString());
    }

    private static Path capture(Path out) throws IOException {
        try (Stream<Path> folders = Files.list(out)) {
            return folders.toList().get(0).resolve("data/capture/run.mcap");
        }
    }

    @Test
    @SimulatedRobot("underwater")
    void aChannelThatCannotBeOpenedLeavesNothing(LiveRig rig) throws IOException {
        rig.ownBroker().orElseThrow().close();
        Outcome outcome = record(rig, "1 s");
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.err()).contains("channel state: no connection to the MQTT broker");
        try (Stream<Path> left = Files.list(folder.resolve("out"))) {
            assertThat(left).isEmpty();
        }
    }

    private static final String FLOODED = """
            channels:
              nav: {transport: flooded, codec: nmea-0183}
              alarm: {transport: flooded, codec: nmea-0183}
            signals:
              depth: {channel: nav, sentence: DPT, field: 1, unit: m}
              leak: {channel: alarm, sentence: ALR, field: 2, on-event: true}
            """;

    private Outcome record(Class<? extends Transport> transport, String entries) throws IOException {
        Path services = Files.createDirectories(folder.resolve("services/META-INF/services"));
        Files.writeString(services.resolve(Transport.class.getName()), transport.getName());
        new FaultBench(folder, entries);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] more = {folder.resolve("services").toUri().toURL()};
        try (URLClassLoader with = new URLClassLoader(more, before)) {
            thread.setContextClassLoader(with);
            return Outcome.of(
                    "record",
                    "--lang",
                    "en",
                    "--bench",
                    folder.resolve("bench.yaml").toString(),
                    "--for",
                    "1 s",
                    "--out",
                    folder.resolve(transport.getSimpleName()).toString());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Nobody knows whether it is whole: what was received may have waited elsewhere. */
    @Test
    @SimulatedRobot("underwater")
    void aDiskThatHeldTheRecordingUpIsNamedAndIsNoError(LiveRig rig) {
        Path bench = rig.writeBench(folder.resolve("bench"));
        AtomicBoolean stalled = new AtomicBoolean();
        BenchCapture.Captured captured;
        try (LiveClock clock = new LiveClock()) {
            captured = new BenchCapture(bench, folder.resolve("out"), new Interruption())
                    .record(1_000_000_000L, seen -> {
                        if (seen instanceof Observation.Mark && !stalled.getAndSet(true)) {
                            clock.await(() -> false, clock.now() + 150_000_000L);
                        }
                    });
        }
        assertThat(captured.gaps()).isEmpty();
        assertThat(captured.heldUp())
                .extracting(Observation.ChannelEvent::channel)
                .contains("nav", "state");
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false);
        assertThat(new RecordCommand(console).whole(captured)).isZero();
        assertThat(err.toString())
                .containsPattern("通道 nav 的记录可能不完整: 记录停顿 \\d\\.\\d s（磁盘慢或计算机忙），期间的数据可能缺失"
                        + "|channel nav: the recording may not be whole: the recording was held up for"
                        + " \\d\\.\\d s, by a slow disk or a busy computer: what came meanwhile may be missing");
    }

    /** What the transport says when it is closed, too: then it finds out that it could not hand over everything. */
    @Test
    void whatWasThrownAwayIsNamedAndTheExitCodeSaysSo() throws IOException {
        Outcome outcome = record(Flooded.class, FLOODED);
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(4);
        assertThat(outcome.err().lines())
                .containsExactlyInAnyOrder(
                        "channel nav: the recording is not whole: it overran",
                        "channel nav: the recording is not whole: 3 were left",
                        "channel alarm: the recording is not whole: it overran",
                        "channel alarm: the recording is not whole: 3 were left",
                        "channel nav: not one frame came; plumbline probe tells why");
        assertThat(outcome.out())
                .contains("  nav    0 frames, 0 samples, 0 faults", "  alarm  0 frames, 0 samples, 0 faults");
        assertThat(Path.of(outcome.lastLine())).exists();
    }

    @Test
    void oneThatTheHarnessEndedSaysWhy() throws IOException {
        record(Flooded.class, FLOODED); // the first recording of a process unpacks a library into the temporary folder
        String temporary =
                System.setProperty("java.io.tmpdir", folder.resolve("missing").toString());
        Outcome outcome;
        try {
            outcome = record(Wordy.class, """
                    channels:
                      nav: {transport: wordy, codec: lines, pattern: "(?<word>.+)"}
                    signals:
                      word: {channel: nav, group: word, type: text}
                    """);
        } finally {
            System.setProperty("java.io.tmpdir", temporary);
        }
        String why =
                "the timeline's temporary file cannot be written or read: there is no such file or folder; check space"
                        + " and permissions of the temporary folder " + folder.resolve("missing");
        assertThat(outcome.exit()).as(outcome.out()).isEqualTo(4);
        assertThat(outcome.err()).contains(why);
        Path capture = capture(folder.resolve("Wordy"));
        assertThat(Capture.read(capture).end().incidents())
                .extracting(Text::en)
                .singleElement()
                .asString()
                .startsWith(why);
        for (Path named :
                List.of(capture.resolve("../../..").normalize(), Files.copy(capture, folder.resolve("lone.mcap")))) {
            Outcome recovered = Outcome.of("recover", "--lang", "en", named.toString());
            assertThat(recovered.exit()).as(recovered.out()).isEqualTo(2);
            assertThat(recovered.err())
                    .contains("this recording ended: " + why, "; there is nothing more to recover; export it with")
                    .doesNotContain("whole", "killed");
            assertThat(Outcome.of("recover", "--lang", "zh", named.toString()).err())
                    .contains("该录制已结束：时间线的临时文件无法读写", "；没有更多内容可恢复");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "x", "3 m", "0 s", "-5 s", "500000 h"})
    void aTimeThatIsNoneIsRefused(String time) {
        Outcome outcome = Outcome.of("record", "--lang", "en", "--bench", "bench.yaml", "--for=" + time);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("--for cannot be \"" + time + "\"", "such as 60s, 5min or 1h")
                .doesNotContain("Exception");
    }

    @Test
    void aBundleIsConvertedWithEverySignalOfItsBench() throws IOException {
        String bundle = Outcome.of(
                        "run",
                        "underwater",
                        "--virtual",
                        "--tags",
                        "@UW-C01",
                        "--out",
                        folder.resolve("out").toString())
                .lastLine();
        Outcome outcome = Outcome.of("convert", bundle);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().findFirst().orElseThrow())
                .startsWith("time [s],depth [m],heading [deg],water-temperature [degC],")
                .endsWith("true-temperature [degC]");
        assertThat(outcome.out().lines()).hasSizeGreaterThan(10);
        Outcome unknown = Outcome.of("convert", "--lang", "en", bundle, "--signals", "dept");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no signal \"dept\" in it", "\"depth\"");
        assertNothingIsWrittenIn(Path.of(bundle));
        assertNothingDestroysTheSource(Path.of(bundle).resolve("data/capture/run.mcap"));
    }

    private void assertNothingIsWrittenIn(Path bundle) throws IOException {
        Path inputs = bundle.resolve("data/inputs");
        Path link = Files.createSymbolicLink(folder.resolve("link"), inputs);
        Path way = Files.createSymbolicLink(folder.resolve("way.csv"), inputs.resolve("device.yaml"));
        String source = bundle.toString();
        List<List<String>> commands = List.of(
                List.of(
                        "convert",
                        source,
                        "--out",
                        bundle.resolve("data/capture/run.mcap").toString()),
                List.of(
                        "convert",
                        source,
                        "--out",
                        inputs.resolve("device.yaml").toString()),
                List.of("convert", source, "--out", link.resolve("new.csv").toString()),
                List.of("convert", source, "--out", way.toString()),
                List.of(
                        "rejudge",
                        source,
                        "--out",
                        link.resolve("again/and/again").toString()),
                List.of("run", "underwater", "--virtual", "--out", source),
                List.of("record", "--bench", inputs.resolve("bench.yaml").toString(), "--for", "1 s", "--out", source),
                List.of("simulate", "underwater", "--out", inputs.toString()));
        for (List<String> command : commands) {
            Outcome refused = Outcome.of(
                    Stream.concat(command.stream(), Stream.of("--lang", "en")).toArray(String[]::new));
            assertThat(refused.exit()).as("%s: %s", command, refused.err()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("lies in the evidence bundle or recording " + bundle.toRealPath()
                            + ", which writing would spoil; choose another --out");
        }
        assertThat(Outcome.of("verify", source).exit()).isZero();
    }

    private void assertNothingDestroysTheSource(Path capture) throws IOException {
        Path lone = Files.copy(capture, folder.resolve("lone.mcap"));
        Path chain = Files.copy(capture.resolveSibling("run.mcap.chain"), folder.resolve("lone.mcap.chain"));
        Path second = Files.createLink(folder.resolve("second.csv"), lone);
        for (Path out : List.of(lone, chain, second)) {
            Outcome refused = Outcome.of("convert", "--lang", "en", lone.toString(), "--out", out.toString());
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err())
                    .startsWith(out + ": is the recording that is to be converted; writing would destroy it");
        }
        assertThat(lone).hasSameBinaryContentAs(capture);
        Path csv = Files.writeString(folder.resolve("kept.csv"), "kept");
        Files.createDirectories(folder.resolve("kept.csv.part/in the way"));
        assertThat(Outcome.of("convert", lone.toString(), "--out", csv.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(csv).hasContent("kept");
    }
}
