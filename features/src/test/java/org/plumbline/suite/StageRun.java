package org.plumbline.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.Plumbline;
import org.plumbline.measure.Measurement;
import org.plumbline.run.Run;
import org.plumbline.text.Language;
import org.plumbline.verdict.Judgement;

/** Some of the stage's suite in virtual time: what was judged, by the limits' names. */
final class StageRun {

    private static final Path STAGE = Path.of("src/test/resources/stage");

    private final Map<String, Judgement> judgements;
    private final Run run;

    /** @param requirements whose scenarios are run */
    StageRun(Language language, String... requirements) {
        this(STAGE.resolve("bench.yaml"), language, requirements);
    }

    private StageRun(Path bench, Language language, String... requirements) {
        run = Plumbline.bench(bench)
                .virtual()
                .in(language)
                .run(Suite.at(STAGE.resolve("suite")).only(requirements));
        judgements = run.trials().stream()
                .flatMap(trial -> trial.judgements().stream())
                .collect(Collectors.toMap(Judgement::limit, Function.identity()));
    }

    /** On a device that is described in other words; its files go into a folder. */
    static StageRun with(String declared, String instead, Path folder, String... requirements) throws IOException {
        String device = Files.readString(STAGE.resolve("device.yaml"));
        Files.writeString(folder.resolve("device.yaml"), device.replace(declared, instead));
        Path bench = Files.copy(STAGE.resolve("bench.yaml"), folder.resolve("bench.yaml"));
        return new StageRun(bench, Language.EN, requirements);
    }

    Run run() {
        return run;
    }

    Map<String, Judgement> judgements() {
        return judgements;
    }

    Judgement of(String limit) {
        return Objects.requireNonNull(judgements.get(limit), limit);
    }

    Measurement measured(String limit) {
        return Objects.requireNonNull(of(limit).measurement(), limit);
    }
}
