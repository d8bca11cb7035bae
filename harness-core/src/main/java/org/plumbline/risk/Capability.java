package org.plumbline.risk;

/** How far a distribution stays from its limits (ISO 22514-2:2017, 6). */
public final class Capability {

    private Capability() {}

    /**
     * C_pk: the distance from the mean to the nearer limit over three standard deviations; negative where the mean is
     * outside. With a measured value and its u it is the measurement capability about that value (JCGM 106:2012, 7.6).
     *
     * @param mean in the limits' unit
     * @param standardDeviation in the limits' unit, above 0
     */
    public static double cpk(double mean, double standardDeviation, Limits tolerance) {
        return Math.min(tolerance.upper() - mean, mean - tolerance.lower()) / (3 * standardDeviation);
    }
}
