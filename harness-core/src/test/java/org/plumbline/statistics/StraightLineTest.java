package org.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StraightLineTest {

    private static final JsonNode FILE = Reference.json(StraightLineTest.class, "lines_and_groups.json");

    /** JCGM 100:2008, H.3. */
    @Nested
    class OfTheThermometer {

        private final JsonNode data = FILE.get("GUM_H3_thermometer_line");
        private final JsonNode published = data.get("published");
        private final JsonNode recomputed = data.get("recomputed");
        private final StraightLine line = StraightLine.of(
                Arrays.stream(Reference.numbers(data.get("t")))
                        .map(t -> t - data.get("t0").asDouble())
                        .toArray(),
                Reference.numbers(data.get("b")));

        @Test
        void roundsToThePublishedFigures() {
            is(line.intercept(), published.get("intercept"), within(5e-5));
            is(line.uIntercept(), published.get("u_intercept"), within(5e-5));
            is(line.slope(), published.get("slope"), within(5e-6));
            is(line.uSlope(), published.get("u_slope"), within(5e-6));
            is(line.correlation(), published.get("r"), within(5e-3));
            is(line.residualStandardDeviation(), published.get("s_residual"), within(5e-5));
            is(line.residualSquares(), published.get("ssr"), within(5e-16));
            is(line.at(30 - 20), published.get("b(30)"), within(5e-5));
            is(line.uAt(30 - 20), published.get("u_b(30)"), within(5e-5));
            JsonNode full = published.get("GTC_full");
            is(line.intercept(), full.get("intercept"), within(1e-14));
            is(line.slope(), full.get("slope"), within(1e-15));
            is(line.uSlope(), full.get("u_slope"), within(1e-15));
            assertThat(line.degreesOfFreedom()).isEqualTo(full.get("nu").asInt());
        }

        @Test
        void agreesWithTheRecomputedFigures() {
            is(line.correlation(), recomputed.get("r"), within(1e-12));
            is(line.residualStandardDeviation(), recomputed.get("s_residual"), within(1e-14));
            is(line.at(10), recomputed.get("b30"), within(1e-13));
            is(line.uAt(10), recomputed.get("u_b30"), within(1e-14));
            is(line.uIntercept(), recomputed.get("u_intercept"), within(5e-8));
        }
    }

    /** Natrella, NBS Handbook 91, 5-4.1. */
    @Nested
    class OfNatrella {

        private final JsonNode data = FILE.get("Natrella_line");
        private final JsonNode published = data.get("published");
        private final StraightLine line =
                StraightLine.of(Reference.numbers(data.get("x")), Reference.numbers(data.get("y")));

        @Test
        void roundsToThePublishedFigures() {
            is(line.slope(), published.get("slope"), within(5e-9));
            is(line.intercept(), published.get("intercept"), within(5e-5));
            is(square(line.uSlope()), published.get("var_slope"), within(5e-12));
            is(square(line.uIntercept()), published.get("var_intercept"), within(5e-6));
            is(line.residualStandardDeviation(), published.get("Syx"), within(5e-6));
            is(square(line.uAt(1200)), published.get("var_conf_at_1200"), within(5e-3));
            is(square(line.uOfNewAt(750)), published.get("var_pred_at_750"), within(5e-3));
        }
    }

    /** NIST StRD, Norris. */
    @Test
    void certifiedToNineDigitsAndMore() {
        List<String> rows = Reference.text(StraightLineTest.class, "nist_norris.dat")
                .lines()
                .toList();
        List<double[]> points = rows.subList(60, rows.size()).stream()
                .map(String::strip)
                .filter(row -> !row.isEmpty())
                .map(row -> row.split("\\s+"))
                .map(row -> new double[] {Double.parseDouble(row[1]), Double.parseDouble(row[0])})
                .toList();
        assertThat(points).hasSize(36);
        StraightLine line = StraightLine.of(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
        double[] intercept = numbersAfter(rows, "B0");
        double[] slope = numbersAfter(rows, "B1");
        double[] regression = numbersAfter(rows, "Regression");
        double[] residual = numbersAfter(rows, "Residual     34");
        assertThat(Reference.digits(line.intercept(), intercept[0])).isGreaterThan(12);
        assertThat(Reference.digits(line.uIntercept(), intercept[1])).isGreaterThan(12);
        assertThat(Reference.digits(line.slope(), slope[0])).isGreaterThan(14);
        assertThat(Reference.digits(line.uSlope(), slope[1])).isGreaterThan(12);
        assertThat(Reference.digits(line.residualStandardDeviation(), numbersAfter(rows, "Standard Deviation")[0]))
                .isGreaterThan(12);
        assertThat(Reference.digits(line.determination(), numbersAfter(rows, "R-Squared")[0]))
                .isGreaterThan(14);
        assertThat(Reference.digits(line.residualSquares(), residual[0])).isGreaterThan(12);
        double f = square(line.slope() / line.uSlope());
        assertThat(Reference.digits(f, regression[3])).isGreaterThan(12);
        assertThat(Reference.digits(f * square(line.residualStandardDeviation()), regression[1]))
                .isGreaterThan(12);
    }

    /** The numbers behind the words with which a line of the certificate begins. */
    private static double[] numbersAfter(List<String> rows, String words) {
        String row = rows.stream()
                .map(String::strip)
                .filter(each -> each.matches(words + "\\s.*\\d"))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(row.substring(words.length()).strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void refusesWhatIsNoLine() {
        assertThatThrownBy(() -> StraightLine.of(new double[] {1, 2}, new double[] {1, 2}))
                .hasMessage("a line needs three points: 2 x, 2 y");
        assertThatThrownBy(() -> StraightLine.of(new double[] {1, 2, 3}, new double[] {1, 2}))
                .hasMessage("a line needs three points: 3 x, 2 y");
        assertThatThrownBy(() -> StraightLine.of(new double[] {2, 2, 2}, new double[] {1, 2, 3}))
                .hasMessage("all x are equal");
    }

    private static void is(double value, JsonNode expected, Offset<Double> within) {
        assertThat(value).isCloseTo(expected.doubleValue(), within);
    }

    private static double square(double x) {
        return x * x;
    }
}
