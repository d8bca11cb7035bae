package org.plumbline.standard;

import org.plumbline.risk.Prior;

/**
 * What is known of devices of this kind before one is measured: their true values are normally distributed (JCGM 106:2012,
 * 6.2).
 *
 * @param mean in the limit's unit
 * @param standardDeviation in the limit's unit, above 0
 */
public record LimitPrior(double mean, double standardDeviation) {

    /** As risks are computed from it. */
    public Prior distribution() {
        return Prior.normal(mean, standardDeviation);
    }
}
