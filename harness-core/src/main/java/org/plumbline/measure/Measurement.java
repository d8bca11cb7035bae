package org.plumbline.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/**
 * A measurement result (JCGM 100:2008, 7.2): value, expanded uncertainty, coverage factor, and where it came from.
 *
 * @param quantity what was measured, in words
 * @param value in {@code unit}
 * @param atLeast whether the true value is only known to be no less than {@code value}: what was waited for never came
 * @param uncertainty how well the value is known, in {@code unit}, with its budget
 * @param from start of the stretch that was used, nanoseconds since the run's start
 * @param to end of that stretch
 * @param samples how many samples entered
 * @param signals the signals that entered
 * @param undeclared those of them whose values entered and of which no uncertainty is declared: {@code uncertainty} is then only
 *     what is known of it
 * @param remark why the value is only a lower bound, where that has to be said; null where not
 * @param doubt why the recording of the stretch is not whole enough to prove anything; null where it is
 */
public record Measurement(
        Text quantity,
        double value,
        Unit unit,
        boolean atLeast,
        Uncertainty uncertainty,
        long from,
        long to,
        int samples,
        List<String> signals,
        List<String> undeclared,
        @Nullable Text remark,
        @Nullable Text doubt) {

    /** With lists of its own. */
    public Measurement {
        signals = List.copyOf(signals);
        undeclared = List.copyOf(undeclared);
    }

    /** Of whose signals, as far as their values enter, an uncertainty is declared: a count, a time between stamps. */
    public Measurement(
            Text quantity,
            double value,
            Unit unit,
            boolean atLeast,
            Uncertainty uncertainty,
            long from,
            long to,
            int samples,
            List<String> signals,
            @Nullable Text doubt) {
        this(quantity, value, unit, atLeast, uncertainty, from, to, samples, signals, List.of(), null, doubt);
    }

    /**
     * Whether it is known how well the value is known. Where it came from values of which nothing is declared, silence is no
     * perfection, whatever else is in the budget (ISO/IEC 17025:2017, 7.6.1).
     */
    public boolean isUncertaintyKnown() {
        return undeclared.isEmpty();
    }

    /** U in {@code unit}, 0 for counts, and where it is not known. */
    public double expandedUncertainty() {
        return isUncertaintyKnown() ? uncertainty.expanded() : 0;
    }

    /** k. */
    public double coverageFactor() {
        return uncertainty.coverageFactor();
    }

    /** The effective degrees of freedom that k was taken for: whole, or infinite. */
    public double degreesOfFreedom() {
        return uncertainty.degreesOfFreedom();
    }

    /** The same result with U for another coverage, e.g. 0.95. */
    public Measurement covering(double coverage) {
        return new Measurement(
                quantity,
                value,
                unit,
                atLeast,
                uncertainty.covering(coverage),
                from,
                to,
                samples,
                signals,
                undeclared,
                remark,
                doubt);
    }

    /** The same result, doubted for that reason; null for none. */
    public Measurement doubted(@Nullable Text why) {
        return new Measurement(
                quantity, value, unit, atLeast, uncertainty, from, to, samples, signals, undeclared, remark, why);
    }

    /** The same result, with why it is only a lower bound. */
    public Measurement remarked(Text why) {
        return new Measurement(
                quantity, value, unit, atLeast, uncertainty, from, to, samples, signals, undeclared, why, doubt);
    }

    /** The same result as only a lower bound, for that reason. */
    public Measurement asLeast(Text why) {
        return asLeast(value, why);
    }

    /** The same result of which no more than a lower bound is known, in {@code unit}, for that reason. */
    public Measurement asLeast(double bound, Text why) {
        return new Measurement(
                quantity, bound, unit, true, uncertainty, from, to, samples, signals, undeclared, why, doubt);
    }

    /** The same result of a stretch that began earlier, in nanoseconds since the run's start. */
    public Measurement since(long earlier) {
        return new Measurement(
                quantity, value, unit, atLeast, uncertainty, earlier, to, samples, signals, undeclared, remark, doubt);
    }

    /** The same result under the names of those signals, each once. */
    Measurement withSignals(List<String> names) {
        return new Measurement(
                quantity, value, unit, atLeast, uncertainty, from, to, samples, names, undeclared, remark, doubt);
    }

    /** The same result, made of the values of those traces: nothing may be declared of some of them. */
    public Measurement ofValues(List<Trace> traces) {
        return withUndeclared(traces.stream()
                .filter(trace -> !trace.isDeclared())
                .map(Trace::signal)
                .distinct()
                .toList());
    }

    /** The same result, of whose signals nothing is declared of those. */
    public Measurement withUndeclared(List<String> names) {
        return new Measurement(
                quantity, value, unit, atLeast, uncertainty, from, to, samples, signals, names, remark, doubt);
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
                        uncertainty.times(unit.convertDifference(1, other)),
                        from,
                        to,
                        samples,
                        signals,
                        undeclared,
                        remark,
                        doubt);
    }

    /**
     * {@code 0.041 m ± 0.020 m (k = 2)}, the value rounded to the uncertainty's second digit; with the degrees of freedom
     * where they are limited, and with the coverage where it is not the usual one: {@code (k = 2.05, ν = 29, p = 95 %)}. A
     * coverage interval that is not symmetric has both ends: {@code 0.041 m +0.020/−0.008 m}, where one is much nearer with its own
     * digits: {@code 0.990 s +1.9/−0.012 s}.
     */
    @Override
    public String toString() {
        return beside();
    }

    /**
     * The same with as many digits more of the value as show on which side of some numbers it is.
     *
     * @param numbers in {@code unit}
     */
    public String beside(double... numbers) {
        double expanded = expandedUncertainty();
        String suffix = unit.equals(Unit.ONE) ? "" : " " + unit;
        return (atLeast ? "> " : "")
                + Rounding.beside(
                        value,
                        expanded == 0 ? 0 : Math.min(digits(uncertainty.below()), digits(uncertainty.above())),
                        numbers)
                + suffix
                + (expanded == 0 ? "" : reach() + suffix + " (" + Rounding.coverage(uncertainty) + ")");
    }

    private String reach() {
        double below = uncertainty.below();
        double above = uncertainty.above();
        return below == above
                ? " ± " + Rounding.uncertainty(above)
                : " +" + Rounding.of(above, digits(above)) + "/−" + Rounding.of(below, digits(below));
    }

    /** What the digits of an end go by: U, unless that would leave none of them. */
    private double digits(double end) {
        double expanded = uncertainty.expanded();
        return end == 0 || end > expanded / 10 ? expanded : end;
    }
}
