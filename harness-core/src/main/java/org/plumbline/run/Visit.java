package org.plumbline.run;

/**
 * One arrival at a place during a cycle.
 *
 * @param from start of the stretch in which the attained pose is read, nanoseconds since the run's start
 * @param to end of that stretch
 */
public record Visit(String place, long from, long to) {}
