package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.Plumbline;
import org.plumbline.broker.EmbeddedBroker;
import org.plumbline.capture.Capture;
import org.plumbline.error.InputException;
import org.plumbline.evidence.BagVerify;
import org.plumbline.evidence.Evidence;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.SimulatedRobot;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** What goes wrong on a bench, on real ports: one sentence names channel and cause, and the evidence is sealed. */
class MisfortuneTest {

    private static final Suite WATCHING = Suite.named("underwater").only("UW-C01", "UW-Q01");

    @TempDir
    Path folder;

    private Path bench;

    @BeforeEach
    void place() {
        bench = folder.resolve("bench");
    }

    @Test
    @SimulatedRobot("underwater")
    void theBrokerStopsInMidRun(LiveRig rig) {
        rig.writeBench(bench);
        Run run = run(once(plan -> rig.ownBroker().orElseThrow().close()));
        assertThat(run.exitCode()).isEqualTo(4);
        assertSentence(run, "channel state was lost: ");
        assertSealed(run);
    }

    @Test
    @SimulatedRobot("underwater")
    void thePseudoTerminalClosesInMidRun(LiveRig rig) {
        rig.writeBench(bench);
        Run run = run(once(plan -> rig.unplug("nav")));
        assertThat(run.exitCode()).isEqualTo(4);
        assertSentence(run, "channel nav was lost: the serial port is gone");
        assertSealed(run);
    }

