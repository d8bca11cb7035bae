package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.plumbline.separation.Approach;
import org.plumbline.separation.ProtectiveSeparation;
import org.plumbline.separation.Stop;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Statement;
import org.plumbline.verdict.Tolerance;

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

    /** S_p = 0.58 m + 0.3 s^2/m v^2: of 0 m/s it is known to 0.015 s times U of the velocity, of 2 m/s to 1.2 s times that. */
    private static Measurement steep(double still, double fast) {
        return SeparationMargin.least(
                Samples.of("mm", 20, 580 + still, 1780 + fast),
                Samples.of("m/s", 0.1, 0, 2),
                v -> ProtectiveSeparation.of(new Approach(1.6, v * v), Stop.atFullSpeed(0.1, 0.2, v * v), 0.1, 0, 0),
                Timing.UNDISTURBED);
    }

    /** 21 mm with U = 20 mm, and 50 mm with U = 122 mm: the least may truly be 72 mm too little, and no more than 41 mm. */
    @Test
    void anotherMarginThatMayBeLessReachesDownwards() {
        Measurement margin = steep(21, 50);
        double ofTime = 1.2 * 2 * Math.sqrt(2.0 / 3) * 0.001;
        double other = 2 * Math.sqrt(0.01 * 0.01 + 0.06 * 0.06 + ofTime * ofTime);
        assertThat(margin.value()).isCloseTo(0.021, within(1e-12));
        assertThat(margin.uncertainty().below()).isCloseTo(0.021 - 0.05 + other, within(1e-9));
        assertThat(margin.uncertainty().above()).isCloseTo(2 * Math.hypot(0.01, 0.00075), within(1e-5));
        assertThat(notBelowZero(margin)).isEqualTo(Statement.INCONCLUSIVE);
    }

    @Test
    void anotherMarginThatMayBeLessDoesNotExcuseOneThatIsTooSmall() {
        Measurement margin = steep(-30, 20);
        assertThat(margin.uncertainty().below()).isGreaterThan(0.06);
        assertThat(margin.uncertainty().above()).isLessThan(0.021);
        assertThat(notBelowZero(margin)).isEqualTo(Statement.FAIL);
    }

    private static Statement notBelowZero(Measurement margin) {
        return new Tolerance(0.0, null, margin.unit(), true, DecisionRule.GUARDED).decide(margin);
    }

    /** Of one moment alone: S_p rises ever more steeply, so that the margin may be less by more than it may be more. */
    @Test
    void theCheckKeepsTheSidesOfTheMargin() {
        Measurement margin = SeparationMargin.least(
                Samples.of("mm", 1, 5000, 5000),
                Samples.of("m/s", 1, 1, 1),
                v -> ProtectiveSeparation.of(new Approach(1.6, v * v), Stop.atFullSpeed(0.1, 0.2, v * v), 0.1, 0, 0),
                Timing.UNDISTURBED);
        assertThat(margin.uncertainty().check())
                .isNotNull()
                .matches(check -> !check.holds() && check.below() > check.above());
        assertThat(margin.uncertainty().below())
                .isGreaterThan(margin.uncertainty().above());
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
