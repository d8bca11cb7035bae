package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.mcap.RecordWalk;
import org.plumbline.mcap.RecordWalk.Message;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

class CaptureTest {

    private static final long START = TimeUnit.SECONDS.toNanos(RecordingMain.STARTED.getEpochSecond());

    @TempDir
    private Path folder;

    static Bench bench(Function<String, @Nullable String> environment) {
        SignalSpec level =
                new SignalSpec("level", "wire", Unit.of("m").orElseThrow(), null, null, Settings.of(Map.of()));
        Device device = new Device(
                new DeviceIdentity("test", "m", "x", "1", "1"),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("level", level),
                Map.of());
        return new Bench(
                new Laboratory("lab", ""),
                "op",
                Map.of(),
                device,
                List.of(),
                1,
                null,
                new Secrets(environment),
                null,
                null);
    }

    private Path file() {
        return folder.resolve("data/capture/run.mcap");
    }

    private List<Message> messages() throws IOException {
        return RecordWalk.messages(Files.readAllBytes(file()));
    }

    private List<String> recorded(String driver, Bench bench, Observation... observations) throws IOException {
        try (Recorder recorder = Recorder.open(RecordingMain.plan(folder, driver, bench))) {
            List.of(observations).forEach(recorder);
        }
        return messages().stream()
                .map(message -> message.topic() + " " + (message.logTime() - START) + " " + message.text())
                .toList();
    }

    @Nested
    class Holds {

        private final Observation[] one = {
            new ChannelEvent(1, "wire", ChannelEvent.Kind.OPENED, new Text("开", "open")),
            new Observation.Boundary(2, "T001", "a.feature: A", "step", true),
            new Observation.CommandSent(3, "go", Map.of("where", "up"), true),
            new Observation.CommandFailed(
                    3, "go", Map.of(), true, Problem.of(new Text("断", "unplugged"), new Text("插", "plug it in"))),
            new Observation.Repetition(3, "go", 500),
            new Observation.Frame(4, "wire", Direction.SENT, new Packet("a/b", new byte[] {'x'})),
            new Observation.Frame(5, "wire", Direction.RECEIVED, Packet.of(new byte[] {'y'})),
            new Observation.Sample(5, "level", new Value.Numeric(0.1)),
            new Observation.Sample(5, "level", new Value.Numeric(Double.NaN)),
            new Observation.Sample(6, "state", new Value.Literal("\"on\"")),
            new Observation.Sample(7, "flag", new Value.Logical(true)),
            new Observation.FrameFault(8, "wire", FrameError.CHECKSUM, new Text("收到 00", "given 00")),
            new Observation.FrameFault(8, "wire", FrameError.VALUE, Text.same("d: four")),
            new Observation.Judged(
                    9, "T001", new Judgement(9, "X-1", "l", null, null, Verdict.FAIL, new Text("不", "no"))),
        };

        private final String[] topics = {
            "/channels 1 {\"channel\":\"wire\",\"event\":\"opened\",\"zh\":\"开\",\"en\":\"open\"}",
            "/steps 2 {\"trial\":\"T001\",\"scenario\":\"a.feature: A\",\"step\":\"step\",\"begins\":true}",
            "/commands 3 {\"command\":\"go\",\"parameters\":{\"where\":\"up\"},\"changesState\":true,\"repeated\":false}",
            "/commands 3 {\"command\":\"go\",\"parameters\":{},\"changesState\":true,\"repeated\":false,\"failed\":true,"
                    + "\"zh\":\"断\",\"en\":\"unplugged\",\"remedy\":{\"zh\":\"插\",\"en\":\"plug it in\"}}",
            "/repetitions 3 {\"command\":\"go\",\"period\":500}",
            "/frames/wire/sent/a/b 4 x",
            "/frames/wire/received 5 y",
            "/signals/level 5 {\"value\":0.1}",
            "/signals/level 5 {\"value\":null}",
            "/signals/state 6 {\"value\":\"\\\"on\\\"\"}",
            "/signals/flag 7 {\"value\":true}",
            "/faults/wire 8 {\"kind\":\"checksum\",\"detail\":\"given 00\",\"zh\":\"收到 00\"}",
            "/faults/wire 8 {\"kind\":\"value\",\"detail\":\"d: four\"}",
            "/verdicts 9 {\"trial\":\"T001\",\"requirement\":\"X-1\",\"limit\":\"l\",\"verdict\":\"fail\","
                    + "\"zh\":\"不\",\"en\":\"no\"}",
        };

