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
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;

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
        json.put("verdict", run.verdict().key());
        json.put("fullyVerified", run.fullyVerified());
        json.put("exitCode", run.exitCode());
        ArrayNode deviations = json.putArray("deviations");
        run.deviations().forEach(result -> deviations.add(result.requirement().id()));
        ArrayNode requirements = json.putArray("requirements");
        run.requirements().forEach(result -> requirements.add(json(result)));
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
        json.set("reasons", redaction.json(result.reasons()));
        ArrayNode trials = json.putArray("trials");
        result.trials().forEach(trials::add);
        return json;
    }
}
