package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plumbline.text.Text;

/** A harness that was held up does not blame the device. */
class TimingTest {

    private static final long MILLI = 1_000_000L;
    private static final double STAMP = 0.001;

    /** Held up for 90 ms before 200 ms. */
    private static final Timing HELD_UP =
            new Timing(stamp -> stamp > 100 * MILLI && stamp <= 200 * MILLI ? 90 * MILLI : 0);

    @Test
    void aReactionStampedAfterAHoldUpIsUncertainByItsLength() {
        Measurement reaction = HELD_UP.reaction(Text.same("r"), "s", 0, 200 * MILLI, 200 * MILLI);
        assertThat(reaction.value()).isEqualTo(0.2);
        assertThat(reaction.expandedUncertainty())
                .isCloseTo(2 * Math.hypot(STAMP, STAMP + 0.09) / Math.sqrt(3), within(1e-12));
    }

    @Test
    void elsewhereNothingIsAdded() {
        Measurement reaction = HELD_UP.reaction(Text.same("r"), "s", 300 * MILLI, 400 * MILLI, 400 * MILLI);
        assertThat(reaction.expandedUncertainty()).isCloseTo(2 * Math.sqrt(2) * STAMP / Math.sqrt(3), within(1e-12));
    }

    @Test
    void theUncertaintyOfTheLargestGapReachesAsFarAsThatOfAnyOther() {
        long[] times = {50 * MILLI, 100 * MILLI, 180 * MILLI, 300 * MILLI};
        Measurement gap = HELD_UP.largestGap("s", Times.of(times), 0, 320 * MILLI);
        double held = 2 * Math.hypot(STAMP + 0.09, STAMP) / Math.sqrt(3);
        assertThat(gap.value()).isCloseTo(0.12, within(1e-12));
        assertThat(gap.value() + gap.expandedUncertainty()).isCloseTo(0.12 + held, within(1e-12));

        Measurement other = HELD_UP.largestGap("s", Times.of(100 * MILLI, 190 * MILLI, 195 * MILLI), 0, 300 * MILLI);
        assertThat(other.value()).isCloseTo(0.105, within(1e-12));
        assertThat(other.expandedUncertainty()).isCloseTo(held, within(1e-12));
    }
}
