package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.plumbline.capture.UncertaintyJson;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

/**
 * One judgement as it is compared and shown, whether it was just made or is read from results.json.
 *
 * @param measurement null where none could be taken
 * @param tolerance null where the limit could not be resolved
 */
record Judged(
        Verdict verdict,
        @Nullable Measurement measurement,
        @Nullable Tolerance tolerance) {

    static Judged of(Judgement judgement) {
        return new Judged(judgement.verdict(), judgement.measurement(), judgement.tolerance());
    }

    /**
     * One of results.json.
     *
     * @throws InputException where it has a unit that does not exist
     */
    static Judged of(JsonNode judgement) {
        JsonNode measurement = judgement.path("measurement");
        JsonNode tolerance = judgement.path("tolerance");
        return new Judged(
                Verdict.ofKey(judgement.path("verdict").asText()),
                measurement.isObject() ? measurement(measurement) : null,
                tolerance.isObject() ? tolerance(tolerance) : null);
    }

    private static Measurement measurement(JsonNode node) {
        return new Measurement(
                Text.same(""),
                node.path("value").asDouble(),
                unit(node),
                node.path("atLeast").asBoolean(),
                UncertaintyJson.read(
                        node,
                        node.path("expandedUncertainty").asDouble(),
                        node.path("coverageFactor").asDouble()),
                node.path("from").asLong(),
                node.path("to").asLong(),
                node.path("samples").asInt(),
                List.of(),
                undeclared(node),
                null,
                null);
    }

    private static List<String> undeclared(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.path("undeclared").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Tolerance tolerance(JsonNode node) {
        return new Tolerance(
                end(node.path("min")),
                end(node.path("max")),
                unit(node),
                node.path("inclusive").asBoolean(),
                DecisionRule.of(
                        node.path("rule").asText(), node.path("multiple").asDouble()));
    }

    private static @Nullable Double end(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : null;
    }

    private static Unit unit(JsonNode node) {
        String symbol = node.path("unit").asText();
        return Unit.of(symbol)
                .orElseThrow(() -> new InputException(new Problem(
                        Place.of("results.json"),
                        new Text("未知的单位 \"%s\"", "unknown unit \"%s\"").with(symbol),
                        new Text(
                                "证据包可能已被改动，请用 plumbline verify 核查",
                                "check with plumbline verify that nobody changed it"))));
    }

    /** Whether value, U and its ends, limit and verdict are the same to the last digit. */
    boolean sameAs(@Nullable Judged other) {
        return other != null
                && verdict == other.verdict
                && Objects.equals(value(), other.value())
                && Objects.equals(expandedUncertainty(), other.expandedUncertainty())
                && Objects.equals(below(), other.below())
                && Objects.equals(above(), other.above())
                && Objects.equals(tolerance, other.tolerance);
    }

    @Nullable
    Double value() {
        return measurement == null ? null : measurement.value();
    }

    /** Null where it is not known, as its ends. */
    @Nullable
    Double expandedUncertainty() {
        return known(Uncertainty::expanded);
    }

    /** From the value to the lower end of its interval. */
    @Nullable
    Double below() {
        return known(Uncertainty::below);
    }

    /** To the upper end. */
    @Nullable
    Double above() {
        return known(Uncertainty::above);
    }

    private @Nullable Double known(ToDoubleFunction<Uncertainty> figure) {
        return measurement == null || !measurement.isUncertaintyKnown()
                ? null
                : figure.applyAsDouble(measurement.uncertainty());
    }

    /** Value, U and k. */
    String measured() {
        return measurement == null ? "–" : tolerance == null ? measurement.toString() : tolerance.shown(measurement);
    }

    /** Limit with unit, and the rule. */
    String bound(Language language) {
        if (tolerance == null) {
            return "–";
        }
        return tolerance
                + new Text("，", ", ").in(language)
                + tolerance.rule().word().in(language);
    }
}
