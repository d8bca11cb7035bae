package org.plumbline.evidence;

import java.util.List;
import org.plumbline.capture.ChainCheck;
import org.plumbline.run.Run;
import org.plumbline.text.Text;

/**
 * What came of a recovery.
 *
 * @param run what the capture shows, with the bundle's folder in its plan
 * @param original what the chain of the capture says that was found
 * @param inputs how the files in {@code data/inputs} differed from those in the capture, which were put in their place
 * @param messages how many messages were recovered; of a capture that needed no repair, -1
 */
public record Recovered(Run run, ChainCheck original, List<Text> inputs, long messages) {

    /** Whether what was found is what was recorded, as far as it goes. */
    public boolean asRecorded() {
        return original.findings().isEmpty() && inputs.isEmpty();
    }
}
