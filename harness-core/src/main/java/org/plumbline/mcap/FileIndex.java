package org.plumbline.mcap;

/**
 * The way to a file's messages.
 *
 * @param loose messages outside chunks, by their offset in the file; known only where the file was read for it
 */
record FileIndex(McapSummary summary, Entries loose) {}
