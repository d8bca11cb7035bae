package org.plumbline.measure;

import java.util.List;
import org.plumbline.text.Text;

/** How far two signals for the same quantity are apart. */
public final class Difference {

    private final Trace signal;
    private final Trace reference;
    private final Interpolation truths;
    private final Timing timing;
    private double largest = Double.NaN;
    private double reach = Double.NaN;

    private Difference(Trace signal, Trace reference, Timing timing) {
        this.signal = signal;
        this.reference = reference;
        this.truths = reference.interpolation();
        this.timing = timing;
    }

    /**
     * The largest |signal - reference|; the reference is interpolated to the signal's times. U combines by root sum of
     * squares, as uncorrelated (JCGM 100:2008, 5.1.2): that of both signals, and what the reference may have changed
     * meanwhile, since neither is stamped exactly when it was true. U reaches as far as that of any sample.
     *
     * @param reference in a unit that the signal's can be converted to
     * @param timing how far stamps may be off
     * @throws NotMeasurableException where the two do not overlap in time
     * @throws IllegalArgumentException where their units do not fit
     */
    public static Measurement largest(Trace signal, Trace reference, Timing timing) {
        return new Difference(signal, reference, timing).largest();
    }

    private Measurement largest() {
        for (int i = 0; i < signal.size(); i++) {
            compare(signal.time(i), signal.value(i));
        }
        if (Double.isNaN(largest)) {
            throw new NotMeasurableException(new Text("信号 %s 与 %s 在时间上没有重叠", "signals %s and %s do not overlap in time")
                    .with(signal.signal(), reference.signal()));
        }
        return Result.of(
                new Text("%s 与 %s 的最大偏差", "largest difference between %s and %s")
                        .with(signal.signal(), reference.signal()),
                largest,
                signal.unit().ofDifference(),
                reach - largest,
                List.of(signal, reference));
    }

    private void compare(long time, double value) {
        double truth = reference.unit().convert(truths.at(time), signal.unit());
        double difference = Math.abs(signal.difference(value, truth));
        if (!Double.isNaN(difference)) {
            largest = Double.isNaN(largest) ? difference : Math.max(largest, difference);
            double reached = difference + expanded(time);
            reach = Double.isNaN(reach) ? reached : Math.max(reach, reached);
        }
    }

    private double expanded(long time) {
        double meanwhile = Result.K * truths.steepest(time) * timing.apart(time, truths.stampsAround(time));
        return Result.rootSumOfSquares(
                signal.expandedForTwo(), inSignalsUnit(reference.expandedForTwo()), inSignalsUnit(meanwhile));
    }

    private double inSignalsUnit(double ofReference) {
        return reference.unit().convertDifference(ofReference, signal.unit());
    }
}
