package org.plumbline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.StepResult;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** One trial as its messages tell it. */
final class RecordedTrial {

    /** Why a trial that did not end is inconclusive. */
    static final Text KILLED = new Text(
            "原始记录到此中断：运行被强行终止，或无法继续写入",
            "the recording breaks off here: the run was killed, or nothing more could be written");

    private final RecordedJudgements judge;
    private final RecordedSteps sources;
    private final ScenarioPlan scenario;
    private final String id;
    private final int attempt;
    private final long from;
    private final List<StepResult> steps = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private Verdict verdict;
    private @Nullable Text reason;
    private @Nullable String step;
    private long stepFrom;
    private Verdict stepVerdict = Verdict.NONE;
    private @Nullable Text stepReason;
    private long to = -1;

    RecordedTrial(RunPlan plan, RecordedJudgements judge, ScenarioPlan scenario, String id, int attempt, long from) {
        this.judge = judge;
        this.sources = RecordedSteps.of(plan, scenario);
        this.scenario = scenario;
        this.id = id;
        this.attempt = Math.max(1, attempt);
        this.from = from;
        this.verdict = scenario.applies() ? Verdict.NONE : Verdict.NOT_APPLICABLE;
    }

    void accept(String topic, long time, JsonNode node) {
        if (topic.equals("/verdicts")) {
            judged(judge.read(time, node));
        } else if (topic.equals("/trials") && node.has("verdict")) {
            ends(time, node);
        } else if (topic.endsWith("steps") && !node.path("step").asText().isEmpty()) {
            step(time, node.path("step").asText(), node.path("begins").asBoolean());
        }
    }

    private void judged(Judgement judgement) {
        judgements.add(judgement);
        worsen(judgement.verdict(), judgement.reason());
        if (stepVerdict.worse(judgement.verdict()) != stepVerdict && judgement.verdict() != Verdict.PASS) {
            stepReason = judgement.reason();
        }
        stepVerdict = stepVerdict.worse(judgement.verdict());
    }

    private void worsen(Verdict other, @Nullable Text why) {
        if (verdict.worse(other) != verdict && other != Verdict.PASS) {
            reason = why;
        }
        verdict = verdict.worse(other);
    }

    private void step(long time, String text, boolean begins) {
        if (begins) {
            step = text;
            stepFrom = time;
            stepVerdict = Verdict.NONE;
            stepReason = null;
        } else if (step != null) {
            stepEnds(time);
        }
    }

    private void stepEnds(long time) {
        String text = String.valueOf(step);
        steps.add(new StepResult(
                sources.keyword(text), text, sources.line(text), stepVerdict, true, stepReason, stepFrom, time));
        step = null;
    }

    /** What no judgement explains, the last step brought about. */
    private void ends(long time, JsonNode node) {
        to = time;
        Verdict recorded = verdict(node.path("verdict").asText());
        @Nullable
        Text why = node.has("en")
                ? new Text(node.path("zh").asText(), node.path("en").asText())
                : null;
        boolean explained = why == null || judgements.stream().anyMatch(own -> why.equals(own.reason()));
        worsen(recorded, why);
        if (!explained && !steps.isEmpty()) {
            StepResult last = steps.remove(steps.size() - 1);
            steps.add(new StepResult(
                    last.keyword(),
                    last.text(),
                    last.line(),
                    last.verdict().worse(recorded),
                    true,
                    why,
                    last.from(),
                    last.to()));
        }
    }

    private static Verdict verdict(String key) {
        return Optional.of(key)
                .filter(known ->
                        List.of(Verdict.values()).stream().anyMatch(v -> v.key().equals(known)))
                .map(Verdict::ofKey)
                .orElse(Verdict.ERROR);
    }

    /** @param last when the capture stops */
    TrialResult result(long last) {
        boolean killed = to < 0 && scenario.applies();
        if (killed) {
            worsen(Verdict.INCONCLUSIVE, KILLED);
            if (step != null) {
                stepReason = stepReason == null ? KILLED : stepReason;
                stepVerdict = stepVerdict.worse(Verdict.INCONCLUSIVE);
                stepEnds(Math.max(last, stepFrom));
            }
        }
        return new TrialResult(
                id,
                attempt,
                scenario,
                verdict,
                reason,
                from,
                to < 0 ? Math.max(last, from) : to,
                List.copyOf(steps),
                List.copyOf(judgements),
                !killed);
    }
}
