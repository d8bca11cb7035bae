package org.plumbline.uncertainty;

/**
 * A result with its budget, propagated through a model (JCGM 100:2008, 5.1).
 *
 * @param estimate the model's value at the inputs' estimates (JCGM 100:2008, 4.1.4)
 * @param budget the contributions with their sensitivity coefficients
 */
public record Propagation(double estimate, Budget budget) {

    /**
     * Sensitivities by central differences over one standard uncertainty either way (JCGM 100:2008, 5.1.3 note 2): what
     * the result would really do, where the model bends within u.
     */
    public static Propagation overUncertainty(Model model, Inputs inputs) {
        Derivatives derivatives = new Derivatives(model, inputs);
        double[] coefficients = new double[derivatives.size()];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = derivatives.overUncertainty(i);
        }
        return of(derivatives, inputs, coefficients);
    }

    /** Sensitivities as partial derivatives at the estimates (JCGM 100:2008, 5.1.3), numerically. */
    public static Propagation byDerivatives(Model model, Inputs inputs) {
        Derivatives derivatives = new Derivatives(model, inputs);
        double[] coefficients = new double[derivatives.size()];
        for (int i = 0; i < coefficients.length; i++) {
            double u = inputs.contributions().get(i).standardUncertainty();
            coefficients[i] = u == 0 ? 0 : derivatives.limit(i) / u;
        }
        return of(derivatives, inputs, coefficients);
    }

    /** Sensitivities as the contributions give them. */
    public static Propagation asGiven(Model model, Inputs inputs) {
        return new Propagation(new Derivatives(model, inputs).value(), new Budget(inputs));
    }

    private static Propagation of(Derivatives derivatives, Inputs inputs, double[] coefficients) {
        return new Propagation(derivatives.value(), new Budget(inputs.withSensitivities(coefficients)));
    }

    /**
     * u_c with the terms of the next higher order (JCGM 100:2008, 5.1.2 note; H.1.7), for independent inputs with
     * symmetric distributions.
     *
     * @throws IllegalArgumentException where inputs are correlated, or the terms leave no variance
     */
    public static double combinedToSecondOrder(Model model, Inputs inputs) {
        if (inputs.correlated()) {
            throw new IllegalArgumentException("terms of second order are for independent inputs");
        }
        Derivatives derivatives = new Derivatives(model, inputs);
        double variance = 0;
        for (int i = 0; i < derivatives.size(); i++) {
            double linear = derivatives.limit(i);
            variance += linear * linear;
            for (int j = 0; j < derivatives.size(); j++) {
                double second = derivatives.second(i, j);
                variance += second * second / 2 + linear * derivatives.third(i, j);
            }
        }
        if (variance < 0) {
            throw new IllegalArgumentException("the model bends too much for terms of second order");
        }
        return Math.sqrt(variance);
    }
}
