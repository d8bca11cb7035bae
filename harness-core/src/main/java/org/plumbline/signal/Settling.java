package org.plumbline.signal;

/**
 * How a signal comes to rest about its final value (IEC 61298-2:2008, step response; ISO 9283:1998, 7.4 and 7.5). Moments
 * are those of samples: each is late by up to one sampling interval.
 *
 * @param entered first sample within the band, s
 * @param settled first sample from which on all are within the band, s
 * @param excursion largest |deviation| from {@code entered} on, in the deviations' unit
 * @param band half-width of the band, in the deviations' unit
 */
public record Settling(double entered, double settled, double excursion, double band) {

    /**
     * Of deviations from the final value.
     *
     * @param times s, ascending
     * @param deviations as many
     * @param band half-width; a deviation of just that is inside
     * @throws IllegalArgumentException where the numbers differ, or where the last sample is not within the band
     */
    public static Settling of(double[] times, double[] deviations, double band) {
        if (times.length != deviations.length || times.length == 0) {
            throw new IllegalArgumentException(
                    "not a signal: " + times.length + " times, " + deviations.length + " values");
        }
        int settled = settled(deviations, band);
        if (settled == times.length) {
            throw new IllegalArgumentException("the signal does not stay within " + band);
        }
        int entered = 0;
        while (!within(deviations[entered], band)) {
            entered++;
        }
        double excursion = 0;
        for (int i = entered; i < deviations.length; i++) {
            excursion = Math.max(excursion, Math.abs(deviations[i]));
        }
        return new Settling(times[entered], times[settled], excursion, band);
    }

    /** From coming into the band until staying in it, s; 0 where it was not left. */
    public double time() {
        return settled - entered;
    }

    /** The largest |deviation| outside the band after it was entered, in the deviations' unit; 0 where it was not left. */
    public double overshoot() {
        return within(excursion, band) ? 0 : excursion;
    }

    private static int settled(double[] deviations, double band) {
        int first = deviations.length;
        while (first > 0 && within(deviations[first - 1], band)) {
            first--;
        }
        return first;
    }

    private static boolean within(double deviation, double band) {
        return Math.abs(deviation) <= band;
    }
}
