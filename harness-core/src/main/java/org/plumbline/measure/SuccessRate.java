package org.plumbline.measure;

import java.util.List;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.statistics.Proportion;
import org.plumbline.statistics.SampleSize;
import org.plumbline.text.Text;

/**
 * How often something succeeds, from trials that do not depend on each other, against a claim: that it does so at least so
 * often. The claim is shown where the exact lower limit reaches it, and refuted where the exact upper limit stays below it
 * (both one-sided; Clopper and Pearson; GB/T 4088-2008). What lies between shows neither.
 *
 * @param signal that tells of each trial
 * @param success its value that counts
 * @param confidence in percent
 * @param from start of the stretch, ns
 * @param to its end, ns
 */
public record SuccessRate(
        String signal, String success, int successes, int trials, int confidence, long from, long to) {

    private static final double PERCENT = 100;

    /** Numbers that people write are equal although their binary ones differ. */
    private static final double ROUNDING = 1e-9;

    /** Refuses what is no confidence, and no trials: {@link NotMeasurableException}. */
    public SuccessRate {
        if (trials == 0 || confidence <= 0 || confidence >= PERCENT) {
            throw new NotMeasurableException(new Text(
                            "信号 %s 在该时段内没有事件，或置信水平 %d %% 不在 0 与 100 之间",
                            "signal %s told of no event in the stretch, or %d %% is no confidence between 0 and 100")
                    .with(signal, confidence));
        }
    }

    /**
     * The limit that decides about the claim, as a number from 0 to 1: the lower one, or the upper one where that refutes it.
     * It has no U, it holds with its confidence: ten successes in ten trials show 0.74 with 95 %, not 1. Where neither
     * decides, the lower one, doubted for too few trials.
     *
     * @param claim from 0 to 1
     * @param inclusive whether it is true of a chance that equals it
     */
    public Measurement against(double claim, boolean inclusive) {
        double level = confidence / PERCENT;
        Proportion proportion = new Proportion(successes, trials);
        double lower = proportion.exactLower(level);
        double upper = proportion.exactUpper(level);
        if (upper < claim - ROUNDING) {
            return limit(new Text("比例上限", "largest share"), upper);
        }
        boolean shown = inclusive ? lower >= claim : lower > claim + ROUNDING;
        Measurement least = limit(new Text("比例下限", "least share"), lower);
        return shown ? least : least.doubted(tooFew(claim, lower, upper));
    }

    private Measurement limit(Text which, double value) {
        Text quantity = new Text(
                        "%s 为“%s”的%s（%d/%d 次，置信水平 %d %%）",
                        "%3$s of %1$s that is \"%2$s\" (%4$d of %5$d, %6$d %% confidence)")
                .with(signal, success, which, successes, trials, confidence);
        Text exact = new Text("精确单侧置信限（%d %%）", "exact one-sided limit of confidence (%d %%)").with(confidence);
        return new Measurement(
                quantity,
                value,
                Unit.ONE,
                false,
                Uncertainty.ofLimit(exact, confidence / PERCENT),
                from,
                to,
                trials,
                List.of(signal),
                null);
    }

    private Text tooFew(double claim, double lower, double upper) {
        return new Text(
                        "%d 次中成功 %d 次，以 %d %% 的置信水平只表明比例不小于 %.3g，也不大于 %.3g，既不能证明也不能否定 %s；试验次数不足，%s",
                        "%d trials with %d successes show with %d %% confidence a share of no less than %.3g, and of no more"
                                + " than %.3g: neither shows nor refutes %s; too few trials, %s")
                .with(trials, successes, confidence, lower, upper, Quantity.plain(claim), needed(claim));
    }

    private Text needed(double claim) {
        int failures = trials - successes;
        try {
            int enough = SampleSize.withFailures(failures, claim, confidence / PERCENT);
            return failures == 0
                    ? new Text("全部成功时共需 %d 次", "%d are needed where all succeed").with(enough)
                    : new Text("不再失败时共需 %d 次", "%d are needed where no more fail").with(enough);
        } catch (IllegalArgumentException e) {
            return new Text("任何次数都不能证明", "and no number of them would show it");
        }
    }
}
