package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.Boundary;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Recording;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** A capture is gone over from its file, and holds what was observed. */
class CapturedRecordingTest {

    private final Random random = new Random(36_896);
    private final List<Observation> observed = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void record() {
        for (int i = 0; i < 20_000; i++) {
            observed.add(observation(i));
        }
        try (Recorder recorder =
                Recorder.open(RecordingMain.plan(folder, "virtual", CaptureTest.bench(name -> null)))) {
            observed.forEach(recorder);
        }
    }

    private Observation observation(long time) {
        return switch (random.nextInt(16)) {
            case 0 -> new Boundary(time, "T001", "a.feature: A", random.nextBoolean() ? "" : "step", true);
            case 1 -> new Observation.Mark(time, time - 1_000);
            case 2 -> new CommandSent(time, "go", Map.of("where", "up"), true, random.nextBoolean());
            case 3 -> new ChannelEvent(time, "wire", ChannelEvent.Kind.LOST, new Text("断", "cut"), time - 7);
            case 4 -> new Observation.FrameFault(time, "wire", FrameError.LENGTH, new Text("收到 3", "given 3"));
            case 5 -> new Observation.Stall(time, random.nextInt(1_000_000_000), random.nextInt(1_000_000_000));
            case 6 -> new Observation.Sample(time, "state", new Value.Literal("on\n" + time));
            case 7 -> new Observation.Sample(time, "flag", new Value.Logical(random.nextBoolean()));
            case 8 -> new Observation.Sample(time, "level", new Value.Numeric(Double.NaN));
            case 9 ->
                new Observation.Judged(
                        time, "T001", new Judgement(time, "X-1", "l", null, null, Verdict.FAIL, Text.same("no")));
            case 10 -> new Observation.TrialBegun(time, "T001", "a.feature:1", 1);
            case 11 -> new Observation.Frame(time, "wire", Direction.SENT, new Packet("a/b", new byte[] {(byte) time}));
            case 12 ->
                new Observation.CommandFailed(
                        time,
                        "go",
                        Map.of("where", "up"),
                        random.nextBoolean(),
                        Problem.of(new Text("断", "cut"), new Text("插", "plug it in")));
            case 13 -> new Observation.Repetition(time, "go", random.nextBoolean() ? 0 : 500_000_000L);
            default -> new Observation.Sample(time, "level", new Value.Numeric(random.nextGaussian() * 1e3));
        };
    }

    private Path file() {
        return folder.resolve("data/capture/run.mcap");
    }

    private Recording expected() {
        return Recording.of(observed.stream()
                .filter(observation -> !(observation instanceof Observation.TrialBegun))
                .toList());
    }

    private static List<String> all(Recording recording) {
        return all(recording.open());
    }

    private static List<String> all(Recording.Passage opened) {
        List<String> all = new ArrayList<>();
        try (Recording.Passage passage = opened) {
            for (Observation next = passage.next(); next != null; next = passage.next()) {
                all.add(shown(next));
            }
        }
        return all;
    }

    /** Arrays of bytes have no text of their own. */
    private static String shown(Observation observation) {
        return observation instanceof Observation.Frame frame
                ? frame.time()
                        + frame.channel()
                        + frame.direction()
                        + frame.packet().address()
                        + frame.packet().payload()[0]
                : observation.toString();
    }

    @Test
    void fromTheFrontAsOftenAsItIsOpened() {
        Recording recording = Capture.read(file()).recording();
        List<String> expected = all(expected());
        assertThat(expected).hasSizeGreaterThan(15_000);
        assertThat(all(recording)).isEqualTo(expected);
        assertThat(all(recording)).isEqualTo(expected);
    }

    @Test
    void withTheActsOfTheRunAtTheirPlaces() {
        Recording recording = Capture.read(file()).recording();
        assertThat(recording.acts()).isEqualTo(expected().acts()).hasSizeGreaterThan(3000);
        List<String> all = all(recording);
        assertThat(recording.acts())
                .allSatisfy(act -> assertThat(all.get((int) act.position())).isEqualTo(shown(act.observation())));
        assertThat(recording.acts()).noneMatch(act -> act.observation() instanceof CommandSent sent && sent.repeated());
    }

