package org.plumbline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Unit;
import org.plumbline.run.BusyComputer;
import org.plumbline.run.Judge;
import org.plumbline.run.RunPlan;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** Judgements as a capture holds them: the measurement is judged again, and the worse of the two verdicts stands. */
final class RecordedJudgements {

    private final RunPlan plan;
    private final Judge judge;
    private final List<Stall> pressed = new ArrayList<>();

    RecordedJudgements(RunPlan plan) {
        this.plan = plan;
        this.judge = new Judge(plan.bench(), plan.started());
    }

    /** What the computer had to wait is known before what it may have added is judged. */
    void heldUp(Stall stall) {
        if (stall.pressure() > 0) {
            pressed.add(stall);
        }
    }

    private long pressure(long from, long to) {
        return pressed.stream()
                .mapToLong(stall -> stall.pressure(from, to))
                .max()
                .orElse(0);
    }

    /** One on a limit that the standard does not have stays: it cannot be judged again, and is no pass. */
    Judgement read(long time, JsonNode node) {
        Requirement requirement =
                plan.standard().requirement(node.path("requirement").asText()).orElse(null);
        Limit limit = requirement == null
                ? null
                : requirement.limits().get(node.path("limit").asText());
        if (requirement == null || limit == null) {
            return unknown(time, node);
        }
        Judgement again = BusyComputer.weigh(judge.judge(time, requirement, limit, measurement(node)), this::pressure);
        Verdict recorded = again.measurement() == null || again.tolerance() == null
                ? Verdict.INCONCLUSIVE
                : Verdict.ofKey(node.path("verdict").asText());
        Verdict verdict = again.verdict().worse(recorded);
        return new Judgement(
                time,
                again.requirement(),
                again.limit(),
                again.measurement(),
                again.tolerance(),
                verdict,
                verdict == recorded ? reason(node) : again.reason(),
                again.global(),
                verdict == again.verdict() ? again.statement() : null);
    }

    private static Judgement unknown(long time, JsonNode node) {
        String limit = node.path("limit").asText();
        String requirement = node.path("requirement").asText();
        return new Judgement(
                time,
                requirement,
                limit,
                measurement(node),
                null,
                Verdict.ofKey(node.path("verdict").asText()).worse(Verdict.INCONCLUSIVE),
                reason(node)
                        .and(new Text(
                                        "；标准中没有 %s 的限值 %s，无法重新判定",
                                        "; the standard has no limit %2$s of %1$s, so that it cannot be judged again")
                                .with(requirement, limit)),
                null,
                null);
    }

    private static Text reason(JsonNode node) {
        return new Text(node.path("zh").asText(), node.path("en").asText());
    }

    private static @Nullable Measurement measurement(JsonNode node) {
        Unit unit = Unit.of(node.path("unit").asText()).orElse(null);
        double uncertainty = node.path("U").asDouble(-1);
        if (unit == null || !node.has("value") || !(uncertainty >= 0 && Double.isFinite(uncertainty))) {
            return null;
        }
        return new Measurement(
                new Text(
                        node.at("/quantity/zh").asText(),
                        node.at("/quantity/en").asText()),
                node.path("value").asDouble(),
                unit,
                node.path("atLeast").asBoolean(),
                UncertaintyJson.read(node, uncertainty, node.path("k").asDouble(2)),
                node.path("from").asLong(),
                node.path("to").asLong(),
                node.path("samples").asInt(),
                names(node.path("signals")),
                names(node.path("undeclared")),
                node.has("remark") ? reason(node.path("remark")) : null,
                node.has("doubt") ? reason(node.path("doubt")) : null);
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}
