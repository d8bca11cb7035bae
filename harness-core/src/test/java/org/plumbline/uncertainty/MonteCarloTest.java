package org.plumbline.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.statistics.Interval;
import org.plumbline.statistics.Reference;
import org.plumbline.text.Text;

class MonteCarloTest {

    private static final double EXACT = Double.POSITIVE_INFINITY;

    /** JCGM 101:2008, 9.2: the sum of four inputs. */
    @Nested
    class OfASum {

        private final JsonNode published = PublishedBudgets.at("/GUM_S1_additive");

        @Test
        void ofNormalInputsValidatesTheGum() {
            MonteCarloResult result = sum(1, 1, Distribution.NORMAL).fixed(2_000_000);
            is(result, published.get("normal_4_inputs_u1"));
            assertThat(result.validate(0, 3.92, 2, 2).valid()).isTrue();
        }

        @Test
        void ofRectangularInputsIsNarrower() {
            MonteCarloResult result = sum(2, 1, Distribution.UNIFORM).fixed(2_000_000);
            is(result, published.get("rectangular_4_inputs_halfwidth_sqrt3"));
            Validation toThreeDigits = result.validate(0, 3.92, 2, 3);
            assertThat(toThreeDigits.tolerance()).isCloseTo(0.005, within(1e-12));
            assertThat(toThreeDigits.valid()).isFalse();
        }

        /** JCGM 101:2008, 9.2.4: one rectangular input of u = 10 rules; the GUM gives 19.9, the truth is 17.0. */
        @Test
        void ofOneThatRulesRefutesTheGum() {
            MonteCarloResult result = sum(3, 10, Distribution.UNIFORM).fixed(1_000_000);
            assertThat(result.standardUncertainty()).isCloseTo(Math.sqrt(103), within(0.02));
            assertThat(result.symmetric().lower()).isCloseTo(-17.0, within(0.05));
            assertThat(result.symmetric().upper()).isCloseTo(17.0, within(0.05));
            Validation validation = result.validate(0, 1.959963984540054 * Math.sqrt(103), Math.sqrt(103), 2);
            assertThat(validation.tolerance()).isEqualTo(0.5);
            assertThat(validation.lower()).isCloseTo(2.9, within(0.1));
            assertThat(validation.valid()).isFalse();
        }

        private static MonteCarlo sum(long seed, double last, Distribution distribution) {
            Contribution[] inputs = IntStream.range(0, 4)
                    .mapToObj(i -> Contribution.within(
                            Text.same("X" + i), 0, (i == 3 ? last : 1) * distribution.divisor(), distribution))
                    .toArray(Contribution[]::new);
            return new MonteCarlo(x -> x[0] + x[1] + x[2] + x[3], Inputs.of(inputs), 0.95, seed);
        }

        private void is(MonteCarloResult result, JsonNode expected) {
            double tol = published.get("tol").asDouble();
            double[] ends = Reference.numbers(expected.get("95pct"));
            assertThat(result.estimate()).isCloseTo(0, within(tol));
            assertThat(result.standardUncertainty()).isCloseTo(expected.get("u").asDouble(), within(tol));
            assertThat(result.symmetric().lower()).isCloseTo(ends[0], within(tol));
            assertThat(result.symmetric().upper()).isCloseTo(ends[1], within(tol));
        }
    }

