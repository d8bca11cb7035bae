package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

class VelocityAlongPathTest {

    /** About means of 98, 100 and 105 mm/s: 101 on average, S = sqrt((9 + 1 + 16) / 2) = sqrt(13). */
    private static final VelocityAlongPath THREE =
            new VelocityAlongPath(List.of(cycle(97, 99), cycle(101, 98, 101), cycle(105, 105)), 100, List.of("v", "x"));

    private static final double S = Math.sqrt(13);

    private static Trace cycle(double... velocities) {
        return Samples.of("mm/s", 0.4, velocities);
    }

    @Test
    void accuracyIsThatOfTheMeansWithItsSign() {
        Measurement accuracy = THREE.accuracy();
        assertThat(accuracy.value()).isCloseTo(1, within(1e-12));
        assertThat(accuracy.unit().symbol()).isEqualTo("%");
        assertThat(accuracy.uncertainty().combined()).isCloseTo(Math.hypot(0.2, S / Math.sqrt(3)), within(1e-12));
        assertThat(accuracy.quantity())
                .isEqualTo(new Text(
                        "signal-mm/s 的轨迹速度准确度 AV(3 次)", "path velocity accuracy AV of signal-mm/s (3 cycles)"));
        assertThat(accuracy.samples()).isEqualTo(7);
        assertThat(accuracy.signals()).containsExactly("v", "x");
        assertThat(new VelocityAlongPath(List.of(cycle(180, 180), cycle(180, 180)), 200, List.of("v", "x"))
                        .accuracy()
                        .value())
                .isCloseTo(-10, within(1e-12));
    }

    @Test
    void repeatabilityIsThreeStandardDeviationsOfTheMeans() {
        Measurement repeatability = THREE.repeatability();
        assertThat(repeatability.value()).isCloseTo(3 * S, within(1e-12));
        assertThat(repeatability.uncertainty().combined()).isCloseTo(Math.hypot(0.2, 3 * S / 2), within(1e-12));
        assertThat(repeatability.uncertainty().above())
                .isGreaterThan(repeatability.uncertainty().below());
        assertThat(repeatability.quantity().en()).isEqualTo("path velocity repeatability RV of signal-mm/s (3 cycles)");
        Measurement faster = new VelocityAlongPath(List.of(cycle(198, 198), cycle(202, 202)), 200, List.of("v", "x"))
                .repeatability();
        assertThat(faster.value()).as("3 sqrt(8) mm/s of 200 mm/s").isCloseTo(3 * Math.sqrt(8) / 2, within(1e-12));
        assertThat(faster.uncertainty().combined())
                .isCloseTo(Math.hypot(0.1, faster.value() / Math.sqrt(2)), within(1e-12));
    }

    private static Measurement fluctuation(Trace... cycles) {
        return new VelocityAlongPath(List.of(cycles), 100, List.of("v", "x")).fluctuation();
    }

    @Test
    void fluctuationIsTheLargestWithinACycle() {
        Trace steady = cycle(105, 105, 105, 105, 105, 105, 105, 105, 105, 105);
        Measurement fluctuation = fluctuation(steady, cycle(98, 99, 100, 101, 102, 103, 104, 105, 106, 107));
        assertThat(fluctuation.value()).isEqualTo(9);
        assertThat(fluctuation.unit().symbol()).isEqualTo("mm/s");
        assertThat(fluctuation.uncertainty().combined()).isCloseTo(0.2 * Math.sqrt(2), within(1e-12));
        assertThat(fluctuation.quantity().en()).isEqualTo("path velocity fluctuation FV of signal-mm/s (2 cycles)");
        Measurement peaked = fluctuation(steady, cycle(100, 100, 100, 100, 103, 100, 100, 100, 100, 100));
        assertThat(peaked.value()).isEqualTo(3);
        assertThat(peaked.uncertainty().combined())
                .as("a peak and a dip of 6/8 mm/s at most together, rectangular")
                .isCloseTo(Math.sqrt(2 * 0.04 + 4 * 0.75 * 0.75 / 3), within(1e-12));
        assertThat(peaked.uncertainty().contributions())
                .extracting(row -> row.name().en())
                .containsExactly("U of signal-mm/s/10 (two samples)", "the velocity between two samples");
    }

    /** 100 mm/s, 10 mm/s more and less five times a second. */
    private static Trace fluctuating(double perSecond, int samples) {
        return cycle(IntStream.range(0, samples)
                .mapToDouble(i -> 100 + 10 * Math.sin(2 * Math.PI * 5 * (i / perSecond + 0.007)))
                .toArray());
    }

