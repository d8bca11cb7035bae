package org.plumbline.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is there whole, or as it was. */
class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void replacesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        WholeFile.write(file, part -> Files.writeString(part, "new"));
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void leavesWhatWasThereWhereItCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, part -> {
                    Files.writeString(part, "ha");
                    throw new IOException("no space left");
                }))
                .hasMessage("no space left");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void doesNotWriteThroughALinkThatStandsInItsPlace() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "kept");
        Files.createSymbolicLink(folder.resolve("a.csv.part"), other);
        WholeFile.write(folder.resolve("a.csv"), part -> Files.writeString(part, "new"));
        assertThat(other).hasContent("kept");
    }
}
