package org.plumbline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoiseTest {

    /** 1, -1, -1, 1 has neither mean nor trend: its squares are 4, over n - 2 = 2. */
    @Nested
    class AboutATrend {

        @Test
        void isWhatTheTrendLeaves() {
            Noise noise = Noise.of(new double[] {0, 1, 2, 3}, new double[] {1, 5 - 1, 10 - 1, 15 + 1});
            assertThat(noise.trend()).isEqualTo(5);
            assertThat(noise.standardDeviation()).isCloseTo(Math.sqrt(2), within(1e-14));
            assertThat(noise.peakToPeak()).isCloseTo(2, within(1e-14));
            // the times' squares about their mean: 2 (1.5^2 + 0.5^2) = 5
            assertThat(noise.trendUncertainty()).isCloseTo(Math.sqrt(2.0 / 5), within(1e-14));
        }

        @Test
        void keepsItsDigitsOnALargeValue() {
            double[] values = {10000000.1, 9999999.9, 9999999.9, 10000000.1};
            Noise noise = Noise.of(new double[] {0, 1, 2, 3}, values);
            assertThat(noise.standardDeviation()).isCloseTo(Math.sqrt(0.02), within(1e-14));
        }
    }

    @Test
    void needsThreeSamples() {
        assertThatThrownBy(() -> Noise.of(new double[] {0, 1}, new double[] {0, 1}))
                .hasMessage("a line needs three points: 2 x, 2 y");
    }

    @Nested
    class ByAllan {

        /** NIST SP 1065, 12.1, NBS data of nine points as frequencies; published 91.22945 for one and 85.95287 for two. */
        private final double[] nbs = {892, 809, 823, 798, 671, 644, 883, 903, 677};

        @Test
        void reachesThePublishedFigures() {
            assertThat(AllanDeviation.of(1, nbs, 1).value()).isCloseTo(91.22945, within(5e-6));
            assertThat(AllanDeviation.of(1, nbs, 2).value()).isCloseTo(85.95287, within(5e-6));
            assertThat(AllanDeviation.of(1, nbs, 2).pairs()).isEqualTo(6);
        }

        /** A drift of d a second: tau d / sqrt 2. */
        @Test
        void risesWithDrift() {
            double[] drift = new double[100];
            Arrays.setAll(drift, i -> 1e6 + 0.5 * i);
            AllanDeviation deviation = AllanDeviation.of(0.5, drift, 10);
            assertThat(deviation.tau()).isEqualTo(5);
            assertThat(deviation.value()).isCloseTo(5 / Math.sqrt(2), within(1e-9));
        }

        @Test
        void needsTwoStretches() {
            assertThatThrownBy(() -> AllanDeviation.of(1, nbs, 5))
                    .hasMessage("9 values do not fill two stretches of 5");
            assertThatThrownBy(() -> AllanDeviation.of(1, nbs, 0)).hasMessageEndingWith("stretches of 0");
        }
    }
}
