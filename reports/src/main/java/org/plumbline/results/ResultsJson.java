package org.plumbline.results;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.run.FlipRate;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.TrialResult;
import org.plumbline.verdict.Verdict;

/** Writes results.json: the same bytes on every system for the same run. */
final class ResultsJson {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final Run run;
    private final Redaction redaction;

    private ResultsJson(Run run) {
        this.run = run;
        this.redaction = Redaction.of(run);
    }

    static void write(Run run, Software software, Path file) throws IOException {
        DefaultPrettyPrinter lines =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", ResultsSchema.ID);
        json.putArray("runs").add(new ResultsJson(run).json(software));
        Files.write(file, new ObjectMapper().writer(lines).writeValueAsBytes(json));
    }

    private ObjectNode json(Software software) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("plan", new PlanJson(run.plan(), redaction).json(software));
        json.put("duration", run.duration());
        json.put("interrupted", run.interrupted());
        json.set("incidents", redaction.json(run.incidents()));
        ArrayNode canaries = json.putArray("canaries");
        CanaryJson canaryJson = new CanaryJson(redaction);
        run.canaries().forEach(canary -> canaries.add(canaryJson.json(canary)));
        json.put("verdict", run.verdict().key());
        json.put("fullyVerified", run.fullyVerified());
        json.put("exitCode", run.exitCode());
        ArrayNode deviations = json.putArray("deviations");
        run.deviations().forEach(result -> deviations.add(result.requirement().id()));
        ArrayNode requirements = json.putArray("requirements");
        run.requirements().forEach(result -> requirements.add(json(result)));
        ArrayNode scenarios = json.putArray("scenarios");
        run.plan().scenarios().forEach(scenario -> scenarios.add(json(scenario)));
        ArrayNode trials = json.putArray("trials");
        TrialJson trialJson = new TrialJson(redaction);
        run.trials().forEach(trial -> trials.add(trialJson.json(trial)));
        return json;
    }

    private ObjectNode json(RequirementResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", result.requirement().id());
        json.put("clause", result.requirement().clause());
        json.put("class", result.requirement().conformanceClass());
        json.put("modality", result.requirement().modality().key());
        json.set("text", redaction.json(result.requirement().text()));
        json.put("verdict", result.verdict().key());
        json.set("flips", json(run.flips(result)));
        json.set("reasons", redaction.json(result.reasons()));
        ArrayNode trials = json.putArray("trials");
        result.trials().forEach(trials::add);
        return json;
    }

    private ObjectNode json(ScenarioPlan scenario) {
        List<Verdict> verdicts =
                run.attempts(scenario).stream().map(TrialResult::verdict).toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", scenario.id());
        json.put(
                "verdict",
                verdicts.stream().reduce(Verdict::worse).orElse(Verdict.NONE).key());
        ArrayNode attempts = json.putArray("attempts");
        verdicts.forEach(verdict -> attempts.add(verdict.key()));
        json.set("flips", json(run.flips(scenario)));
        return json;
    }

    private static ObjectNode json(FlipRate flips) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("attempts", flips.attempts())
                .put("flips", flips.flips())
                .put("rate", flips.rate());
    }
}
