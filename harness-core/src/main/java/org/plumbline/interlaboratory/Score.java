package org.plumbline.interlaboratory;

/**
 * One laboratory's result against the assigned value (ISO 13528:2022, 9). All arguments in the result's unit.
 *
 * @param value of the score, without unit
 * @param performance what it says
 */
public record Score(double value, Performance performance) {

    private static final double WARNING = 2;
    private static final double ACTION = 3;

    /**
     * z = (x - X) / sigma (ISO 13528:2022, 9.4).
     *
     * @param sigma standard deviation for proficiency assessment, above 0
     */
    public static Score z(double x, double assigned, double sigma) {
        return ofThree((x - assigned) / sigma);
    }

    /**
     * z' = (x - X) / sqrt(sigma^2 + u(X)^2), where u(X) is not negligible (ISO 13528:2022, 9.5).
     *
     * @param uAssigned standard uncertainty of the assigned value
     */
    public static Score zPrime(double x, double assigned, double sigma, double uAssigned) {
        return ofThree((x - assigned) / Math.hypot(sigma, uAssigned));
    }

    /**
     * zeta = (x - X) / sqrt(u(x)^2 + u(X)^2), with standard uncertainties (ISO 13528:2022, 9.6).
     *
     * @param u standard uncertainty of the laboratory's result
     * @param uAssigned standard uncertainty of the assigned value
     */
    public static Score zeta(double x, double assigned, double u, double uAssigned) {
        return ofThree((x - assigned) / Math.hypot(u, uAssigned));
    }

    /**
     * E_n = (x - X) / sqrt(U(x)^2 + U(X)^2), with expanded uncertainties, k = 2 (ISO 13528:2022, 9.7). Satisfactory up to
     * 1, else unsatisfactory.
     *
     * @param expanded U of the laboratory's result
     * @param expandedAssigned U of the assigned value
     */
    public static Score en(double x, double assigned, double expanded, double expandedAssigned) {
        double score = (x - assigned) / Math.hypot(expanded, expandedAssigned);
        return new Score(score, Math.abs(score) <= 1 ? Performance.SATISFACTORY : Performance.UNSATISFACTORY);
    }

    private static Score ofThree(double score) {
        double size = Math.abs(score);
        if (size <= WARNING) {
            return new Score(score, Performance.SATISFACTORY);
        }
        return new Score(score, size < ACTION ? Performance.QUESTIONABLE : Performance.UNSATISFACTORY);
    }
}
