package org.plumbline.statistics;

/**
 * An interval of numbers in one unit: a confidence interval (ISO 3534-1:2006, 1.28) or a coverage interval
 * (JCGM 101:2008, 3.12).
 *
 * @param lower lower end, may be -infinity
 * @param upper upper end, may be +infinity
 */
public record Interval(double lower, double upper) {

    /** Refuses ends out of order or not a number. */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("not an interval: " + lower + " … " + upper);
        }
    }

    /** Whether the value lies between the ends or on one of them. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Upper end minus lower end. */
    public double width() {
        return upper - lower;
    }
}
