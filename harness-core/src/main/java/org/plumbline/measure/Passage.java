package org.plumbline.measure;

import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

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
        return outside >= before && surely <= seen;
    }

    /** What was before a stimulus is no part of it. */
    Passage since(long start) {
        return new Passage(Math.max(outside, start), Math.max(before, start), seen, surely);
    }

    /** Makes U reach from the middle between the two samples, as indicated, to either end of what is open. */
    Contribution row(Text name) {
        double middle = (before + seen) / 2.0;
        double reach = Math.max(surely - middle, middle - outside);
        return Contribution.normal(name, 0, reach * NANOS / Result.K, Double.POSITIVE_INFINITY);
    }
}
