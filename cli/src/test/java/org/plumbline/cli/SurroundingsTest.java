package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {

    @TempDir
    Path folder;

    /** The exit code must not be 1: that is what a nonconforming robot has. */
    @Test
    void whatCannotBeLoadedIsAnErrorOfTheHarness() throws Exception {
        Outcome run = Outcome.of("run", "cobot", "--virtual", "--tags", "@CR-S04", "--out", folder + "/out");
        assertThat(run.exit()).as(run.err()).isLessThan(4);
        String missing = folder.resolve("missing").toString();
        Map<String, String> nowhere =
                Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + missing + " -Duser.home=" + missing);
        Path output = folder.resolve("verify.txt");
        try (ChildProcess verify = new ChildProcess(output, nowhere, "verify", bundle().toString(), "--lang", "en")) {
            assertThat(verify.exit()).as(verify.output()).isEqualTo(4);
            assertThat(verify.output())
                    .contains("the temporary folder " + missing + " is missing")
                    .doesNotContain("\tat ");
        }
    }

    private Path bundle() throws Exception {
        try (Stream<Path> runs = Files.list(folder.resolve("out"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    @Test
    void aJarOfAnotherVersionIsNotTheFoldersFault() {
        assertThat(Surroundings.doubt(new NoSuchMethodError("x")))
                .hasValueSatisfying(doubt -> assertThat(doubt.en()).startsWith("a jar does not fit this version"));
    }

    @Test
    void aFolderThatServesIsNotToBlame() {
        assertThat(Surroundings.doubt(new IllegalStateException("x"))).isEmpty();
        assertThat(Surroundings.doubt(new UnsatisfiedLinkError("x")))
                .hasValueSatisfying(doubt -> assertThat(doubt.zh()).contains("PLUMBLINE_JAVA_OPTS=-Djava.io.tmpdir="));
    }
}
