package org.plumbline.timeline;

/**
 * The frames of one channel in a stretch.
 *
 * @param all that came, and those that are known to be missing: by the number of the one after them, or as the answer to a
 *     question; not what a broker had kept from before, nor what it says itself
 * @param faulty of these, with those that are missing; each once, whatever is wrong with it
 */
public record FrameCount(int all, int faulty) {}
