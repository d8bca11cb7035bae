package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.plumbline.measure.Samples.SECOND;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Statement;
import org.plumbline.verdict.Tolerance;

class MeasurementTest {

    private static final Text WHAT = new Text("量", "quantity");

    @Nested
    class OfPercentiles {

        /** Hyndman and Fan, type 7, as R's quantile(c(1, 3, 6, 10, 15), p) and numpy's default give them. */
        @ParameterizedTest
        @CsvSource({"0, 1", "10, 1.8", "25, 3", "50, 6", "75, 10", "90, 13", "95, 14", "99, 14.8", "100, 15"})
        void interpolatesBetweenOrderStatistics(int percent, double value) {
            assertThat(Percentile.of(new double[] {10, 1, 15, 6, 3}, percent)).isCloseTo(value, within(1e-12));
        }

        @Test
        void ofOneSampleIsThatSample() {
            assertThat(Percentile.of(new double[] {7}, 95)).isEqualTo(7);
            assertThatThrownBy(() -> Percentile.of(new double[0], 95)).hasMessage("a percentile needs samples");
        }

        @Test
        void takesTheDeviationToEitherSideInTheSignalsUnit() {
            Trace depth = Samples.of("mm", 20, 3990, 4010, 4030, 3950);
            Measurement measurement = Percentile.ofDeviation(depth, new Quantity(4, Samples.unit("m")), 50);
            assertThat(measurement.value()).isCloseTo(20, within(1e-9));
            assertThat(measurement.unit()).isEqualTo(Samples.unit("mm"));
            assertThat(measurement.samples()).isEqualTo(4);
            assertThat(List.of(measurement.from(), measurement.to())).containsExactly(0L, 3 * SECOND);
        }

        /** Deviations 10, 10, 30 and 50 have r = 0.25: 2.667 independent ones, ranks of 0.5 +- 0.30619, 10 and 38.371 mm. */
        @Test
        void fewSamplesAreLessCertain() {
            Trace depth = Samples.of("mm", 20, 3990, 4010, 4030, 3950);
            Uncertainty uncertainty = Percentile.ofDeviation(depth, new Quantity(4, Samples.unit("m")), 50)
                    .uncertainty();
            assertThat(uncertainty.combined()).isCloseTo(Math.hypot(10, 18.37117), within(1e-5));
            assertThat(uncertainty.degreesOfFreedom()).isEqualTo(1);
            assertThat(uncertainty.contributions())
                    .extracting(row -> row.name().en())
                    .containsExactly("U of signal-mm/4", "sampling: 4 samples, worth 3 independent ones");
        }

        /** How often the true 95th percentile of |normal| lies above the value by more than U, in per cent. */
        @ParameterizedTest
        @CsvSource({"0, 300, 6", "0, 3000, 5", "0.9, 300, 8", "0.9, 3000, 5"})
        void theTruthIsSeldomBeyond(double dependence, int size, double most) {
            Random random = new Random(95);
            int beyond = 0;
            for (int round = 0; round < 1000; round++) {
                double[] values = new double[size];
                double last = random.nextGaussian();
                for (int i = 0; i < size; i++) {
                    last = dependence * last + Math.sqrt(1 - dependence * dependence) * random.nextGaussian();
                    values[i] = last;
                }
                Measurement measured =
                        Percentile.ofDeviation(Samples.of("m", 0, values), new Quantity(0, Samples.unit("m")), 95);
                beyond += measured.value() + measured.expandedUncertainty() < 1.959963984540054 ? 1 : 0;
            }
            assertThat(beyond / 10.0).isLessThan(most);
        }

        @Test
        void takesTheShorterWayRoundTheCircle() {
            Trace heading = Samples.onCircle(1, 358, 1, 0, 359);
            assertThat(Percentile.ofDeviation(heading, new Quantity(0, Samples.unit("deg")), 100)
                            .value())
                    .isEqualTo(2);
            assertThat(Percentile.ofDeviation(heading, new Quantity(0, Samples.unit("deg")), 50)
                            .value())
                    .isEqualTo(1);
        }
    }

