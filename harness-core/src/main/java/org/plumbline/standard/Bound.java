package org.plumbline.standard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.UnfitException;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/**
 * One end of a tolerance interval: a sum of constants and of declared values, each with a factor.
 *
 * @param text as it is written in the catalogue, for reports
 * @param terms at least one
 */
public record Bound(String text, List<Term> terms) {

    /**
     * One summand.
     *
     * @param ixit the declared value that it refers to; null for a constant
     * @param constant the constant; null for a declared value
     */
    public record Term(
            double factor, @Nullable String ixit, @Nullable Quantity constant) {}

    /** A plain number in the limit's unit. */
    public static Bound of(double value, Unit unit) {
        return new Bound(Quantity.plain(value), List.of(new Term(1, null, new Quantity(value, unit))));
    }

    /**
     * The number for one device.
     *
     * @param ixit what the manufacturer declares
     * @return in {@code unit}
     * @throws UnfitException where a value is not declared or measures something else
     */
    public double resolve(Map<String, Quantity> ixit, Unit unit) {
        double sum = 0;
        for (Term term : terms) {
            Quantity quantity = term.constant() != null ? term.constant() : ixit.get(term.ixit());
            if (quantity == null) {
                throw new UnfitException(new Text("设备未声明 ixit(%s)", "ixit(%s) is not declared").with(term.ixit()));
            }
            sum += term.factor() * quantity.in(unit);
        }
        return sum;
    }
}
