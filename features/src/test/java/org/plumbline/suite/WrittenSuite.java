package org.plumbline.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A suite for one test: the underwater catalogue with scenarios of the test's own. */
final class WrittenSuite {

    private WrittenSuite() {}

    static Suite in(Path folder, String scenarios) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("standard.yaml"), Files.readString(Path.of("suites/underwater/standard.yaml")));
        Files.writeString(
                folder.resolve("10-written.en.feature"), "# language: en\nFeature: Written for a test\n\n" + scenarios);
        return Suite.at(folder);
    }
}
