package org.plumbline.bench;

import org.jspecify.annotations.Nullable;

/**
 * How a signal is sampled.
 *
 * @param resolution the smallest step between two values, in the signal's unit; null where it is not declared
 * @param lowest where the measuring range begins, in the signal's unit; null where it is not declared
 * @param highest where it ends
 * @param intervalSeconds the time between samples; null where it is not declared
 * @param onEvent whether it comes only with an event, such as a change or an answer, and then declares no interval: that none
 *     has come yet is no fault, and that its device is there is shown by what else comes on its channel
 */
public record Sampling(
        @Nullable Double resolution,
        @Nullable Double lowest,
        @Nullable Double highest,
        @Nullable Double intervalSeconds,
        boolean onEvent) {

    /** Nothing is declared. */
    public static final Sampling UNKNOWN = new Sampling(null, null, null, null, false);

    /** Whether a value lies within the measuring range, its ends excluded: an instrument that reads its end is off scale. */
    public boolean covers(double value) {
        return (lowest == null || value > lowest) && (highest == null || value < highest);
    }
}
