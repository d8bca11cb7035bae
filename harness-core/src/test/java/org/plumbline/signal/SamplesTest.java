package org.plumbline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Nested
    class ThatAreStuck {

        @Test
        void makeTheLongestRun() {
            double[] times = {0, 1, 2, 4, 8, 16, 32};
            assertThat(Stuck.longest(times, new double[] {1, 1, 2, 2, 2, 3, 3})).isEqualTo(new Stuck(2, 3, 6, 2));
        }

        @Test
        void countToTheLastBit() {
            double[] values = {1, Math.nextUp(1.0), 1};
            assertThat(Stuck.longest(new double[] {0, 1, 2}, values)).isEqualTo(new Stuck(0, 1, 0, 1));
            double[] none = {Double.NaN, Double.NaN};
            assertThat(Stuck.longest(new double[] {0, 1}, none).samples()).isEqualTo(2);
        }

        @Test
        void areSamples() {
            assertThatThrownBy(() -> Stuck.longest(new double[0], new double[0]))
                    .hasMessage("not a signal: 0 times, 0 values");
        }
    }

    @Nested
    class WithTimeStamps {

        @Test
        void goForward() {
            TimeStamps stamps = TimeStamps.of(1, 2, 5);
            assertThat(stamps).isEqualTo(new TimeStamps(3, 0, 0, 0, -1));
            assertThat(stamps.monotonic()).isTrue();
            assertThat(stamps.strictlyMonotonic()).isTrue();
        }

        @Test
        void standOrGoBack() {
            TimeStamps stamps = TimeStamps.of(1, 2, 2, 9, 4, 8, 7);
            assertThat(stamps).isEqualTo(new TimeStamps(7, 1, 2, 5, 2));
            assertThat(stamps.monotonic()).isFalse();
            assertThat(TimeStamps.of(3, 3).monotonic()).isTrue();
            assertThat(TimeStamps.of(3, 3).strictlyMonotonic()).isFalse();
        }
    }

    @Nested
    class ThatArriveInCycles {

        /** Intervals 10, 12, 8 ms: mean 10, S = 2. */
        @Test
        void havePeriodAndJitter() {
            Period period = Period.of(5_000_000, 15_000_000, 27_000_000, 35_000_000);
            assertThat(period.intervals()).isEqualTo(3);
            assertThat(period.mean()).isCloseTo(0.010, within(1e-17));
            assertThat(period.standardDeviation()).isCloseTo(0.002, within(1e-17));
            assertThat(period.jitter()).isCloseTo(0.004, within(1e-17));
            assertThat(period.largestDeviation(0.011)).isCloseTo(0.003, within(1e-17));
            assertThat(period.largestDeviation(0.009)).isCloseTo(0.003, within(1e-17));
        }

        @Test
        void areTwoAtLeastAndInOrder() {
            assertThatThrownBy(() -> Period.of(1)).hasMessage("a period needs two arrivals: 1");
            assertThatThrownBy(() -> Period.of(2, 1)).hasMessage("the arrivals are not in order");
        }
    }

    @Nested
    class ThatAge {

        @Test
        void areTheOlderTheLaterTheyArrive() {
            DataAge age = DataAge.of(
                    new long[] {0, 100_000_000, 200_000_000}, new long[] {20_000_000, 110_000_000, 230_000_000});
            assertThat(age.mean()).isCloseTo(0.020, within(1e-17));
            assertThat(age.standardDeviation()).isCloseTo(0.010, within(1e-17));
            assertThat(age.youngest()).isCloseTo(0.010, within(1e-17));
            assertThat(age.oldest()).isCloseTo(0.030, within(1e-17));
            assertThat(age.fromTheFuture()).isFalse();
        }

        @Test
        void showClocksThatDisagree() {
            assertThat(DataAge.of(new long[] {5}, new long[] {4}).fromTheFuture())
                    .isTrue();
            assertThatThrownBy(() -> DataAge.of(new long[] {5}, new long[0]))
                    .hasMessage("not messages: 1 measured, 0 received");
        }
    }

    @Nested
    class InSteps {

        @Test
        void showTheirStep() {
            Quantisation steps = Quantisation.of(20.3, 20.1, 20.3, 20.6, 20.2);
            assertThat(steps.distinct()).isEqualTo(4);
            assertThat(steps.step()).isCloseTo(0.1, within(1e-13));
            assertThat(steps.largestRemainder()).isCloseTo(0, within(1e-12));
            assertThat(steps.standardUncertainty()).isCloseTo(0.1 / Math.sqrt(12), within(1e-13));
        }

        @Test
        void roundingIsNoStep() {
            assertThat(Quantisation.of(0.3, 0.1 + 0.2, 0.4).distinct()).isEqualTo(2);
        }

        @Test
        void withoutEvenStepsLeaveARemainder() {
            assertThat(Quantisation.of(0, 1, 2.5).largestRemainder()).isEqualTo(0.5);
        }

        @Test
        void ofOneValueShowNone() {
            assertThat(Quantisation.of(4, 4).step()).isNaN();
            assertThat(Quantisation.of(4, 4).largestRemainder()).isZero();
            assertThatThrownBy(() -> Quantisation.of()).hasMessage("a step needs finite values");
        }
    }
}
