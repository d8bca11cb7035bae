package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.Plumbline;
import org.plumbline.capture.Recorder;
import org.plumbline.evidence.Evidence;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;

/** Only what is as it was recorded is judged again: a hole could be where the failure was. */
class RejudgeTest {

    private static final String CAPTURE = "data/capture/run.mcap";

    @TempDir
    private static Path recorded;

    private static Path bundle;
    private static byte[] whole;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runOnce() throws IOException {
        Outcome run = Outcome.of(
                "run", "underwater", "--virtual", "--tags", "@UW-C01 or @UW-A02", "--out", recorded.toString());
        bundle = Path.of(run.lastLine());
        whole = Files.readAllBytes(bundle.resolve(CAPTURE));
    }

    private static Outcome rejudge(Path source) {
        return Outcome.of("rejudge", "--lang", "en", source.toString());
    }

    private static void assertRefused(Path source, String... said) {
        Outcome outcome = rejudge(source);
        assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith(source.toString())
                .contains(said)
                .doesNotContain("plumbline-rejudge-", "Exception");
    }

    private Path copy() throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(bundle.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    private static byte[] flipped(int at) {
        byte[] flipped = whole.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    /** In the middle of the last place where these words stand. */
    private static int of(String words) {
        int at = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf(words);
        assertThat(at).isPositive();
        return at + words.length() / 2;
    }

    @Test
    void aSealedBundleOfWhichOneBitWasChanged() throws IOException {
        Path copy = copy();
        Files.write(copy.resolve(CAPTURE), flipped(whole.length / 2));
        assertRefused(
                copy,
                CAPTURE + ": changed since it was sealed",
                "is not what was recorded: changed, moved or taken away",
                "nothing was judged; use a copy that was not changed, and check it with plumbline verify");
    }

    @Test
    void theSameInAZip() throws IOException {
        Path copy = copy();
        Files.write(copy.resolve(CAPTURE), flipped(whole.length / 2));
        assertRefused(zip(copy), CAPTURE + ": changed since it was sealed");
    }

    @Test
    void aSoundBundleIsJudgedFromAZipAsFromItsFolder() throws IOException {
        Outcome folder = rejudge(bundle);
        Outcome zipped = rejudge(zip(bundle));
        assertThat(folder.exit()).as(folder.err()).isEqualTo(zipped.exit());
        assertThat(zipped.out()).as(zipped.err()).isEqualTo(folder.out()).contains("UW-A02");
    }

    /** The laboratory's own file may have been written anew since, or be out of reach; it serves another standard, too. */
    @Test
    void ofABenchThatNamesItsDeviceOtherwise() throws IOException {
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
        Path device = Files.move(folder.resolve("bench/device.yaml"), folder.resolve("rov.yaml"));
        Files.writeString(bench, Files.readString(bench).replace("device: device.yaml", "device: ../rov.yaml"));
        Files.writeString(device, Files.readString(device).replace("ics:", "ics:\n  C-MQTT: true"));
        String[] run = {
            "run", "underwater", "--lang", "en", "--virtual", "--tags", "@UW-C01", "--bench", bench.toString()
        };
        Outcome first = Outcome.of(Stream.concat(Stream.of(run), Stream.of("--out", folder + "/out"))
                .toArray(String[]::new));
        Files.delete(device);
        Outcome again = rejudge(Path.of(first.lastLine()));
        assertThat(again.exit()).as(again.err()).isEqualTo(first.exit());
        assertThat(again.out()).contains("the one judgement equals the original's to the last digit");
        assertThat(first.out() + again.out()).containsSubsequence("not used: C-MQTT", "not used: C-MQTT");
    }

    private Path zip(Path source) throws IOException {
        Path zip = folder.resolve("bundle.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(source)) {
            for (Path member : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new ZipEntry(source.relativize(member).toString().replace('\\', '/')));
                Files.copy(member, entries);
            }
        }
        return zip;
    }

    @Test
    void aFolderThatIsNotSealed() throws IOException {
        Path copy = copy();
        Files.delete(copy.resolve("tagmanifest-sha256.txt"));
        assertRefused(copy, "not sealed: its run did not end", "first run plumbline recover " + copy);
    }

    @Test
    void aCaptureOfWhichOneBitWasChanged() throws IOException {
        Path capture = folder.resolve("run.mcap");
        for (int at : List.of(of("trials"), whole.length / 2, whole.length - 60)) {
            Files.write(capture, flipped(at));
            assertRefused(capture, "the capture is damaged or cut off at byte ", " and nothing is judged by it");
        }
    }

    @Test
    void aCaptureOfWhichAnInputWasChanged() throws IOException {
        Path capture = folder.resolve("run.mcap");
        Files.write(capture, flipped(of("modality: shall")));
        assertRefused(
                capture,
                "the capture is damaged or cut off at byte ",
                "(attachment standard.yaml has the CRC ",
                "nothing is judged");
    }

    @Test
    void aCaptureThatIsCutOff() throws IOException {
        Path capture = folder.resolve("run.mcap");
        Files.write(capture, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertRefused(
                capture,
                "the capture is damaged or cut off at byte ",
                "of what a killed run or a full disk left, make a bundle first: plumbline recover");
    }

    @Test
    void aCaptureThatIsSoundButNotTheOneOfItsChain() throws IOException {
        Path capture = folder.resolve("run.mcap");
        Outcome other = Outcome.of(
                "run",
                "underwater",
                "--virtual",
                "--tags",
                "@UW-C01",
                "--out",
                folder.resolve("out").toString());
        Files.copy(Path.of(other.lastLine()).resolve(CAPTURE), capture);
        assertThat(rejudge(capture).err())
                .isEqualTo(
                        capture + ": its hash chain run.mcap.chain is not beside it: nothing proves that it is what was"
                                + " recorded" + System.lineSeparator());
        Files.copy(bundle.resolve(CAPTURE + ".chain"), folder.resolve("run.mcap.chain"));
        assertRefused(capture, "run.mcap: section ", "is not what was recorded");
    }

    @Test
    void whatWasRecoveredFromADamagedCapture() throws IOException {
        Path copy = copy();
        byte[] cut = Arrays.copyOf(flipped(whole.length / 2), whole.length - 1);
        Files.write(copy.resolve(CAPTURE), cut);
        Files.delete(copy.resolve(CAPTURE + ".chain"));
        Files.delete(copy.resolve("tagmanifest-sha256.txt"));
        Outcome recovered = Outcome.of("recover", "--lang", "en", copy.toString());
        assertThat(recovered.out())
                .as(recovered.err())
                .containsPattern("the capture is damaged at byte \\d+: something is missing or changed there \\(");
        assertRefused(copy, "run.mcap.part: its hash chain");
        assertRefused(
                copy.resolve(CAPTURE),
                "a copy that was recovered from a damaged capture and lacks what was damaged in it");
    }

    /** Its rows have one name: none of them was executed as often as all of them together. */
    @ParameterizedTest(name = "{0} attempts")
    @ValueSource(strings = {"1", "2"})
    void anOutlineIsJudgedAsItWas(String repeat) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "--virtual", "--lang", "en", "--repeat", repeat));
        words.addAll(List.of("--out", folder.resolve("out").toString()));
        words.addAll(OutlineSuite.in(folder));
        Outcome run = Outcome.of(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        Path again = folder.resolve("again");
        Outcome judged = Outcome.of("rejudge", "--lang", "en", run.lastLine(), "--out", again.toString());
        assertThat(judged.exit()).as(judged.out() + judged.err()).isZero();
        JsonNode trials = trials(run.lastLine());
        assertThat(trials).hasSize(3 * Integer.parseInt(repeat));
        assertThat(trials(judged.lastLine())).isEqualTo(trials);
    }