    /** NPL DEM-ES-011, table 9.2. */
    @Test
    void ofALogarithm() {
        JsonNode published = PublishedBudgets.at("/NPL_log_nonlinear/MonteCarlo");
        Inputs inputs = Inputs.of(Contribution.within(Text.same("x"), 0.6, 0.5, Distribution.UNIFORM));
        MonteCarloResult result = new MonteCarlo(x -> Math.log(x[0]), inputs, 0.95, 4).fixed(2_000_000);
        assertThat(result.estimate()).isCloseTo(published.get("y").asDouble(), within(1.5e-3));
        assertThat(result.standardUncertainty()).isCloseTo(published.get("u").asDouble(), within(1.5e-3));
        double[] shortest = Reference.numbers(published.get("shortest95"));
        // the exact end is ln 0.15 = -1.8971; the published one was drawn
        assertThat(result.shortest().lower())
                .isCloseTo(Math.log(0.15), within(1e-3))
                .isCloseTo(shortest[0], within(3e-3));
        assertThat(result.shortest().upper()).isCloseTo(shortest[1], within(5e-4));
        assertThat(result.symmetric().upper()).isCloseTo(Math.log(0.1 + 0.975), within(1e-3));
        assertThat(result.validate(-0.511, 0.943, 0.481, 2).valid()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STANDARD_DEVIATION")
    void everySymmetricDistributionIsDrawnWithItsUncertainty(Distribution distribution) {
        Inputs inputs = Inputs.of(Contribution.within(Text.same("x"), 5, 3, distribution));
        MonteCarloResult result = new MonteCarlo(x -> x[0], inputs, 0.95, 5).fixed(400_000);
        assertThat(result.estimate()).isCloseTo(5, within(0.015));
        assertThat(result.standardUncertainty()).isCloseTo(distribution.standardUncertainty(3), within(0.01));
        double reach =
                switch (distribution) {
                    case NORMAL -> 1.95996;
                    case UNIFORM -> 3 * 0.95;
                    case TRIANGULAR -> 3 * (1 - Math.sqrt(0.05));
                    case ARCSINE -> 3 * Math.sin(0.95 * Math.PI / 2);
                    case STANDARD_DEVIATION -> throw new IllegalArgumentException("skewed");
                };
        assertThat(result.symmetric().upper()).isCloseTo(5 + reach, within(0.02));
        assertThat(result.symmetric().lower()).isCloseTo(5 - reach, within(0.02));
    }

    /** The interval of a standard deviation is that of chi-squared (e.g. NIST/SEMATECH e-Handbook, 7.2.3.1). */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 29})
    void aStandardDeviationIsDrawnSkewed(int nu) {
        Contribution spread = new Contribution(
                Text.same("s"), 5, 5 / Math.sqrt(2.0 * nu), nu, Evaluation.A, Distribution.STANDARD_DEVIATION, 1);
        MonteCarloResult result = new MonteCarlo(x -> x[0], Inputs.of(spread), 0.95, 12).fixed(1_000_000);
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(nu);
        assertThat(result.symmetric().lower())
                .isCloseTo(5 * Math.sqrt(nu / chiSquared.inverseCumulativeProbability(0.975)), withinPercentage(0.5));
        assertThat(result.symmetric().upper())
                .isCloseTo(5 * Math.sqrt(nu / chiSquared.inverseCumulativeProbability(0.025)), withinPercentage(2));
    }

    @Test
    void aStandardDeviationThatIsKnownIsDrawnAsItIs() {
        Contribution known = new Contribution(
                Text.same("s"), 5, 0, Double.POSITIVE_INFINITY, Evaluation.A, Distribution.STANDARD_DEVIATION, 1);
        assertThat(new MonteCarlo(x -> x[0], Inputs.of(known), 0.95, 13)
                        .fixed(10_000)
                        .symmetric())
                .isEqualTo(new Interval(5, 5));
    }

    /** JCGM 101:2008, 6.4.9: the scaled t has the variance nu / (nu - 2) u^2. */
    @Test
    void fewDegreesOfFreedomAreDrawnFromT() {
        MonteCarloResult result =
                new MonteCarlo(x -> x[0], Inputs.of(PublishedBudgets.input("x", 0, 2, 6)), 0.95, 6).fixed(1_000_000);
        assertThat(result.standardUncertainty()).isCloseTo(2 * Math.sqrt(1.5), within(0.01));
        assertThat(result.symmetric().upper()).isCloseTo(2 * CoverageFactor.of(0.95, 6), within(0.03));
    }

    @Nested
    class OfCorrelatedInputs {

