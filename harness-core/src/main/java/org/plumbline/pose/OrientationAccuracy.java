package org.plumbline.pose;

import java.util.List;
import org.plumbline.statistics.CircularSummary;

/**
 * Orientation accuracy AP_a, AP_b, AP_c, with their signs, in rad (ISO 9283:1998, 7.2.1; GB/T 12642-2013, 7.2.1).
 *
 * @param mean circular mean of each angle
 * @param value mean minus commanded angle, the shorter way round
 */
public record OrientationAccuracy(Orientation mean, Orientation value) {

    /**
     * Of the attained orientations of one commanded orientation.
     *
     * @throws IllegalArgumentException without any, or where an angle's values cancel
     */
    public static OrientationAccuracy of(Orientation commanded, List<Orientation> attained) {
        Orientation mean = Orientation.of(attained, CircularSummary::mean);
        return new OrientationAccuracy(mean, mean.minus(commanded));
    }
}
