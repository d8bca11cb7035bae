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

    private static Measurement distance(double value, double below, double above) {
        Measurement time = new Measurement(
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
        return SafeguardDistance.of(time, 0, t -> MinimumDistance.across(t, 30));
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
                .hasSize(time == 0.21 ? 0 : 2)
                .allSatisfy(row -> assertThat(row.component()).isZero())
                .allSatisfy(row -> assertThat(row.sensitivity()).isCloseTo(900, within(1e-6)));
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
                .allSatisfy(perSecond -> assertThat(perSecond).isCloseTo(1000, within(1e-6)));
        assertThat(uncertainty.contributions().stream()
                        .mapToDouble(uncertainty::share)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }
}
