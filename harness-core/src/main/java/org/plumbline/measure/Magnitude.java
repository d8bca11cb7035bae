package org.plumbline.measure;

import java.util.List;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Inputs;

/**
 * The absolute value of something that can have either sign: linear, except where it is so small that its uncertainty
 * reaches beyond zero.
 */
final class Magnitude {

    /** So many standard uncertainties from zero, the other sign is out of the question. */
    private static final double FAR = 4;

    private Magnitude() {}

    /** The uncertainty of an absolute value, checked by Monte Carlo where zero is near. */
    static Uncertainty checked(double value, Uncertainty framework) {
        List<Contribution> rows = framework.contributions();
        return framework.combined() == 0 || value > FAR * framework.combined()
                ? framework
                : MonteCarloCheck.applied(
                        drawn -> Math.abs(value + Rows.off(rows, drawn, 0)),
                        new Inputs(rows, List.of()),
                        value,
                        framework,
                        false);
    }
}
