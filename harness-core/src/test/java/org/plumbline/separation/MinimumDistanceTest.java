package org.plumbline.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumDistanceTest {

    @Nested
    class AcrossTheApproach {

        /**
         * C = 8 (d - 14). d 30, T 0.1: 200 + 128 = 328. d 14, T 0.02: 40, at least 100. d 10: C is not below 0. d 14, T 0.25:
         * just 500. d 14, T 0.28: 560 is beyond 500, 1600 x 0.28 = 448 below it: 500. d 30, T 0.5: 800 + 128 = 928.
         */
        @ParameterizedTest
        @CsvSource({
            "0.1, 30, 2000, 128, 328",
            "0.02, 14, 2000, 0, 100",
            "0.1, 10, 2000, 0, 200",
            "0.25, 14, 2000, 0, 500",
            "0.28, 14, 1600, 0, 500",
            "0.5, 30, 1600, 128, 928",
            "0.1, 40, 2000, 208, 408"
        })
        void ofFineDetection(double time, double detection, double speed, double intrusion, double distance) {
            MinimumDistance minimum = MinimumDistance.across(time, detection);
            assertThat(minimum.approachSpeed()).isEqualTo(speed);
            assertThat(minimum.intrusion()).isEqualTo(intrusion);
            assertThat(minimum.value()).isCloseTo(distance, within(1e-12));
        }

        /** 1600 x 0.1 + 850 = 1010. */
        @Test
        void ofCoarseDetection() {
            assertThat(MinimumDistance.across(0.1, 50)).isEqualTo(new MinimumDistance(1600, 850, 1010));
            assertThat(MinimumDistance.across(0.1, 70).value()).isEqualTo(1010);
        }

        @Test
        void isNotDefinedBeyond() {
            assertThatThrownBy(() -> MinimumDistance.across(0.1, 70.1))
                    .hasMessage("not a detection capability up to 70 mm: 70.1 mm");
            assertThatThrownBy(() -> MinimumDistance.across(-0.1, 30)).hasMessage("not a stopping time: -0.1 s");
        }
    }

    @Nested
    class AlongTheApproach {

        /** H 300: C = 1200 - 120 = 1080, 800 + 1080. H 1000: 800 is below 850: 800 + 850. H 875: just 850. */
        @ParameterizedTest
        @CsvSource({"300, 1080, 1880", "1000, 850, 1650", "875, 850, 1650", "0, 1200, 2000"})
        void dependsOnTheHeight(double height, double intrusion, double distance) {
            MinimumDistance minimum = MinimumDistance.along(0.5, height, 50);
            assertThat(minimum.intrusion()).isCloseTo(intrusion, within(1e-12));
            assertThat(minimum.value()).isCloseTo(distance, within(1e-12));
        }

        /** d 70: not below 15 x 20 = 300 mm, where people crawl under. */
        @Test
        void refusesAZoneThatPeopleGetRound() {
            assertThat(MinimumDistance.along(0.5, 300, 70).value()).isCloseTo(1880, within(1e-12));
            assertThatThrownBy(() -> MinimumDistance.along(0.5, 299, 70))
                    .hasMessage("the zone must be 300 to 1000 mm above the floor: 299 mm");
            assertThatThrownBy(() -> MinimumDistance.along(0.5, 1001, 50)).hasMessageEndingWith(": 1001 mm");
        }
    }

    /** 1600 x 0.5 = 800: + 1200, + 250, + 0; 1600 x 0.05 = 80 is below 100. */
    @Test
    void ofMatsAndTwoHandControls() {
        assertThat(MinimumDistance.onTheFloor(0.5).value()).isEqualTo(2000);
        assertThat(MinimumDistance.ofTwoHandControl(0.5, false).value()).isEqualTo(1050);
        assertThat(MinimumDistance.ofTwoHandControl(0.5, true).value()).isEqualTo(800);
        assertThat(MinimumDistance.ofTwoHandControl(0.05, true).value()).isEqualTo(100);
    }

    /** 1600 x 0.5 + 128 + 60 = 988. */
    @Test
    void afterTheEditionOf2024() {
        assertThat(MinimumDistance.of2024(MinimumDistance.WALKING, 0.5, 128, 60))
                .isEqualTo(new MinimumDistance(1600, 188, 988));
    }
}
