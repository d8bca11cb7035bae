package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.statistics.Autocorrelation;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** What repeats that depend on each other are worth. */
class RepeatsTest {

    private static final int EXPERIMENTS = 4000;
    private static final Text NAME = new Text("分散性", "scatter");

    private static double[] ramp(int n) {
        return IntStream.range(0, n).mapToDouble(i -> i).toArray();
    }

    /** Each value remembers a share of the one before. */
    private static double[] series(Random random, int n, double memory) {
        double[] values = new double[n];
        values[0] = random.nextGaussian();
        for (int i = 1; i < n; i++) {
            values[i] = memory * values[i - 1] + Math.sqrt(1 - memory * memory) * random.nextGaussian();
        }
        return values;
    }

    /** The stated u of a mean against the spread of means over many experiments. */
    private static double stated(int n, double memory, boolean independent) {
        Random random = new Random(427);
        double[] means = new double[EXPERIMENTS];
        double squares = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            double[] values = series(random, n, memory);
            Summary summary = Summary.of(values);
            means[i] = summary.mean();
            double u = independent
                    ? summary.standardUncertainty()
                    : Repeats.of(values)
                            .scatter(NAME, summary.standardUncertainty())
                            .standardUncertainty();
            squares += u * u / EXPERIMENTS;
        }
        return Math.sqrt(squares) / Summary.of(means).standardDeviation();
    }

    /** Taken as independent, u would be two thirds and less of what it is. */
    @ParameterizedTest
    @CsvSource({"30, 0.5, 0.62, 0.75, 1.2", "30, 0.8, 0.32, 0.65, 1.2", "60, 0.7, 0.45, 0.85, 1.2"})
    void dependentRepeatsGetTheUncertaintyThatTheyHave(
            int n, double memory, double asIndependent, double least, double most) {
        assertThat(stated(n, memory, true)).isCloseTo(asIndependent, within(0.05));
        assertThat(stated(n, memory, false)).isBetween(least, most);
    }

    @Test
    void independentRepeatsKeepTheirs() {
        assertThat(stated(30, 0, false)).isCloseTo(1, within(0.05));
    }

    @Test
    void oneInAHundredIndependentSeriesIsWidened() {
        Random random = new Random(12);
        long widened = IntStream.range(0, EXPERIMENTS)
                .filter(i -> Repeats.of(series(random, 30, 0), series(random, 30, 0), series(random, 30, 0))
                                .widening()
                        > 1)
                .count();
        assertThat(widened).isBetween(25L, 60L);
    }

    @Test
    void aDriftIsWorthFewAndTheBudgetSaysSo() {
        double[] drift = ramp(30);
        Repeats repeats = Repeats.of(drift);
        double worth = Autocorrelation.effectiveSize(30, i -> drift[i]);
        assertThat(repeats.worth()).isEqualTo(worth).isBetween(2.0, 4.0);
        Contribution row = repeats.scatter(NAME, 0.1);
        assertThat(row.standardUncertainty()).isCloseTo(0.1 * Math.sqrt(29 / (worth - 1)), within(1e-15));
        assertThat(row.degreesOfFreedom()).isEqualTo(Math.floor(worth) - 1);
        assertThat(row.name())
                .isEqualTo(new Text(
                        "分散性，相当于 %.0f 个独立值".formatted(worth), "scatter, worth %.0f independent ones".formatted(worth)));
    }

    @Test
    void fewOrEqualOrAlternatingOnesCountAsTheyAre() {
        assertThat(Repeats.of(ramp(9))).isEqualTo(new Repeats(9, 9));
        assertThat(Repeats.of(ramp(10)).worth()).as("ten show it").isLessThan(5);
        assertThat(Repeats.of(new double[20])).isEqualTo(new Repeats(20, 20));
        double[] alternating = IntStream.range(0, 20).mapToDouble(i -> i % 2).toArray();
        assertThat(Repeats.of(alternating)).isEqualTo(new Repeats(20, 20));
        Contribution row = Repeats.of(alternating).scatter(NAME, 0.1);
        assertThat(row.name()).isEqualTo(NAME);
        assertThat(row.standardUncertainty()).isEqualTo(0.1);
        assertThat(row.degreesOfFreedom()).isEqualTo(19);
    }

    @Test
    void theAxisThatIsWorthLeastCounts() {
        double[] alternating = IntStream.range(0, 30).mapToDouble(i -> i % 2).toArray();
        assertThat(Repeats.of(alternating, ramp(30))).isEqualTo(Repeats.of(ramp(30)));
    }

    /** Of a spread the squares count: a slow change of size shows there, a change of sign does not. */
    @Test
    void ofASpreadTheSquaresCount() {
        double[] growing = IntStream.range(0, 40)
                .mapToDouble(i -> (i % 2 == 0 ? 1 : -1) * (1 + i))
                .toArray();
        assertThat(Repeats.of(growing).widening()).isEqualTo(1);
        assertThat(Repeats.ofSquares(growing).widening()).isGreaterThan(2);
    }

    /** 103, 101, 103 ... 97, 99: the values change sides but once, the squares of their deviations, 9, 1, 9 ..., take turns. */
    @Test
    void ofASpreadTheSquaresOfTheDeviationsFromTheMeanCount() {
        double[] values = IntStream.range(0, 20)
                .mapToDouble(i -> 100 + (i < 10 ? 1 : -1) * (i % 2 == 0 ? 3 : 1))
                .toArray();
        assertThat(Repeats.of(values).worth()).isLessThan(20);
        assertThat(Repeats.ofSquares(values)).isEqualTo(new Repeats(20, 20));
    }

    @Test
    void noFewerThanOneDegreeOfFreedomIsLeft() {
        assertThat(new Repeats(30, 2).degreesOfFreedom(2)).isEqualTo(1);
        assertThat(new Repeats(30, 30).degreesOfFreedom(2)).isEqualTo(28);
    }
}
