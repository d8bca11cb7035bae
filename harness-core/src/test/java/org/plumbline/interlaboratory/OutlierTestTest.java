package org.plumbline.interlaboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;

class OutlierTestTest {

    private static final Offset<Double> LAST_DIGIT = within(5e-4);

    /** ISO 5725-2, tables of critical values: laboratories, results, 5 %, 1 %. Cells with five decimals: see below. */
    @ParameterizedTest
    @CsvSource({
        "3, 2, 0.967, 0.993", "4, 2, 0.906, 0.968", "5, 2, 0.841, 0.928", "6, 2, 0.781, 0.883",
        "10, 2, 0.602, 0.71749", "20, 2, 0.389, 0.480", "2, 3, 0.975, 0.995", "5, 3, 0.684, 0.78853",
        "10, 3, 0.445, 0.536", "8, 3, 0.516, 0.615", "9, 2, 0.638, 0.754"
    })
    void cochransCriticalValuesAreTheTabulatedOnes(int laboratories, int results, double five, double one) {
        assertThat(Cochran.critical(laboratories, results, 0.05)).isCloseTo(five, LAST_DIGIT);
        assertThat(Cochran.critical(laboratories, results, 0.01)).isCloseTo(one, LAST_DIGIT);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1.1543, 1.155",
        "4, 1.481, 1.496",
        "5, 1.715, 1.764",
        "6, 1.887, 1.973",
        "8, 2.12665, 2.274",
        "9, 2.215, 2.387",
        "10, 2.290, 2.482",
        "20, 2.70825, 3.001",
        "40, 3.036, 3.381"
    })
    void grubbsCriticalValuesAreTheTabulatedOnes(int laboratories, double five, double one) {
        assertThat(Grubbs.critical(laboratories, 0.05)).isCloseTo(five, LAST_DIGIT);
        assertThat(Grubbs.critical(laboratories, 0.01)).isCloseTo(one, LAST_DIGIT);
    }

    /** The tables differ by up to 0.0008 from what the distributions give (recomputed with scipy): rounded another way. */
    @Test
    void fiveCellsOfTheTablesAreNotMet() {
        assertThat(Cochran.critical(10, 2, 0.01))
                .isCloseTo(0.71749, within(5e-6))
                .isNotCloseTo(0.718, LAST_DIGIT);
        assertThat(Cochran.critical(5, 3, 0.01))
                .isCloseTo(0.78853, within(5e-6))
                .isNotCloseTo(0.788, LAST_DIGIT);
        assertThat(Grubbs.critical(3, 0.05)).isCloseTo(1.15430, within(5e-6)).isNotCloseTo(1.155, LAST_DIGIT);
        assertThat(Grubbs.critical(8, 0.05)).isCloseTo(2.12665, within(5e-6)).isNotCloseTo(2.126, LAST_DIGIT);
        assertThat(Grubbs.critical(20, 0.05)).isCloseTo(2.70825, within(5e-6)).isNotCloseTo(2.709, LAST_DIGIT);
    }

    /** Of normal samples so many fall below the tabulated values as the level says: 2.5 % on one side. */
    @ParameterizedTest
    @CsvSource({"5", "8", "15", "30", "40"})
    void theValuesForPairsHoldTheirLevel(int laboratories) {
        Random random = new Random(laboratories);
        int below = 0;
        int trials = 40_000;
        for (int i = 0; i < trials; i++) {
            double[] means = IntStream.range(0, laboratories)
                    .mapToDouble(j -> random.nextGaussian())
                    .toArray();
            GrubbsPair pair = GrubbsPair.of(means);
            below += pair.statistic() < pair.criticalAtFive() ? 1 : 0;
        }
        assertThat((double) below / trials).isCloseTo(0.05, within(0.004));
    }

    @Nested
    class OfCreosote {

        private final Precision precision = Precision.of(Rounds.CREOSOTE);

        @Test
        void theSixthSpreadsMostJustBelowTheFivePerCent() {
            Cochran cochran = Cochran.of(Rounds.deviations(precision), 2);
            assertThat(cochran.suspect()).isEqualTo(5);
            assertThat(cochran.statistic()).isCloseTo(1.98 * 1.98 / 6.1663, within(1e-12));
            assertThat(cochran.criticalAtFive()).isCloseTo(0.638, within(5e-4));
            assertThat(cochran.outcome()).isEqualTo(OutlierTest.CORRECT);
        }

        @Test
        void theFirstIsFarthestOff() {
            double[] means = Rounds.means(precision);
            Grubbs grubbs = Grubbs.of(means);
            assertThat(grubbs.suspect()).isZero();
            assertThat(grubbs.statistic())
                    .isCloseTo((24.14 - 184.595 / 9) / Summary.of(means).standardDeviation(), within(1e-12));
            assertThat(grubbs.outcome()).isEqualTo(OutlierTest.CORRECT);
        }

        @Test
        void meansAndSpreadsAreComparedByMandel() {
            Mandel mandel = Mandel.of(precision.cells());
            assertThat(mandel.h()).hasSize(9);
            assertThat(mandel.h().get(0))
                    .isCloseTo(Grubbs.of(Rounds.means(precision)).statistic(), within(1e-12));
            assertThat(mandel.h().stream().mapToDouble(h -> h).sum()).isCloseTo(0, within(1e-12));
            assertThat(mandel.k().get(5)).isCloseTo(Math.sqrt(9 * 1.98 * 1.98 / 6.1663), within(1e-12));
            assertThat(mandel.k().get(3)).isZero();
            assertThat(mandel.k().stream().mapToDouble(k -> k * k).sum()).isCloseTo(9, within(1e-12));
        }
    }

    @Nested
    class Outcomes {

        @Test
        void goByTheTwoLevels() {
            assertThat(Cochran.of(new double[] {1, 1, 1, 1, 3}, 3).outcome()).isEqualTo(OutlierTest.STRAGGLER);
            assertThat(Cochran.of(new double[] {1, 1, 1, 1, 9}, 3).outcome()).isEqualTo(OutlierTest.OUTLIER);
            assertThat(Cochran.of(new double[] {1, 1, 1, 1, 1}, 3).outcome()).isEqualTo(OutlierTest.CORRECT);
            assertThat(OutlierTest.OUTLIER.word()).isEqualTo(new Text("离群值", "statistical outlier"));
        }

        @Test
        void findOneOnEitherSide() {
            Grubbs low = Grubbs.of(10, 10.1, 9.9, 10.05, 9.95, 5);
            assertThat(low.suspect()).isEqualTo(5);
            assertThat(low.outcome()).isEqualTo(OutlierTest.OUTLIER);
            assertThat(low.statistic()).isPositive();
        }

        @Test
        void findTwoThatHideEachOther() {
            double[] high = {10, 10.1, 9.9, 10.05, 9.95, 10.02, 13, 13.1};
            assertThat(Grubbs.of(high).outcome()).isEqualTo(OutlierTest.CORRECT);
            GrubbsPair pair = GrubbsPair.of(high);
            assertThat(pair.high()).isTrue();
            assertThat(pair.suspects()).containsExactly(6, 7);
            assertThat(pair.outcome()).isEqualTo(OutlierTest.OUTLIER);
            double[] low = IntStream.range(0, 8).mapToDouble(i -> -high[i]).toArray();
            assertThat(GrubbsPair.of(low).high()).isFalse();
            assertThat(GrubbsPair.of(low).suspects()).containsExactly(7, 6);
            assertThat(GrubbsPair.of(low).statistic()).isCloseTo(pair.statistic(), within(1e-12));
        }
    }

    /** ISO 5725-2, tables of Mandel's indicators. */
    @ParameterizedTest
    @CsvSource({"3, 1.15, 1.15", "5, 1.57, 1.72", "8, 1.75, 2.06", "10, 1.80, 2.18", "20, 1.89, 2.39"})
    void criticalHIsTheTabulatedOne(int laboratories, double five, double one) {
        assertThat(Mandel.criticalH(laboratories, 0.05)).isCloseTo(five, within(5.1e-3));
        assertThat(Mandel.criticalH(laboratories, 0.01)).isCloseTo(one, within(5.1e-3));
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 1.65, 1.71", "3, 3, 1.53, 1.64", "5, 2, 1.81, 2.05", "10, 2, 1.90, 2.32", "20, 3, 1.71, 2.07"})
    void criticalKIsTheTabulatedOne(int laboratories, int results, double five, double one) {
        assertThat(Mandel.criticalK(laboratories, results, 0.05)).isCloseTo(five, within(5.1e-3));
        assertThat(Mandel.criticalK(laboratories, results, 0.01)).isCloseTo(one, within(5.1e-3));
    }

    @Test
    void refusesTooFew() {
        assertThatThrownBy(() -> Cochran.critical(1, 2, 0.05))
                .hasMessage("Cochran's test needs two laboratories and two results: 1, 2");
        assertThatThrownBy(() -> Cochran.critical(2, 1, 0.05)).hasMessageStartingWith("Cochran's test needs");
        assertThatThrownBy(() -> Grubbs.of(1, 2)).hasMessage("Grubbs' test needs three laboratories: 2");
        assertThatThrownBy(() -> GrubbsPair.of(1, 2, 3))
                .hasMessage("Grubbs' test for two needs 4 to 40 laboratories: 3");
        assertThatThrownBy(() -> GrubbsPair.of(new double[41]))
                .hasMessage("Grubbs' test for two needs 4 to 40 laboratories: 41");
        assertThatThrownBy(() -> Mandel.of(List.of(Summary.of(1, 2), Summary.of(1))))
                .hasMessage("Mandel's statistics need two laboratories with two results");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Cochran.of(new double[] {1, Double.NaN, 2}, 2))
                .hasMessage("Cochran's test needs numbers: [1.0, NaN, 2.0]");
        assertThatThrownBy(() -> Cochran.of(new double[] {1, -3, 2}, 2))
                .hasMessage("not standard deviations: [1.0, -3.0, 2.0]");
        assertThatThrownBy(() -> Grubbs.of(1, Double.NaN, 2)).hasMessage("a value is not a finite number");
        assertThatThrownBy(() -> GrubbsPair.of(1, 2, 3, Double.NaN)).hasMessage("a value is not a finite number");
        assertThatThrownBy(() -> Mandel.of(List.of(Summary.of(1, 2), Summary.of(1, Double.NaN))))
                .hasMessage("a value is not a finite number");
    }

    @Test
    void refusesWhatDoesNotDiffer() {
        assertThatThrownBy(() -> Grubbs.of(1, 1, 1)).hasMessage("all means are equal: none is farther from the others");
        assertThatThrownBy(() -> GrubbsPair.of(1, 1, 1, 1))
                .hasMessage("all means are equal: none is farther from the others");
        String nothing = "nothing to compare: all means are equal, or no cell varies";
        assertThatThrownBy(() -> Mandel.of(List.of(Summary.of(1, 2), Summary.of(2, 1))))
                .hasMessage(nothing);
        assertThatThrownBy(() -> Mandel.of(List.of(Summary.of(1, 1), Summary.of(2, 2))))
                .hasMessage(nothing);
        Cochran none = Cochran.of(new double[] {0, 0, 0}, 2);
        assertThat(none.statistic()).isNaN();
        assertThat(none.outcome()).isEqualTo(OutlierTest.CORRECT);
    }
}
