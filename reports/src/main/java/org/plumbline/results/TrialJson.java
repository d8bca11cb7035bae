package org.plumbline.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plumbline.capture.UncertaintyJson;
import org.plumbline.measure.Measurement;
import org.plumbline.risk.GlobalRisk;
import org.plumbline.risk.SpecificRisk;
import org.plumbline.run.StepResult;
import org.plumbline.run.TrialResult;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;

/** One trial in results.json: its steps, and its judgements with every number. */
record TrialJson(Redaction redaction) {

    ObjectNode json(TrialResult trial) {
        ObjectNode json = object();
        json.put("id", trial.id());
        json.put("attempt", trial.attempt());
        json.put("scenario", trial.scenario().id());
        json.put("verdict", trial.verdict().key());
        json.set("reason", redaction.json(trial.reason()));
        json.put("from", trial.from());
        json.put("to", trial.to());
        ArrayNode steps = json.putArray("steps");
        trial.steps().forEach(step -> steps.add(json(step)));
        ArrayNode judgements = json.putArray("judgements");
        trial.judgements().forEach(judgement -> judgements.add(json(judgement)));
        return json;
    }

    private ObjectNode json(StepResult step) {
        ObjectNode json = object();
        json.put("keyword", step.keyword());
        json.put("text", redaction.of(step.text()));
        json.put("line", step.line());
        json.put("reached", step.reached());
        json.put("verdict", step.verdict().key());
        json.set("reason", redaction.json(step.reason()));
        json.put("from", step.from());
        json.put("to", step.to());
        return json;
    }

    private ObjectNode json(Judgement judgement) {
        ObjectNode json = object();
        json.put("time", judgement.time());
        json.put("requirement", judgement.requirement());
        json.put("limit", judgement.limit());
        json.set("measurement", json(judgement.measurement()));
        json.set("tolerance", json(judgement.tolerance()));
        json.set("guardBand", guardBand(judgement));
        json.set("risk", risk(judgement));
        json.put(
                "statement",
                judgement.statement() == null ? null : judgement.statement().key());
        json.put("tooCoarse", judgement.tooCoarse());
        json.put("verdict", judgement.verdict().key());
        json.set("reason", redaction.json(judgement.reason()));
        return json;
    }

    private JsonNode json(@Nullable Measurement measurement) {
        if (measurement == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode json = object();
        json.set("quantity", redaction.json(measurement.quantity()));
        json.put("value", measurement.value());
        json.put("unit", measurement.unit().symbol());
        json.put("atLeast", measurement.atLeast());
        json.put(
                "expandedUncertainty",
                measurement.isUncertaintyKnown() ? (Double) measurement.expandedUncertainty() : null);
        json.put("coverageFactor", measurement.coverageFactor());
        UncertaintyJson.put(json, measurement.uncertainty());
        if (!measurement.isUncertaintyKnown()) {
            json.putNull("below").putNull("above");
        }
        json.put("from", measurement.from());
        json.put("to", measurement.to());
        json.put("samples", measurement.samples());
        ArrayNode signals = json.putArray("signals");
        measurement.signals().forEach(signals::add);
        ArrayNode undeclared = json.putArray("undeclared");
        measurement.undeclared().forEach(undeclared::add);
        return json;
    }

    private static JsonNode json(@Nullable Tolerance tolerance) {
        return tolerance == null
                ? JsonNodeFactory.instance.nullNode()
                : object().put("min", tolerance.min())
                        .put("max", tolerance.max())
                        .put("unit", tolerance.unit().symbol())
                        .put("inclusive", tolerance.inclusive())
                        .put("rule", tolerance.rule().key())
                        .put("multiple", tolerance.rule().multiple());
    }

    private static JsonNode guardBand(Judgement judgement) {
        OptionalDouble band = judgement.guardBand();
        return band.isPresent()
                ? JsonNodeFactory.instance.numberNode(band.getAsDouble())
                : JsonNodeFactory.instance.nullNode();
    }

    private static JsonNode risk(Judgement judgement) {
        if (judgement.risk().isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        SpecificRisk risk = judgement.risk().get();
        ObjectNode json = object();
        json.put("falseAcceptance", risk.falseAcceptance());
        json.put("falseRejection", risk.falseRejection());
        json.set("global", global(judgement.global()));
        return json;
    }

    private static JsonNode global(@Nullable GlobalRisk global) {
        return global == null
                ? JsonNodeFactory.instance.nullNode()
                : object().put("falseAcceptance", global.falseAcceptance())
                        .put("falseRejection", global.falseRejection());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
