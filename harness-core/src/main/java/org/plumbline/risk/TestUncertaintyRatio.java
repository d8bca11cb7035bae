package org.plumbline.risk;

/**
 * The tolerance over the expanded uncertainty, TUR = T / U for ± T and U with k = 2 (ANSI/NCSL Z540.3-2006, 3.11), and the
 * acceptance limits that follow from it alone, as parts of T.
 *
 * @param value above 0
 */
public record TestUncertaintyRatio(double value) {

    /** Refuses what is no ratio. */
    public TestUncertaintyRatio {
        if (!(value > 0)) {
            throw new IllegalArgumentException("not a test uncertainty ratio: " + value);
        }
    }

    /**
     * Of symmetric limits.
     *
     * @param tolerance two-sided
     * @param expanded U in the same unit, k = 2
     */
    public static TestUncertaintyRatio of(Limits tolerance, double expanded) {
        return new TestUncertaintyRatio((tolerance.upper() - tolerance.lower()) / 2 / expanded);
    }

    /** Root sum of squares, A = T sqrt(1 - 1 / TUR^2); 0 where U exceeds T. */
    public double rss() {
        return Math.sqrt(Math.max(0, 1 - 1 / (value * value)));
    }

    /** The whole U, A = T - U (ILAC-G8:09/2019, w = U); negative where U exceeds T: nothing can be accepted. */
    public double u95() {
        return 1 - 1 / value;
    }

    /** NCSLI RP-10, A = T (1.25 - 1 / TUR), no guard band from TUR = 4 on. */
    public double rp10() {
        return Math.min(1, 1.25 - 1 / value);
    }

    /**
     * ANSI/NCSL Z540.3 handbook, method 6 (Dobbert), A = T - U M, M = 1.04 - exp(0.38 ln TUR - 0.54): PFA below 2 % whatever
     * the process; no guard band where M is negative, from TUR = 4.6 on.
     */
    public double dobbert() {
        return 1 - Math.max(0, dobbertMultiple()) / value;
    }

    /** M of {@link #dobbert()}, as the formula gives it. */
    public double dobbertMultiple() {
        return 1.04 - Math.exp(0.38 * Math.log(value) - 0.54);
    }
}
