package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.plumbline.separation.Approach;
import org.plumbline.separation.ProtectiveSeparation;
import org.plumbline.separation.Stop;

/** S_p = 1.6 (0.1 + 0.2) + v (0.1 + 0.2) + 0.1 m: 0.58 m + 0.3 s v. */
class SeparationMarginTest {

    private static final DoubleFunction<ProtectiveSeparation> REQUIRED =
            v -> ProtectiveSeparation.of(new Approach(1.6, v), Stop.atFullSpeed(0.1, 0.2, v), 0.1, 0, 0);

    private static Measurement least(Trace distance, Trace velocity) {
        return SeparationMargin.least(distance, velocity, REQUIRED, Timing.UNDISTURBED);
    }

    @Test
    void isThatOfTheMomentAtWhichItIsLeast() {
        Measurement margin = least(Samples.of("mm", 20, 3000, 2000, 2500), Samples.of("m/s", 0.1, 0.5, 1, 0.2));
        assertThat(margin.value()).isCloseTo(2 - 0.88, within(1e-12));
        assertThat(margin.unit().symbol()).isEqualTo("m");
        double ofTime = 0.3 * 0.8 * Math.sqrt(2.0 / 3) * 0.001;
        assertThat(margin.uncertainty().combined())
                .isCloseTo(Math.sqrt(0.01 * 0.01 + 0.015 * 0.015 + ofTime * ofTime), within(1e-9));
        assertThat(margin.uncertainty().check()).isNotNull().matches(MonteCarloCheck::holds);
        assertThat(margin.signals()).containsExactly("signal-mm", "signal-m/s");
    }

    /** Between its samples the velocity is interpolated; one that goes away counts as none. */
    @Test
    void takesTheVelocityOfThatMoment() {
        Trace between = Samples.at("m", null, 0, new long[] {Samples.SECOND / 2}, 2);
        assertThat(least(between, Samples.of("m/s", 0, 0, 2)).value()).isCloseTo(2 - 0.88, within(1e-12));
        assertThat(least(between, Samples.of("m/s", 0, -3, -3)).value()).isCloseTo(2 - 0.58, within(1e-12));
        assertThatThrownBy(() ->
                        least(Samples.at("m", null, 0, new long[] {9 * Samples.SECOND}, 2), Samples.of("m/s", 0, 0, 2)))
                .hasMessage("signals signal-m and signal-m/s do not overlap in time");
    }
}
