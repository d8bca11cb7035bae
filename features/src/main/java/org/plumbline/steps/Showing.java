package org.plumbline.steps;

import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.plumbline.channel.Value;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.steps.ParameterTypes.Comparison;
import org.plumbline.timeline.Observation.Sample;

/**
 * What a sample shows of what a signal is to become.
 *
 * @param goal in words
 * @param possibly whether it may be, within the signal's expanded uncertainty
 * @param indicated whether it is, as indicated
 * @param surely whether it is by more than U
 * @param expanded U, in the signal's unit; 0 for what is no measured quantity, and where none is declared
 */
record Showing(
        String goal,
        Predicate<Sample> possibly,
        Predicate<Sample> indicated,
        Predicate<Sample> surely,
        Quantity expanded) {

    /** A value: it is what was sent. */
    static Showing value(String value, Predicate<Sample> is) {
        return new Showing("\"" + value + "\"", is, is, is, new Quantity(0, Unit.ONE));
    }

    /**
     * A number beyond a threshold.
     *
     * @param of the signal's unit and uncertainty
     */
    static Showing beyond(Comparison comparison, Quantity threshold, Trace of) {
        double bound = threshold.in(of.unit());
        double inwards = comparison == Comparison.BELOW ? -of.expanded() : of.expanded();
        return new Showing(
                (comparison == Comparison.BELOW ? "< " : "> ") + threshold,
                number(value -> comparison.holds(value, bound - inwards)),
                number(value -> comparison.holds(value, bound)),
                number(value -> comparison.holds(value, bound + inwards)),
                new Quantity(of.expanded(), of.unit()));
    }

    private static Predicate<Sample> number(DoublePredicate holds) {
        return sample -> sample.value() instanceof Value.Numeric number && holds.test(number.value());
    }
}
