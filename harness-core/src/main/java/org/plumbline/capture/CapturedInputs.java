package org.plumbline.capture;

import java.util.Map;

/**
 * The files as they were run, as far as a capture holds them.
 *
 * @param files their bytes, by name; empty where no run of ours made it
 * @param whole whether none was cut off: an observation follows them
 */
public record CapturedInputs(Map<String, byte[]> files, boolean whole) {}
