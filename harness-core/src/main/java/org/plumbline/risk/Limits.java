package org.plumbline.risk;

/**
 * A tolerance interval or an acceptance interval (JCGM 106:2012, 3.3.5 and 3.3.9), in the measured quantity's unit; both
 * ends belong to it.
 *
 * @param lower may be -infinity
 * @param upper may be +infinity
 */
public record Limits(double lower, double upper) {

    /** Refuses ends out of order, and no ends at all. */
    public Limits {
        if (!(lower <= upper) || (lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not limits: " + lower + " … " + upper);
        }
    }

    /** One-sided: no more than that. */
    public static Limits atMost(double upper) {
        return new Limits(Double.NEGATIVE_INFINITY, upper);
    }

    /** One-sided: no less than that. */
    public static Limits atLeast(double lower) {
        return new Limits(lower, Double.POSITIVE_INFINITY);
    }

    /** Whether the value lies between the ends or on one. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Both ends as seen from another origin. */
    Limits from(double origin) {
        return new Limits(lower - origin, upper - origin);
    }

    /**
     * Each end moved inwards by a guard band; negative moves it outwards (JCGM 106:2012, 8.3).
     *
     * @throws IllegalArgumentException where nothing is left between the ends: the measurement is too coarse
     */
    public Limits guarded(double band) {
        return new Limits(lower + band, upper - band);
    }
}
