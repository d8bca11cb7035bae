package org.plumbline.plot;

/**
 * One signal over time.
 *
 * @param x seconds since the run's start, in order; not copied
 * @param y in the panel's unit, or the index of a level; not copied
 * @param held whether a value holds until the next one, as that of a state does
 */
record Curve(String name, double[] x, double[] y, boolean held) {}
