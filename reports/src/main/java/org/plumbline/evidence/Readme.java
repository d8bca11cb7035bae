package org.plumbline.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** README.txt of a bundle: how to verify it with public tools alone, in both languages. */
final class Readme {

    static final String NAME = "README.txt";

    private Readme() {}

    static void write(Path folder) throws IOException {
        try (InputStream in = Readme.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IOException("no resource " + NAME);
            }
            Files.copy(in, folder.resolve(NAME));
        }
    }
}
