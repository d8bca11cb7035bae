package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterlabCommandTest {

    /** Thermometric titration of creosote oil, level 5 (ISO 5725-2, B.3): numbers only. */
    private static final String CREOSOTE = """
            # laboratory,first,second
            1,24.28,24.00
            2,20.40,19.91
            3,19.30,19.70
            4,20.30,20.30
            5,20.53,20.88
            6,18.56,16.58
            7,19.70,20.50
            8,21.10,20.78
            9,20.71,21.66
            """;

    @TempDir
    Path folder;

    private Outcome interlab(String csv, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("round.csv"), csv);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "interlab";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Outcome.of(arguments);
    }

    /** C = 0.636 is just below 0.638, but k marks the sixth laboratory; the first is farthest, though no straggler. */
    @Test
    void tellsPrecisionWithItsOutliers() throws IOException {
        Outcome outcome = interlab(CREOSOTE, "--lang", "en");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("Cochran C = 0.636 (5 %: 0.638, 1 %: 0.754): 6, correct")
                .contains("h", "k", "s_r", "s_R", "All results are in these figures");
        assertThat(outcome.out().lines().filter(line -> line.startsWith("Grubbs G = ")))
                .singleElement()
                .asString()
                .isEqualTo("Grubbs G = 2.102 (5 %: 2.215, 1 %: 2.387): 1, correct");
        assertThat(outcome.out()).containsPattern("(?m)^6 .*2\\.\\d{3} \\*\\*$");
    }

    /** Six iterations to three digits; the sample of ISO 5725-5 gives x* = 20.412, s* = 1.05. */
    @Test
    void tellsPerformanceByTheRobustMean() throws IOException {
        assertThat(interlab(CREOSOTE, "--lang", "en").out())
                .contains("x* = 20.41", "s* = 1.0537", "6 iterations, until 3 significant digits")
                .containsPattern("1 +24\\.14 +3\\.5\\d\\d +unsatisfactory");
        assertThat(interlab(CREOSOTE, "--lang", "zh", "--assigned", "20", "--sigma", "2")
                        .out())
                .containsPattern("1 +24\\.14 +2\\.070 +有问题");
    }

    @Test
    void withoutRepeatsThereIsNoPrecision() throws IOException {
        assertThat(interlab("a,1\nb,2\nc,4\nd,3\n", "--lang", "en").out())
                .startsWith("ISO 5725-2: a laboratory has one result only")
                .contains("Performance (ISO 13528:2022)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,1,2;b,2,3 | round.csv: there are 2 laboratories, at least 3 are needed",
                "a,1,2;b,x,3;c,1,2 | round.csv:2:1: \"x\" is no number",
                "a,1,2;b;c,1,2 | round.csv:2:1: the laboratory has no result",
                "a,1,1;b,1,1;c,1,1 | these data cannot be evaluated",
            })
    void saysWhatIsWrongWithTheFile(String lines, String said) throws IOException {
        Outcome outcome = interlab(lines.replace(';', '\n'), "--lang", "en");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(said);
    }

    @Test
    void saysWhereThereIsNoFile() {
        Outcome outcome = Outcome.of("interlab", folder.resolve("none.csv").toString(), "--lang", "en");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("none.csv: cannot be read");
    }
}
