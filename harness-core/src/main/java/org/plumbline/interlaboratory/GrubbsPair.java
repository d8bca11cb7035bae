package org.plumbline.interlaboratory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.statistics.Summary;

/**
 * Grubbs' test whether the two largest or the two smallest cell means are too far from the others
 * (ISO 5725-2:2019, 7.3.4.2). Small values are suspicious.
 *
 * @param high whether the two largest are the suspects, else the two smallest
 * @param suspects indices of these two cells, the smaller one first
 * @param statistic G, sum of squares without the two over that of all
 * @param criticalAtFive G that is undercut in 5 % of cases, both sides together
 * @param criticalAtOne G that is undercut in 1 % of cases
 */
public record GrubbsPair(
        boolean high, List<Integer> suspects, double statistic, double criticalAtFive, double criticalAtOne) {

    private static final int FIRST = 4;

    /** For 4 to 40 laboratories: Grubbs and Beck, Technometrics 14, 1972; checked by drawing two million samples each. */
    private static final double[] AT_ONE = {
        0.0000, 0.0018, 0.0116, 0.0308, 0.0563, 0.0851, 0.1150, 0.1448, 0.1738, 0.2016, 0.2280, 0.2530, 0.2767, 0.2990,
        0.3200, 0.3398, 0.3585, 0.3761, 0.3927, 0.4085, 0.4234, 0.4376, 0.4510, 0.4638, 0.4759, 0.4875, 0.4985, 0.5091,
        0.5192, 0.5288, 0.5381, 0.5469, 0.5554, 0.5636, 0.5714, 0.5789, 0.5862
    };

    private static final double[] AT_FIVE = {
        0.0002, 0.0090, 0.0349, 0.0708, 0.1101, 0.1492, 0.1864, 0.2213, 0.2537, 0.2836, 0.3112, 0.3367, 0.3603, 0.3822,
        0.4025, 0.4214, 0.4391, 0.4556, 0.4711, 0.4857, 0.4994, 0.5123, 0.5245, 0.5360, 0.5470, 0.5574, 0.5672, 0.5766,
        0.5856, 0.5941, 0.6023, 0.6101, 0.6175, 0.6247, 0.6316, 0.6382, 0.6445
    };

    /** How many laboratories there are critical values for. */
    public static boolean covers(int laboratories) {
        return laboratories >= FIRST && laboratories < FIRST + AT_ONE.length;
    }

    /**
     * Of cell means in one unit, 4 to 40 of them.
     *
     * @throws IllegalArgumentException for another number of them, and where all are equal
     */
    public static GrubbsPair of(double... means) {
        if (!covers(means.length)) {
            throw new IllegalArgumentException("Grubbs' test for two needs 4 to 40 laboratories: " + means.length);
        }
        int row = means.length - FIRST;
        List<Integer> order = IntStream.range(0, means.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> means[i]))
                .toList();
        double[] sorted = order.stream().mapToDouble(i -> means[i]).toArray();
        double all = squares(sorted);
        if (all == 0) {
            throw new IllegalArgumentException("all means are equal: none is farther from the others");
        }
        double withoutHigh = squares(Arrays.copyOf(sorted, sorted.length - 2)) / all;
        double withoutLow = squares(Arrays.copyOfRange(sorted, 2, sorted.length)) / all;
        boolean high = withoutHigh <= withoutLow;
        return new GrubbsPair(
                high,
                high ? order.subList(means.length - 2, means.length) : order.subList(0, 2),
                high ? withoutHigh : withoutLow,
                AT_FIVE[row],
                AT_ONE[row]);
    }

    private static double squares(double[] values) {
        Summary summary = Summary.of(values);
        return summary.variance() * summary.degreesOfFreedom();
    }

    /** What the test came to. */
    public OutlierTest outcome() {
        return OutlierTest.ofSmall(statistic, criticalAtFive, criticalAtOne);
    }
}
