package org.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndependenceTest {

    private static final double[] LEW = Reference.numbers(
            Reference.json(IndependenceTest.class, "nist_strd_univariate.json").at("/sets/Lew/data"));

    @Nested
    class OfBeamDeflections {

        @Test
        void coefficientsAreThePublishedOnes() {
            double[] published = Reference.numbers(Reference.json(IndependenceTest.class, "lew_autocorrelation.json")
                    .get("lags_0_to_49"));
            for (int lag = 0; lag < published.length; lag++) {
                assertThat(Autocorrelation.atLag(LEW, lag)).isCloseTo(published[lag], within(0.006));
            }
        }

        @Test
        void theFirstExceedsItsBound() {
            assertThat(Autocorrelation.bound(200, 0.95)).isCloseTo(0.138590, within(1e-6));
            assertThat(Math.abs(Autocorrelation.atLag(LEW, 1))).isGreaterThan(Autocorrelation.bound(200, 0.95));
        }

        /** They swing from one to the next: that makes u of their mean too large, not too small. */
        @Test
        void theyAlternateMoreThanTheyFollow() {
            Independence test = Independence.of(LEW);
            assertThat(test.statistic()).isCloseTo(Autocorrelation.atLag(LEW, 1), within(0.01));
            assertThat(test.holds(0.05)).isTrue();
        }
    }

    /** From ten values on, for normal ones and for those that are not. */
    @ParameterizedTest
    @CsvSource({"10, 0.01", "10, 0.05", "30, 0.01", "30, 0.0033", "400, 0.05"})
    void falseAlarmsAreAsRareAsStated(int n, double significance) {
        Random random = new Random(9);
        int alarms = 0;
        int squared = 0;
        int trials = 40_000;
        for (int i = 0; i < trials; i++) {
            double[] noise = IntStream.range(0, n)
                    .mapToDouble(j -> random.nextGaussian())
                    .toArray();
            alarms += Independence.of(noise).holds(significance) ? 0 : 1;
            double[] squares = Arrays.stream(noise).map(each -> each * each).toArray();
            squared += Independence.of(squares).holds(significance) ? 0 : 1;
        }
        assertThat(alarms / (significance * trials)).isBetween(0.5, 1.3);
        assertThat(squared / (significance * trials)).isBetween(0.2, 2.0);
    }

    /** Of 1 to n: the differences are 1, the squares sum to n (n^2 - 1) / 12. */
    @Test
    void theStatisticIsThatOfVonNeumannAndYoung() {
        double[] ramp = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Independence test = Independence.of(ramp);
        assertThat(test.statistic()).isCloseTo(1 - 9 / (2 * 82.5), within(1e-14));
        double z = test.statistic() / Math.sqrt(8.0 / 99);
        assertThat(test.pValue()).isCloseTo(NormalDistribution.of(0, 1).survivalProbability(z), within(1e-15));
        double[] alternating = {1, -1, 1, -1, 1, -1, 1, -1, 1, -1};
        assertThat(Independence.of(alternating).statistic()).isCloseTo(1 - 36 / 20.0, within(1e-14));
    }

    /** The variance of the mean of values that remember nine tenths of the one before, against that of independent ones. */
    @Test
    void dependentValuesAreWorthFewer() {
        Random random = new Random(11);
        double[] means = new double[2000];
        double worth = 0;
        for (int i = 0; i < means.length; i++) {
            double[] values = new double[500];
            values[0] = random.nextGaussian();
            for (int j = 1; j < values.length; j++) {
                values[j] = 0.9 * values[j - 1] + Math.sqrt(1 - 0.81) * random.nextGaussian();
            }
            means[i] = Summary.of(values).mean();
            worth += Autocorrelation.effectiveSize(values.length, at -> values[at]) / means.length;
        }
        assertThat(worth).isCloseTo(1 / Summary.of(means).variance(), withinPercentage(20));
    }

    /** Independent ones are worth what they are, dependent ones what the formula for them says: 1 / 19 of it. */
    @Test
    void longSeriesAreWorthAsMuchInBlocks() {
        Random random = new Random(12);
        double[] values = random.doubles(100_000).toArray();
        assertThat(Autocorrelation.effectiveSize(values.length, at -> values[at]))
                .isCloseTo(1e5, withinPercentage(12));
        double[] dependent = values.clone();
        for (int i = 1; i < dependent.length; i++) {
            dependent[i] += 0.9 * dependent[i - 1];
        }
        assertThat(Autocorrelation.effectiveSize(dependent.length, at -> dependent[at]))
                .isCloseTo(1e5 / 19, withinPercentage(12));
    }

    /** What goes round and round has been seen whole after a few rounds. */
    @Test
    void aCycleIsWorthMoreThanOneValue() {
        double worth = Autocorrelation.effectiveSize(120, at -> Math.abs(Math.sin(at * Math.PI / 40)));
        assertThat(worth).isBetween(8.0, 14.0);
    }

    @Test
    void noValuesAreWorthMoreThanTheirNumberOrLessThanOne() {
        double[] alternating = {1, -1, 1, -1, 1, -1};
        assertThat(Autocorrelation.effectiveSize(6, at -> alternating[at])).isEqualTo(6);
        assertThat(Autocorrelation.effectiveSize(6, at -> 3.2)).isEqualTo(1);
        double[] ramp = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double positive = 0.7 + Autocorrelation.atLag(ramp, 2) + Autocorrelation.atLag(ramp, 3);
        assertThat(Autocorrelation.atLag(ramp, 4)).isNegative();
        assertThat(Autocorrelation.effectiveSize(10, at -> ramp[at])).isCloseTo(10 / (1 + 2 * positive), within(1e-12));
        assertThat(Autocorrelation.effectiveSize(200, at -> LEW[at])).isEqualTo(200);
    }

    @Test
    void aStuckReadingIsNotIndependent() {
        double[] stuck = new double[20];
        Arrays.fill(stuck, 3.2);
        assertThat(Independence.of(stuck).holds(0.05)).isFalse();
        assertThat(Autocorrelation.atLag(stuck, 1)).isNaN();
    }

    @Test
    void refusesTooLittle() {
        assertThatThrownBy(() -> Independence.of(new double[9])).hasMessage("too few values to show dependence: 9");
        assertThatThrownBy(() -> Autocorrelation.atLag(new double[9], 9)).hasMessage("lag 9 of 9 values");
        assertThatThrownBy(() -> Autocorrelation.atLag(new double[9], -1)).hasMessage("lag -1 of 9 values");
    }
}
