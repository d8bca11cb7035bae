package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.statistics.SampleSize;
import org.plumbline.text.Text;

class SuccessRateTest {

    private static Measurement of(int successes, int trials, int confidence) {
        return SuccessRate.atLeast("docking", "done", successes, trials, confidence, 1, 9);
    }

    /** All of n: (1 - confidence)^(1/n); none of n: 0. */
    @ParameterizedTest
    @CsvSource({"10, 10, 95, 0.741134449", "59, 59, 95, 0.95049239", "0, 7, 95, 0", "1, 1, 90, 0.1"})
    void isTheExactLowerLimit(int successes, int trials, int confidence, double least) {
        Measurement rate = of(successes, trials, confidence);
        assertThat(rate.value()).isCloseTo(least, within(1e-9));
        assertThat(rate.isUncertaintyKnown()).isTrue();
        assertThat(rate.samples()).isEqualTo(trials);
    }

    /** As many trials as a claim needs show it, one fewer does not. */
    @Test
    void agreesWithTheSampleSizeOfAClaim() {
        int needed = SampleSize.withFailures(1, 0.9, 0.95);
        assertThat(of(needed - 1, needed, 95).value()).isGreaterThanOrEqualTo(0.9);
        assertThat(of(needed - 2, needed - 1, 95).value()).isLessThan(0.9);
    }

    @Test
    void saysOfHowManyItIs() {
        assertThat(of(9, 10, 95).quantity())
                .isEqualTo(new Text(
                        "docking 为“done”的比例下限（9/10 次，置信水平 95 %）",
                        "least share of docking that is \"done\" (9 of 10, 95 % confidence)"));
    }

    @Test
    void needsTrialsAndAConfidence() {
        assertThatThrownBy(() -> of(0, 0, 95)).isInstanceOf(NotMeasurableException.class);
        assertThatThrownBy(() -> of(1, 1, 100)).isInstanceOf(NotMeasurableException.class);
        assertThatThrownBy(() -> of(1, 1, 0)).isInstanceOf(NotMeasurableException.class);
    }
}
