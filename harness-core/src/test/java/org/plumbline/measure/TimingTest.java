package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plumbline.text.Text;

/** A harness that was held up does not blame the device. */
class TimingTest {

    private static final long MILLI = 1_000_000L;
    private static final double STAMP = 0.001;

    /** U of a time between two stamps of which one was held up by 90 ms. */
    private static final double HELD = 2 * Math.sqrt((2 * STAMP * STAMP + 0.09 * 0.09) / 3);

    /** Held up for 90 ms before 200 ms. */
    private static final Timing HELD_UP =
            new Timing(stamp -> stamp > 100 * MILLI && stamp <= 200 * MILLI ? 90 * MILLI : 0);

    @Test
    void aReactionStampedAfterAHoldUpIsUncertainByItsLength() {
        Measurement reaction = HELD_UP.reaction(Text.same("r"), "s", 0, 200 * MILLI, 200 * MILLI);
        assertThat(reaction.value()).isEqualTo(0.2);
        assertThat(reaction.expandedUncertainty()).isCloseTo(HELD, within(1e-12));
    }

    @Test
    void theBudgetSaysWhereItComesFrom() {
        Measurement reaction = HELD_UP.reaction(Text.same("r"), "s", 0, 200 * MILLI, 140 * MILLI);
        assertThat(reaction.uncertainty().contributions())
                .extracting(row -> row.name().en(), row -> Rounding.uncertainty(row.component()))
                .containsExactly(
                        tuple("two time stamps", "0.00082"),
                        tuple("the harness held up (busy computer)", "0.052"),
                        tuple("sampling interval", "0.017"));
        assertThat(reaction.coverageFactor()).isEqualTo(2);
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
        assertThat(gap.value()).isCloseTo(0.12, within(1e-12));
        assertThat(gap.value() + gap.expandedUncertainty()).isCloseTo(0.12 + HELD, within(1e-12));

        Measurement other = HELD_UP.largestGap("s", Times.of(100 * MILLI, 190 * MILLI, 195 * MILLI), 0, 300 * MILLI);
        assertThat(other.value()).isCloseTo(0.105, within(1e-12));
        assertThat(other.expandedUncertainty()).isCloseTo(HELD, within(1e-12));
    }
}
