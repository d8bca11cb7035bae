package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeCommandTest {

    private static Outcome judge(String arguments) {
        return Outcome.of(("judge " + arguments).split(" "));
    }

    @Test
    void saysValueLimitRuleGuardBandRiskAndVerdict() {
        Outcome outcome = judge("--measurement 0.095 --unit m --U 0.02 --k 2 --max 0.10 --rule guarded --lang en");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.out()).isEqualToNormalizingNewlines("""
                measurement: 0.095 m ± 0.020 m (k = 2)
                limit: ≤ 0.1 m
                decision rule: guarded acceptance (w = U)
                guard band w: 0.02 m
                probability beyond the limit: 30.9 %
                verdict: inconclusive
                """);
    }

    @Test
    void decidesWithTheCoverageThatIsAskedFor() {
        Outcome outcome =
                judge("--measurement 0.09 --unit m --U 0.02 --k 2 --nu 38 --coverage 0.95 --max 0.10 --lang en");
        assertThat(outcome.out())
                .contains(
                        "measurement: 0.090 m ± 0.020 m (k = 2.02, ν = 38, p = 95 %)",
                        "guard band w: 0.0202", "verdict: inconclusive");
        assertThat(judge("--measurement 0.09 --U 0.02 --coverage 1 --max 0.10 --lang en")
                        .err())
                .contains("\"1\" is no coverage probability");
    }

    @Test
    void saysItInChinese() {
        Outcome outcome = judge("--measurement 3.2 --U 1.6 --min -4 --max 4 --rule four-state --r 0.83 --lang zh");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.out()).contains("判定规则: 四态判定(w = 0.83 U)", "判定: 有条件合格");
    }

    /** Risks of suncal (Sandia): value, u, limits; U = 2u. */
    @ParameterizedTest
    @CsvSource({
        "9.8,  0.2, 9, 10, simple, 0.022750131948180274, pass, 0",
        "10.5, 0.8, 9, 11, simple, 0.10574, pass, 0",
        "12.0, 0.8, 9, 11, guarded, 0.99379, fail, 1",
    })
    void hasThePublishedRisks(
            double value, double u, double min, double max, String rule, double risk, String verdict, int exit)
            throws Exception {
        Outcome outcome = judge("--measurement " + value + " --U " + u + " --min " + min + " --max " + max + " --rule "
                + rule + " --json");
        JsonNode node = new ObjectMapper().readTree(outcome.out());
        assertThat(node.path("nonconformity").asDouble()).isCloseTo(risk, within(6e-6));
        assertThat(node.path("verdict").asText()).isEqualTo(verdict);
        assertThat(outcome.exit()).isEqualTo(exit);
    }

    /** One degree of freedom is Cauchy's distribution: a quarter lies beyond one u. */
    @Test
    void fewDegreesOfFreedomMakeTheRiskThatOfStudentsT() throws Exception {
        String value = "--measurement 0.09 --unit m --U 0.02 --k 2 --nu 1 --max 0.10 ";
        assertThat(judge(value + "--lang en").out())
                .contains(
                        "measurement: 0.090 m ± 0.020 m (k = 2, ν = 1, p = 70.48 %)",
                        "probability beyond the limit: 25.0 %");
        JsonNode node = new ObjectMapper().readTree(judge(value + "--json").out());
        assertThat(node.path("degreesOfFreedom").asDouble()).isEqualTo(1);
        assertThat(node.path("nonconformity").asDouble()).isCloseTo(0.25, within(1e-12));
        assertThat(node.path("conformity").asDouble()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void judgesLevels() {
        Outcome outcome = judge("--measurement -80 --unit dBm --U 2 --min -90 --lang en");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("measurement: -80.0 dBm ± 2.0 dBm (k = 2)", "limit: ≥ -90 dBm");
    }

    @Test
    void namesAnInstrumentThatIsTooCoarse() {
        assertThat(judge("--measurement 9.5 --U 0.6 --min 9 --max 10 --lang en").out())
                .contains("the instrument is too coarse for this limit");
    }

    @Test
    void tellsMachinesTheMultipleTheStatementAndWhetherAnythingCouldPass() throws Exception {
        JsonNode node = new ObjectMapper()
                .readTree(judge("--measurement 9.5 --U 0.7 --min 9 --max 10 --rule four-state --r 0.83 --json")
                        .out());
        assertThat(node.path("multiple").asDouble()).isEqualTo(0.83);
        assertThat(node.path("tooCoarse").asBoolean()).isTrue();
        assertThat(node.path("statement").asText()).isEqualTo("conditional-pass");
    }

    @ParameterizedTest
    @CsvSource({
        "--U 1 --measurement 1, there is no limit",
        "--U 1 --measurement 1 --max 2 --unit furlong, unknown unit",
        "--U -1 --measurement 1 --max 2, --U cannot be -1.0",
        "--U 1 --measurement 1 --max 2 --rule generous, there is no rule",
        "--U 1 --measurement 1 --max 2 --k 0, --k cannot be 0.0",
        "--U 1 --measurement 1 --max 2 --k 2 --nu 0.5, --nu cannot be 0.5",
        "--U 1 --measurement 1 --max 2 --nu 1, '--nu is given, but not --k'",
        "--U 1 --measurement NaN --max 2, --measurement cannot be NaN",
        "--U 1 --measurement 1 --max NaN, --max cannot be NaN",
        "--U 1 --measurement 1 --max Infinity, --max cannot be Infinity",
        "--U 1 --measurement 1 --min -Infinity, --min cannot be -Infinity",
        "--U 1 --measurement 1 --min NaN --max 3, --min cannot be NaN",
        "--U 1 --measurement 1 --max 3 --r NaN, --r NaN is no guard band",
    })
    void refusesWhatCannotBeJudged(String arguments, String words) {
        Outcome outcome = judge(arguments + " --lang en");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(words);
    }
}
