package org.plumbline.interlaboratory;

import org.plumbline.error.UnfitException;
import org.plumbline.text.Text;

/**
 * One laboratory's result against the assigned value (ISO 13528:2022, 9; formulas checked against IUPAC, Pure and Applied
 * Chemistry 93, 2021, p. 1031, numbers of sub-clauses not). All arguments in the result's unit; those that are no numbers, and
 * a divisor that is not above 0 or is made of a negative uncertainty, are refused with {@link IllegalArgumentException}.
 *
 * @param value of the score, without unit
 * @param performance what it says
 */
public record Score(double value, Performance performance) {

    /** What needs finite numbers. */
    static final Text FINITE = new Text("评分", "a score");

    private static final double WARNING = 2;
    private static final double ACTION = 3;

    /**
     * z = (x - X) / sigma (ISO 13528:2022, 9.4).
     *
     * @param sigma standard deviation for proficiency assessment, above 0
     */
    public static Score z(double x, double assigned, double sigma) {
        return ofThree(quotient(x, assigned, sigma, 0));
    }

    /**
     * z' = (x - X) / sqrt(sigma^2 + u(X)^2), where u(X) is not negligible (ISO 13528:2022, 9.5).
     *
     * @param uAssigned standard uncertainty of the assigned value
     */
    public static Score zPrime(double x, double assigned, double sigma, double uAssigned) {
        return ofThree(quotient(x, assigned, sigma, uAssigned));
    }

    /**
     * zeta = (x - X) / sqrt(u(x)^2 + u(X)^2), with standard uncertainties (ISO 13528:2022, 9.6).
     *
     * @param u standard uncertainty of the laboratory's result
     * @param uAssigned standard uncertainty of the assigned value
     */
    public static Score zeta(double x, double assigned, double u, double uAssigned) {
        return ofThree(quotient(x, assigned, u, uAssigned));
    }

    /**
     * E_n = (x - X) / sqrt(U(x)^2 + U(X)^2), with expanded uncertainties, k = 2 (ISO 13528:2022, 9.7). Satisfactory up to
     * 1, else unsatisfactory.
     *
     * @param expanded U of the laboratory's result
     * @param expandedAssigned U of the assigned value
     */
    public static Score en(double x, double assigned, double expanded, double expandedAssigned) {
        double score = quotient(x, assigned, expanded, expandedAssigned);
        return new Score(score, Math.abs(score) <= 1 ? Performance.SATISFACTORY : Performance.UNSATISFACTORY);
    }

    private static double quotient(double x, double assigned, double own, double other) {
        Finite.require(FINITE, x, assigned, own, other);
        if (own < 0 || other < 0 || own + other == 0) {
            throw new UnfitException(
                    new Text("不确定度为 %s 和 %s 时不能评分", "no score for uncertainties of %s and %s").with(own, other));
        }
        return (x - assigned) / Math.hypot(own, other);
    }

    private static Score ofThree(double score) {
        double size = Math.abs(score);
        if (size <= WARNING) {
            return new Score(score, Performance.SATISFACTORY);
        }
        return new Score(score, size < ACTION ? Performance.QUESTIONABLE : Performance.UNSATISFACTORY);
    }
}
