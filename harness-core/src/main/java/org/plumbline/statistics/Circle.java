package org.plumbline.statistics;

/**
 * Angles, which begin again after the full circle (Mardia and Jupp, Directional Statistics, 2000, 2.2).
 *
 * @param full the full circle in the unit of the angles
 */
public record Circle(double full) {

    /** Angles in rad. */
    public static final Circle RADIANS = new Circle(2 * Math.PI);

    /** Angles in degrees. */
    public static final Circle DEGREES = new Circle(360);

    /** Refuses what is no length. */
    public Circle {
        if (!(full > 0) || Double.isInfinite(full)) {
            throw new IllegalArgumentException("not a full circle: " + full);
        }
    }

    /** {@code a - b}, the shorter way round, in (-full/2, full/2]. */
    public double difference(double a, double b) {
        return wrapped(a - b, full);
    }

    /** The same direction in (-full/2, full/2]. */
    public double wrapped(double angle) {
        return wrapped(angle, full);
    }

    /**
     * The same direction in (-full/2, full/2].
     *
     * @param full the full circle in the angle's unit
     */
    public static double wrapped(double angle, double full) {
        double wrapped = angle - full * Math.floor(angle / full);
        return wrapped > full / 2 ? wrapped - full : wrapped;
    }

    /**
     * Mean direction and spread of angles.
     *
     * @throws IllegalArgumentException without angles, where one is not finite, or where they cancel and have no mean
     */
    public CircularSummary summary(double... angles) {
        return CircularSummary.of(this, angles);
    }
}