    @Nested
    class OfDifferences {

        @Test
        void interpolatesTheReferenceToTheSignalsTimes() {
            Trace reference = Samples.at("m", null, 0.03, new long[] {0, 10 * SECOND}, 0, 20);
            Trace signal = Samples.at("m", null, 0.04, new long[] {SECOND, 5 * SECOND, 10 * SECOND}, 2.1, 9.5, 20.2);
            Measurement measurement = Difference.largest(signal, reference, Timing.UNDISTURBED);
            assertThat(measurement.value()).isCloseTo(0.5, within(1e-12));
            double meanwhile = 2 * 2 * 0.001 * Math.sqrt(2.0 / 3); // 2 m/s, stamps of +-1 ms
            assertThat(measurement.expandedUncertainty())
                    .isCloseTo(Math.sqrt(0.0025 + meanwhile * meanwhile), within(1e-12));
            assertThat(measurement.samples()).isEqualTo(5);
        }

        @Test
        void refusesToSubtractSecondsFromMetresAndNamesBoth() {
            assertThatThrownBy(() ->
                            Difference.largest(Samples.of("m", 0, 1, 2), Samples.of("s", 0, 1, 2), Timing.UNDISTURBED))
                    .hasMessageContaining("\"signal-m\" (m) and \"signal-s\" (s) cannot be put together");
        }

        @Test
        void comparesInTheSignalsUnit() {
            Trace reference = Samples.of("m", 0.002, 1, 1);
            assertThat(Difference.largest(Samples.of("mm", 0, 1000, 1003), reference, Timing.UNDISTURBED)
                            .value())
                    .isCloseTo(3, within(1e-9));
            assertThat(Difference.largest(Samples.of("mm", 0, 1000, 1003), reference, Timing.UNDISTURBED)
                            .expandedUncertainty())
                    .isCloseTo(2, within(1e-12));
        }

        @Test
        void interpolatesAcrossNorthTheShorterWay() {
            Trace reference = Samples.at("deg", 360.0, 0, new long[] {0, 2 * SECOND}, 350, 10);
            Trace signal = Samples.at("deg", 360.0, 0, new long[] {SECOND}, 3);
            assertThat(Difference.largest(signal, reference, Timing.UNDISTURBED).value())
                    .isEqualTo(3);
        }

        /**
         * 30 deg/s, stamps late by up to 0.2 s: 30 * sqrt(2) * 0.2 / sqrt(3) = 4.899 deg, k = 2. That reaches beyond zero,
         * so it is Monte Carlo's interval, of which the upper end is nearly the same.
         */
        @Test
        void doubtsWhatChangedWhileTheHarnessWasHeldUp() {
            Trace reference = Samples.at("deg", 360.0, 0, new long[] {0, SECOND, 2 * SECOND}, 330, 0, 30);
            Trace signal = Samples.at("deg", 360.0, 0, new long[] {SECOND / 2, SECOND * 3 / 2}, 339, 15);
            Timing heldUp = new Timing(stamp -> stamp <= SECOND ? 200_000_000 : 0);
            Measurement measurement = Difference.largest(signal, reference, heldUp);
            assertThat(measurement.value()).isCloseTo(6, within(1e-9));
            assertThat(measurement.expandedUncertainty())
                    .isCloseTo(2 * 30 * Math.sqrt(2) * Math.hypot(0.001, 0.2) / Math.sqrt(3), within(0.05));
            assertThat(measurement.uncertainty().check()).isNotNull();
            assertThat(Difference.largest(signal, reference, Timing.UNDISTURBED).expandedUncertainty())
                    .isCloseTo(2 * 30 * Math.sqrt(2) * 0.001 / Math.sqrt(3), within(1e-9));
        }

