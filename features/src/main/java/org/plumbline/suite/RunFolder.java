package org.plumbline.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.capture.RecordedFolder;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** The folder of one run: the evidence bundle while it is made, or a temporary one where nothing is kept. */
final class RunFolder {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String id;
    private final Path root;
    private final boolean kept;

    private RunFolder(String id, Path root, boolean kept) {
        this.id = id;
        this.root = root;
        this.kept = kept;
    }

    /**
     * @param out where the run's folder is made; null for a temporary one
     * @throws org.plumbline.error.InputException where that is in the folder of another run
     * @throws HarnessException where it cannot be made
     */
    static RunFolder create(@Nullable Path out, Instant started, String suite) {
        String id = TIME.format(started) + "-" + suite;
        try {
            if (out == null) {
                return new RunFolder(id, Files.createTempDirectory("plumbline-"), false);
            }
            RecordedFolder.requireOutside(out);
            Files.createDirectories(out);
            for (int n = 1; ; n++) {
                String unique = n == 1 ? id : id + "-" + n;
                try {
                    return new RunFolder(unique, Files.createDirectory(out.resolve(unique)), true);
                } catch (FileAlreadyExistsException e) {
                    // another run of the same second: the next number
                }
            }
        } catch (IOException e) {
            throw new HarnessException(
                    Problem.of(
                            new Text("无法在 %s 中建立运行文件夹: %s", "cannot make the run's folder in %s: %s")
                                    .with(out, FileTrouble.words(e)),
                            new Text(
                                    "请检查权限和磁盘空间，或用 --out 另选位置",
                                    "check permissions and disk space, or choose another --out")),
                    e);
        }
    }

    String id() {
        return id;
    }

    /** The folder; null where nothing is kept. */
    @Nullable
    Path kept() {
        return kept ? root : null;
    }

    /** Where the files go exactly as they are run. */
    Path inputs() {
        return root.resolve("data").resolve("inputs");
    }

    /**
     * Copies bench.yaml and device.yaml to the inputs.
     *
     * @param more other files, by name
     */
    void keep(Bench bench, Map<String, byte[]> more) {
        try {
            for (Path file : Stream.of(bench.file(), bench.deviceFile())
                    .filter(java.util.Objects::nonNull)
                    .toList()) {
                Files.copy(
                        file,
                        inputs().resolve(file.equals(bench.file()) ? "bench.yaml" : "device.yaml"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            for (Map.Entry<String, byte[]> file : more.entrySet()) {
                Files.write(inputs().resolve(Path.of(file.getKey()).getFileName()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the folder of a run that never was. */
    void discard() {
        if (kept) {
            delete();
        }
    }

    /** Removes the folder where nothing is kept. */
    void forget() {
        if (!kept) {
            delete();
        }
    }

    private void delete() {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