    /** Sampled 2.5 times a second, every second wave looks like no wave at all: FV would be 0. */
    @Test
    void fluctuationIsNotMeasuredFromAHandfulOfSamples() {
        Trace few = fluctuating(2.5, 9);
        assertThatThrownBy(() -> fluctuation(few, few))
                .isInstanceOf(NotMeasurableException.class)
                .hasMessage("a cycle has only 9 samples of signal signal-mm/s on that part of the path and may have"
                        + " missed how the velocity fluctuates: 10 are needed");
        assertThat(new VelocityAlongPath(List.of(few, few), 100, List.of("v", "x"))
                        .accuracy()
                        .value())
                .as("a mean has no course")
                .isPositive();
    }

    /** Ten samples a wave: what the peaks between them are higher by is within U. */
    @Test
    void fluctuationReachesTheTruthWhereTheWaveIsSampled() {
        Measurement fluctuation = fluctuation(fluctuating(50, 20), fluctuating(50, 20));
        assertThat(fluctuation.value()).isBetween(19.0, 20.0);
        assertThat(fluctuation.value() + fluctuation.expandedUncertainty()).isGreaterThan(20);
    }

    /** 90 mm/s where the coordinate may be on the part or not: 11 mm/s of fluctuation, not 3. */
    @Test
    void fluctuationReachesToThatOfThePartAsItMayBe() {
        double[] even = {98, 98, 98, 98, 98, 101, 101, 101, 101, 101};
        double[] entering =
                DoubleStream.concat(DoubleStream.of(90), Arrays.stream(even)).toArray();
        List<Trace> parts = List.of(cycle(even), cycle(even));
        List<Trace> whole = List.of(cycle(entering), cycle(even));
        double own = 2 * Math.sqrt(2 * 0.04 + 4.0 / 3);
        Uncertainty rising = fluctuation(parts, parts, whole, 3);
        assertThat(rising.below())
                .as("8/8 mm/s between samples of the wider part")
                .isCloseTo(own, within(1e-12));
        assertThat(rising.above()).isCloseTo(own + 8, within(1e-12)).isEqualTo(rising.expanded());
        Uncertainty falling = fluctuation(whole, parts, whole, 11);
        assertThat(falling.below()).isCloseTo(own + 8, within(1e-12));
        assertThat(falling.above()).isCloseTo(own, within(1e-12));
        Uncertainty both =
                fluctuation(parts, List.of(cycle(98, 98, 98, 98, 98, 100, 100, 100, 100, 100), parts.get(0)), whole, 3);
        assertThat(both.below()).as("the other cycle surely has 3 mm/s").isCloseTo(own, within(1e-12));
    }

    /** Of nine samples, or none, nothing is known: all of the fluctuation may lie where the part may end. */
    @Test
    void fluctuationMayBeNoneWhereTooLittleOfThePartIsSure() {
        Trace part = cycle(98, 98, 98, 98, 98, 101, 101, 101, 101, 101);
        double own = 2 * Math.sqrt(2 * 0.04 + 4 * 0.375 * 0.375 / 3);
        for (Trace sure : List.of(cycle(98, 98, 98, 98, 101, 101, 101, 101, 101), cycle())) {
            List<Trace> parts = List.of(part, part);
            Uncertainty uncertainty = fluctuation(parts, List.of(part, sure), parts, 3);
            assertThat(uncertainty.below()).isCloseTo(own + 3, within(1e-12));
            assertThat(uncertainty.above()).isCloseTo(own, within(1e-12));
        }
    }

    private static Uncertainty fluctuation(List<Trace> parts, List<Trace> narrower, List<Trace> wider, double value) {
        Measurement fluctuation = new VelocityAlongPath(parts, narrower, wider, 100, List.of("v", "x")).fluctuation();
        assertThat(fluctuation.value()).isEqualTo(value);
        return fluctuation.uncertainty();
    }

