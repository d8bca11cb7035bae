package org.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    @Nested
    class LimitsByWilson {

        @ParameterizedTest
        @CsvFileSource(resources = "binomial_wilson.csv", numLinesToSkip = 1)
        void roundToThePublishedOnes(int successes, int trials, double low, double high) {
            Interval limits = new Proportion(successes, trials).wilson(0.95);
            assertThat(limits.lower()).isCloseTo(low, within(5.01e-4));
            assertThat(limits.upper()).isCloseTo(high, within(5.01e-4));
        }
    }

    @Nested
    class ExactLimits {

        /** Two-sided 95 %: 0 of 10 and 10 of 10 by (alpha / 2)^(1 / n), the others by scipy 1.17.1. */
        @ParameterizedTest
        @CsvSource({
            "0, 10, 0, 0.3084971078187608",
            "10, 10, 0.6915028921812392, 1",
            "1, 10, 0.0025285785444617848, 0.4450161170281954",
            "5, 10, 0.18708602844739855, 0.81291397155260145"
        })
        void areTheTabulatedOnes(int successes, int trials, double low, double high) {
            Interval limits = new Proportion(successes, trials).exact(0.95);
            assertThat(limits.lower()).isCloseTo(low, within(1e-12));
            assertThat(limits.upper()).isCloseTo(high, within(1e-12));
        }

        @Test
        void ofOneSideSpendTheWholeRisk() {
            assertThat(new Proportion(0, 59).exactUpper(0.95)).isCloseTo(1 - Math.pow(0.05, 1.0 / 59), within(1e-14));
            assertThat(new Proportion(59, 59).exactLower(0.95)).isCloseTo(Math.pow(0.05, 1.0 / 59), within(1e-14));
            assertThat(new Proportion(0, 59).exactLower(0.95)).isZero();
            assertThat(new Proportion(59, 59).exactUpper(0.95)).isEqualTo(1);
        }
    }

    @Nested
    class SampleSizes {

        @Test
        void withoutFailuresAreExact() {
            assertThat(SampleSize.withoutFailures(0.95, 0.95)).isEqualTo(59);
            assertThat(SampleSize.withoutFailures(0.9999, 0.95)).isEqualTo(29956);
            assertThat(SampleSize.withoutFailures(0.99, 0.99)).isEqualTo(459);
            assertThat(SampleSize.withoutFailures(0.9, 0.95)).isEqualTo(29);
            assertThat(SampleSize.withoutFailures(0.5, 0.5)).isEqualTo(1);
        }

        /** The numbers of Wilks for 95 % / 95 %, in every text on order statistics. */
        @ParameterizedTest
        @CsvSource({"0, 59", "1, 93", "2, 124", "3, 153", "4, 181", "5, 208"})
        void growWithTheFailures(int failures, int trials) {
            assertThat(SampleSize.withFailures(failures, 0.95, 0.95)).isEqualTo(trials);
            assertThat(new Proportion(trials - failures, trials).exactLower(0.95))
                    .isGreaterThanOrEqualTo(0.95);
            assertThat(new Proportion(trials - 1 - failures, trials - 1).exactLower(0.95))
                    .isLessThan(0.95);
        }

        /** Published wrong answers: a one-sided limit by Wilson calls 52 and 27053 enough, the exact one does not. */
        @ParameterizedTest
        @CsvSource({"0.95, 52, 59", "0.9999, 27053, 29956"})
        void rejectTheAnswersByWilson(double claim, int wrong, int right) {
            assertThat(new Proportion(wrong, wrong).wilsonLower(0.95)).isGreaterThanOrEqualTo(claim);
            assertThat(new Proportion(wrong - 1, wrong - 1).wilsonLower(0.95)).isLessThan(claim);
            assertThat(new Proportion(wrong, wrong).exactLower(0.95)).isLessThan(claim);
            assertThat(SampleSize.withoutFailures(claim, 0.95)).isEqualTo(right).isNotEqualTo(wrong);
        }

        @Test
        void refuseWhatCannotBeShown() {
            assertThatThrownBy(() -> SampleSize.withoutFailures(1, 0.95))
                    .hasMessage("no claim: 1.0 with confidence 0.95 and 0 failures");
            assertThatThrownBy(() -> SampleSize.withoutFailures(0.9, 1)).hasMessageStartingWith("no claim");
            assertThatThrownBy(() -> SampleSize.withFailures(-1, 0.9, 0.9)).hasMessageStartingWith("no claim");
            assertThatThrownBy(() -> SampleSize.withoutFailures(1 - 1e-10, 0.95))
                    .hasMessage("the claim needs more than a thousand million trials");
        }
    }

    @Test
    void refusesCountsThatAreNone() {
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessage("not a proportion: 3 of 2");
        assertThatThrownBy(() -> new Proportion(0, 0)).hasMessage("not a proportion: 0 of 0");
        assertThatThrownBy(() -> new Proportion(-1, 2)).hasMessage("not a proportion: -1 of 2");
    }
}
