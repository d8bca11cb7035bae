package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.quantity.Unit;
import org.plumbline.statistics.SampleSize;
import org.plumbline.text.Text;

class SuccessRateTest {

    private static Measurement of(int successes, int trials, int confidence, double claim) {
        return new SuccessRate("docking", "done", successes, trials, confidence, 1, 9).against(claim, true);
    }

    /** All of n: (1 - confidence)^(1/n); none of n: 0. */
    @ParameterizedTest
    @CsvSource({"10, 10, 95, 0.741134449", "59, 59, 95, 0.95049239", "0, 7, 95, 0", "1, 1, 90, 0.1"})
    void isTheExactLowerLimitWhereThatReachesTheClaim(int successes, int trials, int confidence, double least) {
        Measurement rate = of(successes, trials, confidence, least - 1e-8);
        assertThat(rate.value()).isCloseTo(least, within(1e-9));
        assertThat(rate.doubt()).isNull();
        assertThat(rate.isUncertaintyKnown()).isTrue();
        assertThat(rate.expandedUncertainty()).isZero();
        assertThat(rate.samples()).isEqualTo(trials);
    }

    /** None of n: 1 - (1 - confidence)^(1/n). */
    @ParameterizedTest
    @CsvSource({"0, 10, 95, 0.258865551", "0, 1, 90, 0.9"})
    void isTheExactUpperLimitWhereThatStaysBelowTheClaim(int successes, int trials, int confidence, double most) {
        Measurement rate = of(successes, trials, confidence, most + 1e-6);
        assertThat(rate.value()).isCloseTo(most, within(1e-9));
        assertThat(rate.doubt()).isNull();
        assertThat(rate.quantity().en()).startsWith("largest share of docking that is \"done\" (0 of ");
    }

    @Test
    void showsNeitherBetween() {
        Measurement rate = of(10, 10, 95, 0.95);
        assertThat(rate.value()).isCloseTo(0.741134449, within(1e-9));
        assertThat(rate.doubt())
                .isEqualTo(new Text(
                        "10 次中成功 10 次，以 95 % 的置信水平只表明比例不小于 0.741，也不大于 1.00，既不能证明也不能否定 0.95；" + "试验次数不足，全部成功时共需 59 次",
                        "10 trials with 10 successes show with 95 % confidence a share of no less than 0.741, and of no more"
                                + " than 1.00: neither shows nor refutes 0.95; too few trials, 59 are needed where all"
                                + " succeed"));
        assertThat(of(9, 10, 95, 0.9).doubt().en()).endsWith("too few trials, 46 are needed where no more fail");
        assertThat(of(10, 10, 95, 1).doubt().en()).endsWith("too few trials, and no number of them would show it");
    }

    /** As many trials as a claim needs show it, one fewer does not. */
    @Test
    void agreesWithTheSampleSizeOfAClaim() {
        int needed = SampleSize.withFailures(1, 0.9, 0.95);
        assertThat(of(needed - 1, needed, 95, 0.9).doubt()).isNull();
        assertThat(of(needed - 2, needed - 1, 95, 0.9).doubt()).isNotNull();
    }

    @Test
    void doesNotReachAClaimThatItEqualsWhereMoreIsClaimed() {
        SuccessRate none = new SuccessRate("docking", "done", 0, 7, 95, 1, 9);
        assertThat(none.against(0, true).doubt()).isNull();
        assertThat(none.against(0, false).doubt()).isNotNull();
    }

    /** Its confidence is its own, whatever coverage the limit asks of U, and in whatever unit. */
    @Test
    void isALimitOfConfidence() {
        Measurement rate = of(59, 59, 95, 0.95).covering(0.99).in(Unit.of("%").orElseThrow());
        assertThat(rate.value()).isCloseTo(95.049239, within(1e-6));
        assertThat(rate.uncertainty().isOfLimit()).isTrue();
        assertThat(rate.uncertainty().coverage()).isEqualTo(0.95);
        assertThat(rate.isUncertaintyKnown()).isTrue();
        assertThat(Uncertainty.NONE.isOfLimit()).isFalse();
        assertThat(Uncertainty.stated(0, 1).isOfLimit()).isFalse();
        assertThat(Uncertainty.stated(1, 1).isOfLimit()).isFalse();
    }

    @Test
    void saysOfHowManyItIs() {
        assertThat(of(9, 10, 95, 0.5).quantity())
                .isEqualTo(new Text(
                        "docking 为“done”的比例下限（9/10 次，置信水平 95 %）",
                        "least share of docking that is \"done\" (9 of 10, 95 % confidence)"));
    }

    @Test
    void needsTrialsAndAConfidence() {
        assertThatThrownBy(() -> of(0, 0, 95, 0.5)).isInstanceOf(NotMeasurableException.class);
        assertThatThrownBy(() -> of(1, 1, 100, 0.5)).isInstanceOf(NotMeasurableException.class);
        assertThatThrownBy(() -> of(1, 1, 0, 0.5)).isInstanceOf(NotMeasurableException.class);
    }
}
