package org.plumbline.interlaboratory;

import org.plumbline.error.UnfitException;
import org.plumbline.text.Text;

/**
 * E_z scores: the result against both ends of the assigned value's interval, in the laboratory's expanded uncertainty
 * (ISO 13528:2005 as NIST Dataplot has it under EZMINUS SCORE and EZPLUS SCORE, a secondary source).
 *
 * @param minus (x - (X - U(X))) / U(x)
 * @param plus (x - (X + U(X))) / U(x)
 */
public record EzScore(double minus, double plus) {

    /**
     * Of one result, all arguments in its unit.
     *
     * @param expanded U of the laboratory's result, above 0
     * @param expandedAssigned U of the assigned value, not negative
     * @throws IllegalArgumentException for other uncertainties, and for what is no number
     */
    public static EzScore of(double x, double assigned, double expanded, double expandedAssigned) {
        Finite.require(Score.FINITE, x, assigned, expanded, expandedAssigned);
        if (expanded <= 0 || expandedAssigned < 0) {
            throw new UnfitException(new Text("不确定度为 %s 和 %s 时不能评分", "no score for uncertainties of %s and %s")
                    .with(expanded, expandedAssigned));
        }
        return new EzScore(
                (x - (assigned - expandedAssigned)) / expanded, (x - (assigned + expandedAssigned)) / expanded);
    }

    /** Satisfactory with both between -1 and 1, questionable with one, unsatisfactory with none. */
    public Performance performance() {
        int within = (Math.abs(minus) <= 1 ? 1 : 0) + (Math.abs(plus) <= 1 ? 1 : 0);
        return switch (within) {
            case 2 -> Performance.SATISFACTORY;
            case 1 -> Performance.QUESTIONABLE;
            default -> Performance.UNSATISFACTORY;
        };
    }
}
