package org.plumbline.uncertainty;

import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;

/**
 * One input of a measurement: what is known about it, and how strongly the result depends on it (JCGM 100:2008, 4).
 *
 * @param name for the budget's row; unique within a budget
 * @param estimate best estimate, in the input's unit; 0 for a pure uncertainty
 * @param standardUncertainty u, in the input's unit, not negative
 * @param degreesOfFreedom of u, above 0, infinite where u is known exactly
 * @param evaluation how u was evaluated
 * @param distribution what the input is drawn from in a Monte Carlo run
 * @param sensitivity change of the result per change of the input, result's unit per input's unit
 */
public record Contribution(
        Text name,
        double estimate,
        double standardUncertainty,
        double degreesOfFreedom,
        Evaluation evaluation,
        Distribution distribution,
        double sensitivity) {

    /** Refuses what is no uncertainty. */
    public Contribution {
        if (!(standardUncertainty >= 0 && standardUncertainty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": not a standard uncertainty: " + standardUncertainty);
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException(name + ": not degrees of freedom: " + degreesOfFreedom);
        }
        if (!Double.isFinite(estimate) || !Double.isFinite(sensitivity)) {
            throw new IllegalArgumentException(name + ": not a number");
        }
    }

    /**
     * The mean of independent repeats, u = s / sqrt(n), n - 1 degrees of freedom (JCGM 100:2008, 4.2.3).
     *
     * @throws IllegalArgumentException with fewer than two
     */
    public static Contribution typeA(Text name, double... repeats) {
        Summary summary = Summary.of(repeats);
        return new Contribution(
                name,
                summary.mean(),
                summary.standardUncertainty(),
                summary.degreesOfFreedom(),
                Evaluation.A,
                Distribution.NORMAL,
                1);
    }

    /**
     * A normal input of known standard uncertainty, type B.
     *
     * @param degreesOfFreedom infinite where u is known exactly
     */
    public static Contribution normal(Text name, double estimate, double u, double degreesOfFreedom) {
        return new Contribution(name, estimate, u, degreesOfFreedom, Evaluation.B, Distribution.NORMAL, 1);
    }

    /** An input known to lie within a half-width of its estimate (JCGM 100:2008, 4.3.7 to 4.3.9), type B. */
    public static Contribution within(Text name, double estimate, double halfWidth, Distribution distribution) {
        return new Contribution(
                name,
                estimate,
                distribution.standardUncertainty(halfWidth),
                Double.POSITIVE_INFINITY,
                Evaluation.B,
                distribution,
                1);
    }

    /**
     * The resolution of an indication, u = step / sqrt(12) (JCGM 100:2008, F.2.2.1).
     *
     * @param step smallest difference that is shown
     */
    public static Contribution resolution(double step) {
        return within(new Text("分辨力", "resolution"), 0, step / 2, Distribution.UNIFORM);
    }

    /**
     * A calibration certificate's expanded uncertainty, u = U / k (JCGM 100:2008, 4.3.3).
     *
     * @param expanded U
     * @param k coverage factor that the certificate states, above 0
     */
    public static Contribution calibration(double expanded, double k) {
        return normal(new Text("校准证书", "calibration certificate"), 0, expanded / k, Double.POSITIVE_INFINITY);
    }

    /** The same under another name. */
    public Contribution named(Text other) {
        return new Contribution(
                other, estimate, standardUncertainty, degreesOfFreedom, evaluation, distribution, sensitivity);
    }

    /** The same with another sensitivity coefficient. */
    public Contribution withSensitivity(double coefficient) {
        return new Contribution(
                name, estimate, standardUncertainty, degreesOfFreedom, evaluation, distribution, coefficient);
    }

    /** The same of which only a part of u counts. */
    public Contribution inPart(double part) {
        return new Contribution(
                name, estimate, part * standardUncertainty, degreesOfFreedom, evaluation, distribution, sensitivity);
    }

    /** The same with other degrees of freedom. */
    public Contribution withDegreesOfFreedom(double nu) {
        return new Contribution(name, estimate, standardUncertainty, nu, evaluation, distribution, sensitivity);
    }

    /**
     * The same where u itself is only known to a part, nu = 1 / (2 part^2) (JCGM 100:2008, G.4.2).
     *
     * @param part relative standard uncertainty of u, e.g. 0.1 for 50 degrees of freedom
     */
    public Contribution reliableTo(double part) {
        return withDegreesOfFreedom(1 / (2 * part * part));
    }

    /** The signed contribution to the result, c u, in the result's unit. */
    public double component() {
        return sensitivity * standardUncertainty;
    }
}
