package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.error.InputException;
import org.plumbline.run.RequirementResult;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/** A conforming robot before an instrument that cannot show it. */
class UnfitReferenceTest {

    @TempDir
    Path folder;

    private Path bench;

    @BeforeEach
    void writeBench() {
        bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder);
    }

    private RequirementResult depthHold() {
        return Plumbline.bench(bench)
                .virtual()
                .in(Language.EN)
                .run(Suite.named("underwater").only("UW-A02"))
                .requirement("UW-A02")
                .orElseThrow();
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void thatIsWholePasses() {
        assertThat(depthHold().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void ofWhichSomeLinesCannotBeReadIsInconclusive() throws IOException {
        change(bench, "(?<depth>[-0-9.]+)", "(?<depth>[-0-9.]+(?<!3))");
        RequirementResult result = depthHold();
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reasons().toString()).contains("on the instrument's channel tank, of ", " are faulty");
    }

    @Test
    void whichTheDeviceGivesItselfIsRefused() throws IOException {
        change(bench, "true-depth:", "other-depth:");
        change(bench, "depth: true-depth", "depth: other-depth");
        Path device = bench.resolveSibling("device.yaml");
        change(device, "signals:\n", "signals:\n  true-depth: {channel: nav, sentence: DPT, field: 1, unit: m}\n");
        assertThatThrownBy(this::depthHold).isInstanceOfSatisfying(InputException.class, e -> assertThat(
                        e.message(Language.EN))
                .contains("device.yaml:", "the signal \"true-depth\" counts as truth and cannot come from the device"));
    }
}
