package org.plumbline.measure;

import java.util.List;
import org.plumbline.quantity.Unit;
import org.plumbline.statistics.Proportion;
import org.plumbline.text.Text;

/** How often something succeeds at least, from trials that do not depend on each other. */
public final class SuccessRate {

    private static final double PERCENT = 100;

    private SuccessRate() {}

    /**
     * The exact one-sided lower limit of the chance of success (Clopper and Pearson; GB/T 4088-2008), as a number from 0 to 1.
     * The limit holds with its confidence, so it has no U: ten successes in ten trials show 0.74 with 95 %, not 1.
     *
     * @param signal that tells of each trial
     * @param success its value that counts
     * @param confidence in percent, above 0 and below 100
     * @param from start of the stretch, ns
     * @param to its end, ns
     * @throws NotMeasurableException without trials, and for no confidence
     */
    public static Measurement atLeast(
            String signal, String success, int successes, int trials, int confidence, long from, long to) {
        if (trials == 0 || confidence <= 0 || confidence >= PERCENT) {
            throw new NotMeasurableException(new Text(
                            "信号 %s 在该时段内没有事件，或置信水平 %d %% 不在 0 与 100 之间",
                            "signal %s told of no event in the stretch, or %d %% is no confidence between 0 and 100")
                    .with(signal, confidence));
        }
        return new Measurement(
                new Text(
                                "%s 为“%s”的比例下限（%d/%d 次，置信水平 %d %%）",
                                "least share of %s that is \"%s\" (%d of %d, %d %% confidence)")
                        .with(signal, success, successes, trials, confidence),
                new Proportion(successes, trials).exactLower(confidence / PERCENT),
                Unit.ONE,
                false,
                Uncertainty.NONE,
                from,
                to,
                trials,
                List.of(signal),
                null);
    }
}
