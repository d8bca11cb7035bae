package org.plumbline.uncertainty;

/** The Stefan-Boltzmann constant from CODATA 2010 values, as in the manual of NIST's uncertainty machine. SI units. */
final class PublishedConstants {

    private static final double LIGHT = 299792458;
    private static final double MOLAR_MASS = 1e-3;

    private PublishedConstants() {}

    static Inputs codata2010() {
        double exact = Double.POSITIVE_INFINITY;
        return Inputs.of(
                PublishedBudgets.input("h", 6.62606957e-34, 0.00000029e-34, exact),
                PublishedBudgets.input("R", 8.3144621, 0.0000075, exact),
                PublishedBudgets.input("Rinf", 10973731.568539, 0.000055, exact),
                PublishedBudgets.input("Ar", 5.4857990946e-4, 0.0000000022e-4, exact),
                PublishedBudgets.input("alpha", 7.2973525698e-3, 0.0000000024e-3, exact));
    }

    static double stefanBoltzmann(double[] x) {
        double above = 32 * Math.pow(Math.PI, 5) * x[0] * Math.pow(x[1], 4) * Math.pow(x[2], 4);
        double below = 15 * Math.pow(x[3], 4) * Math.pow(MOLAR_MASS, 4) * Math.pow(LIGHT, 6) * Math.pow(x[4], 8);
        return above / below;
    }
}
