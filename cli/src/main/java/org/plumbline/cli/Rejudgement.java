package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.benchfile.BenchCorrection.Change;
import org.plumbline.error.Problem;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.verdict.Verdict;

/**
 * Old and new side by side.
 *
 * @param verdicts those of the requirements then
 * @param pairs every judgement, also on limits that the standard no longer has
 * @param corrections what the bench says otherwise than then
 * @param notes what a run would be refused for now
 */
record Rejudgement(
        Run run,
        Map<String, Verdict> verdicts,
        List<JudgedPair> pairs,
        InputPrints then,
        InputPrints now,
        List<Change> corrections,
        List<Problem> notes) {

    /**
     * @param results results.json of the run that made the recording
     * @param trials which of its trials the new ones were judged on
     */
    static Rejudgement of(
            JsonNode results,
            Run run,
            JudgedTrials trials,
            InputPrints then,
            InputPrints now,
            List<Change> corrections) {
        JsonNode old = results.path("runs").path(0);
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (JsonNode requirement : old.path("requirements")) {
            verdicts.put(
                    requirement.path("id").asText(),
                    Verdict.ofKey(requirement.path("verdict").asText()));
        }
        return new Rejudgement(run, verdicts, pairs(old, run, trials), then, now, corrections, trials.notes());
    }

    private record Limit(String requirement, String name) {}

    /** @param trial the recorded one; null where there is none */
    private record InTrial(@Nullable String trial, Judged judged) {}

    private static List<JudgedPair> pairs(JsonNode old, Run run, JudgedTrials trials) {
        Map<Limit, List<InTrial>> then = then(old);
        Map<Limit, List<InTrial>> now = now(run, trials);
        Set<Limit> limits = new LinkedHashSet<>(now.keySet());
        limits.addAll(then.keySet());
        return limits.stream()
                .flatMap(limit -> pairs(limit, then.getOrDefault(limit, List.of()), now.getOrDefault(limit, List.of())))
                .toList();
    }

    /** Each with that of the trial that it was judged on; what is left over, in the order of both. */
    private static Stream<JudgedPair> pairs(Limit limit, List<InTrial> then, List<InTrial> now) {
        List<InTrial> left = new ArrayList<>(then);
        Map<InTrial, InTrial> partners = new IdentityHashMap<>();
        now.forEach(one ->
                take(left, old -> Objects.equals(old.trial(), one.trial())).ifPresent(old -> partners.put(one, old)));
        now.stream().filter(one -> !partners.containsKey(one)).forEach(one -> take(left, old -> true)
                .ifPresent(old -> partners.put(one, old)));
        return Stream.concat(
                now.stream().map(one -> pair(limit, partners.get(one), one)),
                left.stream().map(old -> pair(limit, old, null)));
    }

    private static Optional<InTrial> take(List<InTrial> left, Predicate<InTrial> wanted) {
        Optional<InTrial> found = left.stream().filter(wanted).findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    private static JudgedPair pair(Limit limit, @Nullable InTrial then, @Nullable InTrial now) {
        return new JudgedPair(
                limit.requirement(),
                limit.name(),
                then == null ? null : then.judged(),
                now == null ? null : now.judged());
    }

    private static Map<Limit, List<InTrial>> then(JsonNode old) {
        Map<Limit, List<InTrial>> then = new LinkedHashMap<>();
        for (JsonNode trial : old.path("trials")) {
            for (JsonNode judgement : trial.path("judgements")) {
                Limit limit = new Limit(
                        judgement.path("requirement").asText(),
                        judgement.path("limit").asText());
                then.computeIfAbsent(limit, key -> new ArrayList<>())
                        .add(new InTrial(trial.path("id").asText(), Judged.of(judgement)));
            }
        }
        return then;
    }

    /** In the catalogue's order; a limit that nothing was judged against is there too. */
    private static Map<Limit, List<InTrial>> now(Run run, JudgedTrials trials) {
        Map<Limit, List<InTrial>> now = new LinkedHashMap<>();
        for (RequirementResult result : run.requirements()) {
            String id = result.requirement().id();
            result.requirement().limits().keySet().forEach(name -> now.put(new Limit(id, name), new ArrayList<>()));
            Set<String> deciding = result.judgements().isEmpty() ? Set.of() : new HashSet<>(result.trials());
            run.trials().stream()
                    .filter(trial -> deciding.contains(trial.id()))
                    .forEach(trial -> trial.judgements().stream()
                            .filter(judgement -> judgement.requirement().equals(id))
                            .forEach(judgement -> now.computeIfAbsent(
                                            new Limit(id, judgement.limit()), key -> new ArrayList<>())
                                    .add(new InTrial(trials.recorded(trial.id()), Judged.of(judgement)))));
        }
        return now;
    }

    long changes() {
        return pairs.stream().filter(JudgedPair::changed).count();
    }
}
