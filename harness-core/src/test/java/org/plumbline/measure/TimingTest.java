package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

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

    private static final Times REPORTS = Times.of(1000 * MILLI, 1100 * MILLI, 1210 * MILLI, 1300 * MILLI, 1410 * MILLI);

    /** Of the intervals 0.10, 0.11, 0.09, 0.11 s: the sum of squares about 0.1025 s is 2.75e-4 s2. */
    private static final double S = Math.sqrt(2.75e-4 / 3);

    @Test
    void theMeanPeriodIsAsUncertainAsItsIntervalsAndTheOutermostStamps() {
        Measurement period = HELD_UP.meanPeriod("s", REPORTS);
        assertThat(period.value()).isCloseTo(0.1025, within(1e-12));
        double stamps = Math.sqrt(2.0 / 3) * STAMP / 4;
        assertThat(period.uncertainty().combined()).isCloseTo(Math.hypot(S / 2, stamps), within(1e-12));
        assertThat(period.from()).isEqualTo(1000 * MILLI);
        assertThat(period.to()).isEqualTo(1410 * MILLI);
        assertThat(period.samples()).isEqualTo(5);
        assertThat(period.uncertainty().contributions())
                .anyMatch(row -> row.name().en().equals("scatter of 4 intervals") && row.degreesOfFreedom() == 3);
    }

    @Test
    void jitterIsAStandardDeviationWithTwoStamps() {
        Measurement jitter = HELD_UP.jitter("s", REPORTS);
        assertThat(jitter.value()).isCloseTo(S, within(1e-12));
        assertThat(jitter.uncertainty().combined())
                .isCloseTo(Math.hypot(S / Math.sqrt(6), Math.sqrt(2.0 / 3) * STAMP), within(1e-12));
        assertThat(jitter.uncertainty().above())
                .isGreaterThan(2 * jitter.uncertainty().below());
        assertThat(jitter.quantity().en()).isEqualTo("jitter of the period of s");
    }

    /** Held up at 120 ms and at 180 ms: the interval between them is known worst, the second of three. */
    @Test
    void jitterCountsTheIntervalThatIsKnownWorst() {
        Measurement jitter = HELD_UP.jitter("s", Times.of(40 * MILLI, 120 * MILLI, 180 * MILLI, 260 * MILLI));
        double s = Math.sqrt((2 * 400.0 / 9 + 1600.0 / 9) / 2) * 1e-3;
        assertThat(jitter.value()).isCloseTo(s, within(1e-12));
        assertThat(jitter.uncertainty().combined())
                .isCloseTo(Math.hypot(s / 2, Math.sqrt((2 * STAMP * STAMP + 2 * 0.09 * 0.09) / 3)), within(1e-12));
    }

    private static Times everyMillis(int... intervals) {
        long[] times = new long[intervals.length + 1];
        for (int i = 0; i < intervals.length; i++) {
            times[i + 1] = times[i] + intervals[i] * MILLI;
        }
        return Times.of(times);
    }

    private static Contribution scatterOf(Measurement period) {
        return period.uncertainty().contributions().stream()
                .filter(row -> row.name().en().startsWith("scatter"))
                .findFirst()
                .orElseThrow();
    }

    /** About 100.25 ms: the sum of squares is 88.25 ms2; each goes back past the mean, so they count as independent. */
    @Test
    void intervalsThatScatterCountAll() {
        Contribution scatter = scatterOf(
                Timing.UNDISTURBED.meanPeriod("s", everyMillis(100, 103, 98, 101, 97, 104, 99, 102, 96, 105, 100, 98)));
        assertThat(scatter.name().en()).isEqualTo("scatter of 12 intervals");
        assertThat(scatter.standardUncertainty()).isCloseTo(Math.sqrt(88.25 / 11 / 12) * 1e-3, within(1e-12));
        assertThat(scatter.degreesOfFreedom()).isEqualTo(11);
    }

    /**
     * 100, 101 ... 119 ms: s2 = 20 * 21 / 12 = 35 ms2. The coefficients are positive up to a lag of 7 and add up to 2.98945, so they
     * are worth 20 / (1 + 2 * 2.98945) = 2.86576.
     */
    @Test
    void intervalsThatGrowAreWorthFew() {
        Contribution scatter = scatterOf(Timing.UNDISTURBED.meanPeriod(
                "s", everyMillis(IntStream.range(100, 120).toArray())));
        assertThat(scatter.name().en()).isEqualTo("scatter of 20 intervals, worth 3 independent ones");
        assertThat(scatter.standardUncertainty()).isCloseTo(Math.sqrt(35.0 / 20 * 19 / 1.86576) * 1e-3, within(1e-8));
        assertThat(scatter.degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void twoSamplesShowNoPeriod() {
        assertThatThrownBy(() -> HELD_UP.meanPeriod("s", Times.of(0, 1)))
                .hasMessage("signal s has only 2 samples, three are needed");
        assertThat(HELD_UP.meanPeriod("s", Times.of(0, MILLI, 3 * MILLI)).value())
                .isCloseTo(0.0015, within(1e-12));
    }

    @Test
    void theOldestDataAreKnownAsWellAsTheirStampTheReceptionAndTheWallClock() {
        Trace ages = Samples.at("s", null, 0.004, new long[] {300 * MILLI, 400 * MILLI, 500 * MILLI}, 0.3, 1.2, 0.5);
        Measurement oldest = HELD_UP.oldest(ages);
        assertThat(oldest.value()).isEqualTo(1.2);
        assertThat(oldest.uncertainty().combined())
                .isCloseTo(Math.sqrt(0.002 * 0.002 + (STAMP * STAMP + 0.005 * 0.005) / 3), within(1e-12));
        assertThat(oldest.uncertainty().contributions()).hasSize(3);
    }

    /** A younger one that was received while the harness was held up may be the oldest. */
    @Test
    void anAgeThatWasHeldUpMayBeTheLargest() {
        Trace ages = Samples.at("s", null, 0, new long[] {150 * MILLI, 400 * MILLI}, 1.15, 1.2);
        double late = 2 * Math.sqrt((STAMP * STAMP + 0.005 * 0.005 + 0.09 * 0.09) / 3);
        assertThat(HELD_UP.oldest(ages).expandedUncertainty()).isCloseTo(1.15 + late - 1.2, within(1e-12));
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

    /** A clock with steps of 20 ms: each stamp may be off by half a step; the shorter gap was held up. */
    @Test
    void theResolutionOfTheClockReachesAsFar() {
        Timing coarse = new Timing(STAMP, 0.02, stamp -> stamp == 190 * MILLI ? 90 * MILLI : 0);
        Measurement gap = coarse.largestGap("s", Times.of(100 * MILLI, 190 * MILLI), 0, 290 * MILLI);
        assertThat(gap.value()).isCloseTo(0.1, within(1e-12));
        double held = 2 * Math.sqrt((2 * STAMP * STAMP + 2 * 0.01 * 0.01 + 0.09 * 0.09) / 3);
        assertThat(gap.expandedUncertainty()).isCloseTo(held, within(1e-12));
        Measurement shorter = new Timing(STAMP, 0.02, stamp -> stamp == 95 * MILLI ? 90 * MILLI : 0)
                .largestGap("s", Times.of(95 * MILLI, 190 * MILLI), 0, 290 * MILLI);
        assertThat(shorter.value() + shorter.expandedUncertainty()).isCloseTo(0.095 + held, within(1e-12));
    }
}
