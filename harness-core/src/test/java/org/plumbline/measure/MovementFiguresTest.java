package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.ComingToRest.Movement;
import org.plumbline.pose.Corner;
import org.plumbline.pose.Plane;
import org.plumbline.pose.Position;

/** What movements have to show so that their figures can be told, and what enters their uncertainty. */
class MovementFiguresTest {

    private static final Position ORIGIN = new Position(0, 0, 0);
    private static final List<Position> LINE = List.of(ORIGIN, new Position(4, 0, 0));

    private static List<Trace> cycle(double u, double[] x, double[] y) {
        return List.of(Samples.of("mm", u, x), Samples.of("mm", u, y));
    }

    private static double[] along(double... values) {
        return values;
    }

    private static ComingToRest rest(double u, double... x) {
        long last = (x.length - 1) * Samples.SECOND;
        return new ComingToRest(List.of(new Movement(List.of(Samples.of("mm", u, x)), last)), 0.1, Timing.UNDISTURBED);
    }

    @Test
    void planesAreInTheMiddleOfEvenPartsAcrossTheirOwnLine() {
        List<Plane> planes = new Chain(List.of(ORIGIN, new Position(2, 0, 0), new Position(2, 2, 0))).planes(4);
        assertThat(planes)
                .extracting(Plane::point)
                .containsExactly(
                        new Position(0.5, 0, 0),
                        new Position(1.5, 0, 0),
                        new Position(2, 0.5, 0),
                        new Position(2, 1.5, 0));
        assertThat(planes.get(3).normal()).isEqualTo(new Position(0, 1, 0));
    }

    @Test
    void pathAccuracyTakesTheWorstPlane() {
        List<Trace> cycle = cycle(0, along(0, 1, 2, 3, 4), along(0, 0, 0, 1, 1));
        Measurement accuracy = FollowedPath.accuracy(List.of(cycle, cycle), LINE, 4);
        assertThat(accuracy.value()).isCloseTo(1, within(1e-12));
        assertThat(accuracy.signals()).containsExactly("signal-mm", "signal-mm");
        assertThat(accuracy.samples()).as("of both cycles and axes").isEqualTo(20);
        assertThat(accuracy.to()).isEqualTo(4 * Samples.SECOND);
    }

    @Test
    void aPathThatEndsEarlyIsNotMeasured() {
        List<Trace> cycle = cycle(0, along(0, 1, 2), along(0, 0, 0));
        assertThatThrownBy(() -> FollowedPath.repeatability(List.of(cycle, cycle, cycle), LINE, 4))
                .isInstanceOf(NotMeasurableException.class)
                .hasMessage("a cycle does not cross one of the planes along the commanded path: nothing to compare");
        assertThatThrownBy(() -> FollowedPath.accuracy(List.of(cycle), LINE, 4))
                .isInstanceOf(NotMeasurableException.class)
                .hasMessage("only 1 cycles, at least 2 are needed");
        assertThatThrownBy(() -> FollowedPath.accuracy(List.of(cycle, cycle), List.of(ORIGIN, ORIGIN), 4))
                .isInstanceOf(NotMeasurableException.class)
                .hasMessage("a commanded path needs two different points and at least one plane");
    }

    /** Planes on lines of unequal length: 3 and 1 long, in four parts of 1. */
    @Test
    void planesAreOnTheLineThatTheirDistanceReaches() {
        assertThat(new Chain(List.of(ORIGIN, new Position(3, 0, 0), new Position(3, 1, 0))).planes(4))
                .extracting(Plane::point)
                .containsExactly(
                        new Position(0.5, 0, 0),
                        new Position(1.5, 0, 0),
                        new Position(2.5, 0, 0),
                        new Position(3, 0.5, 0));
    }

    /** Lines of 1 and 3, two planes: the first is just at the corner. */
    @Test
    void aPlaneAtACornerIsAcrossTheLineThatEndsThere() {
        Plane first = new Chain(List.of(ORIGIN, new Position(1, 0, 0), new Position(1, 3, 0)))
                .planes(2)
                .get(0);
        assertThat(first.point()).isEqualTo(new Position(1, 0, 0));
        assertThat(first.normal()).isEqualTo(new Position(1, 0, 0));
    }

    /** At 0.1, 0.2 and 0.6 about 0.3: mean distance 0.2, S = 0.1. */
    @Test
    void pathRepeatabilityIsThatOfThePlane() {
        List<List<Trace>> cycles = Stream.of(0.1, 0.2, 0.6)
                .map(y -> cycle(0, along(0, 2, 4), along(y, y, y)))
                .toList();
        Measurement repeatability = FollowedPath.repeatability(cycles, LINE, 2);
        assertThat(repeatability.value()).isCloseTo(0.2 + 3 * 0.1, within(1e-9));
        assertThat(repeatability.quantity().en()).isEqualTo("path repeatability RT (3 cycles, 2 planes)");
        assertThat(repeatability.uncertainty().contributions())
                .extracting(row -> row.name().en())
                .containsExactly("scatter of 3 cycles");
    }

