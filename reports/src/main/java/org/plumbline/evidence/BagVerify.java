package org.plumbline.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.bag.BagCheck;
import org.plumbline.bag.Tree;
import org.plumbline.capture.CaptureChain;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Verifies an evidence bundle without the robot and without the bench. */
public final class BagVerify {

    private BagVerify() {}

    /**
     * Whether nothing was changed, added or taken away since it was sealed (RFC 8493, 3), and whether it holds what a bundle
     * must hold, whether the hash chain of each capture fits it, and whether its inputs are those that the capture carries.
     *
     * @param folderOrZip the bundle's folder, or a .zip with the bundle at its root or in its top folder
     * @throws InputException where that is no bundle; of the folder of a run that is not sealed, with what the hash chain of
     *     its capture says
     */
    public static VerifyResult verify(Path folderOrZip) {
        try (Tree tree = Tree.of(folderOrZip)) {
            List<Text> findings = new ArrayList<>(BagCheck.of(tree));
            findings.addAll(Members.check(tree));
            RecordedInputs.check(tree, findings);
            return new VerifyResult(tree.sizes().size(), List.copyOf(findings));
        } catch (InputException e) {
            throw withChain(e, folderOrZip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputException withChain(InputException none, Path folder) {
        Path capture = folder.resolve(Chains.FOLDER).resolve("run.mcap");
        if (!Files.isRegularFile(capture)) {
            return none;
        }
        try {
            List<Problem> problems = new ArrayList<>(none.problems());
            for (Text finding : CaptureChain.verify(capture)) {
                problems.add(new Problem(
                        Place.of(folder.toString()),
                        finding,
                        new Text("plumbline recover 会将其写入证据包", "plumbline recover makes a bundle that says so")));
            }
            return new InputException(problems, none);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
