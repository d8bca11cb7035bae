package org.plumbline.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/**
 * A measurement result (JCGM 100:2008, 7.2): value, expanded uncertainty, coverage factor, and where it came from.
 *
 * @param quantity what was measured, in words
 * @param value in {@code unit}
 * @param atLeast whether the true value is only known to be no less than {@code value}: what was waited for never came
 * @param expandedUncertainty U in {@code unit}, 0 for counts
 * @param coverageFactor k
 * @param from start of the stretch that was used, nanoseconds since the run's start
 * @param to end of that stretch
 * @param samples how many samples entered
 * @param signals the signals that entered
 * @param doubt why the recording of the stretch is not whole enough to prove anything; null where it is
 */
public record Measurement(
        Text quantity,
        double value,
        Unit unit,
        boolean atLeast,
        double expandedUncertainty,
        double coverageFactor,
        long from,
        long to,
        int samples,
        List<String> signals,
        @Nullable Text doubt) {

    /** Refuses an uncertainty that is negative, infinite or not a number. */
    public Measurement {
        if (!(expandedUncertainty >= 0 && expandedUncertainty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not an expanded uncertainty: " + expandedUncertainty);
        }
        signals = List.copyOf(signals);
    }

    /** A result that nothing is known against. */
    public Measurement(
            Text quantity,
            double value,
            Unit unit,
            boolean atLeast,
            double expandedUncertainty,
            double coverageFactor,
            long from,
            long to,
            int samples,
            List<String> signals) {
        this(quantity, value, unit, atLeast, expandedUncertainty, coverageFactor, from, to, samples, signals, null);
    }

    /** The same result, doubted for that reason; null for none. */
    public Measurement doubted(@Nullable Text why) {
        return new Measurement(
                quantity, value, unit, atLeast, expandedUncertainty, coverageFactor, from, to, samples, signals, why);
    }

    /** The same result in another unit. */
    public Measurement in(Unit other) {
        return other.equals(unit)
                ? this
                : new Measurement(
                        quantity,
                        unit.convert(value, other),
                        other,
                        atLeast,
                        unit.convertDifference(expandedUncertainty, other),
                        coverageFactor,
                        from,
                        to,
                        samples,
                        signals,
                        doubt);
    }

    /** {@code 0.041 m ± 0.020 m (k = 2)}, the value rounded to the uncertainty's second digit. */
    @Override
    public String toString() {
        return (atLeast ? "> " : "")
                + Rounding.of(value, expandedUncertainty)
                + (unit.equals(Unit.ONE) ? "" : " " + unit)
                + (expandedUncertainty == 0
                        ? ""
                        : " ± " + Rounding.uncertainty(expandedUncertainty) + " " + unit + " (k = "
                                + Quantity.plain(coverageFactor) + ")");
    }
}
