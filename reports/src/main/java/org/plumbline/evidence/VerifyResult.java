package org.plumbline.evidence;

import java.util.List;
import org.plumbline.text.Text;

/**
 * What the verification of a bundle found.
 *
 * @param files how many files the bundle holds
 * @param findings what is wrong, one sentence each, naming the file
 */
public record VerifyResult(int files, List<Text> findings) {

    /** Whether the bundle is complete and unchanged. */
    public boolean isSound() {
        return findings.isEmpty();
    }
}
