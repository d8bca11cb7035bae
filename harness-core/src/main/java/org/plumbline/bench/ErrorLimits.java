package org.plumbline.bench;

import org.plumbline.uncertainty.Distribution;

/**
 * Ends between which the error of one sample is known to lie (JCGM 100:2008, 4.3.7 to 4.3.9): a data sheet's maximum
 * permissible error, or a drift since the calibration.
 *
 * @param halfWidth half the distance between the ends, above 0, in the signal's unit
 * @param distribution between them
 */
public record ErrorLimits(double halfWidth, Distribution distribution) {}
