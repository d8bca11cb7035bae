package org.plumbline.interlaboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.statistics.Reference;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;

class ScoreTest {

    /** NIST Dataplot, EN SCORE, gear data. */
    @Test
    void enIsThatOfDataplot() {
        JsonNode example =
                Reference.json(ScoreTest.class, "interlab_scores.json").get("En_NIST_Dataplot");
        List<double[]> batches =
                Reference.groups(Reference.json(Summary.class, "gear.json").get("batches"));
        double[] all = batches.stream().flatMapToDouble(Arrays::stream).toArray();
        double uRef = 2 * Summary.of(all).standardDeviation();
        double uLab = 2 * Summary.of(batches.get(0)).standardDeviation();
        JsonNode recomputed = example.get("recomputed");
        assertThat(Reference.digits(uRef, recomputed.get("U_ref").asDouble())).isGreaterThan(9);
        assertThat(Reference.digits(uLab, recomputed.get("U_lab_batch1").asDouble()))
                .isGreaterThan(9);
        assertThat(example.get("published_first_rows")).hasSize(4);
        for (JsonNode row : example.get("published_first_rows")) {
            assertThat(uLab).isCloseTo(row.get("ulab").asDouble(), within(5e-4));
            Score score = Score.en(row.get("y").asDouble(), example.get("x_ref").asDouble(), uLab, uRef);
            assertThat(score.value()).isCloseTo(row.get("En").asDouble(), within(5e-4));
            assertThat(score.performance()).isEqualTo(Performance.SATISFACTORY);
        }
    }

    @Nested
    class Words {

        @ParameterizedTest
        @CsvSource({
            "10, SATISFACTORY",
            "12, SATISFACTORY",
            "8, SATISFACTORY",
            "12.01, QUESTIONABLE",
            "7.99, QUESTIONABLE",
            "12.99, QUESTIONABLE",
            "13, UNSATISFACTORY",
            "7, UNSATISFACTORY",
            "20, UNSATISFACTORY"
        })
        void ofZ(double x, Performance performance) {
            assertThat(Score.z(x, 10, 1)).isEqualTo(new Score(x - 10, performance));
        }

        @ParameterizedTest
        @CsvSource({"15, SATISFACTORY", "5, SATISFACTORY", "15.01, UNSATISFACTORY", "4.99, UNSATISFACTORY"})
        void ofEn(double x, Performance performance) {
            assertThat(Score.en(x, 10, 3, 4).performance()).isEqualTo(performance);
        }

        @ParameterizedTest
        @CsvSource({
            "10, SATISFACTORY",
            "11, SATISFACTORY",
            "9, SATISFACTORY",
            "11.5, QUESTIONABLE",
            "8.5, QUESTIONABLE",
            "13.01, UNSATISFACTORY",
            "6.99, UNSATISFACTORY",
            "13, QUESTIONABLE"
        })
        void ofEz(double x, Performance performance) {
            assertThat(EzScore.of(x, 10, 2, 1).performance()).isEqualTo(performance);
        }

        @Test
        void existInBothLanguages() {
            assertThat(Performance.QUESTIONABLE.word()).isEqualTo(new Text("有问题", "questionable"));
        }
    }

    @Nested
    class Values {

        @Test
        void ofZPrimeAndZetaCombineByRootOfSquares() {
            assertThat(Score.zPrime(20, 10, 3, 4).value()).isCloseTo(2, within(1e-15));
            assertThat(Score.zeta(5, 10, 0.3, 0.4).value()).isCloseTo(-10, within(1e-13));
            assertThat(Score.zeta(5, 10, 0.3, 0.4).performance()).isEqualTo(Performance.UNSATISFACTORY);
        }

        @Test
        void ofEzLookFromBothEnds() {
            EzScore score = EzScore.of(12, 10, 2, 1);
            assertThat(score.minus()).isEqualTo(1.5);
            assertThat(score.plus()).isEqualTo(0.5);
        }
    }

    @Nested
    class Refuses {

        @Test
        void whatIsNoNumber() {
            refused(() -> Score.z(Double.NaN, 1, 1), "a score needs numbers: [NaN, 1.0, 1.0, 0.0]");
            refused(
                    () -> Score.zeta(1, 1, 1, Double.POSITIVE_INFINITY),
                    "a score needs numbers: [1.0, 1.0, 1.0, Infinity]");
            refused(() -> EzScore.of(1, Double.NaN, 1, 1), "a score needs numbers: [1.0, NaN, 1.0, 1.0]");
        }

        @Test
        void uncertaintiesThatAreNone() {
            refused(() -> Score.z(5, 1, -1), "no score for uncertainties of -1.0 and 0.0");
            refused(() -> Score.z(5, 1, 0), "no score for uncertainties of 0.0 and 0.0");
            refused(() -> Score.en(2, 1, -3, -4), "no score for uncertainties of -3.0 and -4.0");
            refused(() -> Score.en(1, 1, 0, 0), "no score for uncertainties of 0.0 and 0.0");
            refused(() -> Score.zPrime(1, 1, 1, -1), "no score for uncertainties of 1.0 and -1.0");
            refused(() -> EzScore.of(1, 1, 0.1, -1), "no score for uncertainties of 0.1 and -1.0");
            refused(() -> EzScore.of(1, 1, 0, 1), "no score for uncertainties of 0.0 and 1.0");
            assertThat(EzScore.of(1, 1, 0.1, 0).performance()).isEqualTo(Performance.SATISFACTORY);
        }

        private void refused(ThrowingCallable score, String message) {
            assertThatThrownBy(score)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
    }
}
