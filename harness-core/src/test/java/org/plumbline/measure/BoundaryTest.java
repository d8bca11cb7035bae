package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** What happens exactly where a comparison turns. */
class BoundaryTest {

    private static final long SECOND = 1_000_000_000L;

    @Nested
    class OfTheFarthest {

        private final Farthest farthest = new Farthest();

        private String rows() {
            return farthest.uncertainty(
                            (from, to) -> List.of(Contribution.normal(Text.same(from + " to " + to), 0, 1, 9)))
                    .contributions()
                    .get(0)
                    .name()
                    .en();
        }

        @Test
        void nothingIsNone() {
            assertThat(farthest.isEmpty()).isTrue();
            farthest.take(0, 1, Double.NaN, 5);
            assertThat(farthest.isEmpty()).isTrue();
            farthest.take(1, 2, -3, 0);
            assertThat(farthest.isEmpty()).isFalse();
            assertThat(farthest.largest()).isEqualTo(-3);
        }

        /** Of equals the first stays. */
        @Test
        void theFirstOfEqualsStays() {
            farthest.take(0, 1, 7, 0.5);
            farthest.take(1, 2, 7, 0.5);
            assertThat(rows()).isEqualTo("0 to 1");
        }

        /** Of equal values the less certain one counts: it reaches farther. */
        @Test
        void ofEqualValuesTheLessCertainCounts() {
            farthest.take(0, 1, 7, 0.5);
            farthest.take(1, 2, 7, 0.6);
            assertThat(rows()).isEqualTo("1 to 2");
        }

        /** 6 + 2 * 1 = 7 + 2 * 0.5: the larger value, with rows of its own. */
        @Test
        void ofEqualReachesTheLargerValueCounts() {
            farthest.take(0, 1, 6, 1);
            farthest.take(1, 2, 7, 0.5);
            assertThat(rows()).isEqualTo("1 to 2");
            farthest.take(2, 3, 6.5, 0.75);
            assertThat(rows()).isEqualTo("1 to 2");
        }

        @Test
        void aSmallerValueThatReachesFartherGivesItsBudgetAndNoLowerEnd() {
            farthest.take(0, 1, 7, 0.5);
            farthest.take(1, 2, 6, 1.25);
            assertThat(farthest.largest()).isEqualTo(7);
            Uncertainty uncertainty = farthest.uncertainty((from, to) -> List.of(
                    Contribution.normal(Text.same("of its own"), 0, from == 0 ? 0.5 : 1.25, Double.POSITIVE_INFINITY)));
            assertThat(uncertainty.contributions())
                    .extracting(row -> row.name().en(), Contribution::component)
                    .containsExactly(tuple("of its own", 0.75));
            assertThat(uncertainty.expanded()).isCloseTo(1.5, within(1e-12));
            assertThat(uncertainty.below()).as("it is 6 at least").isEqualTo(1);
        }
    }

    @Nested
    class OfInterpolation {

        private final Trace trace = Samples.at("m", null, 0, new long[] {SECOND, 2 * SECOND, 4 * SECOND}, 1, 3, 4);

        @ParameterizedTest
        @CsvSource({
            "0.999999999, NaN, 0",
            "1.0, 1, 2",
            "1.5, 2, 2",
            "2.0, 3, 2",
            "3.0, 3.5, 0.5",
            "4.0, 4, 0.5",
            "4.000000001, NaN, 0"
        })
        void goesFromTheFirstSampleToTheLast(double seconds, Double value, double steepest) {
            long time = Math.round(seconds * SECOND);
            assertThat(trace.interpolation().at(time)).isEqualTo(value);
            assertThat(trace.interpolation().steepest(time)).isEqualTo(steepest);
        }

