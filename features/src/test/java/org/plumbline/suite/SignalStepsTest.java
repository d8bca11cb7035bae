package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plumbline.verdict.Verdict.INCONCLUSIVE;
import static org.plumbline.verdict.Verdict.PASS;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Measurement;
import org.plumbline.stage.Published;
import org.plumbline.text.Language;

/** A rising level with published scatter about it, a hundred times a second, in steps of 0.0001 mm. */
class SignalStepsTest {

    private static final StageRun RUN = new StageRun(Language.EN, "ST-Q01");

    @Test
    void noiseIsWhatIsLeftWithoutTheTrend() {
        double[] scatter = Published.POSITIONS.stream().mapToDouble(p -> p[1]).toArray();
        double mean = Arrays.stream(scatter).average().orElseThrow();
        double expected = Math.sqrt(Arrays.stream(scatter)
                .map(y -> (y - mean) * (y - mean))
                .average()
                .orElseThrow());
        Measurement noise = RUN.measured("noise");
        assertThat(noise.value()).isCloseTo(expected, within(0.01 * expected));
        assertThat(noise.uncertainty().combined())
                .isCloseTo(noise.value() / Math.sqrt(2.0 * (noise.samples() - 2)), within(1e-12));
        assertThat(RUN.of("noise").verdict()).isEqualTo(PASS);
    }

    @Test
    void stepIsTheOneOfTheLastDigit() {
        assertThat(RUN.measured("step").value()).isCloseTo(0.0001, within(1e-9));
        assertThat(RUN.of("step").verdict()).isEqualTo(PASS);
    }

    @Test
    void periodIsKnownBetterThanOneStamp() {
        Measurement period = RUN.measured("period");
        assertThat(period.value()).isCloseTo(10, within(1e-9));
        assertThat(period.unit().symbol()).isEqualTo("ms");
        double stamp = 1 / Math.sqrt(3);
        assertThat(period.uncertainty().combined())
                .isCloseTo(stamp * Math.sqrt(2) / (period.samples() - 1), within(1e-9));
    }

    /** What the harness' own stamps add is more than the limit leaves. */
    @Test
    void jitterCarriesTheStampsOfTheHarness() {
        assertThat(RUN.measured("jitter").value()).isCloseTo(0, within(1e-6));
        assertThat(RUN.of("jitter").verdict()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void chineseScenariosJudgeTheSame() {
        assertThat(new StageRun(Language.ZH, "ST-Q01").judgements()).isEqualTo(RUN.judgements());
    }
}
