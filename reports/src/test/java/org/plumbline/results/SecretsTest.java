package org.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.run.Run;
import org.plumbline.standard.Modality;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

class SecretsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {Results.JSON, Results.JUNIT, Results.TRACEABILITY})
    void doNotAppearInWhatLibrariesSaid(String file) throws IOException {
        Text said = Text.same("refused: user x, password " + SampleRun.SECRET + "!");
        Run run = SampleRun.with(SampleRun.of(Verdict.ERROR, Modality.SHALL, said), List.of(said), false);
        Results.write(run, Software.here(), folder, Language.EN);
        assertThat(Files.readString(folder.resolve(file)))
                .contains("password ${env:TOKEN}!")
                .doesNotContain(SampleRun.SECRET);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void doNotAppearInEitherLanguage(Language language) throws IOException {
        Text said = new Text("口令 " + SampleRun.SECRET, "password " + SampleRun.SECRET);
        Results.write(SampleRun.of(Verdict.FAIL, Modality.SHALL, said), Software.here(), folder, language);
        for (String file : List.of(Results.JSON, Results.JUNIT, Results.TRACEABILITY)) {
            assertThat(Files.readString(folder.resolve(file)))
                    .contains("${env:TOKEN}")
                    .doesNotContain(SampleRun.SECRET);
        }
    }
}
