package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.Plumbline;
import org.plumbline.evidence.Evidence;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;

/** In virtual time the same seed gives the same bytes. */
class DeterminismTest {

    /** Of each robot the run with seed 1 that the others are compared with. */
    private static final Map<String, First> FIRST = new HashMap<>();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"underwater", "cobot", "inspection"})
    void twoRunsWithTheSameSeedAreTheSame(String robot) throws IOException {
        Run one = first(robot).run;
        Run other = run(robot, 1, "other");
        assertThat(one.plan().started()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(one.plan().id())
                .isEqualTo("20260101T000000Z-" + robot)
                .isEqualTo(other.plan().id());
        assertThat(capture(one)).hasSizeGreaterThan(10_000).isEqualTo(capture(other));
        assertThat(data(one, "results.json")).isEqualTo(data(other, "results.json"));
        assertThat(data(one, "results/junit.xml")).isEqualTo(data(other, "results/junit.xml"));
        assertThat(payload(one)).hasSizeGreaterThan(20).isEqualTo(payload(other));
    }

    /** Digits and decimal signs of a computer's locale are for its user, not for what strangers compare. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"fa-IR-u-nu-arabext", "de-DE"})
    void theComputersLocaleChangesNothing(String locale) throws IOException {
        Run one = first("underwater").run;
        Locale before = Locale.getDefault();
        Run other;
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat("%.1f".formatted(0.5)).as("the locale").isNotEqualTo("0.5");
            other = run("underwater", 1, "other");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(data(one, "results.json")).isEqualTo(data(other, "results.json"));
        assertThat(payload(one)).isEqualTo(payload(other));
    }

    /** The digest of each file of the bundle but Allure's page, to which Allure gives random ids and the time of day. */
    private static List<String> payload(Run run) throws IOException {
        return Files.readAllLines(run.plan().directory().resolve("manifest-sha256.txt")).stream()
                .filter(line -> !line.endsWith("data/allure-report/index.html"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"underwater", "cobot", "inspection"})
    void anotherSeedGivesOtherSamples(String robot) throws IOException {
        Samples other = new Samples();
        assertThat(capture(first(robot).run)).isNotEqualTo(capture(run(robot, 2, "other", other)));
        assertThat(first(robot).samples.seen.toString())
                .hasSizeGreaterThan(1_000)
                .isNotEqualTo(other.seen.toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = "underwater")
    void aSecondRunInTheSameFolderHasAnIdOfItsOwn(String robot) throws IOException {
        assertThat(run(robot, 1, "one").plan().id()).isEqualTo("20260101T000000Z-underwater");
        assertThat(run(robot, 1, "one").plan().id()).isEqualTo("20260101T000000Z-underwater-2");
    }

    private static First first(String robot) {
        return FIRST.computeIfAbsent(robot, name -> {
            Samples samples = new Samples();
            return new First(run(shared.resolve(name), name, 1, "one", samples), samples);
        });
    }

    private Run run(String robot, long seed, String out, RunListener... listeners) {
        return run(folder, robot, seed, out, listeners);
    }

    private static Run run(Path folder, String robot, long seed, String out, RunListener... listeners) {
        Path bench = SimulatedBench.virtual(RobotModels.named(robot), List.of(), seed)
                .writeTo(folder.resolve("bench-" + out));
        Plumbline plumbline = Plumbline.bench(bench)
                .virtual()
                .in(Language.EN)
                .out(folder.resolve(out))
                .with(Evidence.in(Language.EN));
        List.of(listeners).forEach(plumbline::with);
        return plumbline.run(Suite.named(robot));
    }

    private static byte[] capture(Run run) throws IOException {
        return data(run, "capture/run.mcap");
    }

    private static byte[] data(Run run, String file) throws IOException {
        return Files.readAllBytes(run.plan().directory().resolve("data").resolve(file));
    }

    private record First(Run run, Samples samples) {}

    /** What the device said, as text. */
    private static final class Samples implements RunListener {
        private final StringBuilder seen = new StringBuilder();

        @Override
        public void trialFinished(TrialResult trial, Session session) {
            session.bench()
                    .signals()
                    .forEach(
                            signal -> seen.append(session.timeline().samples(signal.name(), trial.from(), trial.to())));
        }
    }
}
