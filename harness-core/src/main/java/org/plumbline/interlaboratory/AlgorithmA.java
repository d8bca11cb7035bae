package org.plumbline.interlaboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plumbline.error.UnfitException;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;

/**
 * Robust mean and standard deviation by Algorithm A (ISO 13528:2005, C.1; ISO 5725-5:1998), in the values' unit.
 *
 * @param steps every iteration, the starting values first
 * @param rule by which it ended
 * @param ended whether the rule did end it, not the limit of a thousand iterations
 */
public record AlgorithmA(List<RobustStep> steps, StopRule rule, boolean ended) {

    private static final int MOST = 1000;
    private static final double MEDIAN_TO_DEVIATION = 1.483;
    private static final double WINSORISED_TO_DEVIATION = 1.134;
    private static final double REACH = 1.5;

    /** Keeps its own list. */
    public AlgorithmA {
        steps = List.copyOf(steps);
    }

    /**
     * Of one value a laboratory.
     *
     * @throws IllegalArgumentException with fewer than three values, or where more than half are equal and show no spread
     */
    public static AlgorithmA of(double[] values, StopRule rule) {
        List<RobustStep> steps = new ArrayList<>(List.of(start(values)));
        boolean ended = false;
        while (!ended && steps.size() <= MOST) {
            RobustStep before = steps.get(steps.size() - 1);
            RobustStep after = next(values, before);
            steps.add(after);
            ended = rule.ends(before, after);
        }
        return new AlgorithmA(steps, rule, ended);
    }

    private static RobustStep start(double[] values) {
        if (values.length < 3) {
            throw new IllegalArgumentException("Algorithm A needs three values: " + values.length);
        }
        double median = median(values);
        double spread = median(
                Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
        if (spread == 0) {
            throw new UnfitException(new Text("半数以上的值相等，看不出离散", "more than half of the values are equal"));
        }
        return new RobustStep(0, median, MEDIAN_TO_DEVIATION * spread);
    }

    private static RobustStep next(double[] values, RobustStep before) {
        double low = before.mean() - REACH * before.deviation();
        double high = before.mean() + REACH * before.deviation();
        Summary winsorised = Summary.of(Arrays.stream(values)
                .map(value -> Math.max(low, Math.min(high, value)))
                .toArray());
        return new RobustStep(
                before.iteration() + 1, winsorised.mean(), WINSORISED_TO_DEVIATION * winsorised.standardDeviation());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** x*. */
    public double mean() {
        return last().mean();
    }

    /** s*. */
    public double deviation() {
        return last().deviation();
    }

    /** How many iterations it took. */
    public int iterations() {
        return last().iteration();
    }

    private RobustStep last() {
        return steps.get(steps.size() - 1);
    }
}