        @Test
        void doubtsNothingThatStoodStill() {
            Trace reference = Samples.of("m", 0, 4, 4, 4);
            Timing heldUp = new Timing(stamp -> SECOND);
            assertThat(Difference.largest(Samples.of("m", 0.02, 4, 4.1, 4), reference, heldUp)
                            .expandedUncertainty())
                    .isCloseTo(0.02, within(1e-12));
        }

        @Test
        void leavesOutWhatTheReferenceDoesNotCover() {
            Trace reference = Samples.at("m", null, 0, new long[] {5 * SECOND, 6 * SECOND}, 1, 1);
            Trace signal = Samples.at("m", null, 0, new long[] {0, 5 * SECOND, 9 * SECOND}, 99, 1.25, 99);
            assertThat(Difference.largest(signal, reference, Timing.UNDISTURBED).value())
                    .isEqualTo(0.25);
            assertThatThrownBy(() -> Difference.largest(Samples.of("m", 0, 1, 1), reference, Timing.UNDISTURBED))
                    .hasMessage("signals signal-m and signal-m do not overlap in time");
        }
    }

    @Nested
    class OfExtremes {

        private final Trace trace = Samples.of("m", 0.02, 1, 5, 3, -2, 4);

        @Test
        void areThoseOfTheSamples() {
            assertThat(Extreme.maximum(trace).value()).isEqualTo(5);
            assertThat(Extreme.minimum(trace).value()).isEqualTo(-2);
            assertThat(Extreme.maximum(trace).expandedUncertainty()).isEqualTo(0.02);
            assertThatThrownBy(() -> Extreme.maximum(Samples.of("m", 0)))
                    .isInstanceOf(NotMeasurableException.class)
                    .hasMessage("signal signal-m has no samples in the stretch");
        }

        @Test
        void anglesThatWrapHaveNone() {
            assertThatThrownBy(() -> Extreme.maximum(Samples.onCircle(1, 359, 1)))
                    .isInstanceOf(NotMeasurableException.class)
                    .hasMessage("signal signal-deg is an angle that wraps: it has neither a maximum nor a minimum");
            assertThatThrownBy(() -> Extreme.minimum(Samples.onCircle(1, 359, 1)))
                    .isInstanceOf(NotMeasurableException.class);
        }

        @Test
        void changeIsFromFirstToLastWithTheUncertaintyOfTwoSamples() {
            assertThat(Extreme.change(trace).value()).isEqualTo(3);
            assertThat(Extreme.change(trace).expandedUncertainty()).isCloseTo(0.0282842712474619, within(1e-15));
            assertThat(Extreme.change(Samples.onCircle(0, 350, 10)).value()).isEqualTo(20);
        }

        @Test
        void overshootGoesBeyondTheEndInTheDirectionOfTheChange() {
            assertThat(Extreme.overshoot(Samples.of("mm", 0, 0, 50, 104, 99, 100))
                            .value())
                    .isEqualTo(4);
            assertThat(Extreme.overshoot(Samples.of("mm", 0, 100, 50, -3, 1, 0)).value())
                    .isEqualTo(3);
            assertThat(Extreme.overshoot(Samples.of("mm", 0, 0, 50, 100)).value())
                    .isEqualTo(0);
            assertThat(Extreme.overshoot(Samples.onCircle(0, 350, 14, 10)).value())
                    .isEqualTo(4);
        }

        @Test
        void withoutAChangeThereIsNoOvershootToSpeakOf() {
            for (Trace trace : List.of(Samples.of("mm", 0, 0, 50, 0), Samples.of("mm", 0, 7), Samples.of("mm", 0))) {
                assertThatThrownBy(() -> Extreme.overshoot(trace)).isInstanceOf(NotMeasurableException.class);
            }
        }

