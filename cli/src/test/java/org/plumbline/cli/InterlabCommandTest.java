package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

    /** Neither is far from the others as long as the other one is there: 1.81 of 2.215, but 0.0039 of 0.0851 (** at 1 %). */
    @Test
    void tellsTwoThatHideEachOther() throws IOException {
        String round = "a,10,10.1\nb,9.9,10\nc,10,10\nd,9.95,10.05\ne,10.02,10.1\nf,12,12.1\ng,12.1,12.2\n";
        assertThat(interlab(round, "--lang", "en").out())
                .containsPattern("(?m)^Grubbs G = 1\\.\\d+ .*: g, correct$")
                .containsPattern("(?m)^Grubbs G of two = 0\\.00\\d+ .*: f, g, statistical outlier$");
        assertThat(interlab(round, "--lang", "zh").out()).contains("Grubbs G（两个） = ");
        JsonNode pair = json(round).at("/precision/grubbsPair");
        assertThat(pair.path("outcome").asText()).isEqualTo("outlier");
        assertThat(pair.path("suspects")).extracting(JsonNode::asText).containsExactly("f", "g");
        assertThat(json("a,1,1\nb,2,2\nc,4,5\n").at("/precision/grubbsPair").isNull())
                .isTrue();
    }

    /** Six iterations to three digits; the sample of ISO 5725-5 gives x* = 20.412, s* = 1.05. */
    @Test
    void tellsPerformanceByTheRobustMean() throws IOException {
        assertThat(interlab(CREOSOTE, "--lang", "en").out())
                .contains("x* = 20.41", "s* = 1.0537")
                .contains(
                        "Algorithm A (ISO 13528:2005, C.1): 6 iterations, until 3 significant digits of s* and the same"
                                + " places of x* no longer change")
                .containsPattern("1 +24\\.14 +3\\.5\\d\\d .*unsatisfactory");
        assertThat(interlab(CREOSOTE, "--lang", "zh", "--assigned", "20", "--sigma", "2")
                        .out())
                .containsPattern("1 +24\\.14 +2\\.070 +有问题");
    }

    /** Gear diameters in ten batches (NIST/SEMATECH e-Handbook, 1.3.5.7: T = 20.78587). */
    private static final String GEAR = """
            1,1.006,0.996,0.998,1.0,0.992,0.993,1.002,0.999,0.994,1.0
            2,0.998,1.006,1.0,1.002,0.997,0.998,0.996,1.0,1.006,0.988
            3,0.991,0.987,0.997,0.999,0.995,0.994,1.0,0.999,0.996,0.996
            4,1.005,1.002,0.994,1.0,0.995,0.994,0.998,0.996,1.002,0.996
            5,0.998,0.998,0.982,0.99,1.002,0.984,0.996,0.993,0.98,0.996
            6,1.009,1.013,1.009,0.997,0.988,1.002,0.995,0.998,0.981,0.996
            7,0.99,1.004,0.996,1.001,0.998,1.0,1.018,1.01,0.996,1.002
            8,0.998,1.0,1.006,1.0,1.002,0.996,0.998,0.996,1.002,1.006
            9,1.002,0.998,0.996,0.995,0.996,1.004,1.004,0.998,0.999,0.991
            10,0.991,0.995,0.984,0.994,0.997,0.997,0.991,0.998,1.004,0.997
            """;

    private JsonNode json(String csv, String... options) throws IOException {
        Outcome outcome = interlab(
                csv, Stream.concat(Stream.of("--json"), Stream.of(options)).toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void bartlettsTestIsThePublishedOne() throws IOException {
        JsonNode bartlett = json(GEAR).at("/precision/bartlett");
        assertThat(bartlett.path("statistic").asDouble()).isCloseTo(20.785873428064864, within(1e-9));
        assertThat(bartlett.path("degreesOfFreedom").asInt()).isEqualTo(9);
        assertThat(bartlett.path("pValue").asDouble()).isCloseTo(0.0136, within(1e-4));
        assertThat(interlab(GEAR, "--lang", "en").out()).contains("Bartlett T = 20.786 (9): p = 0.013");
        assertThat(json("a,1,1\nb,2,2\nc,4,5\n")
                        .at("/precision/bartlett/statistic")
                        .isNull())
                .as("one laboratory does not vary: T is infinite")
                .isTrue();
    }

    /** By hand: X = 10, U(X) = 1, sigma = 2; of the first laboratory x = 12, U = 2. */
    @Test
    void scoresCountTheUncertaintiesThatAreStated() throws IOException {
        String round = "a,11,13,U=2\nb,10\nc,U=0.5,17\nd,9\n";
        JsonNode performance = json(round, "--assigned", "10", "--assigned-U", "1", "--sigma", "2")
                .path("performance");
        JsonNode first = performance.at("/laboratories/0");
        assertThat(first.at("/z/value").asDouble()).isEqualTo(1);
        assertThat(first.at("/zPrime/value").asDouble()).isCloseTo(2 / Math.sqrt(4.25), within(1e-15));
        assertThat(first.at("/zeta/value").asDouble()).isCloseTo(2 / Math.sqrt(1.25), within(1e-15));
        assertThat(first.at("/en/value").asDouble()).isCloseTo(2 / Math.sqrt(5), within(1e-15));
        assertThat(first.at("/ez/minus").asDouble()).isEqualTo(1.5);
        assertThat(first.at("/ez/plus").asDouble()).isEqualTo(0.5);
        assertThat(first.at("/ez/performance").asText()).isEqualTo("questionable");
        assertThat(performance.at("/laboratories/1/zPrime/value").isNumber()).isTrue();
        assertThat(performance.at("/laboratories/1/zeta").isNull()).isTrue();
        assertThat(performance.at("/laboratories/2/en/performance").asText()).isEqualTo("unsatisfactory");
        assertThat(performance.path("assignedUncertain").asBoolean()).isFalse();
        assertThat(interlab(round, "--assigned", "10", "--assigned-U", "1", "--sigma", "2", "--lang", "en")
                        .out())
                .containsPattern("laboratory +x +z +z' +zeta +E_n +E_z− +E_z\\+ +performance \\(z\\)")
                .containsPattern("a +12 +1.000 +0.970 +1.789 +0.894 +1.500 \\* +0.500 +satisfactory")
                .containsPattern("b +10 +0.000 +0.000 +– +– +– +– +satisfactory");
    }

    /** Without a statement of U(X) nothing is told that needs it; of the robust mean it is 1.25 s* / sqrt(p). */
    @Test
    void anAssignedValueIsAsUncertainAsItIsKnownToBe() throws IOException {
        JsonNode stated = json(CREOSOTE, "--assigned", "20").path("performance");
        assertThat(stated.path("assignedUncertainty").isNull()).isTrue();
        assertThat(stated.at("/laboratories/0/zPrime").isNull()).isTrue();
        JsonNode robust = json(CREOSOTE).path("performance");
        assertThat(robust.path("assignedUncertainty").asDouble())
                .isCloseTo(1.25 * robust.path("robustDeviation").asDouble() / 3, within(1e-12));
        assertThat(robust.path("assignedUncertain").asBoolean()).isTrue();
        assertThat(interlab(CREOSOTE, "--lang", "en").out())
                .contains("performance (z')", "u(X) is more than 0.3 sigma, so z' tells the performance (9.2.1)")
                .containsPattern("1 +24\\.14 +3\\.5\\d\\d +3\\.2\\d\\d +unsatisfactory");
        assertThat(interlab("a,1,U=1\nb,2\nc,4\nd,3\n", "--lang", "en").out()).contains("are indications only");
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
                "a,1,2,U=0;b,2,3;c,1,2 | round.csv:1:1: U is above 0 and stands there once",
                "a,1,2;b,2,3,U=1,U=2;c,1,2 | round.csv:2:1: U is above 0 and stands there once",
                "a,1,2;b,2,3,U=x;c,1,2 | round.csv:2:1: \"x\" is no number",
                "a,1,2;b,U=1;c,1,2 | round.csv:2:1: the laboratory has no result",
            })
    void saysWhatIsWrongWithTheFile(String lines, String said) throws IOException {
        Outcome outcome = interlab(lines.replace(';', '\n'), "--lang", "en");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(said);
    }

    @Test
    void refusesAnUncertaintyOfNothing() throws IOException {
        Outcome outcome = interlab(CREOSOTE, "--assigned-U", "1", "--lang", "en");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("--assigned-U is given, but not --assigned");
        assertThat(interlab(CREOSOTE, "--assigned", "20", "--assigned-U", "-1", "--lang", "en")
                        .err())
                .contains("no score for uncertainties of");
        assertThat(interlab("a,1,1\nb,1,1\nc,1,1\n", "--lang", "zh").err())
                .contains("这些数据无法评定：各实验室的均值全部相等，或各组内的结果都相同，没有可比较的；请核对数据");
    }

    @Test
    void saysWhereThereIsNoFile() {
        Outcome outcome = Outcome.of("interlab", folder.resolve("none.csv").toString(), "--lang", "en");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("none.csv: cannot be read");
    }
}
