package org.plumbline.measure;

/** Values of a trace between its samples, for times that mostly go forward: the samples are gone over once. */
final class Interpolation {

    private final Trace trace;
    private int after;

    Interpolation(Trace trace) {
        this.trace = trace;
    }

    /** The value at a time by linear interpolation; NaN outside the stretch. */
    double at(long time) {
        moveTo(time);
        if (after < trace.size() && trace.time(after) == time) {
            return trace.value(after);
        }
        if (after == 0 || after == trace.size()) {
            return Double.NaN;
        }
        long before = trace.time(after - 1);
        double share = (double) (time - before) / (trace.time(after) - before);
        return trace.value(after - 1) + share * trace.difference(trace.value(after), trace.value(after - 1));
    }

    /** The steepest change beside a time, in the unit per second: of the interval that it is in, or of both that it parts. */
    double steepest(long time) {
        moveTo(time);
        boolean atSample = after < trace.size() && trace.time(after) == time;
        return atSample ? Math.max(slope(after - 1), slope(after)) : slope(after - 1);
    }

    private double slope(int first) {
        return first < 0 || first + 1 >= trace.size()
                ? 0
                : Math.abs(trace.difference(trace.value(first + 1), trace.value(first)))
                        * 1e9
                        / (trace.time(first + 1) - trace.time(first));
    }

    /** The stamps of the samples that the value at a time comes from, ns. */
    long[] stampsAround(long time) {
        moveTo(time);
        int last = Math.min(after, trace.size() - 1);
        return new long[] {trace.time(Math.max(0, last - 1)), trace.time(last)};
    }

    /** To the first sample that is not before that time. */
    private void moveTo(long time) {
        while (after > 0 && trace.time(after - 1) >= time) {
            after--;
        }
        while (after < trace.size() && trace.time(after) < time) {
            after++;
        }
    }
}
