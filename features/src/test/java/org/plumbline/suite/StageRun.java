package org.plumbline.suite;

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

/** The stage's suite in virtual time: what was judged, by the limits' names. */
final class StageRun {

    private static final Path STAGE = Path.of("src/test/resources/stage");

    private final Map<String, Judgement> judgements;
    private final Run run;

    StageRun(Language language) {
        run = Plumbline.bench(STAGE.resolve("bench.yaml"))
                .virtual()
                .in(language)
                .run(Suite.at(STAGE.resolve("suite")));
        judgements = run.trials().stream()
                .flatMap(trial -> trial.judgements().stream())
                .collect(Collectors.toMap(Judgement::limit, Function.identity()));
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
