package org.plumbline.capture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;

/**
 * What the chain of a capture says.
 *
 * @param links how many sections the chain has
 * @param whole bytes from the start of the capture that are proven unchanged
 * @param rest bytes of the capture after the last section
 * @param digest of the last link, hexadecimal; empty without links
 * @param ended whether the recording was ended properly: the chain says so, and the capture ends like one
 * @param findings what was changed, cut off, missing or damaged, one sentence each
 * @param open the sentence about a chain without an end; null where it has one
 */
public record ChainCheck(
        long links,
        long whole,
        long rest,
        String digest,
        boolean ended,
        List<Text> findings,
        @Nullable Text open) {

    /** The findings, and the chain's missing end among them. */
    public List<Text> allFindings() {
        List<Text> all = new ArrayList<>(findings);
        if (open != null) {
            all.add(open);
        }
        return List.copyOf(all);
    }
}