        /** Downwards it would be 0, upwards 50 mm; the change of -1 mm is known to sqrt(2) mm. */
        @Test
        void norWhereTheChangeMayBeNoneWithinItsUncertainty() {
            assertThatThrownBy(() -> Extreme.overshoot(Samples.of("mm", 1, 100, 150, 99)))
                    .isInstanceOf(NotMeasurableException.class)
                    .hasMessage(
                            "signal signal-mm ends no farther from where it began than U = 1.41 mm of the difference:"
                                    + " nothing shows the direction of its overshoot");
            assertThat(Extreme.overshoot(Samples.of("mm", 1, 100, 150, 101.5)).value())
                    .isEqualTo(48.5);
        }
    }

    @Nested
    class OfCounts {

        @Test
        void isExactAndNeedsSomethingToCountIn() {
            Measurement count = Count.of(WHAT, 3, 5, 9, 100, List.of("seq"));
            assertThat(count).hasToString("3");
            assertThat(count.expandedUncertainty()).isZero();
            assertThatThrownBy(() -> Count.of(WHAT, 0, 5, 9, 0, List.of("seq")))
                    .hasMessage("nothing arrived in the stretch, so there is nothing to count");
        }

        @Test
        void findsWhatIsOutOfOrder() {
            Trace sequence = Samples.of("1", 0, 1, 2, 2, 5, 4, 5);
            assertThat(Count.notIncreasing(sequence)).isEqualTo(2);
            assertThat(Count.notByOne(sequence)).isEqualTo(3);
        }
    }

    @Nested
    class OfTimes {

        private static final double STAMPS = 2 * Math.sqrt(2) * 0.001 / Math.sqrt(3);

        @Test
        void aReactionCarriesTheSamplingIntervalAndTheStamps() {
            Measurement seen = Timing.UNDISTURBED.reaction(WHAT, "speed", SECOND, 1_500_000_000L, 1_400_000_000L);
            assertThat(seen.value()).isCloseTo(0.45, within(1e-12));
            assertThat(seen.atLeast()).isFalse();
            assertThat(seen.expandedUncertainty())
                    .isCloseTo(2 * Math.hypot(0.1 / Math.sqrt(12), STAMPS / 2), within(1e-15));
            Measurement first = Timing.UNDISTURBED.reaction(WHAT, "speed", SECOND, 1_500_000_000L, 0);
            assertThat(first.expandedUncertainty())
                    .isCloseTo(2 * Math.hypot(0.5 / Math.sqrt(12), STAMPS / 2), within(1e-15));
            assertThat(first.value()).isCloseTo(0.25, within(1e-12));
        }

        /** Seen at 1 s but not yet at 0.5 s: the truth may be anywhere between. */
        @Test
        void theUncertaintyReachesWhereverTheReactionMayHaveBeen() {
            Measurement seen = Timing.UNDISTURBED.reaction(WHAT, "speed", 0, SECOND, SECOND / 2);
            assertThat(seen.value() - seen.expandedUncertainty()).isLessThan(0.5);
            assertThat(seen.value() + seen.expandedUncertainty()).isGreaterThan(1);
            Tolerance atLeast = new Tolerance(0.7, null, Unit.S, true, DecisionRule.GUARDED);
            assertThat(atLeast.decide(seen.value(), seen.expandedUncertainty())).isEqualTo(Statement.INCONCLUSIVE);
        }

        /** 0.05 m/s at 0.2 m/s each second is a quarter of a second. */
        @Test
        void aLevelIsPassedAsUncertainlyAsTheSignalIsKnown() {
            Trace speed = Samples.at("m/s", null, 0.1, new long[] {SECOND, 2 * SECOND}, 0.6, 0.4);
            Measurement passed =
                    Timing.UNDISTURBED.reaction(WHAT, "speed", 0, Passage.sharp(SECOND, 2 * SECOND), speed.crossing(1));
            assertThat(passed.value()).isCloseTo(1.5, within(1e-12));
            assertThat(passed.uncertainty().contributions())
                    .extracting(row -> row.name().en(), row -> Rounding.uncertainty(row.component()))
                    .contains(tuple("U of signal-m/s/2", "0.25"));
            assertThat(passed.uncertainty().combined())
                    .isCloseTo(
                            Result.rootSumOfSquares(0.25, 0.5 / Math.sqrt(3), 0.001 * Math.sqrt(2.0 / 3)),
                            within(1e-12));
            assertThat(Samples.of("m/s", 0.1, 1, 1).crossing(1)).isEmpty();
        }

