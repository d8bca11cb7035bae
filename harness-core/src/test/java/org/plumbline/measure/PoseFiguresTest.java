package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.pose.Position;
import org.plumbline.pose.PositionAccuracy;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;

/** Distances, directions, drift and angles: their uncertainty against repeats of the whole experiment, and what is refused. */
class PoseFiguresTest {

    private static final int EXPERIMENTS = 3000;
    private static final int CYCLES = 30;

    /** Normal scatter of the arrivals about a point, an instrument that is perfect. */
    private static List<Trace> arrivals(SplittableRandom chance, double scatter, double... centre) {
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
    }
}
