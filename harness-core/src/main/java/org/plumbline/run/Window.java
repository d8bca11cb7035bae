package org.plumbline.run;

/**
 * A stretch of the timeline, both ends included.
 *
 * @param from nanoseconds since the run's start
 * @param to nanoseconds since the run's start
 * @param shared whether it had been recorded before the scenario asked for it
 */
public record Window(long from, long to, boolean shared) {}
