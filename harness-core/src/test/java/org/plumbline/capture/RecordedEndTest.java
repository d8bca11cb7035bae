package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.Bench;
import org.plumbline.error.Place;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Boundary;

class RecordedEndTest {

    private static final ScenarioPlan SCENARIO =
            new ScenarioPlan("a.feature:3", "A", "a.feature", 3, Language.EN, List.of(), true, 0);

    @TempDir
    private Path folder;

    private RunPlan plan(String driver, Bench bench, int repeat) {
        RunPlan plan = RecordingMain.plan(folder, driver, bench);
        return new RunPlan(
                plan.id(),
                plan.suite(),
                plan.started(),
                driver,
                plan.standard(),
                bench,
                List.of(SCENARIO),
                List.of(),
                folder,
                null,
                repeat);
    }

    private Path file() {
        return folder.resolve("data/capture/run.mcap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "virtual"})
    void isReadFromTheCaptureAlone(String driver) throws IOException {
        RecordedEnd end = new RecordedEnd(List.of(new Text("一", "one"), new Text("二", "two")), true);
        try (Recorder recorder = Recorder.open(plan(driver, CaptureTest.bench(name -> null), 1))) {
            recorder.accept(new Boundary(1, "T001", SCENARIO.key(), "", true));
            recorder.ends(end);
        }
        assertThat(Capture.read(file()).end()).isEqualTo(end);
        assertThat(CaptureChain.verify(file())).isEmpty();
    }

    @Test
    void saysNothingTwice() {
        RecordedEnd once = RecordedEnd.SOUND.with(new Text("一", "one"));
        assertThat(once.with(new Text("一", "one"))).isEqualTo(once);
        assertThat(once.with(new Text("二", "two")).incidents()).hasSize(2);
    }

    @Test
    void isKeptInTheCopyOfARecovery() throws IOException {
        try (Recorder recorder = Recorder.open(plan("live", CaptureTest.bench(name -> null), 1))) {
            recorder.ends(new RecordedEnd(List.of(new Text("一", "one")), false));
        }
        Path copy = folder.resolve("copy.mcap");
        CaptureCopy.write(file(), copy);
        assertThat(Capture.read(copy).end())
                .isEqualTo(new RecordedEnd(List.of(Capture.KILLED, new Text("一", "one")), true));
    }

    @Test
    void holdsNoSecret() throws IOException {
        Bench bench = CaptureTest.bench(Map.of("WORD", "hunter2-hunter2")::get);
        bench.secrets().resolve("${env:WORD}", Place.of("x"));
        try (Recorder recorder = Recorder.open(plan("live", bench, 1))) {
            recorder.ends(new RecordedEnd(List.of(Text.same("no login with hunter2-hunter2")), false));
        }
        assertThat(Capture.read(file()).end().incidents()).containsExactly(Text.same("no login with ${env:WORD}"));
        assertThat(Files.readAllBytes(file())).asString().doesNotContain("hunter2");
    }

    /** As in a capture from before, and in that of a run that broke off without a word. */
    @ParameterizedTest(name = "{0} of 2 attempts begun")
    @CsvSource({"0, true", "1, true", "2, false"})
    void isToldByTheAttemptsWhereTheRunSaidNothing(int begun, boolean interrupted) {
        try (Recorder recorder = Recorder.open(plan("virtual", CaptureTest.bench(name -> null), 2))) {
            for (int i = 1; i <= begun; i++) {
                recorder.accept(new Boundary(i, "T00" + i, SCENARIO.key(), "", true));
            }
        }
        assertThat(Capture.read(file()).end()).isEqualTo(new RecordedEnd(List.of(), interrupted));
    }
}
