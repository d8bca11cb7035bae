package org.plumbline.verdict;

import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.text.Text;

/**
 * One comparison of one measurement with one limit.
 *
 * @param time nanoseconds since the run's start
 * @param measurement null where none could be taken; the verdict is then not a pass
 * @param tolerance null where the limit could not be resolved; the verdict is then not a pass
 * @param reason one sentence that names the numbers
 */
public record Judgement(
        long time,
        String requirement,
        String limit,
        @Nullable Measurement measurement,
        @Nullable Tolerance tolerance,
        Verdict verdict,
        Text reason) {

    /** Refuses a pass that rests on nothing. */
    public Judgement {
        if (verdict == Verdict.PASS && (measurement == null || tolerance == null)) {
            throw new IllegalArgumentException("a pass needs a measurement and a tolerance: " + limit);
        }
    }
}
