package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.evidence.BagVerify;
import org.plumbline.pty.PseudoTerminal;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.SimulatedRobot;

/** The command line as a process: two terminals, Ctrl-C, kill, a C locale. */
class ProcessTest {

    @TempDir
    Path folder;

    @Test
    void aRobotInOneTerminalIsJudgedFromAnother() throws Exception {
        assumeThat(PseudoTerminal.available()).as("pseudo-terminals").isTrue();
        Path rov = folder.resolve("rov");
        try (ChildProcess robot =
                child("robot", "simulate", "underwater", "--fault", "depth-drift", "--out", rov.toString())) {
            robot.awaitOutput("\nready\n");
            Outcome run = Outcome.seeing("UW-A02 .* fail", () -> judged(rov));
            assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
            assertThat(run.out()).containsPattern("UW-A02 +shall +depth-hold-p95 +0\\.\\d+ m ± \\S+ m .* fail");
            robot.interrupt();
            assertThat(robot.exit()).isEqualTo(130);
        }
    }

    private Outcome judged(Path rov) {
        return Outcome.of(
                "run",
                "underwater",
                "--lang",
                "en",
                "--tags",
                "@UW-A02",
                "--bench",
                rov.resolve("bench.yaml").toString(),
                "--out",
                folder.resolve("out").toString());
    }

    @Test
    @SimulatedRobot("underwater")
    void ctrlCStopsTheMotionSealsAndExits130(LiveRig rig) throws Exception {
        Path bench = rig.writeBench(folder.resolve("bench"));
        Path out = folder.resolve("out");
        try (ChildProcess run = child(
                "run",
                "run",
                "underwater",
                "--lang",
                "en",
                "--tags",
                "@UW-A02",
                "--bench",
                bench.toString(),
                "--out",
                out.toString())) {
            Awaitility.await("the device moves")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> rig.lastState("state").contains("\"lastCommand\":\"hold-depth\"") || !run.goesOn());
            run.interrupt();
            assertThat(run.exit()).as(run.output()).isEqualTo(130);
            Path bundle = onlyChild(out);
            assertThat(BagVerify.verify(bundle).findings()).isEqualTo(List.of());
            JsonNode results = new ObjectMapper()
                    .readTree(bundle.resolve("data/results.json").toFile());
            assertThat(results.at("/runs/0/interrupted").asBoolean()).isTrue();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(rig.lastState("state")).contains("\"lastCommand\":\"safe-state\""));
            assertThat(run.output())
                    .contains("the run was interrupted by its user")
                    .doesNotContain("Exception");
        }
    }

    @Test
    @SimulatedRobot("underwater")
    void killedInMidRunTheCaptureReadsOnInAForeignReader(LiveRig rig) throws Exception {
        Path bench = rig.writeBench(folder.resolve("bench"));
        Path out = folder.resolve("out");
        try (ChildProcess run = child(
                "run",
                "run",
                "underwater",
                "--tags",
                "@UW-A02",
                "--bench",
                bench.toString(),
                "--out",
                out.toString())) {
            Path capture = run.awaitCapture(out, 0);
            JsonNode before = Awaitility.await("depths in the capture")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> ForeignReader.read(capture, true), seen -> depths(seen) > 5 || !run.goesOn());
            run.kill();
            run.exit();
            JsonNode after = ForeignReader.read(capture, true);
            assertThat(depths(before)).as(run.output()).isGreaterThan(5);
            assertThat(depths(after)).isGreaterThanOrEqualTo(depths(before));
            assertThat(after.at("/stream/attachments").asInt()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void chineseIsWholeInACLocale() throws Exception {
        try (ChildProcess steps = new ChildProcess(
                folder.resolve("steps.txt"), Map.of("LC_ALL", "C", "LANG", "C"), "steps", "--lang", "zh")) {
            assertThat(steps.exit()).isZero();
            assertThat(steps.output()).contains("观察 {quantity}").doesNotContain("?", "\uFFFD");
        }
    }

    @Test
    void theLocaleChoosesTheLanguage() throws Exception {
        try (ChildProcess help = new ChildProcess(
                folder.resolve("help.txt"), Map.of("LC_ALL", "zh_CN.UTF-8", "LANG", "zh_CN.UTF-8"), "--help")) {
            assertThat(help.exit()).isZero();
            assertThat(help.output()).contains("机器人符合性测试");
        }
    }

    private static int depths(JsonNode seen) {
        return seen.at("/stream/counts").path("/signals/depth").asInt();
    }

    private ChildProcess child(String name, String... arguments) throws Exception {
        return new ChildProcess(folder.resolve(name + ".txt"), Map.of(), arguments);
    }

    private static Path onlyChild(Path out) throws IOException {
        try (Stream<Path> folders = Files.list(out)) {
            List<Path> all = folders.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
