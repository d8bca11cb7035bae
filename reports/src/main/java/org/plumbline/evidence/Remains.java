package org.plumbline.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.allure.AllureReport;
import org.plumbline.bag.Bag;
import org.plumbline.capture.CaptureChain;
import org.plumbline.capture.RecordedFolder;
import org.plumbline.capture.RecordingLock;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * The folder of a run that was killed.
 *
 * @param capture the capture as the bundle is to hold it: complete
 * @param original where what was found of it is kept when it needs repair
 */
record Remains(Path folder, Path capture, Path original) {

    /** @throws InputException where the folder is none, is sealed, or is still being written */
    static Remains of(Path folder) throws IOException {
        Path capture = RecordedFolder.capture(folder);
        Remains remains = new Remains(folder, capture, capture.resolveSibling("run.mcap" + Chains.PART));
        if (!Files.isDirectory(folder.resolve("data").resolve("inputs")) || !remains.hasCapture()) {
            throw refuse(
                    folder,
                    new Text(
                            "不是运行文件夹：没有 data/inputs 和 data/capture/run.mcap",
                            "not the folder of a run: it has no data/inputs with a data/capture/run.mcap"),
                    new Text(
                            "请给出被强行终止的运行在 plumbline-out 中留下的文件夹，或其中的 run.mcap",
                            "name the folder that the killed run left in plumbline-out, or the run.mcap in it"));
        }
        if (isSealed(folder)) {
            throw refuse(
                    folder,
                    new Text("该证据包已经封存，无需恢复", "this bundle is sealed already: there is nothing to recover"),
                    new Text("请用 plumbline verify 核查", "check it with plumbline verify"));
        }
        if (Files.exists(capture) && RecordingLock.isHeld(capture)) {
            throw refuse(
                    folder,
                    new Text("该运行仍在进行", "this run is still going on"),
                    new Text("请等它结束，或先终止它", "wait for its end, or end it first"));
        }
        return remains;
    }

    static boolean isSealed(Path folder) {
        return Files.exists(folder.resolve(Bag.TAG_MANIFEST));
    }

    private boolean hasCapture() {
        return Files.isRegularFile(capture) || Files.isRegularFile(original);
    }

    private static InputException refuse(Path folder, Text what, Text remedy) {
        return new InputException(new Problem(Place.of(folder.toString()), what, remedy));
    }

    /** Whether a recovery has set the original aside already, and was itself cut short. */
    boolean isSetAside() {
        return Files.exists(original);
    }

    /** Ends the setting aside of a recovery that was killed between the chain and the capture. */
    void finishSettingAside() throws IOException {
        if (!isSetAside() && Files.exists(CaptureChain.beside(original))) {
            Files.move(capture, original);
        }
    }

    /** Renames the capture and its chain, whose bytes stay as they were found; again after a recovery cut short. */
    void setAside() throws IOException {
        if (!isSetAside()) {
            Path chain = CaptureChain.beside(capture);
            if (Files.exists(chain)) {
                Files.move(chain, CaptureChain.beside(original));
            }
            Files.move(capture, original);
        }
        Files.deleteIfExists(capture);
        Files.deleteIfExists(CaptureChain.beside(capture));
    }

    /** Takes away what sealing left half written, and the report of a run that came to something else. */
    void tidy() throws IOException {
        AllureReport.remove(folder);
        for (String name : List.of(Bag.DECLARATION, Bag.INFO, Bag.MANIFEST, Bag.TAG_MANIFEST, Readme.NAME)) {
            Files.deleteIfExists(folder.resolve(name));
            Files.deleteIfExists(folder.resolve(name + ".part"));
        }
    }
}
