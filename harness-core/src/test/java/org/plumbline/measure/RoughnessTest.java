package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One sample a second; figures by pencil and paper. */
class RoughnessTest {

    /** 5, 7, 5, 7 about the line with the slope 2 / 5: squares of 4 - 2^2 / 5 = 3.2, two degrees of freedom. */
    @Test
    void noiseIsAboutTheTrend() {
        Measurement noise = Roughness.noise(Samples.of("mm", 0.1, 5, 7, 5, 7));
        assertThat(noise.value()).isCloseTo(Math.sqrt(1.6), within(1e-12));
        assertThat(noise.uncertainty().combined()).isCloseTo(Math.sqrt(1.6) / 2, within(1e-12));
        assertThat(noise.degreesOfFreedom()).isEqualTo(2);
        assertThat(noise.uncertainty().contributions())
                .singleElement()
                .satisfies(row -> assertThat(row.name().en()).isEqualTo("scatter of 4 samples"));
        assertThat(noise.quantity().en()).isEqualTo("noise of signal-mm about its trend (4 samples)");
    }

    /** A trend is no noise, wherever the signal starts and whenever. */
    @Test
    void aTrendIsNone() {
        long start = 1_000 * Samples.SECOND;
        long[] times = {start, start + Samples.SECOND, start + 2 * Samples.SECOND, start + 3 * Samples.SECOND};
        Measurement noise = Roughness.noise(Samples.at("mm", null, 0, times, 1005, 1017, 1025, 1037));
        assertThat(noise.value()).isCloseTo(Math.sqrt(1.6), within(1e-9));
    }

    @Test
    void noiseThatComesAndGoesIsWorthFewerSamples() {
        double[] growing = IntStream.range(0, 40)
                .mapToDouble(i -> (i % 2 == 0 ? 1 : -1) * (1 + i) + 3 * i)
                .toArray();
        Measurement noise = Roughness.noise(Samples.of("mm", 0, growing));
        assertThat(noise.uncertainty().combined()).isGreaterThan(2 * noise.value() / Math.sqrt(2 * 38.0));
        assertThat(noise.uncertainty().contributions().get(0).name().en()).startsWith("scatter of 40 samples, worth ");
    }

    /**
     * 2, -1, -2, 1 three times on a trend of 3: by exact fractions the squares about the line are 4254 / 143. Large and small
     * squares take turns, so all twelve count, whatever the trend.
     */
    @Test
    void noiseOnATrendThatScattersIsWorthAllSamples() {
        double[] values = {2, 2, 4, 10, 14, 14, 16, 22, 26, 26, 28, 34};
        Measurement noise = Roughness.noise(Samples.of("mm", 0, values));
        double s = Math.sqrt(4254.0 / 143 / 10);
        assertThat(noise.value()).isCloseTo(s, within(1e-12));
        assertThat(noise.uncertainty().contributions())
                .singleElement()
                .satisfies(row -> assertThat(row.name().en()).isEqualTo("scatter of 12 samples"));
        assertThat(noise.uncertainty().combined()).isCloseTo(s / Math.sqrt(20), within(1e-12));
    }

    @Test
    void nothingIsToldOfAStuckOrAShortSignal() {
        assertThatThrownBy(() -> Roughness.noise(Samples.of("mm", 0, 5, 5, 5)))
                .hasMessage("all samples of signal signal-mm are equal: it is stuck, or its noise is below its step");
        assertThatThrownBy(() -> Roughness.noise(Samples.of("mm", 0, 5, 6)))
                .hasMessage("signal signal-mm has only 2 samples, three are needed");
        assertThatThrownBy(() -> Roughness.step(Samples.of("mm", 0, 5, 6)))
                .hasMessage("signal signal-mm has only 2 samples, three are needed");
        assertThat(Roughness.noise(Samples.of("mm", 0, 5, 6, 5)).value()).isPositive();
    }

    /** Steps of 0.5; a third reading misses a whole number of them by 0.002 steps, which is 0.001. */
    @Test
    void theStepIsKnownAsWellAsItIsEven() {
        Measurement step = Roughness.step(Samples.of("mm", 0.1, 0, 0.5, 1.501, 0));
        assertThat(step.value()).isCloseTo(0.5, within(1e-12));
        assertThat(step.uncertainty().combined()).isCloseTo(0.001 / Math.sqrt(3), within(1e-9));
        assertThat(step.quantity().en()).isEqualTo("quantisation step of signal-mm (4 samples)");
        Measurement large = Roughness.step(Samples.of("mm", 0, -1e12, 0.5 - 1e12, 1 - 1e12));
        assertThat(large.uncertainty().combined()).isCloseTo(2 * Math.ulp(1.0) * 1e12 / Math.sqrt(3), within(1e-6));
    }

    @Test
    void unevenOrTooFewReadingsShowNoStep() {
        assertThatThrownBy(() -> Roughness.step(Samples.of("mm", 0, 0, 0.5, 1.51)))
                .hasMessage("the 3 different readings of signal signal-mm show no even step");
        assertThatThrownBy(() -> Roughness.step(Samples.of("mm", 0, 0, 0.5, 0, 0.5)))
                .hasMessage("the 2 different readings of signal signal-mm show no even step");
    }
}
