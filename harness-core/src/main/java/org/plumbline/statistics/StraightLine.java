package org.plumbline.statistics;

/**
 * A straight line y = intercept + slope x by ordinary least squares (JCGM 100:2008, H.3), x known exactly. Slope in y's
 * unit per x's unit, everything else in y's unit.
 *
 * @param n how many points
 * @param meanX mean of the x values, where the line is known best
 * @param meanY mean of the y values
 * @param slope least-squares slope
 * @param intercept y at x = 0
 * @param residualStandardDeviation s of y about the line, n - 2 degrees of freedom
 * @param uSlope standard uncertainty of the slope
 * @param uIntercept standard uncertainty of the intercept
 * @param determination the share of y's variance that the line explains, R squared
 */
public record StraightLine(
        int n,
        double meanX,
        double meanY,
        double slope,
        double intercept,
        double residualStandardDeviation,
        double uSlope,
        double uIntercept,
        double determination) {

    /**
     * Through points; same length, at least three, not all x equal.
     *
     * @throws IllegalArgumentException where they are not
     */
    public static StraightLine of(double[] x, double[] y) {
        if (x.length != y.length || x.length < 3) {
            throw new IllegalArgumentException("a line needs three points: " + x.length + " x, " + y.length + " y");
        }
        Centred cx = Centred.of(x);
        Centred cy = Centred.of(y);
        if (cx.squares() == 0) {
            throw new IllegalArgumentException("all x are equal");
        }
        return of(cx, cy, cx.products(cy, 0) / cx.squares());
    }

    private static StraightLine of(Centred x, Centred y, double slope) {
        int n = x.deviations().length;
        double residual = residualSquares(x, y, slope);
        double s = Math.sqrt(residual / (n - 2));
        double uSlope = s / Math.sqrt(x.squares());
        return new StraightLine(
                n,
                x.mean(),
                y.mean(),
                slope,
                y.mean() - slope * x.mean(),
                s,
                uSlope,
                Math.hypot(s / Math.sqrt(n), uSlope * x.mean()),
                1 - residual / y.squares());
    }

    private static double residualSquares(Centred x, Centred y, double slope) {
        double[] residuals = new double[x.deviations().length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = y.deviations()[i] - slope * x.deviations()[i];
        }
        return new Centred(0, residuals).squares();
    }

    /** Degrees of freedom of every uncertainty here, n - 2. */
    public int degreesOfFreedom() {
        return n - 2;
    }

    /** The sum of the squared residuals. */
    public double residualSquares() {
        return residualStandardDeviation * residualStandardDeviation * degreesOfFreedom();
    }

    /** Correlation of intercept and slope, r (JCGM 100:2008, equation H.13e). */
    public double correlation() {
        return -meanX * uSlope / uIntercept;
    }

    /** The line's y at x. */
    public double at(double x) {
        return meanY + slope * (x - meanX);
    }

    /** Standard uncertainty of the line's y at x (JCGM 100:2008, H.3.4). */
    public double uAt(double x) {
        return Math.hypot(residualStandardDeviation / Math.sqrt(n), uSlope * (x - meanX));
    }

    /** Standard uncertainty of one further observation at x (Natrella, NBS Handbook 91, 5-4.1). */
    public double uOfNewAt(double x) {
        return Math.hypot(residualStandardDeviation, uAt(x));
    }
}
