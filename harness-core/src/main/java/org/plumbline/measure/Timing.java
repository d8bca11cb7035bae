package org.plumbline.measure;

import java.util.List;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/**
 * Times between events, in seconds. The harness's own contribution is a rectangular distribution of half-width
 * {@value #STAMP_HALF_WIDTH} s for each time stamp, for the way from the wire to the stamp on a general-purpose computer.
 */
public final class Timing {

    /** Half-width of the distribution of one time stamp, in seconds: assumed. */
    public static final double STAMP_HALF_WIDTH = 0.001;

    private static final double NANOS = 1e-9;

    private Timing() {}

    /**
     * A reaction that was seen. It happened between the last sample without it and the first with it, so the sampling
     * interval adds a rectangular contribution (JCGM 100:2008, 4.3.7).
     *
     * @param start when the stimulus was given, ns
     * @param seen the first sample that shows the reaction, ns
     * @param before the last sample that does not, ns; {@code start} where there is none
     */
    public static Measurement reaction(Text quantity, String signal, long start, long seen, long before) {
        double interval = (seen - Math.max(before, start)) * NANOS;
        double u = Result.rootSumOfSquares(interval / Math.sqrt(12), stamps());
        return new Measurement(
                quantity,
                (seen - start) * NANOS,
                Unit.S,
                false,
                Result.K * u,
                Result.K,
                start,
                seen,
                1,
                List.of(signal));
    }

    /**
     * A reaction that had not come when the signal was seen last: the time is at least that long.
     *
     * @param lastSeen the last sample without the reaction, ns
     */
    public static Measurement noReaction(Text quantity, String signal, long start, long lastSeen, int samples) {
        return new Measurement(
                quantity,
                (lastSeen - start) * NANOS,
                Unit.S,
                true,
                Result.K * stamps(),
                Result.K,
                start,
                lastSeen,
                samples,
                List.of(signal));
    }

    /**
     * The largest time without a sample, from the start of the stretch to its end. Without any sample the gap is only
     * known to be no shorter than the stretch.
     *
     * @param times of the samples, ns, in order
     */
    public static Measurement largestGap(String signal, long[] times, long from, long to) {
        long largest = 0;
        long previous = from;
        for (long time : times) {
            largest = Math.max(largest, time - previous);
            previous = time;
        }
        largest = Math.max(largest, to - previous);
        return new Measurement(
                new Text("%s 的最大间隔", "largest gap between samples of %s").with(signal),
                largest * NANOS,
                Unit.S,
                times.length == 0,
                Result.K * stamps(),
                Result.K,
                from,
                to,
                times.length,
                List.of(signal));
    }

    /** The longest stretch in which the value is the same to the last bit; NaN where there are not two to compare. */
    public static Measurement longestFrozen(Trace trace) {
        long longest = 0;
        int first = 0;
        for (int i = 1; i < trace.size(); i++) {
            if (trace.values()[i] != trace.values()[first]) {
                first = i;
            }
            longest = Math.max(longest, trace.times()[i] - trace.times()[first]);
        }
        return Result.of(
                new Text("%s 持续不变的最长时间", "longest time that %s does not change").with(trace.signal()),
                trace.size() < 2 ? Double.NaN : longest * NANOS,
                Unit.S,
                Result.K * stamps(),
                List.of(trace));
    }

    private static double stamps() {
        return Math.sqrt(2) * STAMP_HALF_WIDTH / Math.sqrt(3);
    }
}