        /** As indicated between 1 s and 1.5 s; surely not at 0.5 s, surely at 3 s: 1.75 s from 1.25 s. */
        @Test
        void whereTheSignalStaysNearTheLevelTheTimeReachesToWhereItSurelyHasPassed() {
            Passage hovers = new Passage(SECOND / 2, SECOND, SECOND * 3 / 2, 3 * SECOND);
            Contribution slope = Rows.within(Text.same("slope"), 1);
            Measurement passed = Timing.UNDISTURBED.reaction(WHAT, "speed", 0, hovers, List.of(slope));
            assertThat(passed.value()).isEqualTo(1.25);
            assertThat(passed.uncertainty().contributions())
                    .extracting(row -> row.name().en(), row -> Rounding.of(row.component(), 1e-6))
                    .contains(tuple(
                            "the time for which the signal was within its U of the level", Rounding.of(0.875, 1e-6)))
                    .doesNotContain(tuple("slope", Rounding.of(slope.component(), 1e-6)));
            double sampling = 2 * Math.hypot(0.25 / Math.sqrt(3), 0.001 * Math.sqrt(2.0 / 3));
            assertThat(passed.uncertainty().below()).isCloseTo(Math.hypot(sampling, 0.75), within(1e-12));
            assertThat(passed.uncertainty().above())
                    .isCloseTo(Math.hypot(sampling, 1.75), within(1e-12))
                    .isEqualTo(passed.expandedUncertainty());
            assertThat(passed.value() + passed.expandedUncertainty()).isBetween(3.0, 3.1);
            assertThat(passed.to()).isEqualTo(3 * SECOND);
            Measurement before = Timing.UNDISTURBED.reaction(
                    WHAT, "speed", SECOND, new Passage(0, SECOND * 5 / 4, 2 * SECOND, 2 * SECOND), List.of());
            assertThat(before.uncertainty().contributions().get(2).component())
                    .as("1.625 s is 0.625 s after the stimulus")
                    .isCloseTo(0.3125, within(1e-12));
            assertThat(before.uncertainty().above())
                    .as("at 2 s it surely had passed")
                    .isCloseTo(2 * Math.hypot(0.375 / Math.sqrt(3), 0.001 * Math.sqrt(2.0 / 3)), within(1e-12));
        }

        /**
         * Stamped 0.46 s after a stall of 0.2 s, which ends there: 12 at 0.28 s, 9.5 from 0.30 s on. It is surely passed at 0.52 s, on
         * time.
         */
        @ParameterizedTest
        @CsvSource({"460, 460, 460, 520", "0, 200, 460, 520", "460, 470, 480, 520", "0, 300, 520, 460"})
        void isAsLateAsAnyOfTheSamplesThatDecide(long outside, long before, long seen, long surely) {
            Timing stalled = new Timing(stamp -> stamp == 460_000_000 ? 200_000_000 : 0);
            Passage passage =
                    new Passage(outside * 1_000_000, before * 1_000_000, seen * 1_000_000, surely * 1_000_000);
            Measurement passed = stalled.reaction(WHAT, "speed", 0, passage, List.of());
            assertThat(passed.uncertainty().contributions())
                    .extracting(Contribution::name, Contribution::component)
                    .contains(tuple(Timing.HELD_UP, 0.2 / Math.sqrt(3)));
            assertThat(passed.value() - passed.expandedUncertainty()).isLessThan(0.27);
        }

