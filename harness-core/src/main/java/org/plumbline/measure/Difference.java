package org.plumbline.measure;

import java.util.List;
import org.plumbline.text.Text;

/** How far two signals for the same quantity are apart. */
public final class Difference {

    private Difference() {}

    /**
     * The largest |signal - reference|; the reference is interpolated to the signal's times. U combines that of both by
     * root sum of squares (JCGM 100:2008, 5.1.2), as uncorrelated.
     *
     * @param reference in a unit that the signal's can be converted to
     * @throws NotMeasurableException where the two do not overlap in time
     * @throws IllegalArgumentException where their units do not fit
     */
    public static Measurement largest(Trace signal, Trace reference) {
        double largest = Double.NaN;
        for (int i = 0; i < signal.size(); i++) {
            double truth = reference.unit().convert(reference.at(signal.times()[i]), signal.unit());
            double difference = Math.abs(signal.difference(signal.values()[i], truth));
            if (!Double.isNaN(difference) && !(difference <= largest)) {
                largest = difference;
            }
        }
        if (Double.isNaN(largest)) {
            throw new NotMeasurableException(new Text("信号 %s 与 %s 在时间上没有重叠", "signals %s and %s do not overlap in time")
                    .with(signal.signal(), reference.signal()));
        }
        double referenceU = reference.unit().convertDifference(reference.expandedForTwo(), signal.unit());
        return Result.of(
                new Text("%s 与 %s 的最大偏差", "largest difference between %s and %s")
                        .with(signal.signal(), reference.signal()),
                largest,
                signal.unit().ofDifference(),
                Result.rootSumOfSquares(signal.expandedForTwo(), referenceU),
                List.of(signal, reference));
    }
}
