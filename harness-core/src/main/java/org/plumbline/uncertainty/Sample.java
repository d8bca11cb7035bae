package org.plumbline.uncertainty;

import java.util.Arrays;
import org.apache.commons.numbers.arrays.Selection;
import org.plumbline.statistics.Interval;
import org.plumbline.statistics.Summary;

/** Drawn values of a result in ascending order, as far as intervals look at them (JCGM 101:2008, 7.5). */
record Sample(double[] sorted, double mean, double deviation) {

    static Sample of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return of(values, sorted);
    }

    /** For intervals of that coverage or a larger one: their ends are among the least and the largest values. */
    static Sample of(double[] values, double coverage) {
        double[] sorted = values.clone();
        int ends = sorted.length - covered(coverage, sorted.length);
        int largest = sorted.length - ends;
        if (ends > largest) {
            return of(values);
        }
        Selection.select(sorted, new int[] {ends - 1, largest});
        Arrays.sort(sorted, 0, ends);
        Arrays.sort(sorted, largest, sorted.length);
        return of(values, sorted);
    }

    private static Sample of(double[] values, double[] sorted) {
        Summary summary = Summary.of(values);
        return new Sample(sorted, summary.mean(), summary.standardDeviation());
    }

    private static int covered(double coverage, int values) {
        return (int) Math.min(values - 1L, (long) Math.floor(coverage * values + 0.5));
    }

    private int covered(double coverage) {
        return covered(coverage, sorted.length);
    }

    /** JCGM 101:2008, 7.7.2. */
    Interval symmetric(double coverage) {
        int q = covered(coverage);
        int first = (sorted.length - q) / 2;
        return new Interval(sorted[first], sorted[Math.min(first + q, sorted.length - 1)]);
    }

    /** JCGM 101:2008, 7.7.4. */
    Interval shortest(double coverage) {
        int q = covered(coverage);
        int best = 0;
        for (int r = 1; r + q < sorted.length; r++) {
            if (sorted[r + q] - sorted[r] < sorted[best + q] - sorted[best]) {
                best = r;
            }
        }
        return new Interval(sorted[best], sorted[best + q]);
    }
}
