package org.plumbline.pose;

import java.util.List;
import org.plumbline.statistics.CircularSummary;

/**
 * Orientation repeatability (ISO 9283:1998, 7.2.2; GB/T 12642-2013, 7.2.2), in rad.
 *
 * @param mean circular mean of each angle
 * @param standardDeviation S_a, S_b, S_c about it, with the divisor n - 1
 */
public record OrientationRepeatability(Orientation mean, Orientation standardDeviation) {

    /**
     * Of the attained orientations of one commanded orientation.
     *
     * @throws IllegalArgumentException with fewer than two, or where an angle's values cancel
     */
    public static OrientationRepeatability of(List<Orientation> attained) {
        Cycles.atLeast(2, attained);
        return new OrientationRepeatability(
                Orientation.of(attained, CircularSummary::mean),
                Orientation.of(attained, CircularSummary::standardDeviation));
    }

    /** RP_a, RP_b, RP_c: three standard deviations, to be read as plus and minus. */
    public Orientation value() {
        return standardDeviation.times(3);
    }
}
