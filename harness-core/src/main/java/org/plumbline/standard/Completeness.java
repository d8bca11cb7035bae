package org.plumbline.standard;

/**
 * When what an instrument delivered in a stretch is whole enough to judge from.
 *
 * @param faultyFrames the largest share of faulty frames, 0 to 1
 * @param gapSeconds the longest time without a sample, in seconds, where samples come more often than that
 */
public record Completeness(double faultyFrames, double gapSeconds) {

    /** One frame in a hundred, and half a second. */
    public static final Completeness DEFAULT = new Completeness(0.01, 0.5);
}
