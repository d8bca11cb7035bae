package org.plumbline.uncertainty;

import java.util.Arrays;
import org.plumbline.statistics.Interval;
import org.plumbline.statistics.Summary;

/** Drawn values of a result in ascending order (JCGM 101:2008, 7.5). */
record Sample(double[] sorted, double mean, double deviation) {

    static Sample of(double[] values) {
        Summary summary = Summary.of(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Sample(sorted, summary.mean(), summary.standardDeviation());
    }

    private int covered(double coverage) {
        return (int) Math.min(sorted.length - 1L, (long) Math.floor(coverage * sorted.length + 0.5));
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
