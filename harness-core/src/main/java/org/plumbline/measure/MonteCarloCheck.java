package org.plumbline.measure;

import org.plumbline.text.Text;
import org.plumbline.uncertainty.Inputs;
import org.plumbline.uncertainty.Model;
import org.plumbline.uncertainty.MonteCarlo;
import org.plumbline.uncertainty.MonteCarloResult;
import org.plumbline.uncertainty.Validation;

/**
 * How the GUM framework's U of a model that is not linear compares with Monte Carlo (JCGM 101:2008, 8), in the value's unit.
 *
 * @param trials how many draws
 * @param framework U of the GUM framework
 * @param below from the value down to the lower end of Monte Carlo's symmetric interval; negative where that is above it
 * @param above from the value up to its upper end
 * @param tolerance delta: half a unit of the one digit of u that counts
 * @param skewed whether each end of the interval counts for its own side. Not so for absolute values and distances: noise makes
 *     them larger, and what was measured is too large itself
 */
public record MonteCarloCheck(
        int trials, double framework, double below, double above, double tolerance, boolean skewed) {

    /** Ten thousand draws beyond each end and more (JCGM 101:2008, 7.2.2), for coverages up to 95.45 %. */
    private static final int TRIALS = 220_000;

    /** The same draws each time, so that a replay gives the same. */
    private static final long SEED = 0x6A5D_39EA_E126_79D4L;

    private static final int DIGITS = 1;

    /** So many digits of the ends are kept: more are chance, and the last of a double may differ between processors. */
    private static final int KEPT = 4;

    /**
     * The framework's uncertainty, checked; where it does not hold, U reaches to the end of Monte Carlo's interval that is
     * farther from the value (JCGM 101:2008, 8.1.3).
     *
     * @param value of the model at the inputs' estimates
     * @param framework of that value
     * @param skewed whether each end of the interval counts for its own side
     */
    static Uncertainty applied(Model model, Inputs inputs, double value, Uncertainty framework, boolean skewed) {
        MonteCarloResult drawn = drawn(model, inputs, framework.coverage());
        Validation validation = drawn.validate(value, framework.expanded(), framework.combined(), DIGITS);
        return framework.checked(new MonteCarloCheck(
                drawn.trials(),
                framework.expanded(),
                Rounding.digits(value - drawn.symmetric().lower(), KEPT),
                Rounding.digits(drawn.symmetric().upper() - value, KEPT),
                validation.tolerance(),
                skewed));
    }

    static MonteCarloResult drawn(Model model, Inputs inputs, double coverage) {
        int trials = Math.max(TRIALS, (int) Math.ceil(10_000 / (1 - coverage)));
        return new MonteCarlo(model, inputs, coverage, SEED).fixed(trials);
    }

    /** Whether the framework holds: neither end is off by more than the tolerance (JCGM 101:2008, 8.1.2). */
    public boolean holds() {
        return Math.abs(framework - below) <= tolerance && Math.abs(framework - above) <= tolerance;
    }

    /** U: the framework's where that holds, else to the farther end of Monte Carlo's interval. */
    double expanded() {
        return holds() ? framework : Math.max(below, above);
    }

    /** Of the value with the other sign. */
    MonteCarloCheck mirrored() {
        return new MonteCarloCheck(trials, framework, above, below, tolerance, skewed);
    }

    MonteCarloCheck times(double factor) {
        return new MonteCarloCheck(
                trials, framework * factor, below * factor, above * factor, tolerance * factor, skewed);
    }

    /** In one sentence. */
    public Text words() {
        Text compared = new Text(
                        "蒙特卡洛法核对（JCGM 101:2008 第 8 章，%d 次）：区间 −%s … +%s，GUM 法 U = %s，容差 %s",
                        "checked by Monte Carlo (JCGM 101:2008, 8; %d draws): interval −%s … +%s, U of the GUM framework %s, tolerance %s")
                .with(
                        trials,
                        Rounding.of(below, 0),
                        Rounding.of(above, 0),
                        Rounding.of(framework, 0),
                        Rounding.of(tolerance, 0));
        return compared.and(
                holds()
                        ? new Text("；一致", "; they agree")
                        : skewed
                                ? new Text(
                                        "；不一致，判定取蒙特卡洛区间的两端", "; they do not agree, so Monte Carlo's interval decides")
                                : new Text(
                                        "；不一致，U 取蒙特卡洛区间较远的一端",
                                        "; they do not agree, so U reaches to the farther end of Monte Carlo's interval"));
    }
}
