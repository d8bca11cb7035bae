package org.plumbline.measure;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.error.InputException;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** How far two signals for the same quantity are apart. */
public final class Difference {

    private final Trace signal;
    private final Trace reference;
    private final Interpolation truths;
    private final Timing timing;
    private final double ofValues;
    private final Farthest differences = new Farthest();

    private Difference(Trace signal, Trace reference, Timing timing) {
        this.signal = signal;
        this.reference = reference;
        this.truths = reference.interpolation();
        this.timing = timing;
        this.ofValues = Result.rootSumOfSquares(signal.standard(), inSignalsUnit(reference.standard()));
    }

    /**
     * The largest |signal - reference|; the reference is interpolated to the signal's times. U combines by root sum of
     * squares, as uncorrelated (JCGM 100:2008, 5.1.2): that of both signals, and what the reference may have changed
     * meanwhile, since neither is stamped exactly when it was true. U reaches as far as that of any sample.
     *
     * @param reference in a unit that the signal's can be converted to
     * @param timing how far stamps may be off
     * @throws NotMeasurableException where the two do not overlap in time
     * @throws InputException where their units do not fit, naming both
     */
    public static Measurement largest(Trace signal, Trace reference, Timing timing) {
        if (!reference.unit().isCommensurableWith(signal.unit())) {
            throw Trace.apart(signal, reference);
        }
        return new Difference(signal, reference, timing).largest();
    }

    private Measurement largest() {
        for (int i = 0; i < signal.size(); i++) {
            compare(signal.time(i), signal.value(i));
        }
        if (differences.isEmpty()) {
            throw new NotMeasurableException(new Text("信号 %s 与 %s 在时间上没有重叠", "signals %s and %s do not overlap in time")
                    .with(signal.signal(), reference.signal()));
        }
        return Result.of(
                new Text("%s 与 %s 的最大偏差", "largest difference between %s and %s")
                        .with(signal.signal(), reference.signal()),
                differences.largest(),
                signal.unit().ofDifference(),
                Magnitude.checked(differences.largest(), differences.uncertainty((time, same) -> rows(time))),
                List.of(signal, reference));
    }

    private void compare(long time, double value) {
        double truth = reference.unit().convert(truths.at(time), signal.unit());
        double difference = Math.abs(signal.difference(value, truth));
        differences.take(time, time, difference, Result.rootSumOfSquares(ofValues, meanwhile(time)));
    }

    /** What the reference may have changed between the stamps and the moments for which they stand, in the signal's unit. */
    private double meanwhile(long time) {
        return inSignalsUnit(truths.steepest(time) * timing.apart(time, truths.stampsAround(time)));
    }

    private List<Contribution> rows(long time) {
        Stream<Contribution> ofReference = Rows.times(inSignalsUnit(1), reference.contributions());
        Contribution ofTime = Contribution.normal(
                new Text("时间戳偏差期间 %s 的变化", "change of %s while the stamps may be off").with(reference.signal()),
                0,
                meanwhile(time),
                Double.POSITIVE_INFINITY);
        return Stream.of(signal.contributions().stream(), ofReference, Stream.of(ofTime))
                .flatMap(each -> each)
                .toList();
    }

    private double inSignalsUnit(double ofReference) {
        return reference.unit().convertDifference(ofReference, signal.unit());
    }
}
