package org.plumbline.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.core.Sum;

/**
 * Repeated angles: what {@link Summary} is to numbers. The angles are laid out to both sides of the one nearest to the
 * direction of their resultant and averaged there, so that within half a circle mean and standard deviation are the
 * ordinary ones (as ISO 9283:1998, 7.2 has them), wherever the circle is cut.
 *
 * @param n how many angles
 * @param mean in (-full/2, full/2], in the angles' unit
 * @param standardDeviation of the deviations, with the divisor n - 1, in the angles' unit; NaN for a single angle
 * @param resultant length of the mean of the unit vectors, 0 to 1; 1 where all angles are equal (Mardia and Jupp, 2.3.1)
 * @param deviations of each angle from the mean, the shorter way round, in the angles' unit
 */
public record CircularSummary(int n, double mean, double standardDeviation, double resultant, List<Double> deviations) {

    /** Resultants no longer than this are rounding errors of none. */
    private static final double NO_DIRECTION = 1e-9;

    /** Keeps its own list. */
    public CircularSummary {
        deviations = List.copyOf(deviations);
    }

    static CircularSummary of(Circle circle, double[] angles) {
        Summary.of(angles);
        double x = mean(circle, angles, 0);
        double y = mean(circle, angles, circle.full() / 4);
        double length = Math.hypot(x, y);
        if (length < NO_DIRECTION) {
            throw new IllegalArgumentException("the angles have no mean direction: they cancel");
        }
        double origin = nearest(circle, angles, Math.atan2(y, x) / (2 * Math.PI) * circle.full());
        Summary laidOut = Summary.of(Arrays.stream(angles)
                .map(angle -> circle.difference(angle, origin))
                .toArray());
        double mean = circle.wrapped(origin + laidOut.mean());
        return new CircularSummary(
                angles.length,
                mean,
                laidOut.standardDeviation(),
                Math.min(1, length),
                Arrays.stream(angles)
                        .mapToObj(angle -> circle.difference(angle, mean))
                        .toList());
    }

    /** The mean of the angles' cosines after a turn by {@code shift}, which makes sines of them at a quarter. */
    private static double mean(Circle circle, double[] angles, double shift) {
        Sum sum = Sum.create();
        for (double angle : angles) {
            sum.add(Math.cos((angle - shift) / circle.full() * 2 * Math.PI));
        }
        return sum.getAsDouble() / angles.length;
    }

    private static double nearest(Circle circle, double[] angles, double direction) {
        double nearest = angles[0];
        for (double angle : angles) {
            boolean nearer =
                    Math.abs(circle.difference(angle, direction)) < Math.abs(circle.difference(nearest, direction));
            nearest = nearer ? angle : nearest;
        }
        return nearest;
    }
}
