package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.quantity.Unit;
import org.plumbline.separation.MinimumDistance;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** A light curtain of d = 30 mm: C = 128 mm, and S = 500 mm from T = 0.186 s to 0.2325 s. */
final class SafeguardDistanceTest {

    private static final String WAITING = "time that waiting for a processor may have added";

    private static Measurement distance(double value, double below, double above) {
        return distance(value, below, above, 0);
    }

    private static Measurement distance(double value, double below, double above, double response) {
        return SafeguardDistance.of(time(value, below, above), response, t -> MinimumDistance.across(t, 30));
    }

    private static Measurement time(double value, double below, double above) {
        return new Measurement(
                Text.same("t"),
                value,
                Unit.S,
                false,
                Uncertainty.stated(0.001, 2).reaching(Text.same("open"), new Reach(below, above)),
                0,
                1,
                1,
                List.of("x"),
                null);
    }

    /** In the second the chord over U is not flat, although S is where the time may be: what it is made of is still told. */
    @ParameterizedTest
    @CsvSource({"0.21, 0.003, 0.020", "0.19, 0.002, 0.040"})
    void isExactWhereItDoesNotFollowTheTime(double time, double below, double above) {
        Measurement distance = distance(time, below, above);
        assertThat(distance.value()).isEqualTo(500);
        assertThat(distance.uncertainty())
                .extracting(
                        Uncertainty::combined,
                        Uncertainty::coverageFactor,
                        Uncertainty::expanded,
                        Uncertainty::below,
                        Uncertainty::above,
                        Uncertainty::isOfLimit)
                .containsExactly(0.0, 2.0, 0.0, 0.0, 0.0, false);
        assertThat(distance.uncertainty().contributions())
                .hasSize(time == 0.21 ? 1 : 3)
                .allSatisfy(row -> assertThat(row.component()).isZero())
                .filteredOn(row -> !row.name().en().equals(WAITING))
                .allSatisfy(row -> assertThat(row.sensitivity()).isCloseTo(900, within(1e-6)));
    }

    /** From 500 mm it is 372 mm down to that of no time at all, and 20 mm to that of 24 ms less: no steeper is any way down. */
    @ParameterizedTest
    @CsvSource({"0.21, 0, 1771.4286", "0.187, 0, 1989.3048", "0.21, 0.05, 1700"})
    void fallsAlongTheSteepestChord(double time, double response, double perSecond) {
        Measurement distance = distance(time - response, 0.003, 0.003, response);
        assertThat(distance.value()).isEqualTo(500);
        assertThat(distance.quantity().en()).contains("K = 1600 mm/s, C = 128 mm");
        Contribution last = distance.uncertainty()
                .contributions()
                .get(distance.uncertainty().contributions().size() - 1);
        assertThat(last.name()).isEqualTo(new Text("等待处理器可能增加的时间", WAITING));
        assertThat(last.standardUncertainty()).isZero();
        assertThat(last.sensitivity()).isCloseTo(perSecond, within(1e-4));
        assertThat(Timing.perSecond(distance.uncertainty())).isEqualTo(last.sensitivity());
    }

    /** A covered two-hand control never needs less than 100 mm. */
    @Test
    void hasNoRowWhereNothingIsSteeper() {
        Measurement time = time(0.05, 0.003, 0.003);
        assertThat(SafeguardDistance.of(time, 0, t -> MinimumDistance.ofTwoHandControl(t, true))
                        .uncertainty())
                .isEqualTo(Uncertainty.NONE);
        assertThat(SafeguardDistance.of(time(0, 0, 0), 0, MinimumDistance::onTheFloor)
                        .uncertainty())
                .isEqualTo(Uncertainty.NONE);
        for (double value : new double[] {0.05, 0.3, 1.7}) {
            assertThat(SafeguardDistance.of(time(value, 0.003, 0.003), 0.05, MinimumDistance::onTheFloor)
                            .uncertainty()
                            .contributions())
                    .extracting(row -> row.name().en())
                    .containsExactly("uncertainty as stated", "open");
        }
    }

    /** From 507.2 mm to 608 mm, where the chord over U, 1000 mm/s, would make u = 30 mm and k = 3.2. */
    @Test
    void hasTheCoverageFactorOfItsCoverage() {
        Uncertainty uncertainty = distance(0.24, 0.003, 0.060).uncertainty();
        assertThat(uncertainty.below()).isCloseTo(4.8, within(1e-9));
        assertThat(uncertainty.above()).isCloseTo(96, within(1e-9)).isEqualTo(uncertainty.expanded());
        assertThat(uncertainty.coverageFactor()).isEqualTo(2);
        assertThat(uncertainty.combined()).isCloseTo(48, within(1e-9));
        assertThat(uncertainty.effective(true)).isCloseTo(48, within(1e-9));
        assertThat(uncertainty.effective(false)).isCloseTo(2.4, within(1e-9));
        assertThat(uncertainty.contributions())
                .extracting(Contribution::sensitivity)
                .satisfiesExactly(
                        stated -> assertThat(stated).isCloseTo(1000, within(1e-6)),
                        open -> assertThat(open).isCloseTo(1000, within(1e-6)),
                        waiting -> assertThat(waiting).isCloseTo(1600, within(1e-6)));
        assertThat(uncertainty.contributions().stream()
                        .mapToDouble(uncertainty::share)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }
}