        @Test
        void aReactionThatNeverCameIsOnlyALowerBound() {
            Measurement none = Timing.UNDISTURBED.noReaction(WHAT, "speed", SECOND, 3 * SECOND, 20);
            assertThat(none).hasToString("> 2.0000 s ± 0.0016 s (k = 2)");
            assertThat(none.atLeast()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "1000 2000 3000, 1, false",
            "1000 4000 5000, 3, false",
            "4000, 4, false",
            "1, 4.999, false",
            "'', 5, true"
        })
        void theLargestGapCountsFromEndToEndOfTheStretch(String millis, double seconds, boolean atLeast) {
            long[] times = millis.isEmpty()
                    ? new long[0]
                    : java.util.Arrays.stream(millis.split(" "))
                            .mapToLong(t -> Long.parseLong(t) * 1_000_000)
                            .toArray();
            long to = times.length == 3 && times[2] == 3 * SECOND ? 4 * SECOND : 5 * SECOND;
            Measurement gap = Timing.UNDISTURBED.largestGap("depth", Times.of(times), 0, to);
            assertThat(gap.value()).isCloseTo(seconds, within(1e-9));
            assertThat(gap.atLeast()).isEqualTo(atLeast);
            assertThat(gap.expandedUncertainty()).isCloseTo(STAMPS, within(1e-15));
        }

        @Test
        void frozenIsTheTimeFromOneChangeToTheNext() {
            Measurement frozen = Timing.UNDISTURBED.longestFrozen(Samples.of("m", 0, 1, 2, 2, 2, 3, 3), 0, 5 * SECOND);
            assertThat(frozen.value()).isCloseTo(3, within(1e-9));
            assertThat(frozen.expandedUncertainty()).isCloseTo(STAMPS, within(1e-12));
            assertThat(frozen.samples()).isEqualTo(6);
        }

        /** The data show the new value from 4 s on, whenever between 1 s and 4 s the quantity came to it. */
        @Test
        void frozenAreDataAsTheyArrive() {
            Trace trace = Samples.at("m", null, 0, new long[] {0, SECOND, 4 * SECOND, 5 * SECOND}, 1, 1, 2, 2);
            Measurement frozen = Timing.UNDISTURBED.longestFrozen(trace, 0, 5 * SECOND);
            assertThat(frozen.value()).isCloseTo(4, within(1e-9));
            assertThat(frozen.expandedUncertainty()).isCloseTo(STAMPS, within(1e-12));
        }

        @Test
        void whatDiffersInTheLastBitIsNotFrozen() {
            assertThat(Timing.UNDISTURBED
                            .longestFrozen(Samples.of("m", 0, 1, 1 + 1e-15, 1), 0, 2 * SECOND)
                            .value())
                    .isCloseTo(1, within(1e-9));
        }

        @Test
        void aSignalThatStopsIsFrozenFromThereOn() {
            assertThat(Timing.UNDISTURBED
                            .longestFrozen(Samples.of("m", 0, 1, 2, 3), 0, 9 * SECOND)
                            .value())
                    .isCloseTo(7, within(1e-9));
            assertThat(Timing.UNDISTURBED
                            .longestFrozen(Samples.of("m", 0, 1), 0, 9 * SECOND)
                            .value())
                    .isCloseTo(9, within(1e-9));
        }
    }

    @Test
    void convertsValueAndUncertainty() {
        Measurement warm = new Measurement(
                        WHAT, 25, Samples.unit("degC"), false, Uncertainty.stated(0.5, 2), 0, 1, 7, List.of("t"), null)
                .in(Samples.unit("K"));
        assertThat(warm.value()).isCloseTo(298.15, within(1e-12));
        assertThat(warm.expandedUncertainty()).isEqualTo(0.5);
        assertThat(warm.in(warm.unit())).isSameAs(warm);
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "NaN", "Infinity"})
    void refusesWhatIsNoUncertainty(double u) {
        assertThatThrownBy(() ->
                        new Measurement(WHAT, 1, Unit.S, false, Uncertainty.stated(u, 2), 0, 1, 1, List.of(), null))
                .hasMessage("not an expanded uncertainty: " + u);
    }
}
