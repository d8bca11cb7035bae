package org.plumbline.measure;

/**
 * When a trace changes. Places are those of samples; before the first is the start of the stretch and after the last its
 * end, which are known exactly.
 *
 * @param from start of the stretch, ns
 * @param to its end, ns
 */
record Changes(Trace trace, long from, long to) {

    private static final double NANOS = 1e-9;

    /** Whether a place shows another value than the one before; the first sample and the end do. */
    boolean at(int place) {
        return place == 0 || place == trace.size() || trace.value(place) != trace.value(place - 1);
    }

    long stamp(int place) {
        return place < 0 ? from : place < trace.size() ? trace.time(place) : to;
    }

    /** From the middle of the interval in which one change happened to that of another, in seconds. */
    double apart(int first, int last) {
        return (stamp(last) - stamp(first)) * NANOS - half(last) + half(first);
    }

    /** Half the intervals in which the two changes happened, by root sum of squares, in seconds. */
    double halfInterval(int first, int last) {
        return Result.rootSumOfSquares(half(first), half(last));
    }

    private double half(int place) {
        return place < 0 || place == trace.size() ? 0 : (stamp(place) - stamp(place - 1)) * NANOS / 2;
    }
}