    @Test
    void aCornerIsOvershotOnItsOuterSide() {
        List<Trace> cycle = cycle(0.02, along(0, 1, 1.25, 1, 1), along(0, 0, 0, 0.5, 1));
        Measurement overshoot = FollowedPath.overshoot(
                List.of(cycle), new Corner(ORIGIN, new Position(1, 0, 0), new Position(1, 1, 0)));
        assertThat(overshoot.value()).isCloseTo(0.25, within(1e-12));
        assertThat(overshoot.quantity().en()).isEqualTo("corner overshoot CO (1 cycles)");
        double above = overshoot.uncertainty().above();
        assertThat(above).isLessThan(0.08);
        assertThat(overshoot.uncertainty().below())
                .as("it is just where the second line begins, and perhaps before that")
                .isCloseTo(0.25 + above, within(1e-12));
    }

    /** Straight on by 0.25, 0.005 short of where the second line begins, each known to 0.02: all of that may be overshoot. */
    @Test
    void whatIsWithinUOfTheCornerMayBeBeyondIt() {
        Corner corner = new Corner(ORIGIN, new Position(1, 0, 0), new Position(1, 1, 0));
        Measurement overshoot = FollowedPath.overshoot(
                List.of(cycle(0.02, along(0, 1, 1.25, 1, 1), along(0, 0, -0.005, 0.5, 1))), corner);
        assertThat(overshoot.value()).isZero();
        assertThat(overshoot.expandedUncertainty()).isGreaterThan(0.25);
        Measurement before = FollowedPath.overshoot(
                List.of(cycle(0.02, along(0, 1, 1.25, 1, 1), along(0, 0, -0.05, 0.5, 1))), corner);
        assertThat(before.value()).isZero();
        assertThat(before.uncertainty().contributions())
                .extracting(row -> row.name().en())
                .contains("the way between two samples");
    }

    /** Into the band at 2 s, out at 3 s and 0.3 from where it ends, in for good at 4 s. */
    @Test
    void anArrivalOvershootsAndTakesTimeToRest() {
        Measurement time = rest(0.001, 0, 0, 1.05, 1.3, 1.05, 1).time();
        assertThat(time.value()).isEqualTo(2);
        double stamps = Math.sqrt(2.0 / 3) * 0.001;
        assertThat(time.uncertainty().combined()).isCloseTo(Math.hypot(stamps, Math.sqrt(2.0 / 3) / 2), within(1e-9));
        Measurement overshoot = rest(0.001, 0, 0, 1.05, 1.3, 1.05, 1).overshoot();
        assertThat(overshoot.value()).isCloseTo(0.3, within(1e-12));
        assertThat(overshoot.quantity().en()).isEqualTo("position overshoot OV (1 arrivals)");
        assertThat(overshoot.samples()).isEqualTo(6);
        assertThat(overshoot.to()).isEqualTo(5 * Samples.SECOND);
    }

    /** The attained position is the mean over standstill. */
    @Test
    void whereItEndsIsTheMeanOverTheStandstill() {
        Movement movement =
                new Movement(List.of(Samples.of("mm", 0, 0, 1.3, 0.95, 1.05, 1.03, 0.97)), 2 * Samples.SECOND);
        assertThat(new ComingToRest(List.of(movement), 0.1, Timing.UNDISTURBED)
                        .time()
                        .value())
                .isZero();
        assertThat(new ComingToRest(List.of(movement), 0.3, Timing.UNDISTURBED)
                        .overshoot()
                        .value())
                .isZero();
    }

    /** A quarter circle in three chords: it bulges by r (1 - cos(pi / 12)), which the samples have to show. */
    @Test
    void whatAnArcBulgesBetweenSamplesIsInTheBudget() {
        double[] angles =
                IntStream.rangeClosed(0, 3).mapToDouble(i -> i * Math.PI / 6).toArray();
        List<Trace> cycle = cycle(
                0,
                Arrays.stream(angles).map(Math::sin).toArray(),
                Arrays.stream(angles).map(a -> 1 - Math.cos(a)).toArray());
        Measurement rounding =
                FollowedPath.rounding(List.of(cycle), new Corner(ORIGIN, new Position(1, 0, 0), new Position(1, 1, 0)));
        double bulge = 1 - Math.cos(Math.PI / 12);
        assertThat(rounding.uncertainty().combined()).isCloseTo(bulge / Math.sqrt(3), within(0.02 * bulge));
        assertThat(rounding.value()).isCloseTo(Math.sqrt(2) - 1 + bulge, within(1e-12));
    }

