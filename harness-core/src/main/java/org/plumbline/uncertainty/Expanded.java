package org.plumbline.uncertainty;

/**
 * An expanded uncertainty with all that must be stated with it (JCGM 100:2008, 7.2.3).
 *
 * @param uncertainty U = k u_c, in the result's unit
 * @param coverageFactor k
 * @param degreesOfFreedom that k was taken for, whole or infinite
 * @param coverage probability that the interval of half-width U covers
 */
public record Expanded(double uncertainty, double coverageFactor, double degreesOfFreedom, double coverage) {}
