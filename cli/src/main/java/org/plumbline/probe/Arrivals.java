package org.plumbline.probe;

/**
 * How often something came. Times in nanoseconds of the probe's clock.
 *
 * @param first 0 where nothing came
 * @param last 0 where nothing came
 */
public record Arrivals(long count, long first, long last) {

    private static final double NANOS = 1e9;

    static final Arrivals NONE = new Arrivals(0, 0, 0);

    Arrivals then(long time) {
        return count == 0 ? new Arrivals(1, time, time) : new Arrivals(count + 1, first, Math.max(last, time));
    }

    /**
     * Between the first and the last, for a device may come late or fall silent; one alone counts against the whole time.
     *
     * @param duration how long it was listened, in nanoseconds
     */
    public double perSecond(long duration) {
        return count > 1 && last > first ? (count - 1) * NANOS / (last - first) : count * NANOS / duration;
    }
}
