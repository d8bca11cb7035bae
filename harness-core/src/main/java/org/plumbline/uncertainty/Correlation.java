package org.plumbline.uncertainty;

import org.plumbline.statistics.StraightLine;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;

/**
 * How two inputs depend on each other (JCGM 100:2008, 5.2.2). Inputs are called by name, so that an order cannot be
 * mistaken.
 *
 * @param first name of one input
 * @param second name of the other
 * @param coefficient r, -1 to 1
 */
public record Correlation(Text first, Text second, double coefficient) {

    /** Refuses what is no correlation. */
    public Correlation {
        if (!(Math.abs(coefficient) <= 1) || first.equals(second)) {
            throw new IllegalArgumentException("not a correlation of " + first + " and " + second + ": " + coefficient);
        }
    }

    /**
     * Of the means of repeats observed together (JCGM 100:2008, 5.2.3); repeats of one pair have the same index.
     *
     * @throws IllegalArgumentException for fewer than three pairs, or where one does not vary
     */
    public static Correlation ofRepeats(Text first, double[] a, Text second, double[] b) {
        double slope = StraightLine.of(a, b).slope();
        double r = slope * Summary.of(a).standardDeviation() / Summary.of(b).standardDeviation();
        return new Correlation(first, second, Math.max(-1, Math.min(1, r)));
    }
}