        @Test
        void agreesWithTheBudget() {
            Inputs inputs = PublishedBudgets.resistance();
            Inputs exact = new Inputs(
                    inputs.contributions().stream()
                            .map(each -> each.withDegreesOfFreedom(EXACT))
                            .toList(),
                    inputs.correlations());
            MonteCarloResult result = new MonteCarlo(PublishedBudgets::resistance, exact, 0.95, 7).fixed(500_000);
            assertThat(result.estimate()).isCloseTo(127.732, within(5e-4));
            assertThat(result.standardUncertainty()).isCloseTo(0.0710714, within(3e-4));
        }

        /** Five repeats observed together: along any direction it is t with 4 degrees of freedom (JCGM 101:2008, 6.4.9). */
        @Test
        void areDrawnFromTheMultivariateT() {
            MonteCarloResult result =
                    new MonteCarlo(PublishedBudgets::resistance, PublishedBudgets.resistance(), 0.95, 8).fixed(500_000);
            double half = CoverageFactor.of(0.95, 4) * 0.0710714;
            assertThat(result.symmetric().lower()).isCloseTo(127.732 - half, within(2e-3));
            assertThat(result.symmetric().upper()).isCloseTo(127.732 + half, within(2e-3));
        }

        /** Two pairs, each of which is the same twice: the sum is twice a t with 4 and twice one with 9 degrees of freedom. */
        @Test
        void pairsThatDoNotDependOnEachOtherAreDrawnEachForItself() {
            Inputs inputs = new Inputs(
                    List.of(
                            PublishedBudgets.input("a", 0, 1, 4),
                            PublishedBudgets.input("c", 0, 1, 9),
                            PublishedBudgets.input("b", 0, 1, 4),
                            PublishedBudgets.input("d", 0, 1, 9)),
                    List.of(
                            new Correlation(Text.same("a"), Text.same("b"), 0.999999),
                            new Correlation(Text.same("c"), Text.same("d"), 0.999999)));
            assertThat(new MonteCarlo(x -> x[0] + x[2], inputs, 0.95, 14)
                            .fixed(500_000)
                            .symmetric()
                            .upper())
                    .isCloseTo(2 * CoverageFactor.of(0.95, 4), within(0.03));
            assertThat(new MonteCarlo(x -> x[1] + x[3], inputs, 0.95, 14)
                            .fixed(500_000)
                            .symmetric()
                            .upper())
                    .isCloseTo(2 * CoverageFactor.of(0.95, 9), within(0.03));
            assertThat(new MonteCarlo(x -> x[0] - x[1], inputs, 0.95, 14)
                            .fixed(500_000)
                            .standardUncertainty())
                    .isCloseTo(Math.sqrt(2 + 9.0 / 7), within(0.05));
        }

        @Test
        void drawsThoseOfOneKindOnly() {
            Inputs inputs = PublishedBudgets.resistance();
            List<Contribution> unlike = new ArrayList<>(inputs.contributions());
            unlike.set(0, unlike.get(0).withDegreesOfFreedom(9));
            MonteCarlo mixed =
                    new MonteCarlo(PublishedBudgets::resistance, new Inputs(unlike, inputs.correlations()), 0.95, 8);
            assertThatThrownBy(() -> mixed.fixed(10_000))
                    .hasMessage(
                            "correlated inputs are drawn together from the normal distribution only, with the same degrees of freedom");
        }
    }

    @Nested
    class Adaptive {

        private final Inputs inputs = Inputs.of(PublishedBudgets.input("x", 10, 1, EXACT));

        @Test
        void endsWhenAllFiguresAreStable() {
            MonteCarloResult coarse = new MonteCarlo(x -> x[0], inputs, 0.95, 9).adaptive(1);
            MonteCarloResult fine = new MonteCarlo(x -> x[0], inputs, 0.95, 9).adaptive(2);
            assertThat(coarse.stable()).isTrue();
            assertThat(fine.stable()).isTrue();
            assertThat(coarse.trials()).isLessThan(fine.trials()).isGreaterThanOrEqualTo(20_000);
            assertThat(fine.symmetric().upper()).isCloseTo(11.96, within(0.05));
            assertThat(fine.standardUncertainty()).isCloseTo(1, within(0.05));
        }

