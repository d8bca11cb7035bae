package org.plumbline.run;

import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/**
 * One step of a trial.
 *
 * @param keyword as in the feature file
 * @param verdict {@link Verdict#NONE} for a step that judged nothing and went well, or was not reached
 * @param reached false where an earlier step ended the trial
 * @param reason why it is not none or pass; null otherwise
 * @param from nanoseconds since the run's start
 * @param to nanoseconds since the run's start
 */
public record StepResult(
        String keyword,
        String text,
        int line,
        Verdict verdict,
        boolean reached,
        @Nullable Text reason,
        long from,
        long to) {}
