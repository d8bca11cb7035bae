package org.plumbline.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** The folder of a run or of a recording: what is in it is evidence, and nothing else is written there. */
public final class RecordedFolder {

    private RecordedFolder() {}

    /** The capture of such a folder. */
    public static Path capture(Path folder) {
        return folder.resolve("data").resolve("capture").resolve("run.mcap");
    }

    /**
     * Refuses a file or folder to be written that lies in such a folder or is one, also by way of links.
     *
     * @param out need not be there yet
     * @throws InputException where it does
     */
    public static void requireOutside(Path out) {
        for (Path folder = real(out.toAbsolutePath()); folder != null; folder = folder.getParent()) {
            if (Files.exists(capture(folder))) {
                throw new InputException(new Problem(
                        Place.of(out.toString()),
                        new Text(
                                        "位于证据包或录制 %s 之内，写入会破坏证据",
                                        "lies in the evidence bundle or recording %s, which writing would spoil")
                                .with(folder),
                        new Text("请用 --out 另选位置", "choose another --out")));
            }
        }
    }

    /**
     * Refuses a file to be written that is there and is evidence by itself, wherever it lies.
     *
     * @throws InputException where it does
     */
    public static void requireNoEvidence(Path out) {
        if (isCapture(out)) {
            throw new InputException(new Problem(
                    Place.of(out.toString()),
                    new Text(
                            "是原始记录、其散列链或压缩包，写入会毁掉它",
                            "is a capture, its hash chain or an archive, which writing would destroy"),
                    new Text("请用 --out 另选位置", "choose another --out")));
        }
    }

    /** By what it begins with; a bundle may be one archive. */
    private static boolean isCapture(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String begins = new String(in.readNBytes(5), ISO_8859_1);
            return begins.equals("\u0089MCAP")
                    || begins.startsWith("PK\u0003\u0004")
                    || file.toRealPath().toString().endsWith(".chain");
        } catch (IOException e) {
            return false; // it can be written no more than read
        }
    }

    /** Of what is not there yet: where it would be made. What leads up is behind a link where that leads. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            Path parent = path.getParent();
            return parent == null
                    ? path
                    : real(parent).resolve(path.getFileName()).normalize();
        }
    }
}
