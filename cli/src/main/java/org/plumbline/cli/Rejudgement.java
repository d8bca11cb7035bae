package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.verdict.Verdict;

/**
 * Old and new side by side.
 *
 * @param verdicts those of the requirements then
 * @param pairs every judgement, also on limits that the standard no longer has
 */
record Rejudgement(Run run, Map<String, Verdict> verdicts, List<JudgedPair> pairs, InputPrints then, InputPrints now) {

    /** @param results results.json of the run that made the recording */
    static Rejudgement of(JsonNode results, Run run, InputPrints then, InputPrints now) {
        JsonNode old = results.path("runs").path(0);
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (JsonNode requirement : old.path("requirements")) {
            verdicts.put(
                    requirement.path("id").asText(),
                    Verdict.ofKey(requirement.path("verdict").asText()));
        }
        return new Rejudgement(run, verdicts, pairs(old, run), then, now);
    }

    private record Limit(String requirement, String name) {}

    private static List<JudgedPair> pairs(JsonNode old, Run run) {
        Map<Limit, List<Judged>> then = then(old);
        Map<Limit, List<Judged>> now = now(run);
        Set<Limit> limits = new LinkedHashSet<>(now.keySet());
        limits.addAll(then.keySet());
        List<JudgedPair> pairs = new ArrayList<>();
        for (Limit limit : limits) {
            List<Judged> olds = then.getOrDefault(limit, List.of());
            List<Judged> news = now.getOrDefault(limit, List.of());
            for (int i = 0; i < Math.max(olds.size(), news.size()); i++) {
                pairs.add(new JudgedPair(
                        limit.requirement(),
                        limit.name(),
                        i < olds.size() ? olds.get(i) : null,
                        i < news.size() ? news.get(i) : null));
            }
        }
        return List.copyOf(pairs);
    }

    private static Map<Limit, List<Judged>> then(JsonNode old) {
        Map<Limit, List<Judged>> then = new LinkedHashMap<>();
        for (JsonNode trial : old.path("trials")) {
            for (JsonNode judgement : trial.path("judgements")) {
                Limit limit = new Limit(
                        judgement.path("requirement").asText(),
                        judgement.path("limit").asText());
                then.computeIfAbsent(limit, key -> new ArrayList<>()).add(Judged.of(judgement));
            }
        }
        return then;
    }

    /** In the catalogue's order; a limit that nothing was judged against is there too. */
    private static Map<Limit, List<Judged>> now(Run run) {
        Map<Limit, List<Judged>> now = new LinkedHashMap<>();
        for (RequirementResult result : run.requirements()) {
            String id = result.requirement().id();
            result.requirement().limits().keySet().forEach(name -> now.put(new Limit(id, name), new ArrayList<>()));
            result.judgements().forEach(judgement -> now.computeIfAbsent(
                            new Limit(id, judgement.limit()), key -> new ArrayList<>())
                    .add(Judged.of(judgement)));
        }
        return now;
    }

    long changes() {
        return pairs.stream().filter(JudgedPair::changed).count();
    }
}
