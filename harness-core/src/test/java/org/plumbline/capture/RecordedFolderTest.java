package org.plumbline.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.error.InputException;

class RecordedFolderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"a.mcap, \u0089MCAP0", "b.zip, PK\u0003\u0004x", "run.mcap.chain, 00ff"})
    void whatIsEvidenceByItselfIsNotReplaced(String name, String begins) throws IOException {
        Path file = Files.writeString(folder.resolve(name), begins, ISO_8859_1);
        assertThatThrownBy(() -> RecordedFolder.requireNoEvidence(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("which writing would destroy");
    }

    /** What is written goes where the link leads. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
    void norIsAChainThatALinkLeadsTo() throws IOException {
        Path chain = Files.writeString(folder.resolve("run.mcap.chain"), "00ff");
        Path link = Files.createSymbolicLink(folder.resolve("x.csv"), chain);
        assertThatThrownBy(() -> RecordedFolder.requireNoEvidence(link))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("which writing would destroy");
    }

    @Test
    void anyOtherFileIs() throws IOException {
        Path table = Files.writeString(folder.resolve("a.csv"), "time [s]");
        assertThatCode(() -> RecordedFolder.requireNoEvidence(table)).doesNotThrowAnyException();
        assertThatCode(() -> RecordedFolder.requireOutside(table)).doesNotThrowAnyException();
        assertThatCode(() -> RecordedFolder.requireOutside(folder.resolve("new/b.csv")))
                .doesNotThrowAnyException();
    }

    /** The system follows a link before it goes up. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
    void aLinkIsFollowedBeforeItGoesUp() throws IOException {
        Path capture = RecordedFolder.capture(folder.resolve("bundle"));
        Files.createDirectories(capture.getParent());
        Files.writeString(capture, "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("bundle/data"));
        for (String inside : new String[] {"../x.csv", "../new/x.csv", "x.csv"}) {
            assertThatThrownBy(() -> RecordedFolder.requireOutside(link.resolve(inside)))
                    .as(inside)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("lies in the evidence bundle");
        }
    }
}