        @Test
        void saysWhereItNeverIs() {
            Inputs wild = Inputs.of(PublishedBudgets.input("x", 0, 1, 1));
            MonteCarloResult result = new MonteCarlo(x -> x[0], wild, 0.999, 10).adaptive(2);
            assertThat(result.stable()).isFalse();
            assertThat(result.trials()).isEqualTo(10_000_000);
        }

        @Test
        void ofSomethingExactIsStableAtOnce() {
            MonteCarloResult result = new MonteCarlo(x -> 3, inputs, 0.95, 11).adaptive(2);
            assertThat(result.trials()).isEqualTo(20_000);
            assertThat(result.symmetric()).isEqualTo(new Interval(3, 3));
        }
    }

    @Test
    void theSameSeedGivesTheSame() {
        MonteCarlo run = new MonteCarlo(PublishedBudgets::endGauge, PublishedBudgets.endGauge(), 0.99, 12);
        assertThat(run.fixed(20_000)).isEqualTo(run.fixed(20_000));
        assertThat(run.fixed(20_000).estimate())
                .isNotEqualTo(new MonteCarlo(PublishedBudgets::endGauge, PublishedBudgets.endGauge(), 0.99, 13)
                        .fixed(20_000)
                        .estimate());
    }

    @Test
    void intervalsHoldTheStatedPart() {
        Sample sample =
                Sample.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> i * i).toArray());
        assertThat(sample.symmetric(0.9)).isEqualTo(new Interval(6 * 6, 96 * 96));
        assertThat(sample.shortest(0.9)).isEqualTo(new Interval(1, 91 * 91));
        double[] mirrored = Arrays.stream(sample.sorted()).map(x -> -x).toArray();
        assertThat(Sample.of(mirrored).shortest(0.9)).isEqualTo(new Interval(-91 * 91, -1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.9, 0.9545, 0.9999, 1})
    void intervalsNeedNoMoreThanTheEndsInOrder(double coverage) {
        double[] values = new Random(20261101).doubles(1001).toArray();
        Sample ends = Sample.of(values, coverage);
        Sample whole = Sample.of(values);
        assertThat(ends.symmetric(coverage)).isEqualTo(whole.symmetric(coverage));
        assertThat(ends.shortest(coverage)).isEqualTo(whole.shortest(coverage));
        assertThat(ends.sorted()).containsExactlyInAnyOrder(whole.sorted());
    }

    @Test
    void aTooSmallRunIsRefused() {
        MonteCarlo run = new MonteCarlo(x -> x[0], Inputs.of(PublishedBudgets.input("x", 0, 1, 9)), 0.95, 14);
        assertThat(run.fixed(2000).trials()).isEqualTo(2000);
        assertThatThrownBy(() -> run.fixed(1999)).hasMessage("too few trials for a coverage of 0.95: 1999");
    }

    /** JCGM 101:2008, 7.9.2, examples: 35 g gives 0.5 g, 0.35 g gives 0.005 g; 2 K to one digit gives 0.5 K. */
    @Test
    void theToleranceIsHalfAUnitOfTheLastDigit() {
        assertThat(NumericalTolerance.of(35, 2)).isCloseTo(0.5, within(1e-12));
        assertThat(NumericalTolerance.of(0.35, 2)).isCloseTo(0.005, within(1e-12));
        assertThat(NumericalTolerance.of(2, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(NumericalTolerance.of(0.00035, 2)).isCloseTo(0.000005, within(1e-15));
        assertThat(NumericalTolerance.of(0.996, 2)).isCloseTo(0.05, within(1e-12));
        assertThat(NumericalTolerance.of(0, 2)).isZero();
    }
}