    private static final String WATCHING = """
              @OL-1
              Scenario: %s
                Given signal "%s" arrives, waiting at most 5 s
                When observed for %d s
                And "depth-gap" is measured: largest gap between samples of signal "%2$s"
                Then "depth-gap" shall be within its limit

            """;

    private static final String DIVING = """
              @OL-1
              Scenario: Diving
                Given command "hold-depth" is sent with "depth" = "2"
                When observed for 2 s
                And "depth-gap" is measured: largest gap between samples of signal "depth"
                Then "depth-gap" shall be within its limit

            """;

    private String run(String... scenarios) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "--virtual", "--lang", "en"));
        words.addAll(List.of("--out", folder.resolve("out").toString()));
        words.addAll(OutlineSuite.in(folder));
        features(folder.resolve("suite"), scenarios);
        Outcome run = Outcome.of(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return run.lastLine();
    }

    private static Path features(Path folder, String... scenarios) throws IOException {
        return Files.writeString(
                        Files.createDirectories(folder).resolve("10-outline.en.feature"),
                        "# language: en\nFeature: Written for a test\n\n" + String.join("", scenarios))
                .resolveSibling("");
    }

    /** Also of a scenario that was not recorded, and whatever order they were judged in. */
    @Test
    void whatItWritesIsJudgedAsItSays() throws IOException {
        String recorded = run(WATCHING.formatted("Watching", "depth", 3), DIVING);
        Path other = features(
                folder.resolve("features"),
                WATCHING.formatted("Watching first", "depth", 2),
                DIVING,
                WATCHING.formatted("Watching", "depth", 3));
        Outcome again = Outcome.of(
                "rejudge",
                "--lang",
                "en",
                recorded,
                "--features",
                other.toString(),
                "--out",
                folder.resolve("again").toString());
        assertThat(again.exit()).as(again.out() + again.err()).isZero();
        assertThat(trials(again.lastLine())).hasSize(3);
        Outcome verified = Outcome.of("verify", again.lastLine());
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
        Outcome third = Outcome.of(
                "rejudge",
                "--lang",
                "en",
                again.lastLine(),
                "--out",
                folder.resolve("third").toString());
        assertThat(third.out())
                .as(third.err())
                .contains("verdict: pass. all 3 judgements equal the original's to the last digit");
        assertThat(trials(third.lastLine())).isEqualTo(trials(again.lastLine()));
        Outcome alone = rejudge(Path.of(again.lastLine(), CAPTURE));
        assertThat(alone.out())
                .as(alone.err())
                .contains("verdict: pass. all 3 judgements equal the original's to the last digit");
    }

    /** Also where a scenario has another name. */
    @Test
    void eachJudgementIsComparedWithThatOfItsOwnScenario() throws IOException {
        String recorded =
                run(WATCHING.formatted("Watching", "depth", 3), WATCHING.formatted("Another", "set-depth", 3));
        Path other = features(
                folder.resolve("features"),
                WATCHING.formatted("Another", "set-depth", 3),
                WATCHING.formatted("Watched", "depth", 3));
        Outcome again = Outcome.of("rejudge", "--lang", "en", recorded, "--features", other.toString());
        assertThat(trials(recorded).findValuesAsText("value").stream().distinct())
                .hasSize(2);
        assertThat(again.out())
                .as(again.err())
                .contains("verdict: pass. all 2 judgements equal the original's to the last digit");
    }

    private static final String AT_ONCE = """
              @OL-1
              Scenario: Diving at once
                Given command "hold-depth" is sent with "depth" = "2"
                When observed for 2 s
                And "depth-change" is measured: from command "hold-depth" on, the change of signal "depth"
                Then "depth-change" shall be within its limit

            """;

    /** A bundle of a build that looked at less before a run. */
    private Path olderBundle() throws IOException {
        List<String> words = OutlineSuite.in(folder);
        Path suite = Path.of(words.get(0));
        replace(
                suite.resolve("standard.yaml"),
                "limits:\n",
                "limits:\n      depth-change: {max: 9, unit: m, basis: proposal}\n");
        features(suite, WATCHING.formatted("Watching", "depth", 3), AT_ONCE);
        RunListener older = new RunListener() {
            @Override
            public void runStarted(RunPlan plan) {
                try {
                    replace(plan.inputs().resolve("10-outline.en.feature"), "    When observed for 2 s\n", "");
                    replace(plan.inputs().resolve("device.yaml"), "sentence: DPT", "sentence: dpt");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        Run run = Plumbline.bench(Path.of(words.get(2)))
                .virtual()
                .in(Language.EN)
                .out(folder.resolve("out"))
                .with(older)
                .with(new Evidence(Language.EN, List.of()))
                .run(Suite.at(suite));
        return run.plan().directory();
    }

    private static void replace(Path file, String text, String by) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(file, before.replace(text, by));
    }

    @Test
    void whatOnlyARunWouldBeRefusedForIsANote() throws IOException {
        Path older = olderBundle();
        Path inputs = older.resolve("data/inputs");
        Outcome again = rejudge(older);
        assertThat(again.err()).isEmpty();
        String note = "  a run would be refused for it now, the recording is judged all the same: ";
        assertThat(again.out().lines().filter(line -> line.startsWith(note)))
                .containsExactly(
                        note + inputs.resolve("device.yaml") + ":24:25: \"dpt\" is no sentence",
                        note + inputs.resolve("10-outline.en.feature") + ":14: nothing is observed between command"
                                + " \"hold-depth\" and this step: there is nothing to measure");
        assertThat(again.out()).contains("verdict: pass. all 2 judgements equal the original's to the last digit");
        assertThat(Outcome.of("rejudge", "--lang", "zh", older.toString()).out())
                .contains("  现在运行会因此被拒绝，记录照样判定: " + inputs.resolve("device.yaml") + ":24:25: \"dpt\" 不是语句标识");
    }

    /** Nobody has judged by what is new. */
    @Test
    void whatARunWouldBeRefusedForIsRefusedInAnotherScenario() throws IOException {
        Path older = olderBundle();
        Path other = features(folder.resolve("features"), AT_ONCE.replace("    When observed for 2 s\n", ""));
        Outcome again = Outcome.of("rejudge", "--lang", "en", older.toString(), "--features", other.toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("nothing is observed between command \"hold-depth\" and this step");
    }

    /** As it was planned before the rows of an outline had keys of their own. */
    @Test
    void anOutlineOfAnOlderCaptureIsRefused() throws IOException {
        List<String> words = OutlineSuite.in(folder);
        Run run = Plumbline.bench(Path.of(words.get(2)))
                .virtual()
                .in(Language.EN)
                .out(folder.resolve("out"))
                .run(Suite.at(Path.of(words.get(0))));
        RunPlan plan = run.plan();
        RunPlan older = new RunPlan(
                plan.id(),
                plan.suite(),
                plan.started(),
                plan.driver(),
                plan.standard(),
                plan.bench(),
                plan.scenarios().stream().map(RejudgeTest::withoutOccurrence).toList(),
                List.of(),
                folder.resolve("older"),
                plan.inputs());
        Recorder.open(older).close();
        assertRefused(
                folder.resolve("older").resolve(CAPTURE),
                "an older capture, which does not tell scenarios of one name apart (\"10-outline.en.feature: To a depth\"):"
                        + " it cannot be judged again; run it again with this version");
    }

    private static ScenarioPlan withoutOccurrence(ScenarioPlan plan) {
        return new ScenarioPlan(
                plan.id(),
                plan.name(),
                plan.feature(),
                plan.line(),
                plan.language(),
                plan.requirements(),
                plan.applies(),
                plan.observation(),
                plan.stretches(),
                plan.waiting());
    }

    private static JsonNode trials(String run) throws IOException {
        Path results = Path.of(run).resolve("data/results.json");
        return new ObjectMapper().readTree(results.toFile()).at("/runs/0/trials");
    }
}
