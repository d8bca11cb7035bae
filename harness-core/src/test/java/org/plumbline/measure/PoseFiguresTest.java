package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.pose.Position;
import org.plumbline.pose.PositionAccuracy;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Distribution;
import org.plumbline.uncertainty.Evaluation;

/** Distances, directions, drift and angles: their uncertainty against repeats of the whole experiment, and what is refused. */
class PoseFiguresTest {

    private static final int EXPERIMENTS = 3000;
    private static final int CYCLES = 30;

    /** Normal scatter of the arrivals about a point, an instrument that is perfect. */
    static List<Trace> arrivals(SplittableRandom chance, double scatter, double... centre) {
        return IntStream.range(0, 3)
                .mapToObj(axis -> Samples.of(
                        "mm",
                        0,
                        IntStream.range(0, CYCLES)
                                .mapToDouble(i -> centre[axis] + scatter * chance.nextGaussian())
                                .toArray()))
                .toList();
    }

    /** The stated u against the spread of the result over many experiments, as a ratio (JCGM 101:2008, 8). */
    private static double stated(Function<SplittableRandom, Candidate> experiment) {
        SplittableRandom chance = new SplittableRandom(12642);
        double[] values = new double[EXPERIMENTS];
        double squares = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            Candidate result = experiment.apply(chance);
            values[i] = result.value();
            double u = result.framework().combined();
            squares += u * u / EXPERIMENTS;
        }
        return Math.sqrt(squares) / Summary.of(values).standardDeviation();
    }

    @Nested
    class TheStatedUncertainty {

        @Test
        void ofADistanceIsThatOfManyExperiments() {
            assertThat(stated(chance -> candidate(DistanceBetween.accuracy(
                            arrivals(chance, 0, 0, 0, 0), arrivals(chance, 0.02, 300, 0, 400), 500))))
                    .isCloseTo(1, within(0.05));
            assertThat(stated(chance -> DistanceBetween.spread(
                                    arrivals(chance, 0, 0, 0, 0), arrivals(chance, 0.02, 300, 0, 400))
                            .candidate()))
                    .isCloseTo(1, within(0.05));
        }

        /** Only the scatter along the line of the barycentres counts. */
        @Test
        void ofAVariationIsThatOfManyExperiments() {
            assertThat(stated(chance -> {
                        Axes one = Axes.of(arrivals(chance, 0.02, 0, 0, 0), 2);
                        Axes other = Axes.of(arrivals(chance, 0.02, 1, 0, 0), 2);
                        Position apart = mean(other).minus(mean(one));
                        return PoseVariation.between(apart, one, 0, other, 1).candidate();
                    }))
                    .isCloseTo(1, within(0.05));
        }

        @Test
        void ofADriftOfRepeatabilityIsNotTooSmall() {
            assertThat(stated(chance -> Figure.apart(spread(chance, 0.02), spread(chance, 0.2))
                            .candidate()))
                    .isBetween(1.0, 1.3);
        }

        private static Spread spread(SplittableRandom chance, double scatter) {
            Axes axes = Axes.of(arrivals(chance, scatter, 0, 0, 0), 3);
            return Repeatability.spread(Text.same("scatter " + scatter), axes.positions(), List.of());
        }

        private static Position mean(Axes axes) {
            return PositionAccuracy.of(new Position(0, 0, 0), axes.positions()).barycentre();
        }

        private static Candidate candidate(Measurement measurement) {
            return new Candidate(measurement.value(), measurement.uncertainty());
        }
    }

    /** However far from zero it is, its farther end counts for both sides. */
    @Test
    void aDriftOfAccuracyIsNotSkewed() {
        Trace x = Samples.of("mm", 0, -1, 1, -1, 1, -1, 1, 19, 21, 19, 21, 19, 21);
        Trace y = Samples.of("mm", 0, -1, -1, 1, 1, 0, 0, -1, -1, 1, 1, 0, 0);
        Uncertainty drift = PoseVariation.driftOfAccuracy(List.of(x, y), new double[] {0, 0}, 2)
                .uncertainty();
        MonteCarloCheck check = Objects.requireNonNull(drift.check());
        assertThat(check.holds()).isFalse();
        assertThat(check.skewed()).isFalse();
        assertThat(check.below()).isGreaterThan(check.above());
        assertThat(drift.above()).isEqualTo(check.below());
    }

    @Nested
    class NothingIsMeasured {

        private final List<Trace> two = List.of(Samples.of("mm", 0, 1, 2));
        private final List<Trace> three = List.of(Samples.of("mm", 0, 1, 2, 3));

        @Test
        void whereACycleLacksAPlace() {
            assertThatThrownBy(() -> DistanceBetween.accuracy(two, three, 0))
                    .isInstanceOf(NotMeasurableException.class)
                    .hasMessage("each cycle needs both places: 2 and 3 arrivals");
        }

        @Test
        void whereOneDirectionIsAll() {
            assertThatThrownBy(() -> PoseVariation.ofDirections(List.of(three)))
                    .isInstanceOf(NotMeasurableException.class)
                    .hasMessage("arrivals from 1 directions, at least two are needed");
        }

        @Test
        void whereBlocksAreUnequal() {
            assertThatThrownBy(() -> PoseVariation.driftOfRepeatability(three, 2))
                    .isInstanceOf(NotMeasurableException.class)
                    .hasMessage("3 arrivals do not make 2 blocks of equal size "
                            + "(two or more, of three or more arrivals each)");
        }

        @Test
        void whereAnglesCancel() {
            assertThatThrownBy(() -> AttainedAngle.accuracy(Samples.onCircle(0, 0, 180), 0))
                    .isInstanceOf(NotMeasurableException.class)
                    .hasMessage("the angles of the arrivals cancel: they have no mean direction");
        }
    }

    /** 1, 2, 3 deg about 2 deg: s = 1 deg, of the mean s / sqrt(3); U of a reading 0.2 deg. */
    @Test
    void anglesHaveABudgetOfScatterAndInstrument() {
        Measurement accuracy = AttainedAngle.accuracy(Samples.onCircle(0.2, 1, 2, 3), 10);
        assertThat(accuracy.value()).isCloseTo(8, within(1e-9));
        assertThat(accuracy.uncertainty().combined()).isCloseTo(Math.hypot(0.1, 1 / Math.sqrt(3)), within(1e-9));
        assertThat(accuracy.uncertainty().contributions())
                .extracting(row -> row.name().en())
                .containsExactly("U of signal-deg/3", "scatter of 3 arrivals");
        assertThat(AttainedAngle.accuracy(Samples.onCircle(0.2, 1), 10)
                        .uncertainty()
                        .combined())
                .isEqualTo(0.1);
        Measurement repeatability = AttainedAngle.repeatability(Samples.onCircle(0.2, 359, 360, 1));
        assertThat(repeatability.value()).isCloseTo(3, within(1e-9));
        assertThat(repeatability.uncertainty().combined()).isCloseTo(Math.hypot(0.1, 3 / 2.0), within(1e-9));
        assertThat(AttainedAngle.repeatability(Samples.of("deg", 0.2, 359, 360, 361))
                        .value())
                .isCloseTo(3, within(1e-9));
        Measurement wider = AttainedAngle.repeatability(Samples.onCircle(0.2, 358, 0, 2));
        assertThat(wider.value()).as("3 S, S = 2 deg").isCloseTo(6, within(1e-9));
        assertThat(wider.uncertainty().combined()).isCloseTo(Math.hypot(0.1, 6 / 2.0), within(1e-9));
        assertThatThrownBy(() -> AttainedAngle.repeatability(Samples.onCircle(0.2, 1)))
                .hasMessage("too few arrivals: 1");
    }

    /** 100, 101 ... 119 mm: s2 = 20 * 21 / 12 = 35 mm2, worth 20 / (1 + 2 * 2.98945) by the coefficients of up to 7 cycles apart. */
    @Test
    void distancesThatGrowAreWorthFew() {
        List<Trace> still = List.of(Samples.of("mm", 0, new double[20]));
        List<Trace> creeping = List.of(
                Samples.of("mm", 0, IntStream.range(100, 120).asDoubleStream().toArray()));
        Measurement accuracy = DistanceBetween.accuracy(still, creeping, 100);
        assertThat(accuracy.value()).isCloseTo(9.5, within(1e-9));
        assertThat(accuracy.uncertainty().contributions())
                .anySatisfy(row ->
                        assertThat(row.name().en()).isEqualTo("scatter of 20 distances, worth 3 independent ones"));
        assertThat(accuracy.uncertainty().combined()).isCloseTo(Math.sqrt(35.0 / 20 * 19 / 1.86576), within(1e-5));
    }

    /** What arrives later and later along y only: the scatter along x is what counts for a deviation along x. */
    @Test
    void onlyTheScatterAlongTheDeviationCounts() {
        List<Trace> axes = List.of(Samples.of("mm", 0, 9, 10, 11), Samples.of("mm", 0, -5, 10, -5));
        Measurement accuracy = Repeatability.accuracy(axes, new double[] {0, 0});
        assertThat(accuracy.value()).isCloseTo(10, within(1e-12));
        assertThat(accuracy.uncertainty().combined()).isCloseTo(1 / Math.sqrt(3), within(1e-12));
    }

    @Test
    void ofADeviationOfNothingTheScatterOfAllAxesCounts() {
        List<Trace> axes = List.of(Samples.of("mm", 0, 9, 10, 11), Samples.of("mm", 0, 8, 10, 12));
        Measurement accuracy = Repeatability.accuracy(axes, new double[] {10, 10});
        assertThat(accuracy.uncertainty().combined()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-12));
        assertThat(accuracy.uncertainty().contributions())
                .singleElement()
                .satisfies(row -> assertThat(row.name().en()).isEqualTo("scatter of 3 arrivals"));
    }

    /** 1, 3, 5 and 2, 2, 5: the sums of products are 8, 6 and 6. */
    @Test
    void theMeansOfAxesThatScatterTogetherAreCorrelated() {
        List<Position> attained = List.of(new Position(1, 2, 7), new Position(3, 2, 7), new Position(5, 5, 7));
        Barycentre mean = new Barycentre(Text.same("scatter"), attained, 3);
        assertThat(mean.correlations("p "))
                .as("an axis that does not scatter has no correlation")
                .singleElement()
                .satisfies(each -> {
                    assertThat(List.of(each.first().en(), each.second().en()))
                            .containsExactly("p mean of axis 1", "p mean of axis 0");
                    assertThat(each.coefficient()).isCloseTo(6 / Math.sqrt(8 * 6), within(1e-12));
                });
        assertThat(mean.row(new double[] {0.6, 0.8, 0}).standardUncertainty())
                .isCloseTo(Math.sqrt((0.36 * 4 + 2 * 0.48 * 3 + 0.64 * 3) / 3), within(1e-12));
    }

    @Test
    void blocksAreInOrderOfTime() {
        List<Trace> axes = List.of(Samples.of("mm", 0.2, 1, 1, 1, 2, 2, 2, 4, 4, 4));
        Measurement drift = PoseVariation.driftOfAccuracy(axes, new double[] {0}, 3);
        assertThat(drift.value()).isCloseTo(3, within(1e-12));
        assertThat(drift.uncertainty().contributions())
                .extracting(row -> row.name().en())
                .contains("U of signal-mm/9 (group 1)", "U of signal-mm/9 (group 3)");
        assertThatThrownBy(() -> PoseVariation.driftOfAccuracy(axes, new double[] {0}, 9))
                .hasMessageStartingWith("9 arrivals do not make 9 blocks");
    }

    /** 0.1 mm beyond the target, then 0.13 mm short of it: one error of the instrument moves both, in opposite directions. */
    @Test
    void whatTheAxesShareCountsTwiceWhereTheAccuracyChangesSides() {
        List<Trace> axes = List.of(
                Samples.of("mm", 0.01, 0.1, 0.1, 0.1, -0.13, -0.13, -0.13),
                Samples.of("mm", 0.01, 0.1, 0.1, 0.1, -0.13, -0.13, -0.13),
                Samples.of("mm", 0.01, 0.1, 0.1, 0.1, -0.13, -0.13, -0.13));
        Measurement drift = PoseVariation.driftOfAccuracy(axes, new double[] {0, 0, 0}, 2);
        assertThat(drift.value()).isCloseTo(0.03 * Math.sqrt(3), within(1e-12));
        assertThat(drift.uncertainty().combined()).isCloseTo(2 * Math.sqrt(3) * 0.005, within(1e-9));
    }

    /** 5 + (0.25 - 0), and no less than nothing. */
    @Test
    void aSpreadIsDrawnWithTheRestOfItsBudget() {
        Spread spread = new Spread(3, scatter("a", 1), List.of(scatter("b", 1)));
        assertThat(spread.drawn(new double[] {99, 5, 0.25}, 1)).isEqualTo(5.25);
        assertThat(spread.drawn(new double[] {99, 5, -7}, 1)).isZero();
    }

    /** Far apart, each end of the interval of a difference counts for its own side; near nothing it does not. */
    @Test
    void aDriftOfRepeatabilityIsSkewedWhereItIsLarge() {
        Spread small = new Spread(1, scatter("a", 0.1), List.of());
        Spread large = new Spread(10, scatter("b", 2), List.of());
        assertThat(Figure.apart(small, large).isSkewed()).isTrue();
        assertThat(Figure.apart(large, small).isSkewed()).isTrue();
        assertThat(Figure.apart(large, new Spread(11, scatter("c", 2), List.of()))
                        .isSkewed())
                .isFalse();
        Uncertainty apart = Figure.apart(small, large).checked(Uncertainty.COVERAGE);
        assertThat(apart.above()).isGreaterThan(1.2 * apart.below());
    }

    private static Contribution scatter(String name, double u) {
        return new Contribution(Text.same(name), 0, u, 12, Evaluation.A, Distribution.NORMAL, 1);
    }

    @Test
    void anAngleIsComparedTheShorterWayRound() {
        assertThat(AttainedAngle.accuracy(Samples.onCircle(0, 179, -179, 180), -178)
                        .value())
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void ofTheLargestUReachesAsFarAsThatOfAny() {
        Candidate largest = Candidate.largest(List.of(
                new Candidate(1.0, Uncertainty.stated(0.1, 2)), new Candidate(0.9, Uncertainty.stated(0.4, 2))));
        assertThat(largest.value()).isEqualTo(1);
        assertThat(largest.uncertainty().expanded()).isCloseTo(0.3, within(1e-12));
        assertThat(largest.uncertainty().below()).isEqualTo(0.1);
    }

    /** 0.9 m reaches to 1.3 m because of a busy computer: three quarters of its u. */
    @Test
    void whatMakesItReachFartherIsInTheBudget() {
        Uncertainty late = Uncertainty.of(List.of(
                Contribution.normal(Timing.HELD_UP, 0, Math.sqrt(0.03), Double.POSITIVE_INFINITY),
                Contribution.normal(Text.same("x"), 0, 0.1, Double.POSITIVE_INFINITY)
                        .withSensitivity(-1)));
        Uncertainty found = Candidate.largest(
                        List.of(new Candidate(1.0, Uncertainty.stated(0.1, 2)), new Candidate(0.9, late)))
                .uncertainty();
        assertThat(found.expanded()).isCloseTo(0.3, within(1e-12));
        assertThat(found.share(found.contributions().get(0))).isCloseTo(0.75, within(1e-12));
        assertThat(found.contributions().get(1).sensitivity()).isEqualTo(-1);
    }

    /** 0.75 + 0.5 reaches no farther than 1 + 0.25, which is what the check found of the largest. */
    @Test
    void whatReachesNoFartherThanTheLargestsOwnULeavesItsBudget() {
        Uncertainty found = Uncertainty.stated(0.25, 2);
        Candidate largest = Candidate.largest(List.of(
                new Candidate(1.0, Uncertainty.stated(0.125, 2), () -> found),
                new Candidate(0.75, Uncertainty.stated(0.5, 2))));
        assertThat(largest.uncertainty()).isEqualTo(found);
    }
}
