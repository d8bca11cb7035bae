package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for a simulated bench's two files, which are copied into the bundle; removed when the process ends. */
final class TemporaryFolder {

    private TemporaryFolder() {}

    static Path create(String name) {
        try {
            Path folder = Files.createTempDirectory("plumbline-" + name + "-");
            folder.toFile().deleteOnExit();
            folder.resolve("bench.yaml").toFile().deleteOnExit();
            folder.resolve("device.yaml").toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