    @Test
    @SimulatedRobot("underwater")
    void theDeviceNeverAnswers(LiveRig rig) {
        rig.writeBench(bench);
        rig.unplug("state");
        Run run = run(nothing(), Suite.named("underwater").only("UW-C01"));
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.requirement("UW-C01").orElseThrow().reasons())
                .extracting(reason -> reason.in(Language.EN))
                .containsExactly("signal state-depth did not arrive within 5 s; "
                        + "nothing has been received on channel state");
        assertSealed(run);
    }

    @Test
    @SimulatedRobot("underwater")
    void aPortIsMissing(LiveRig rig) throws Exception {
        rig.writeBench(bench);
        replace("device.yaml", "port: \"/dev/pts/\\d+\"", "port: /dev/ttyNONE9");
        Run run = run(nothing());
        assertThat(run.exitCode()).isEqualTo(4);
        assertSentence(run, "channel nav: serial port /dev/ttyNONE9 cannot be opened: there is no such port");
        assertThat(Capture.read(run.plan().directory().resolve("data/capture/run.mcap"))
                        .end()
                        .incidents())
                .isEqualTo(run.incidents());
        assertSealed(run);
    }

    @Test
    @SimulatedRobot("underwater")
    void thePasswordIsWrong(LiveRig rig) throws Exception {
        try (EmbeddedBroker guarded = EmbeddedBroker.startWithLogin("lab", "right")) {
            rig.writeBench(bench);
            replace(
                    "device.yaml",
                    "broker: \"[^\"]+\"",
                    "broker: \"" + guarded.uri() + "\"\n    username: lab\n    password: \"\\${env:PATH}\"");
            Run run = run(nothing());
            assertThat(run.exitCode()).isEqualTo(4);
            assertSentence(run, "channel state: no connection to the MQTT broker " + guarded.uri());
            assertThat(run.incidents()).singleElement().satisfies(incident -> {
                assertThat(incident.en()).contains(": user name or password is wrong, user lab; check ");
                assertThat(incident.zh()).contains(": 用户名或口令错误，用户 lab；请检查");
            });
            assertThat(run.incidents().toString()).doesNotContain(System.getenv("PATH"));
            assertSealed(run);
        }
    }

    @Test
    @SimulatedRobot("underwater")
    void thePasswordIsWrittenOut(LiveRig rig) throws Exception {
        rig.writeBench(bench);
        replace("device.yaml", "broker: \"[^\"]+\"", "$0\n    username: lab\n    password: hunter2-hunter2");
        assertThatThrownBy(() -> run(nothing()))
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.message(Language.EN))
                        .matches(
                                ".*device.yaml:\\d+:\\d+: password is written out in this file, which is copied into the evidence;"
                                        + " write \"\\$\\{env:NAME}\" and set that environment variable"));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** The run ends at once, although its observation would go on, and what was recorded is sealed. */
    @Test
    @SimulatedRobot("underwater")
    void theDiskIsFullInMidRun(LiveRig rig) throws Exception {
        rig.writeBench(bench);
        Path disk = Files.createDirectory(folder.resolve("disk"));
        mount(disk, "5m");
        try {
            Files.write(disk.resolve("filler"), new byte[900 << 10]);
            AtomicReference<String> lastState = new AtomicReference<>("");
            Run run = Plumbline.bench(bench.resolve("bench.yaml"))
                    .in(Language.EN)
                    .out(disk)
                    .with(new RunListener() {
                        @Override
                        public void runFinished(Run finished) {
                            await().until(() -> rig.lastState("state").contains("safe-state"));
                            lastState.set(rig.lastState("state"));
                        }
                    })
                    .with(Evidence.in(Language.EN))
                    .run(Suite.named("underwater").only("UW-A02", "UW-C01", "UW-Q01"));
            assertThat(run.exitCode()).isEqualTo(4);
            String sentence = "the capture cannot be written: no space is left on the disk; check disk space and"
                    + " permissions of folder " + run.plan().directory() + "; what was written stays readable";
            assertThat(run.incidents())
                    .extracting(Text::en)
                    .contains(sentence)
                    .allMatch(incident ->
                            incident.contains("no space is left on the disk") && !incident.contains("Exception"));
            assertThat(run.trials()).extracting(TrialResult::verdict).contains(Verdict.ERROR);
            assertThat(run.trials())
                    .filteredOn(trial -> trial.verdict() == Verdict.ERROR)
                    .allSatisfy(trial -> assertThat(trial.reason().en()).isEqualTo(sentence));
            assertThat(run.interrupted()).isFalse();
            assertThat(lastState.get()).contains("\"lastCommand\":\"safe-state\"");
            assertSealed(run);
            assertThat(run.plan().directory().resolve("bag-info.txt"))
                    .content()
                    .containsPattern("Capture-Chain: run.mcap \\d+ [0-9a-f]{64} open");
        } finally {
            mount("umount", disk.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4600k", "4800k"})
    void theDiskIsTooSmallForTheReport(String size) throws Exception {
        Outcome outcome = runOnDiskOf(size);
        Path bundle = Path.of(outcome.lastLine());
        try {
            assertThat(outcome.exit()).as(outcome.out()).isEqualTo(4);
            assertThat(outcome.out())
                    .contains("no space is left on the disk")
                    .contains("evidence bundle:\n")
                    .doesNotContain("report: ", "Exception");
            assertThat(BagVerify.verify(bundle).findings()).isEmpty();
            JsonNode results = new ObjectMapper()
                    .readTree(bundle.resolve("data/results.json").toFile());
            assertThat(results.at("/runs/0/verdict").asText()).isEqualTo("error");
        } finally {
            unmount();
        }
    }

    @Test
    void theDiskIsTooSmallForAnyRun() throws Exception {
        Outcome outcome = runOnDiskOf("1m");
        try {
            assertThat(outcome.exit()).as(outcome.out()).isEqualTo(4);
            assertThat(outcome.out())
                    .contains("the capture cannot be written: no space is left on the disk")
                    .contains("evidence bundle:\n");
            assertThat(BagVerify.verify(Path.of(outcome.lastLine())).findings()).isEmpty();
        } finally {
            unmount();
        }
    }

    @Test
    void theDiskIsTooSmallForAnything() throws Exception {
        Outcome outcome = runOnDiskOf("100k");
        try {
            assertThat(outcome.exit()).as(outcome.out()).isEqualTo(4);
            assertThat(outcome.out())
                    .contains("cannot be sealed: no space is left on the disk")
                    .contains("no evidence bundle was sealed. what was recorded is in ")
                    .contains(": free disk space, then run plumbline recover ")
                    .doesNotContain("report: ", "evidence bundle:\n", "Exception");
            try (Stream<Path> files = Files.walk(folder.resolve("disk"))) {
                assertThat(files.filter(file ->
                                file.endsWith("results.json") || file.toString().endsWith(".part")))
                        .isEmpty();
            }
        } finally {
            unmount();
        }
    }

    private Outcome runOnDiskOf(String size) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        mount(disk, size);
        return Outcome.of("run", "underwater", "--virtual", "--lang", "en", "--out", disk.toString());
    }

    private void unmount() throws Exception {
        mount("umount", folder.resolve("disk").toString());
    }

    private static void mount(Path disk, String size) throws Exception {
        assumeThat(mount("mount", "-t", "tmpfs", "-o", "size=" + size, "none", disk.toString()))
                .as("a disk of our own")
                .isTrue();
    }

    private static boolean mount(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void replace(String file, String pattern, String by) throws Exception {
        Path path = bench.resolve(file);
        String text = Files.readString(path);
        String replaced = text.replaceFirst(pattern, by);
        assertThat(replaced).isNotEqualTo(text);
        Files.writeString(path, replaced);
    }

    private Run run(RunListener disturbance) {
        return run(disturbance, WATCHING);
    }

    private Run run(RunListener disturbance, Suite suite) {
        return Plumbline.bench(bench.resolve("bench.yaml"))
                .in(Language.EN)
                .out(folder.resolve("out"))
                .with(Evidence.in(Language.EN))
                .with(disturbance)
                .run(suite);
    }

    private static RunListener nothing() {
        return new RunListener() {};
    }

    /** Disturbs the bench when the first observation has begun. */
    private static RunListener once(Consumer<ScenarioPlan> disturbance) {
        return new RunListener() {
            private boolean done;

            @Override
            public void stepStarted(ScenarioPlan plan, String step) {
                if (!done && step.startsWith("observed")) {
                    done = true;
                    disturbance.accept(plan);
                }
            }
        };
    }

    private static void assertSentence(Run run, String start) {
        assertThat(run.incidents())
                .extracting(incident -> incident.in(Language.EN))
                .anyMatch(sentence -> sentence.startsWith(start));
        assertThat(run.incidents())
                .extracting(incident -> incident.in(Language.ZH))
                .allMatch(zh -> zh.contains("通道"));
    }

    private static void assertSealed(Run run) {
        Path bundle = run.plan().directory();
        assertThat(bundle).isNotNull();
        assertThat(BagVerify.verify(bundle).findings()).isEqualTo(List.of());
    }
}
