package org.plumbline.interlaboratory;

/**
 * Robust mean and standard deviation after so many iterations.
 *
 * @param iteration 0 for the values that the iteration starts with
 * @param mean x*, in the values' unit
 * @param deviation s*, in the values' unit
 */
public record RobustStep(int iteration, double mean, double deviation) {}
