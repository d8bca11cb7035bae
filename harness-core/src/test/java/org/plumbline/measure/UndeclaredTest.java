package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plumbline.contact.ContactKind;
import org.plumbline.pose.Corner;
import org.plumbline.pose.Position;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.separation.Approach;
import org.plumbline.separation.MinimumDistance;
import org.plumbline.separation.ProtectiveSeparation;
import org.plumbline.separation.Stop;
import org.plumbline.text.Text;

/** Of the value of a signal without declared uncertainty nothing is known, whatever else is in the budget. */
class UndeclaredTest {

    private static final Timing TIMING = Timing.UNDISTURBED;
    private static final Text WHAT = Text.same("q");

    private static Trace bare(String unit, double... values) {
        Trace trace = Samples.of(unit, 1, values);
        return new Trace("bare", trace.unit(), null, List.of(), trace.points());
    }

    /** A sample each 50 ms for 1 s. */
    private static Trace contact() {
        Trace trace = Samples.at(
                "N",
                null,
                1,
                IntStream.range(0, 20).mapToLong(i -> i * Samples.SECOND / 20).toArray(),
                IntStream.range(0, 20).mapToDouble(i -> i == 0 ? 0 : 20).toArray());
        return new Trace("bare", trace.unit(), null, List.of(), trace.points());
    }

    private static Trace declared(String unit, double... values) {
        return Samples.of(unit, 0.002, values);
    }

    private static Trace ramp() {
        return bare("m", 0, 1, 2, 3, 4);
    }

    private static List<Trace> track() {
        return List.of(bare("m", 0, 1, 2, 2, 2), declared("m", 0, 0, 0, 1, 2));
    }

    private static Quantity metres(double value) {
        return new Quantity(value, Unit.of("m").orElseThrow());
    }

    /** The 95th percentile of 0.01 m, 0.02 m ... 0.60 m has a row of its own: that of the sampling, not of the depth. */
    @Test
    void aPercentileThatKnowsItsSamplingDoesNotKnowItsUncertainty() {
        double[] depth = IntStream.range(0, 60)
                .mapToDouble(i -> 4 + (i * 37 % 61) / 100.0)
                .toArray();
        Measurement known = Percentile.ofDeviation(declared("m", depth), metres(4), 95);
        Measurement unknown = Percentile.ofDeviation(bare("m", depth), metres(4), 95);
        assertThat(known.isUncertaintyKnown()).isTrue();
        assertThat(known.undeclared()).isEmpty();
        assertThat(known.expandedUncertainty()).isGreaterThan(0.01);
        assertThat(unknown.isUncertaintyKnown()).isFalse();
        assertThat(unknown.undeclared()).containsExactly("bare");
        assertThat(unknown.value()).isEqualTo(known.value());
        assertThat(unknown.uncertainty().expanded()).isGreaterThan(0.01);
        assertThat(unknown.expandedUncertainty()).isZero();
        assertThat(unknown.toString()).isEqualTo("0.5705 m");
    }

    @TestFactory
    Stream<DynamicTest> everyFigureOfValuesSaysWhichAreUndeclared() {
        Trace x = bare("m", 1, 1.01, 0.99, 1.02, 0.98, 1);
        Trace y = declared("m", 1, 1.01, 0.99, 1.02, 0.98, 1);
        Trace ten = bare("m/s", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        double[] target = {1, 1};
        List<Position> line = List.of(new Position(0, 0, 0), new Position(2, 0, 0));
        Corner corner = new Corner(new Position(0, 0, 0), new Position(2, 0, 0), new Position(2, 2, 0));
        List<List<Trace>> ways = List.of(track(), track(), track());
        ComingToRest rest = new ComingToRest(
                List.of(new ComingToRest.Movement(List.of(bare("m", 0, 3, 2, 2, 2)), 3 * Samples.SECOND)), 0.5, TIMING);
        return Stream.of(
                        Extreme.maximum(x),
                        Extreme.change(ramp()),
                        Extreme.overshoot(ramp()),
                        Difference.largest(x, y, TIMING),
                        Difference.largest(y, x, TIMING),
                        Repeatability.pose(List.of(x, y)),
                        Repeatability.accuracy(List.of(x, y), target),
                        Repeatability.largestDeviation(x),
                        PoseVariation.driftOfAccuracy(List.of(x, y), target, 2),
                        PoseVariation.driftOfRepeatability(List.of(x, y), 2),
                        DistanceBetween.accuracy(List.of(y), List.of(x), 0),
                        DistanceBetween.repeatability(List.of(y), List.of(x)),
                        AttainedAngle.accuracy(bare("deg", 1, 2), 1),
                        AttainedAngle.repeatability(bare("deg", 1, 2)),
                        FollowedPath.accuracy(ways, line, 2),
                        FollowedPath.repeatability(ways, line, 2),
                        FollowedPath.overshoot(ways, corner),
                        FollowedPath.rounding(ways, corner),
                        new VelocityAlongPath(List.of(x, x), 1, List.of("v", "x")).accuracy(),
                        new VelocityAlongPath(List.of(x, x), 1, List.of("v", "x")).repeatability(),
                        new VelocityAlongPath(List.of(ten, ten), 1, List.of("v", "x")).fluctuation(),
                        rest.time(),
                        rest.overshoot(),
                        ContactPeak.of(contact(), ContactKind.TRANSIENT, new Quantity(5, newton())),
                        SettlingTime.of(WHAT, bare("m", 0, 4, 4, 4), 0, 4, 0.1, Samples.SECOND, TIMING),
                        SettlingTime.of(WHAT, ramp(), 0, 9, 0.1, Samples.SECOND, TIMING),
                        SeparationMargin.least(declared("m", 2, 2), bare("m/s", 1, 1), separation(), TIMING),
                        TIMING.oldest(bare("s", 0.05, 0.05)),
                        SafeguardDistance.of(
                                TIMING.reaction(WHAT, "bare", 0, Samples.SECOND, 0)
                                        .ofValues(List.of(ramp())),
                                0.1,
                                MinimumDistance::onTheFloor))
                .map(measurement ->
                        DynamicTest.dynamicTest(measurement.quantity().en(), () -> assertThat(measurement.undeclared())
                                .containsExactly("bare")));
    }

    private static Unit newton() {
        return Unit.of("N").orElseThrow();
    }

    private static DoubleFunction<ProtectiveSeparation> separation() {
        return v -> ProtectiveSeparation.of(new Approach(1.6, v), Stop.atFullSpeed(0.1, 0.2, v), 0.1, 0, 0);
    }

    /** When samples come, how many there are, and what is the same in all of them needs no declaration. */
    @Test
    void countsTimesBetweenStampsAndNoiseNeedNone() {
        Trace noisy = bare("m", 0, 0.1, 0.3, 0.2, 0.1, 0.3);
        assertThat(Stream.of(
                        Count.of(WHAT, 1, 0, 1, 9, List.of("bare")),
                        TIMING.longestFrozen(noisy, 0, 9 * Samples.SECOND),
                        TIMING.largestGap("bare", Times.of(1, 2), 0, 3),
                        Roughness.noise(noisy),
                        Roughness.step(noisy)))
                .allMatch(Measurement::isUncertaintyKnown);
    }

    @Test
    void staysSoInAnotherUnitUnderAnotherCoverageAndInDoubt() {
        Measurement bare = Extreme.change(ramp());
        for (Measurement same : List.of(
                bare.in(Samples.unit("mm")),
                bare.covering(0.9),
                bare.doubted(WHAT),
                bare.withSignals(List.of("other")))) {
            assertThat(same.undeclared()).containsExactly("bare");
        }
    }
}
