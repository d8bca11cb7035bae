package org.plumbline.uncertainty;

import com.fasterxml.jackson.databind.JsonNode;
import org.plumbline.statistics.Reference;
import org.plumbline.text.Text;

/** The published examples, as inputs and models. */
final class PublishedBudgets {

    private PublishedBudgets() {}

    static JsonNode at(String path) {
        return Reference.json(PublishedBudgets.class, "gum_and_budget.json").at(path);
    }

    static Contribution input(String name, double x, double u, double nu) {
        return Contribution.normal(Text.same(name), x, u, nu);
    }

    static Contribution within(String name, double x, double halfWidth, Distribution distribution, double nu) {
        return Contribution.within(Text.same(name), x, halfWidth, distribution).withDegreesOfFreedom(nu);
    }

    /** JCGM 100:2008, H.1: lengths in nm, temperatures in degrees Celsius. */
    static Inputs endGauge() {
        double exact = Double.POSITIVE_INFINITY;
        return Inputs.of(
                input("l_s", 50000623, 25, 18),
                input("d0", 215, 5.8, 24),
                input("d1", 0, 3.9, 5),
                input("d2", 0, 6.7, 8),
                within("alpha_s", 1.15e-05, 2e-6, Distribution.UNIFORM, exact),
                within("d_alpha", 0, 1e-6, Distribution.UNIFORM, 50),
                within("d_theta", 0, 0.05, Distribution.UNIFORM, 2),
                input("theta_bar", -0.1, 0.2, exact),
                within("Delta", 0, 0.5, Distribution.ARCSINE, exact));
    }

    static double endGauge(double[] x) {
        return x[0] + x[1] + x[2] + x[3] - x[0] * (x[5] * (x[7] + x[8]) + x[4] * x[6]);
    }

    static final Text V = Text.same("V");
    static final Text I = Text.same("I");
    static final Text PHI = Text.same("phi");

    /** JCGM 100:2008, H.2: volts, amperes, radians. */
    static Inputs resistance() {
        double[] v = Reference.numbers(at("/GUM_H2_correlated/data/V_volt"));
        double[] i = Reference.numbers(at("/GUM_H2_correlated/data/I_mA"));
        for (int k = 0; k < i.length; k++) {
            i[k] /= 1000;
        }
        double[] phi = Reference.numbers(at("/GUM_H2_correlated/data/phi_rad"));
        return Inputs.of(Contribution.typeA(V, v), Contribution.typeA(I, i), Contribution.typeA(PHI, phi))
                .with(
                        Correlation.ofRepeats(V, v, I, i),
                        Correlation.ofRepeats(V, v, PHI, phi),
                        Correlation.ofRepeats(I, i, PHI, phi));
    }

    static double resistance(double[] x) {
        return x[0] / x[1] * Math.cos(x[2]);
    }

    static double reactance(double[] x) {
        return x[0] / x[1] * Math.sin(x[2]);
    }

    static double impedance(double[] x) {
        return x[0] / x[1];
    }
}
