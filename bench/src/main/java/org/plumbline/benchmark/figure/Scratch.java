package org.plumbline.benchmark.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for what a benchmark writes; it goes when closed. */
public record Scratch(Path folder) implements AutoCloseable {

    /** A new empty one among the system's temporary files. */
    public static Scratch create(String name) throws IOException {
        return new Scratch(Files.createTempDirectory("plumbline-" + name));
    }

    /** A file or folder in it, which need not be there. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Removes a file, or a folder with what is in it. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }
}
