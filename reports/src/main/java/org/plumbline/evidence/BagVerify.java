package org.plumbline.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.bag.BagCheck;
import org.plumbline.bag.Tree;
import org.plumbline.error.InputException;
import org.plumbline.text.Text;

/** Verifies an evidence bundle without the robot and without the bench. */
public final class BagVerify {

    private BagVerify() {}

    /**
     * Whether nothing was changed, added or taken away since it was sealed (RFC 8493, 3), and whether it holds what a bundle
     * must hold, and whether the hash chain of each capture fits it.
     *
     * @param folderOrZip the bundle's folder, or a .zip with the bundle at its root or in its top folder
     * @throws InputException where that is no bundle
     */
    public static VerifyResult verify(Path folderOrZip) {
        try (Tree tree = Tree.of(folderOrZip)) {
            List<Text> findings = new ArrayList<>(BagCheck.of(tree));
            findings.addAll(Members.check(tree));
            return new VerifyResult(tree.sizes().size(), List.copyOf(findings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
