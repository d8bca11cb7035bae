package org.plumbline.alignment;

import org.plumbline.text.Text;

/**
 * An event by both clocks.
 *
 * @param file when by the file's clock, in nanoseconds from anywhere
 * @param run when by the run's, in nanoseconds since its start
 * @param halfWidth by how much the two may be apart because samples show it only so exactly, in seconds
 * @param words what it is, in the file and in the run
 */
public record Anchor(long file, long run, double halfWidth, Text words) {}
