package org.plumbline.alignment;

/**
 * An event took place between two times, nanoseconds of the clock that it was seen by.
 *
 * @param earliest the last sample without it; the same as {@code latest} for what has one time
 * @param latest the first sample with it
 * @param line of the file, from 1; 0 on a timeline
 */
record Occurrence(long earliest, long latest, int line) {

    /** The best estimate of its time, in nanoseconds. */
    long middle() {
        return earliest + (latest - earliest) / 2;
    }

    /** By how much it may have been earlier or later, in seconds. */
    double halfWidth() {
        return (latest - earliest) * 1e-9 / 2;
    }
}