    /** Into the band at 2 s, where the harness was held up by 0.3 s; at rest at 4 s, where it was by 0.4 s. */
    @Test
    void theStampsAreThoseOfEnteringAndOfRest() {
        Timing heldUp = new Timing(
                stamp -> stamp == 2 * Samples.SECOND ? 300_000_000 : stamp == 4 * Samples.SECOND ? 400_000_000 : 0);
        Movement movement =
                new Movement(List.of(Samples.of("mm", 0.001, 0, 0, 1.05, 1.3, 1.05, 1)), 5 * Samples.SECOND);
        assertThat(new ComingToRest(List.of(movement), 0.1, heldUp)
                        .time()
                        .uncertainty()
                        .contributions())
                .filteredOn(row -> row.name().equals(Timing.HELD_UP))
                .singleElement()
                .satisfies(row -> assertThat(row.standardUncertainty()).isCloseTo(0.5 / Math.sqrt(3), within(1e-12)));
    }

    @Test
    void aMovementThatBeginsJustOnTheBandBeginsWithinIt() {
        ComingToRest onTheBand = new ComingToRest(
                List.of(new Movement(List.of(Samples.of("mm", 0, 0.5, 1.25, 1)), 2 * Samples.SECOND)),
                0.5,
                Timing.UNDISTURBED);
        assertThatThrownBy(onTheBand::overshoot)
                .hasMessage("the movement begins within the limit band: nothing shows when it comes in");
    }

    /** 1 mm off the line between its neighbours, of which a quarter counts. */
    @Test
    void theWorstTrackIsTheOneThatBulgesMost() {
        Track straight = Track.of(cycle(0, along(0, 1, 2), along(0, 0, 0)));
        Track bent = Track.of(cycle(0, along(0, 1, 2), along(0, 1, 0)));
        for (List<Track> both : List.of(List.of(straight, bent), List.of(bent, straight))) {
            assertThat(Uncertainty.of(Track.worst(both).rows()).combined())
                    .isCloseTo(0.25 / Math.sqrt(3), within(1e-12));
        }
    }

    @Test
    void anArrivalWithinTheBandFromTheFirstShowsNoMomentOfEntering() {
        assertThatThrownBy(() -> rest(0, 1.05, 1.2, 1, 1, 1).time())
                .isInstanceOf(NotMeasurableException.class)
                .hasMessage("the movement begins within the limit band: nothing shows when it comes in");
    }

    /** With an instrument as coarse as the band nobody can say when the device was in it. */
    @Test
    void aCoarseInstrumentDoesNotSeeTheBand() {
        assertThat(rest(0.01, 0, 1, 1.3, 1.05, 1).time().value()).isEqualTo(2);
        assertThatThrownBy(() -> rest(0.2, 0, 1, 1.3, 1.05, 1).time())
                .isInstanceOf(NotMeasurableException.class)
                .hasMessageStartingWith("not at rest within the limit band when the stay ends, or the instrument");
    }

    /** 1.095 is within the band of 0.1 by less than U = 0.028 of a distance: 1 s longer, and a sampling interval. */
    @Test
    void theEdgeOfTheBandIsAsUncertainAsTheInstrument() {
        assertThat(rest(0.02, 0, 1, 1.3, 1.095, 1).time().uncertainty().contributions())
                .anySatisfy(row -> {
                    assertThat(row.name().en()).isEqualTo("the instrument at the edge of the limit band");
                    assertThat(row.standardUncertainty()).isCloseTo(1, within(1e-12));
                });
        assertThat(rest(0.02, 0, 1, 1.3, 1.07, 1).time().uncertainty().contributions())
                .as("within it by more than that")
                .extracting(row -> row.name().en())
                .containsExactly("time stamps of coming in and of settling", "two sampling intervals");
    }

    /** A band wider by a little is not left by 1.105, one narrower by a little is left by 1.095. */
    @Test
    void anOvershootAtTheEdgeOfTheBandMayBeNone() {
        Measurement none = rest(0.02, 0, 1, 1.095, 1, 1).overshoot();
        assertThat(none.value()).isZero();
        assertThat(none.expandedUncertainty()).isBetween(0.095 + 0.02, 0.2);
        Measurement some = rest(0.02, 0, 1, 1.105, 1, 1).overshoot();
        assertThat(some.value()).isCloseTo(0.105, within(1e-12));
        assertThat(some.value() - some.uncertainty().below()).isNegative();
        assertThat(some.uncertainty().above()).isCloseTo(some.uncertainty().below() - 0.105, within(1e-12));
        Measurement clearly = rest(0.02, 0, 1, 1.3, 1, 1).overshoot();
        assertThat(clearly.expandedUncertainty()).isLessThan(0.1);
    }

    /** Bands of 0.08 and of 0.12 give 2 s, too, but one of 0.11 is entered at 1 s and left by 1.115 at 4 s. */
    @Test
    void aBandBetweenCountsToo() {
        Measurement time =
                rest(0.02 / Math.sqrt(2), 0, 1.11, 1.5, 1, 1.115, 1, 1).time();
        assertThat(time.value()).isEqualTo(2);
        assertThat(time.uncertainty().contributions()).anySatisfy(row -> {
            assertThat(row.name().en()).isEqualTo("the instrument at the edge of the limit band");
            assertThat(row.standardUncertainty()).isCloseTo((2 + 1) / 2.0, within(1e-12));
        });
    }
}
