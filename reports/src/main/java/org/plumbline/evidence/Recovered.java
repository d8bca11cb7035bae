package org.plumbline.evidence;

import org.plumbline.capture.ChainCheck;
import org.plumbline.run.Run;

/**
 * What came of a recovery.
 *
 * @param run what the capture shows, with the bundle's folder in its plan
 * @param original what the chain of the capture says that was found
 * @param messages how many messages were recovered; of a capture that needed no repair, -1
 */
public record Recovered(Run run, ChainCheck original, long messages) {}
