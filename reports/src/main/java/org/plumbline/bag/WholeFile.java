package org.plumbline.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Moves a file into place whole: where it cannot be written there is no half of it, and what was there stays. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes all of a file. */
    @FunctionalInterface
    public interface Writing {

        /** @throws IOException where it cannot be written */
        void to(Path file) throws IOException;
    }

    /**
     * Writes a file beside it, with {@code .part} after its name, and moves it into place.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(Path file, Writing writing) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part); // not through a link
        try {
            writing.to(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
