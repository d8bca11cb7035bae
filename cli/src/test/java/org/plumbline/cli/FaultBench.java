package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.plumbline.Plumbline;
import org.plumbline.capture.Capture;
import org.plumbline.evidence.BagVerify;
import org.plumbline.evidence.Evidence;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Recording;
import org.plumbline.verdict.Verdict;

/** A bench with one channel, on which the faults of the suite in {@code /faults} are looked for; evidence is sealed. */
final class FaultBench {

    private static final int ATTEMPTS = 4;

    private final Path folder;
    private final Path bench;

    /** @param entries the device.yaml from {@code channels} on */
    FaultBench(Path folder, String entries) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("device.yaml"), """
                device: {class: faults, manufacturer: Example, model: F-1, serial-number: "1", firmware: "1.0"}
                ics: {}
                """ + entries);
        bench = Files.writeString(folder.resolve("bench.yaml"), """
                laboratory: {name: Test bench}
                operator: nobody
                device: device.yaml
                seed: 7
                """);
    }

    private static Path suite() {
        try {
            return Path.of(Objects.requireNonNull(FaultBench.class.getResource("/faults"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Run run(String... requirements) {
        try {
            return undisturbed(() -> run(() -> {}, requirements));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Again where others kept this computer so busy that nothing could be decided. */
    static Run undisturbed(Callable<Run> running) throws Exception {
        Run run = running.call();
        for (int attempt = 2; isHeldUp(run) && attempt <= ATTEMPTS; attempt++) {
            run = running.call();
        }
        return run;
    }

    private static boolean isHeldUp(Run run) {
        return run.requirements().stream()
                .filter(result -> result.verdict() == Verdict.INCONCLUSIVE)
                .flatMap(result -> result.reasons().stream())
                .anyMatch(reason -> reason.en().contains("the computer was busy"));
    }

    /** @param disturbance what happens once the device is observed for the first time */
    Run run(Runnable disturbance, String... requirements) {
        return run(disturbance, () -> {}, requirements);
    }

    /** @param end what happens once the first trial has ended */
    Run run(Runnable disturbance, Runnable end, String... requirements) {
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean over = new AtomicBoolean();
        Run run = Plumbline.bench(bench)
                .in(Language.EN)
                .out(folder.resolve("out"))
                .with(Evidence.in(Language.EN))
                .with(new RunListener() {
                    @Override
                    public void stepStarted(ScenarioPlan plan, String step) {
                        if (step.startsWith("observed") && !done.getAndSet(true)) {
                            disturbance.run();
                        }
                    }

                    @Override
                    public void trialFinished(TrialResult trial, Session session) {
                        if (!over.getAndSet(true)) {
                            end.run();
                        }
                    }
                })
                .run(Suite.at(suite()).only(requirements));
        assertThat(BagVerify.verify(run.plan().directory()).findings()).isEmpty();
        if (!run.trials().isEmpty()) {
            assertSameFromTheCapture(run, requirements);
        }
        return run;
    }

    private static void assertSameFromTheCapture(Run run, String... requirements) {
        Path data = run.plan().directory().resolve("data");
        Run again = Plumbline.bench(data.resolve("inputs/bench.yaml"))
                .in(Language.EN)
                .replay(data.resolve("capture/run.mcap"))
                .run(Suite.at(data.resolve("inputs")).only(requirements));
        assertThat(again.trials())
                .extracting(TrialResult::verdict, TrialResult::reason, TrialResult::judgements)
                .isEqualTo(run.trials().stream()
                        .map(trial -> tuple(trial.verdict(), trial.reason(), trial.judgements()))
                        .toList());
    }

    /** Why the requirement was not passed; a sentence each. */
    static List<Text> reasons(Run run, String requirement) {
        return run.requirement(requirement).orElseThrow().reasons();
    }

    /** All of one kind that stands in the run's capture. */
    static <T extends Observation> List<T> recorded(Run run, Class<T> kind) {
        Path capture = run.plan().directory().resolve("data/capture/run.mcap");
        try (Recording.Passage passage = Capture.read(capture).recording().open()) {
            return Stream.generate(passage::next)
                    .takeWhile(Objects::nonNull)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }
    }

    /** Every frame that came, as text. */
    static List<String> frames(Run run) {
        return recorded(run, Observation.Frame.class).stream()
                .map(frame -> frame.packet().text())
                .toList();
    }

    /** What is said of the run, without what says what to do. */
    static void assertIncident(Run run, String zh, String en) {
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.incidents()).anySatisfy(incident -> {
            assertThat(incident.zh()).startsWith(zh);
            assertThat(incident.en()).startsWith(en);
        });
    }
}
