package org.plumbline.suite;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.bench.Bench;
import org.plumbline.canary.CanaryBench;
import org.plumbline.run.CanaryResult;
import org.plumbline.run.Judge;
import org.plumbline.run.Judging;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.standard.Standard;
import org.plumbline.steps.TrialHolder;
import org.plumbline.text.Language;

/**
 * The judge judged: before a run the same steps, doubts and decisions are given signals of which the right verdict is
 * known, on a bench in memory. One that is judged wrongly makes the run void.
 */
final class Canaries {

    private final Standard catalogue;
    private final Function<Bench, Judging> judge;

    /** @param catalogue the limits that the canaries are judged by */
    Canaries(Standard catalogue) {
        this(catalogue, bench -> new Judge(bench, RunPlan.VIRTUAL_START));
    }

    /** @param judge for the bench that the canaries are on */
    Canaries(Standard catalogue, Function<Bench, Judging> judge) {
        this.catalogue = catalogue;
        this.judge = judge;
    }

    /** Judges the canaries of those steps of the vocabulary, in the languages in which they are used. */
    List<CanaryResult> judge(Set<Wording> used) {
        return Stream.of(Language.ZH, Language.EN)
                .filter(language -> used.stream().anyMatch(wording -> wording.language() == language))
                .flatMap(language -> judge(CanaryFile.in(language), used))
                .toList();
    }

    private Stream<CanaryResult> judge(CanaryFile file, Set<Wording> used) {
        List<Canary> wanted = file.canaries().stream()
                .filter(canary -> used.contains(canary.wording()))
                .toList();
        Map<String, TrialResult> trials = execute(file.feature(), wanted).stream()
                .collect(Collectors.toMap(trial -> trial.scenario().id(), Function.identity()));
        return wanted.stream()
                .map(canary -> canary.result(trials.get(canary.plan().id())));
    }

    private List<TrialResult> execute(Feature feature, List<Canary> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<ScenarioPlan> plans = wanted.stream().map(Canary::plan).toList();
        List<Pickle> pickles = wanted.stream().map(Canary::pickle).toList();
        Feature selected = new SelectedFeature(feature, pickles);
        try (Session session = CanaryBench.open(catalogue)) {
            TrialHolder holder = new TrialHolder(judge.apply(session.bench()));
            TrialEvents events = new TrialEvents(session, holder, plans, List.of());
            Execution.run(List.of(selected), holder, Stream.of(events));
            return new ArrayList<>(events.results());
        }
    }
}
