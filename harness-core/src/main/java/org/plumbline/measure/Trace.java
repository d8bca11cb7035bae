package org.plumbline.measure;

import org.jspecify.annotations.Nullable;
import org.plumbline.quantity.Unit;

/**
 * The numeric samples of one signal over a stretch, in order of time.
 *
 * @param circle the full circle in {@code unit} for angles that wrap; null for others
 * @param expandedUncertainty U of one sample in {@code unit}, 0 where nothing is declared
 * @param coverageFactor k of that U
 * @param points values in {@code unit}; not copied
 */
public record Trace(
        String signal,
        Unit unit,
        @Nullable Double circle,
        double expandedUncertainty,
        double coverageFactor,
        Points points) {

    /** How many samples. */
    public int size() {
        return points.size();
    }

    /** When, in nanoseconds since the run's start. */
    public long time(int index) {
        return points.time(index);
    }

    /** The value of one sample in {@code unit}. */
    public double value(int index) {
        return points.value(index);
    }

    /** U of one sample for k = 2. */
    double expandedForTwo() {
        return expandedUncertainty * 2 / coverageFactor;
    }

    /** {@code a - b}, on the circle the shorter way round, in (-circle/2, circle/2]. */
    public double difference(double a, double b) {
        double difference = a - b;
        if (circle == null) {
            return difference;
        }
        double wrapped = difference - circle * Math.floor(difference / circle);
        return wrapped > circle / 2 ? wrapped - circle : wrapped;
    }

    /** The values between the samples. */
    Interpolation interpolation() {
        return new Interpolation(this);
    }
}
