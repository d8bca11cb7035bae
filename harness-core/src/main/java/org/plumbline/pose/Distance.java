package org.plumbline.pose;

import org.plumbline.statistics.Summary;

/**
 * One commanded distance and what it came to (ISO 9283:1998, 7.3; GB/T 12642-2013, 7.3), all in one unit.
 *
 * @param commanded D_c
 * @param attained mean and standard deviation of the attained distances D_j
 */
public record Distance(double commanded, Summary attained) {

    /** AD: mean attained minus commanded distance (7.3.2). */
    public double accuracy() {
        return attained.mean() - commanded;
    }

    /** RD: three standard deviations, to be read as plus and minus (7.3.3); NaN for a single cycle. */
    public double repeatability() {
        return 3 * attained.standardDeviation();
    }
}
