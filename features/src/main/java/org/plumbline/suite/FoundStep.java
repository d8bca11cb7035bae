package org.plumbline.suite;

import java.util.List;

/**
 * A step of a scenario and the step of the vocabulary that it is.
 *
 * @param arguments as they stand in the text, quotes taken off
 */
record FoundStep(StepTemplate template, List<String> arguments) {}
