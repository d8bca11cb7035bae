package org.plumbline.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/**
 * One execution of one scenario.
 *
 * @param id unique in the run
 * @param attempt from 1
 * @param verdict the worst of its judgements and steps; not-applicable where no requirement of it applies
 * @param reason the first cause of the verdict; null for a pass
 * @param from nanoseconds since the run's start
 * @param to nanoseconds since the run's start
 * @param finished false where its run ended before it did, for whatever reason, or the recording that it is judged from
 */
public record TrialResult(
        String id,
        int attempt,
        ScenarioPlan scenario,
        Verdict verdict,
        @Nullable Text reason,
        long from,
        long to,
        List<StepResult> steps,
        List<Judgement> judgements,
        boolean finished) {}
