package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Rounding;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** Old and new side by side, and what changed. */
final class Rejudgement {

    private final Run run;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Verdict> before = new LinkedHashMap<>();

    /**
     * One judgement, or one requirement that was not judged.
     *
     * @param limit empty for a requirement without judgement
     * @param old null where it was not judged before
     * @param now null where it is not judged now
     */
    private record Row(
            String requirement,
            String limit,
            @Nullable Judged old,
            @Nullable Judged now) {
        boolean changed() {
            return !Objects.equals(old, now);
        }
    }

    /** What is compared, to the last digit. */
    private record Judged(
            Verdict verdict,
            @Nullable Double value,
            @Nullable Double expandedUncertainty,
            String shown) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Judged that
                    && verdict == that.verdict
                    && Objects.equals(value, that.value)
                    && Objects.equals(expandedUncertainty, that.expandedUncertainty);
        }

        @Override
        public int hashCode() {
            return Objects.hash(verdict, value, expandedUncertainty);
        }
    }

    /** @param results results.json of the run that made the recording; empty where there is none */
    Rejudgement(JsonNode results, Run run) {
        this.run = run;
        JsonNode old = results.path("runs").path(0);
        old.path("requirements")
                .forEach(requirement -> before.put(
                        requirement.path("id").asText(),
                        Verdict.ofKey(requirement.path("verdict").asText())));
        Map<String, List<Judged>> earlier = new LinkedHashMap<>();
        old.path("trials").forEach(trial -> trial.path("judgements").forEach(judgement -> earlier.computeIfAbsent(
                        judgement.path("requirement").asText() + " "
                                + judgement.path("limit").asText(),
                        key -> new ArrayList<>())
                .add(judged(judgement))));
        run.requirements().forEach(result -> add(result, earlier));
    }

    private void add(RequirementResult result, Map<String, List<Judged>> earlier) {
        String id = result.requirement().id();
        for (String limit : result.requirement().limits().keySet()) {
            List<Judged> old = earlier.getOrDefault(id + " " + limit, List.of());
            List<Judged> now = result.judgements().stream()
                    .filter(judgement -> judgement.limit().equals(limit))
                    .map(Rejudgement::judged)
                    .toList();
            for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
                rows.add(new Row(id, limit, i < old.size() ? old.get(i) : null, i < now.size() ? now.get(i) : null));
            }
        }
    }

    private static Judged judged(JsonNode judgement) {
        JsonNode measurement = judgement.path("measurement");
        Verdict verdict = Verdict.ofKey(judgement.path("verdict").asText());
        if (!measurement.isObject()) {
            return new Judged(verdict, null, null, "–");
        }
        double value = measurement.path("value").asDouble();
        String unit = measurement.path("unit").asText();
        return new Judged(
                verdict,
                value,
                measurement.path("expandedUncertainty").asDouble(),
                Rounding.of(value, measurement.path("expandedUncertainty").asDouble())
                        + (unit.equals("1") ? "" : " " + unit));
    }

    private static Judged judged(Judgement judgement) {
        Measurement measurement = judgement.measurement();
        return measurement == null
                ? new Judged(judgement.verdict(), null, null, "–")
                : new Judged(
                        judgement.verdict(),
                        measurement.value(),
                        measurement.expandedUncertainty(),
                        Rounding.of(measurement.value(), measurement.expandedUncertainty())
                                + (measurement.unit().symbol().equals("1") ? "" : " " + measurement.unit()));
    }

    List<String> lines(Language language) {
        Columns columns = new Columns();
        columns.row(
                new Text("要求", "requirement").in(language),
                new Text("限值名称", "limit").in(language),
                new Text("原测量结果", "measured then").in(language),
                new Text("原结论", "verdict then").in(language),
                new Text("现测量结果", "measured now").in(language),
                new Text("现结论", "verdict now").in(language),
                "");
        for (Row row : rows) {
            columns.row(
                    row.requirement(),
                    row.limit(),
                    shown(row.old()),
                    word(row.old(), language),
                    shown(row.now()),
                    word(row.now(), language),
                    row.changed() && !before.isEmpty() ? new Text("← 有变化", "<- changed").in(language) : "");
        }
        List<String> lines = new ArrayList<>(columns.lines());
        for (RequirementResult result : run.requirements()) {
            Verdict old = before.get(result.requirement().id());
            if (old != null && old != result.verdict()) {
                lines.add("  %s: %s → %s%s"
                        .formatted(
                                result.requirement().id(),
                                old.word().in(language),
                                result.verdict().word().in(language),
                                result.reasons().isEmpty()
                                        ? ""
                                        : "  " + result.reasons().get(0).in(language)));
            }
        }
        lines.add(summary().in(language));
        return lines;
    }

    private Text summary() {
        long changed = rows.stream().filter(Row::changed).count();
        if (before.isEmpty()) {
            return new Text(
                    "结论: %s（没有可供比较的原结果）".formatted(run.verdict().word().zh()),
                    "verdict: %s (no earlier results to compare with)"
                            .formatted(run.verdict().word().en()));
        }
        return changed == 0
                ? new Text(
                        "结论: %s。%d 项判定与原来逐位相同".formatted(run.verdict().word().zh(), rows.size()),
                        "verdict: %s. all %d judgements equal the original's to the last digit"
                                .formatted(run.verdict().word().en(), rows.size()))
                : new Text(
                        "结论: %s。%d 项判定中有 %d 项变化".formatted(run.verdict().word().zh(), rows.size(), changed),
                        "verdict: %s. %d judgements, %d changed"
                                .formatted(run.verdict().word().en(), rows.size(), changed));
    }

    private static String shown(@Nullable Judged judged) {
        return judged == null ? "–" : judged.shown();
    }

    private static String word(@Nullable Judged judged, Language language) {
        return (judged == null ? Verdict.NONE : judged.verdict()).word().in(language);
    }

    ObjectNode asJson() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("verdict", run.verdict().key()).put("exitCode", run.exitCode());
        ArrayNode judgements = node.putArray("judgements");
        for (Row row : rows) {
            ObjectNode one = judgements.addObject();
            one.put("requirement", row.requirement()).put("limit", row.limit()).put("changed", row.changed());
            put(one.putObject("then"), row.old());
            put(one.putObject("now"), row.now());
        }
        return node;
    }

    private static void put(ObjectNode node, @Nullable Judged judged) {
        if (judged != null) {
            node.put("verdict", judged.verdict().key())
                    .put("value", judged.value())
                    .put("expandedUncertainty", judged.expandedUncertainty());
        }
    }
}
