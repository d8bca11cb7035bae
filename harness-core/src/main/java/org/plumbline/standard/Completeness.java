package org.plumbline.standard;

/**
 * When what was recorded in a stretch is whole enough to judge from.
 *
 * @param faultyFrames the largest share of an instrument's frames that may be faulty, 0 to 1
 * @param deviceFaultyFrames the same of the device's own frames; 1 where that is for the requirements to judge
 * @param gapSeconds the longest time without a sample of an instrument, in seconds
 * @param silenceSeconds the longest time without a sample of the device, in seconds, where it sends more often than that
 */
public record Completeness(double faultyFrames, double deviceFaultyFrames, double gapSeconds, double silenceSeconds) {

    /** One frame in a hundred, any of the device's, half a second, one second. */
    public static final Completeness DEFAULT = new Completeness(0.01, 1, 0.5, 1);
}
