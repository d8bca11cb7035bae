package org.plumbline.measure;

/**
 * Between which samples a signal passed a level that its own uncertainty blurs, in nanoseconds since the run's start.
 *
 * @param outside the last sample that it surely had not passed
 * @param before the last one by which it had not passed, as indicated
 * @param seen the first one by which it had, as indicated
 * @param surely the first one by which it had by more than U
 */
public record Passage(long outside, long before, long seen, long surely) {

    private static final double NANOS = 1e-9;

    /** Of a signal that passes it as indicated. */
    public static Passage sharp(long before, long seen) {
        return new Passage(before, before, seen, seen);
    }

    /** Whether it was nowhere within U of the level. */
    boolean isSharp() {
        return reach().isNone();
    }

    /** What was before a stimulus is no part of it. */
    Passage since(long start) {
        return new Passage(Math.max(outside, start), Math.max(before, start), seen, surely);
    }

    /**
     * From the middle between the two samples, as indicated, to either end of what is open, in seconds; 0 on a side on which nothing
     * is.
     */
    Reach reach() {
        double middle = (before + seen) / 2.0;
        return new Reach(
                outside < before ? (middle - outside) * NANOS : 0, surely > seen ? (surely - middle) * NANOS : 0);
    }
}
