package org.plumbline.plot;

/**
 * A line across a panel: a limit, or a set point.
 *
 * @param at on the panel's axis
 * @param limit false for a set point
 */
record Mark(double at, String label, boolean limit) {}
