package org.plumbline.run;

/**
 * One arrival at a place during a cycle.
 *
 * @param sent when the command was sent that led there, nanoseconds since the run's start
 * @param from start of the stretch in which the attained pose is read
 * @param to end of that stretch
 */
public record Visit(String place, long sent, long from, long to) {}
