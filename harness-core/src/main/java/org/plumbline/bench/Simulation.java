package org.plumbline.bench;

import java.util.List;

/**
 * A simulated robot that stands in for the device.
 *
 * @param robot its name
 * @param faults the seeded nonconformities that are switched on, by name; empty for a conforming robot
 */
public record Simulation(String robot, List<String> faults) {}
