package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.plumbline.text.Text;

/** The GUM framework against Monte Carlo where a model is not linear (JCGM 101:2008, 8). */
class MonteCarloCheckTest {

    /** Arrivals at x and y; the instrument has U = 0.2 mm. */
    private static Measurement accuracy(double commandedX, double commandedY, double[] x, double[] y) {
        return Repeatability.accuracy(
                List.of(Samples.of("mm", 0.2, x), Samples.of("mm", 0.2, y)), new double[] {commandedX, commandedY});
    }

    private static MonteCarloCheck check(Measurement measurement) {
        return Objects.requireNonNull(measurement.uncertainty().check());
    }

    @Test
    void farFromZeroADistanceIsAsGoodAsLinear() {
        Measurement measured = accuracy(0, 0, new double[] {3}, new double[] {4});
        assertThat(check(measured).holds()).isTrue();
        assertThat(measured.expandedUncertainty()).isEqualTo(0.2);
        assertThat(measured.coverageFactor()).isEqualTo(2);
        assertThat(check(measured).below()).isCloseTo(0.2, within(0.002));
    }

    /** The distance of two normal coordinates from where they truly are is Rayleigh's: sqrt(-2 ln 0.02275) = 2.7507 u. */
    @Test
    void whereADistanceIsNothingUReachesToTheEndOfMonteCarlosInterval() {
        Measurement measured = accuracy(3, 4, new double[] {3}, new double[] {4});
        assertThat(measured.value()).isZero();
        assertThat(check(measured).holds()).isFalse();
        assertThat(check(measured).framework()).isEqualTo(0.2);
        assertThat(measured.expandedUncertainty()).isCloseTo(2.7507 * 0.1, within(0.002));
        assertThat(measured.coverageFactor()).isCloseTo(2.7507, within(0.02));
        assertThat(check(measured).words())
                .isEqualTo(new Text(
                        "蒙特卡洛法核对（JCGM 101:2008 第 8 章，220000 次）：区间 −%s … +%s，GUM 法 U = 0.2，容差 0.05；不一致，U 取蒙特卡洛区间较远的一端"
                                .formatted(
                                        Rounding.of(check(measured).below(), 0),
                                        Rounding.of(check(measured).above(), 0)),
                        "checked by Monte Carlo (JCGM 101:2008, 8; 220000 draws): interval −%s … +%s, U of the GUM framework 0.2, tolerance 0.05; they do not agree, so U reaches to the farther end of Monte Carlo's interval"
                                .formatted(
                                        Rounding.of(check(measured).below(), 0),
                                        Rounding.of(check(measured).above(), 0))));
    }

    /** Half of a normal distribution: 97.725 % lie below 2.278 u. */
    @Test
    void soItDoesForADifferenceThatIsNothing() {
        Measurement measured =
                Difference.largest(Samples.of("mm", 0.2, 5, 5, 5), Samples.of("mm", 0, 5, 5, 5), Timing.UNDISTURBED);
        assertThat(measured.value()).isZero();
        assertThat(measured.expandedUncertainty()).isCloseTo(2.278 * 0.1, within(0.002));
    }

    @Test
    void drawsTheSameEachTime() {
        double[] x = {0.1, -0.2, 0.05, 0.3};
        double[] y = {-0.1, 0.1, 0.2, -0.3};
        assertThat(accuracy(0, 0, x, y)).isEqualTo(accuracy(0, 0, x, y));
    }

    /** The arrivals scatter along one diagonal: along the other nothing is left but the instrument's u. */
    @Test
    void axesThatWereObservedTogetherAreCorrelated() {
        double[] x = {9, 11, 9, 11};
        double[] against = {11, 9, 11, 9};
        double s = Math.sqrt(4.0 / 3);
        assertThat(accuracy(0, 0, x, against).uncertainty().combined()).isCloseTo(0.1, within(1e-12));
        assertThat(accuracy(0, 0, x, x).uncertainty().combined())
                .isCloseTo(Math.hypot(0.1, Math.sqrt(2) * s / 2), within(1e-12));
        assertThat(check(accuracy(0, 0, x, against)).holds()).isFalse();
    }

    @Test
    void anotherUnitAndAnotherCoverageKeepIt() {
        Measurement measured = accuracy(3, 4, new double[] {3}, new double[] {4});
        Measurement metres =
                measured.in(org.plumbline.quantity.Unit.of("m").orElseThrow()).covering(0.95);
        assertThat(check(metres).holds()).isFalse();
        assertThat(metres.expandedUncertainty())
                .isCloseTo(measured.expandedUncertainty() / 1000 * 1.959964 / 2, within(1e-9));
    }
}
