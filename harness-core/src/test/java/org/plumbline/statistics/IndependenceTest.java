package org.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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

        @Test
        void independenceIsRefuted() {
            Independence test = Independence.of(LEW);
            assertThat(test.lags()).isEqualTo(10);
            assertThat(test.pValue()).isLessThan(1e-100);
            assertThat(test.holds(0.05)).isFalse();
        }
    }

    @Test
    void falseAlarmsAreAsRareAsStated() {
        Random random = new Random(9);
        int alarms = 0;
        for (int i = 0; i < 2000; i++) {
            double[] noise = random.doubles(400).toArray();
            alarms += Independence.of(noise).holds(0.05) ? 0 : 1;
        }
        assertThat(alarms).isBetween(70, 130);
    }

    @Test
    void theStatisticIsThatOfLjungAndBox() {
        double[] ramp = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double first = Autocorrelation.atLag(ramp, 1);
        double second = Autocorrelation.atLag(ramp, 2);
        assertThat(first).isCloseTo(0.7, within(1e-15));
        assertThat(Independence.of(ramp).statistic())
                .isCloseTo(120 * (first * first / 9 + second * second / 8), within(1e-12));
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
