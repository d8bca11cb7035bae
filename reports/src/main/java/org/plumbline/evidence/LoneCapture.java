package org.plumbline.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plumbline.capture.Capture;
import org.plumbline.capture.CaptureChain;
import org.plumbline.capture.RecordedFolder;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** A capture without the folder of its run: it carries the run's inputs, so that the folder can be laid out again. */
final class LoneCapture {

    private static final String RECOVERED = "-recovered";

    private LoneCapture() {}

    /**
     * Lays out a run's folder beside the capture, around a copy of it and of its chain; not where it lies in one already.
     *
     * @return the folder, named after the capture
     * @throws InputException where there is nothing to recover, or the folder is there already
     */
    static Path layOut(Path capture) throws IOException {
        Path home = capture.toAbsolutePath().resolve("../../..").normalize();
        if (home.resolve(Chains.FOLDER)
                        .equals(capture.toAbsolutePath().normalize().getParent())
                && Files.isDirectory(home.resolve("data").resolve("inputs"))) {
            return home;
        }
        refuseWhole(capture);
        if (Capture.isCopy(capture)) {
            throw refuse(
                    capture,
                    new Text("该原始记录本身就是恢复得到的副本", "this capture is itself the copy that a recovery made"),
                    new Text("请用其原件 run.mcap.part 恢复", "recover from its original, run.mcap.part"));
        }
        return layOut(
                capture,
                capture.resolveSibling(
                        String.valueOf(capture.getFileName()).replaceFirst("\\.mcap(\\.part)?$", "") + RECOVERED));
    }

    /**
     * Lays out a second folder beside that of a sealed run whose capture has no end; the sealed one stays as it is.
     *
     * @return the folder, named after the run's
     * @throws InputException where the folder is there already
     */
    static Path layOutBeside(Path sealed) throws IOException {
        Path run = sealed.toAbsolutePath().normalize();
        return layOut(RecordedFolder.capture(run), run.resolveSibling(run.getFileName() + RECOVERED));
    }

    private static Path layOut(Path capture, Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw refuse(
                    folder,
                    new Text("该文件夹已存在", "this folder is there already"),
                    new Text("请查看其内容；需要重新恢复时先将其移走", "look into it; to recover again, move it away first"));
        }
        Map<String, byte[]> files = Capture.inputsOf(capture);
        Path part = Files.createTempDirectory(
                Objects.requireNonNull(folder.toAbsolutePath().getParent()), folder.getFileName() + Chains.PART);
        Path inputs = Files.createDirectories(part.resolve("data").resolve("inputs"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(inputs.resolve(Path.of(file.getKey()).getFileName()), file.getValue());
        }
        Path copy = Files.createDirectories(part.resolve(Chains.FOLDER)).resolve("run.mcap");
        copy(capture, copy);
        if (Files.exists(CaptureChain.beside(capture))) {
            copy(CaptureChain.beside(capture), CaptureChain.beside(copy));
        }
        return Files.move(part, folder);
    }

    /** The bytes alone: the copy of what is write-protected is not. */
    private static void copy(Path from, Path to) throws IOException {
        try (OutputStream copy = Files.newOutputStream(to)) {
            Files.copy(from, copy);
        }
    }

    private static void refuseWhole(Path file) {
        Capture capture;
        try {
            capture = Capture.read(file);
        } catch (InputException e) {
            return; // so there is something to recover
        }
        throw whole(file, capture);
    }

    /** The refusal of a capture that needs no recovery; of a recording that something ended, with what that was. */
    static InputException whole(Path file, Capture capture) {
        boolean recording = capture.isFinishedRecording();
        List<Text> incidents = recording ? capture.end().incidents() : List.of();
        return refuse(
                file,
                incidents.isEmpty()
                        ? new Text("该原始记录完整，无需恢复", "this capture is whole: there is nothing to recover")
                        : new Text("该录制已结束：%s；没有更多内容可恢复", "this recording ended: %s; there is nothing more to recover")
                                .with(Text.joined(incidents)),
                recording
                        ? new Text(
                                "可直接用 plumbline convert 导出，或用 plumbline rejudge 判定",
                                "export it with plumbline convert, or judge it with plumbline rejudge")
                        : new Text("请用 plumbline rejudge 判定", "judge it with plumbline rejudge"));
    }

    private static InputException refuse(Path place, Text what, Text remedy) {
        return new InputException(new Problem(Place.of(place.toString()), what, remedy));
    }
}
