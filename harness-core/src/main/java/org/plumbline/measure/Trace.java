package org.plumbline.measure;

import org.jspecify.annotations.Nullable;
import org.plumbline.quantity.Unit;

/**
 * The numeric samples of one signal over a stretch, in order of time.
 *
 * @param circle the full circle in {@code unit} for angles that wrap; null for others
 * @param expandedUncertainty U of one sample in {@code unit}, 0 where nothing is declared
 * @param coverageFactor k of that U
 * @param times nanoseconds since the run's start; not copied
 * @param values in {@code unit}, as many as times; not copied
 */
public record Trace(
        String signal,
        Unit unit,
        @Nullable Double circle,
        double expandedUncertainty,
        double coverageFactor,
        long[] times,
        double[] values) {

    /** How many samples. */
    public int size() {
        return values.length;
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

    /** The value at a time by linear interpolation; NaN outside the stretch. */
    double at(long time) {
        int after = firstNotBefore(time);
        if (after < times.length && times[after] == time) {
            return values[after];
        }
        if (after == 0 || after == times.length) {
            return Double.NaN;
        }
        double share = (double) (time - times[after - 1]) / (times[after] - times[after - 1]);
        return values[after - 1] + share * difference(values[after], values[after - 1]);
    }

    /** The steepest change beside a time, in the unit per second: of the interval that it is in, or of both that it parts. */
    double steepest(long time) {
        int after = firstNotBefore(time);
        double before = slope(after - 1);
        boolean atSample = after < times.length && times[after] == time;
        return atSample ? Math.max(before, slope(after)) : before;
    }

    private double slope(int first) {
        return first < 0 || first + 1 >= times.length
                ? 0
                : Math.abs(difference(values[first + 1], values[first])) * 1e9 / (times[first + 1] - times[first]);
    }

    /** The stamps of the samples that the value at a time comes from, ns. */
    long[] stampsAround(long time) {
        int after = Math.min(firstNotBefore(time), times.length - 1);
        return new long[] {times[Math.max(0, after - 1)], times[after]};
    }

    private int firstNotBefore(long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