        @Test
        void goesBackToo() {
            Interpolation interpolation = trace.interpolation();
            assertThat(interpolation.at(4 * SECOND)).isEqualTo(4);
            assertThat(interpolation.at(2 * SECOND)).isEqualTo(3);
            assertThat(interpolation.at(SECOND)).isEqualTo(1);
            assertThat(interpolation.stampsAround(SECOND)).containsExactly(SECOND, SECOND);
            assertThat(interpolation.stampsAround(2 * SECOND)).containsExactly(SECOND, 2 * SECOND);
            assertThat(interpolation.stampsAround(9 * SECOND)).containsExactly(2 * SECOND, 4 * SECOND);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-300, Double.NaN, Double.POSITIVE_INFINITY})
    void noUncertaintyIsBelowZeroOrWithoutEnd(double expanded) {
        assertThatThrownBy(() -> Uncertainty.stated(expanded, 2))
                .hasMessage("not an expanded uncertainty: " + expanded);
        assertThat(Uncertainty.stated(0, 2).contributions()).isEmpty();
        assertThat(Uncertainty.stated(Double.MIN_VALUE, 2).contributions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "50, 2", "100, 5", "75, 3.5"})
    void percentilesGoFromTheSmallestToTheLargest(int percent, double value) {
        Trace trace = Samples.of("m", 0, 5, 1, 2);
        assertThat(Percentile.ofDeviation(trace, new Quantity(0, Unit.of("m").orElseThrow()), percent)
                        .value())
                .isEqualTo(value);
    }

    /** 4 u from zero it is checked, beyond it is not. */
    @Test
    void absoluteValuesAreCheckedUpToFourU() {
        Uncertainty u = Uncertainty.of(List.of(Contribution.normal(Text.same("x"), 0, 0.25, Double.POSITIVE_INFINITY)));
        assertThat(Magnitude.checked(1, u).check()).isNotNull();
        assertThat(Magnitude.checked(Math.nextUp(1.0), u).check()).isNull();
        assertThat(Magnitude.checked(0, Uncertainty.NONE)).isEqualTo(Uncertainty.NONE);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, true", "1.75, 2, true", "2, 2.25, true", "1.5, 2, false", "2, 2.5, false", "2.25, 1.75, true"})
    void theFrameworkHoldsUpToTheTolerance(double below, double above, boolean holds) {
        MonteCarloCheck check = new MonteCarloCheck(1, 2, below, above, 0.25, false);
        assertThat(check.holds()).isEqualTo(holds);
        assertThat(check.expanded()).isEqualTo(holds ? 2 : Math.max(below, above));
    }

    @Test
    void aResultReachesFromTheFirstSampleOfAnyTraceToTheLast() {
        Trace none = Samples.of("m", 0);
        Trace later = Samples.at("m", null, 0, new long[] {2 * SECOND, 5 * SECOND}, 1, 1);
        Trace earlier = Samples.at("m", null, 0, new long[] {SECOND, 3 * SECOND}, 1, 1);
        Measurement result =
                Result.of(Text.same("x"), 1, Samples.unit("m"), Uncertainty.NONE, List.of(none, later, earlier));
        assertThat(List.of(result.from(), result.to())).containsExactly(SECOND, 5 * SECOND);
        assertThat(result.samples()).isEqualTo(4);
        assertThat(Result.of(Text.same("x"), 1, Samples.unit("m"), Uncertainty.NONE, List.of(none))
                        .to())
                .isZero();
    }

    /** What is not declared of a signal is not declared of a longer stretch of it either. */
    @Test
    void aStretchThatBeganEarlierKeepsAllElse() {
        Measurement whole = new Measurement(
                Text.same("t"),
                1,
                Samples.unit("s"),
                true,
                Uncertainty.NONE,
                7,
                9,
                3,
                List.of("a"),
                List.of("a"),
                Text.same("open"),
                Text.same("lost"));
        Measurement earlier = whole.since(2);
        assertThat(earlier.from()).isEqualTo(2);
        assertThat(earlier.isUncertaintyKnown()).isFalse();
        assertThat(earlier.since(7)).isEqualTo(whole);
    }

    @Test
    void withoutSamplesThereIsNoExtreme() {
        Trace none = Samples.of("m", 0);
        for (Function<Trace, Measurement> figure : List.<Function<Trace, Measurement>>of(
                Extreme::maximum, Extreme::minimum, Extreme::overshoot, Extreme::change)) {
            assertThatThrownBy(() -> figure.apply(none)).hasMessage("signal signal-m has no samples in the stretch");
        }
    }

    @Test
    void aCountOfWhatGoesUpByOneTellsEqualFromGrown() {
        assertThat(Count.notIncreasing(Samples.of("1", 0, 1, 1, 2, 2))).isEqualTo(2);
        assertThat(Count.notByOne(Samples.of("1", 0, 1, 2, 4, 5))).isEqualTo(1);
        assertThat(Count.notByOne(Samples.of("1", 0, 7))).isZero();
    }
}