        @Test
        void everyKindOfObservationInVirtualTime() throws IOException {
            assertThat(recorded("virtual", bench(name -> null), one)).containsExactly(topics);
        }

        @Test
        void theSameLive() throws IOException {
            assertThat(recorded("live", bench(name -> null), one)).containsExactly(topics);
        }

        @Test
        void noSecretAnywhere() throws IOException {
            Bench bench = bench(Map.of("WORD", "密码-hunter2")::get);
            bench.secrets().resolve("${env:WORD}", Place.of("x"));
            String secret = "密码-hunter2";
            recorded(
                    "virtual",
                    bench,
                    new Observation.Frame(
                            1,
                            "wire",
                            Direction.SENT,
                            new Packet("to/" + secret, secret.getBytes(StandardCharsets.UTF_8))),
                    new Observation.Sample(2, "state", new Value.Literal(secret)),
                    new Observation.FrameFault(3, "wire", FrameError.VALUE, new Text("错: " + secret, "/x: " + secret)),
                    new Observation.CommandSent(4, "go", Map.of("where", secret), true),
                    new Observation.CommandFailed(
                            5, "go", Map.of(), true, Problem.of(Text.same(secret), Text.same(secret))));
            assertThat(messages()).hasSize(5).allSatisfy(message -> assertThat(message.topic() + message.text())
                    .contains("${env:WORD}")
                    .doesNotContain("hunter2"));
        }
    }

    @Nested
    class Fails {

        @Test
        void withASentenceWhereTheFolderCannotBeMade() throws IOException {
            Files.writeString(folder.resolve("data"), "a file where a folder should be");
            assertThatThrownBy(() -> Recorder.open(RecordingMain.plan(folder, "live", bench(name -> null))))
                    .isInstanceOf(HarnessException.class)
                    .hasMessageStartingWith("the capture cannot be written: ")
                    .hasMessageEndingWith("; check disk space and permissions of folder " + folder
                            + "; what was written stays readable");
        }

        /** A limit on the size of files, above the reserve, stands for a full disk; what came before it stays readable. */
        @Test
        @Timeout(60)
        @DisabledOnOs(OS.WINDOWS)
        void withASentenceWhereTheDiskIsFull() throws Exception {
            List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 8400; exec \"$@\"", "sh"));
            command.addAll(java("frames"));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> said;
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                said = reader.lines().toList();
            }
            assertThat(said).hasSize(2);
            assertThat(said.get(0)).startsWith("the capture cannot be written: ");
            assertThat(said.get(1)).startsWith("原始记录无法写入: ");
            assertThat(messages()).hasSizeGreaterThan(100).hasSizeLessThan(6000);
            assertThat(messages()).extracting(Message::sequence).doesNotHaveDuplicates();
        }
    }

    /** How much later than it came {@link FlushingTest} and the benchmark of kills say. */
    @Test
    @Timeout(60)
    void aKilledProcessLeavesEverythingThatWentToDisk() throws Exception {
        Process process = new ProcessBuilder(java("samples"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path capture = folder.resolve("data/capture/run.mcap");
        int after = new Random(folder.hashCode()).nextInt(10);
        int sections = Integer.MAX_VALUE;
        long taken = 0;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (taken++ == 0) {
                    sections = links(capture) + 3 + after;
                }
                if (links(capture) >= sections) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor()).isNotZero();
        ChainCheck chain = CaptureChain.check(capture);
        assertThat(chain.findings()).isEmpty();
        assertThat(chain.links()).isGreaterThanOrEqualTo(sections);
        byte[] all = Files.readAllBytes(capture);
        List<Message> onDisk = RecordWalk.messages(Arrays.copyOf(all, Math.toIntExact(chain.whole())));
        assertThat(onDisk)
                .extracting(Message::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, onDisk.size()).boxed().toList());
        assertThat(onDisk).hasSizeGreaterThan(2).hasSizeLessThanOrEqualTo(Math.toIntExact(taken + 1));
        assertThat(messages()).hasSizeGreaterThanOrEqualTo(onDisk.size());
    }

    /** Sections that were on disk, each after the one before. */
    private static int links(Path capture) throws IOException {
        return Files.readAllLines(CaptureChain.beside(capture)).size();
    }

    private List<String> java(String what) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingMain.class.getName(),
                folder.toString(),
                what);
    }
}