    /** A channel may be decoded behind another one: by up to a quarter of the capture here, so over several chunks. */
    @Test
    void withTheSamplesOfSomeSignalsInOrderOfTime() {
        Path other = folder.resolve("late");
        List<Observation.Sample> level = new ArrayList<>();
        List<Observation.Sample> state = new ArrayList<>();
        try (Recorder recorder = Recorder.open(RecordingMain.plan(other, "virtual", CaptureTest.bench(name -> null)))) {
            for (int i = 0; i < 20_000; i++) {
                level.add(new Observation.Sample(i, "level", new Value.Numeric(random.nextGaussian())));
                state.add(new Observation.Sample(i - 5_000, "state", new Value.Literal("on " + random.nextLong())));
                recorder.accept(level.get(i));
                recorder.accept(new Observation.Sample(i, "flag", new Value.Logical(true)));
                if (i >= 5_000) {
                    recorder.accept(state.get(i));
                }
            }
        }
        List<Observation> expected = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            expected.add(level.get(i));
            if (i < 15_000) {
                expected.add(state.get(i + 5_000));
            }
        }
        Capture capture = Capture.read(other.resolve("data/capture/run.mcap"));
        assertThat(all(capture.samples().of(List.of("state", "level"))))
                .isEqualTo(expected.stream().map(Object::toString).toList());
        assertThat(all(capture.samples().of(List.of()))).isEmpty();
    }

    /** Without scenarios nothing else shows whether all of it was recorded. */
    @Test
    void ofWhichNobodySaidThatItEnded() {
        assertThat(Capture.read(file()).end())
                .isEqualTo(new RecordedEnd(
                        List.of(new Text(
                                "原始记录未说明录制已结束：结尾缺失，或由旧版本录制",
                                "the capture does not say that its recording ended: its end is missing, or an older"
                                        + " version recorded it")),
                        false));
    }

    @Test
    void whoseEndWasSound() {
        Path other = folder.resolve("other");
        try (Recorder recorder = Recorder.open(RecordingMain.plan(other, "virtual", CaptureTest.bench(name -> null)))) {
            recorder.ends(RecordedEnd.SOUND);
        }
        assertThat(Capture.read(other.resolve("data/capture/run.mcap")).end()).isEqualTo(RecordedEnd.SOUND);
    }

    @Test
    void withTheScenariosThatWereExecuted() {
        long begun = expected().acts().stream()
                .filter(act -> act.observation() instanceof Boundary boundary
                        && boundary.step().isEmpty())
                .count();
        assertThat(begun).isGreaterThan(1);
        assertThat(Capture.read(file()).attempts()).containsExactly(Map.entry("a.feature: A", begun));
    }

    /** Each kind of record of the data section, and the summary, is hit by one of them. */
    @Test
    void notWhereOneBitIsAnotherOne() throws IOException {
        Files.delete(CaptureChain.beside(file()));
        byte[] whole = Files.readAllBytes(file());
        for (int at = 8; at < whole.length; at += whole.length / 61) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file(), damaged);
            int bit = at;
            assertThatThrownBy(() -> Capture.read(file()))
                    .as("byte %d", at)
                    .isInstanceOfSatisfying(InputException.class, e -> assertThat(offset(e) <= bit || ofTheWhole(e))
                            .as(e.message(Language.EN))
                            .isTrue());
        }
    }

    /** Message indexes and metadata have no CRC of their own, nor have records of the summary. */
    private static boolean ofTheWhole(InputException e) {
        return e.message(Language.EN).matches("(?s).*\\(the (data section|summary) has the CRC.*");
    }

    private static long offset(InputException e) {
        Matcher said = Pattern.compile(
                        "run\\.mcap: the capture is damaged or cut off at byte (\\d+) and nothing is judged")
                .matcher(e.message(Language.EN));
        assertThat(said.find()).as(e.message(Language.EN)).isTrue();
        return Long.parseLong(said.group(1));
    }

    @Test
    void notWhereItWasCutOff() throws IOException {
        Files.delete(CaptureChain.beside(file()));
        byte[] whole = Files.readAllBytes(file());
        for (int length : new int[] {whole.length / 2, whole.length - 1}) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Capture.read(file()))
                    .isInstanceOfSatisfying(
                            InputException.class, e -> assertThat(offset(e)).isLessThanOrEqualTo(length))
                    .hasMessageContaining(
                            "of what a killed run or a full disk left, make a bundle first: plumbline recover");
        }
    }

    /** A file that is whole in itself, but not the one that was recorded. */
    @Test
    void notWhereItIsAnotherThanItsChainSays() throws IOException {
        Path edited = folder.resolve("edited");
        try (Recorder recorder =
                Recorder.open(RecordingMain.plan(edited, "virtual", CaptureTest.bench(name -> null)))) {
            observed.stream()
                    .filter(observation -> !(observation instanceof Observation.FrameFault))
                    .forEach(recorder);
        }
        Files.copy(edited.resolve("data/capture/run.mcap"), file(), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> Capture.read(file()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("run.mcap: section ")
                .hasMessageContaining("is not what was recorded");
    }

    @Test
    void notAtAllOfSomethingElse() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "no capture");
        assertThatThrownBy(() -> Capture.read(other))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no run of this tool made this capture");
        assertThatThrownBy(() -> Capture.read(folder.resolve("missing")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no such file or folder");
    }
}