    /** Where the samples lie on the wave is chance: at none of 1000 phases does U of a good instrument end below 20 mm/s. */
    @Test
    void fluctuationReachesTheTruthAtEveryPhase() {
        for (int phase = 0; phase < 1000; phase++) {
            double begins = phase / 1000.0;
            Trace wave = Samples.of(
                    "mm/s",
                    0.02,
                    IntStream.range(0, 20)
                            .mapToDouble(i -> 100 + 10 * Math.sin(2 * Math.PI * (i / 10.0 + begins)))
                            .toArray());
            Measurement fluctuation = fluctuation(wave, wave);
            assertThat(fluctuation.value() + fluctuation.uncertainty().above())
                    .as("from %s of a wave on", begins)
                    .isGreaterThanOrEqualTo(20);
        }
    }

    /** From 0 to 4 m in 4 s, sampled every half second: both ends of the part count, whichever is named first. */
    @Test
    void onlyThePartBetweenBothPlacesCounts() {
        Trace coordinate = Samples.of("m", 0, 0, 1, 2, 3, 4);
        long[] halves = Stream.iterate(0L, time -> time + Samples.SECOND / 2)
                .limit(9)
                .mapToLong(Long::longValue)
                .toArray();
        Trace velocity = Samples.at("m/s", null, 0.1, halves, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Axes.values(VelocityAlongPath.between(velocity, coordinate, 1, 2.5)))
                .containsExactly(2, 3, 4, 5);
        Trace reversed = VelocityAlongPath.between(velocity, coordinate, 2.5, 1);
        assertThat(reversed.time(0)).isEqualTo(Samples.SECOND);
        assertThat(reversed.contributions()).isEqualTo(velocity.contributions());
        assertThat(Axes.values(reversed)).containsExactly(2, 3, 4, 5);
        assertThat(VelocityAlongPath.between(velocity, coordinate, 7, 9).size()).isZero();
    }

    /** From 0 to 4 m at 1 m/s, known within U; both stamps are within 1 ms, which is 1.6 mm. */
    @Test
    void thePartEndsAsWellAsTheCoordinateIsKnown() {
        Trace velocity = Samples.of("m/s", 0.1, 0, 1, 2, 3, 4);
        assertThat(Axes.values(part(velocity, 0.998, Timing.UNDISTURBED, true))).containsExactly(2);
        assertThat(Axes.values(part(velocity, 0.999, Timing.UNDISTURBED, true))).containsExactly(1, 2, 3);
        assertThat(Axes.values(part(velocity, 0, Timing.UNDISTURBED, false))).containsExactly(2);
        assertThat(part(velocity, 0.6, Timing.UNDISTURBED, false).size())
                .as("nothing is left of it")
                .isZero();
    }

    /** A tracker's file that is aligned within u = 0.5 s: 1 m at 1 m/s. A computer that was late by 1 s: 1.6 m. */
    @Test
    void orAsWellAsItsStampsFitThoseOfTheVelocity() {
        Trace velocity = Samples.of("m/s", 0.1, 0, 1, 2, 3, 4);
        Timing aligned = new Timing(
                0,
                0,
                stamp -> 0,
                (from, to) -> List.of(Contribution.normal(Text.same("file"), 0, 0.5, Double.POSITIVE_INFINITY)));
        assertThat(Axes.values(part(velocity, 0, aligned, true))).containsExactly(1, 2, 3);
        assertThat(part(velocity, 0, aligned, false).size()).isZero();
        assertThat(Axes.values(part(velocity, 0, new Timing(stamp -> Samples.SECOND), true)))
                .containsExactly(1, 2, 3);
        assertThat(Axes.values(part(velocity, 0, Timing.UNDISTURBED, true))).containsExactly(2);
    }

    private static Trace part(Trace velocity, double expanded, Timing timing, boolean perhaps) {
        Trace coordinate = Samples.of("m", expanded, 0, 1, 2, 3, 4);
        return perhaps
                ? VelocityAlongPath.perhapsBetween(velocity, coordinate, 2, 2, timing)
                : VelocityAlongPath.surelyBetween(velocity, coordinate, 1.5, 2.5, timing);
    }

    @Test
    void twoCyclesOfTwoSamplesAreNeeded() {
        assertThatThrownBy(() -> new VelocityAlongPath(List.of(cycle(1, 1)), 1, List.of("v", "x")))
                .isInstanceOf(NotMeasurableException.class)
                .hasMessage("only 1 cycles, at least 2 are needed");
        assertThatThrownBy(() -> new VelocityAlongPath(List.of(cycle(1, 1), cycle(1)), 1, List.of("v", "x")))
                .isInstanceOf(NotMeasurableException.class)
                .hasMessage(
                        "a cycle has only 1 samples of signal signal-mm/s on that part of the path, two are needed");
    }
}
