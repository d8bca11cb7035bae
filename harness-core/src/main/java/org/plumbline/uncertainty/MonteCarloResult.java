package org.plumbline.uncertainty;

import org.plumbline.statistics.Interval;

/**
 * What a Monte Carlo run gave (JCGM 101:2008, 7.6 and 7.7), in the result's unit.
 *
 * @param trials how many draws
 * @param stable whether the adaptive procedure came to rest; true for a fixed number of trials
 * @param estimate mean of the drawn results
 * @param standardUncertainty their standard deviation
 * @param symmetric the probabilistically symmetric coverage interval
 * @param shortest the shortest coverage interval
 * @param coverage probability that both cover
 */
public record MonteCarloResult(
        int trials,
        boolean stable,
        double estimate,
        double standardUncertainty,
        Interval symmetric,
        Interval shortest,
        double coverage) {

    /**
     * Compares the interval y ± U of the GUM framework with the symmetric one (JCGM 101:2008, 8.1).
     *
     * @param y estimate of the GUM framework
     * @param expanded its U for the same coverage
     * @param u its u, whose significant digits the tolerance is taken from
     * @param digits how many digits of u are meaningful, 1 or 2
     */
    public Validation validate(double y, double expanded, double u, int digits) {
        return new Validation(
                Math.abs(y - expanded - symmetric.lower()),
                Math.abs(y + expanded - symmetric.upper()),
                NumericalTolerance.of(u, digits));
    }
}
