package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plumbline.text.Text;

/** A sample a second from 0 s; the stimulus at 0 s. */
class SettlingTimeTest {

    private static Measurement of(double u, long hold, double... values) {
        return SettlingTime.of(
                Text.same("t"), Samples.of("m", u, values), 0, 4, 0.1, hold * Samples.SECOND, Timing.UNDISTURBED);
    }

    /** Inside from 2 s, outside again at 3 s, inside for good from 4 s: between 3 s and 4 s. */
    @Test
    void isFromTheStimulusToTheLastEntry() {
        Measurement settling = of(0, 2, 0, 3, 4.1, 4.2, 4.05, 3.9, 4);
        assertThat(settling.value()).isEqualTo(3.5);
        assertThat(settling.atLeast()).isFalse();
        assertThat(settling.uncertainty().combined()).isCloseTo(0.5 / Math.sqrt(3), within(1e-5));
        assertThat(settling.to()).isEqualTo(4 * Samples.SECOND);
    }

    @Test
    void aSignalThatIsAtRestFromTheFirstSampleSettledBeforeIt() {
        Trace late = Samples.at("m", null, 0, new long[] {Samples.SECOND, 2 * Samples.SECOND}, 4, 4);
        assertThat(SettlingTime.of(Text.same("t"), late, 0, 4, 0.1, 0, Timing.UNDISTURBED)
                        .value())
                .isEqualTo(0.5);
    }

    /** What is outside at 5 s, or inside for less than was asked for, had not settled at its last sample outside. */
    @Test
    void whatDoesNotRestIsABoundFromBelow() {
        Measurement outside = of(0, 0, 4, 4, 4, 4, 4, 4.3);
        assertThat(outside.atLeast()).isTrue();
        assertThat(outside.value()).isEqualTo(5);
        Measurement brief = of(0, 2, 0, 0, 0, 3, 4, 4);
        assertThat(brief.atLeast()).isTrue();
        assertThat(brief.value()).isEqualTo(3);
        assertThat(of(0, 1, 0, 0, 0, 3, 4, 4).atLeast()).isFalse();
        Measurement never = of(0, 9, 4, 4);
        assertThat(never.atLeast()).isTrue();
        assertThat(never.value()).isZero();
        Trace brieflyIn = Samples.at("m", null, 0, new long[] {Samples.SECOND, 2 * Samples.SECOND}, 0, 4);
        assertThat(settling(brieflyIn, 4, 0.1, 9 * Samples.SECOND).value())
                .as("its first sample is outside")
                .isEqualTo(1);
    }

    private static Measurement settling(Trace trace, double level, double band, long hold) {
        return SettlingTime.of(Text.same("t"), trace, 0, level, band, hold, Timing.UNDISTURBED);
    }

    /** In binary 1000.4 - 1000.3 is more than 0.1 by 2.3e-14. */
    @Test
    void theEdgeOfTheBandIsInsideAsPeopleWriteIt() {
        assertThat(settling(Samples.of("m", 0, 0, 1000.4, 1000.3), 1000.3, 0.1, 0)
                        .value())
                .isEqualTo(0.5);
        assertThat(settling(Samples.of("m", 0, 1, 0, 0), 0, 0, 0).value()).isEqualTo(0.5);
    }

    /** 4.095 m is inside 0.1 m by less than U = 0.02 m: surely at rest at 3 s, 1.5 s after the middle of 1 s and 2 s. */
    @Test
    void theEdgeIsAsUncertainAsTheSignal() {
        Measurement settling = of(0.02, 1, 0, 3, 4.095, 4, 4, 4);
        assertThat(settling.value()).isEqualTo(1.5);
        assertThat(settling.uncertainty().contributions()).anySatisfy(row -> {
            assertThat(row.name().en()).isEqualTo("the time for which the signal was within its U of the level");
            assertThat(row.standardUncertainty()).isCloseTo(0.75, within(1e-12));
        });
        assertThat(settling.to()).isEqualTo(3 * Samples.SECOND);
        assertThat(of(0.02, 1, 0, 3, 4.07, 4, 4, 4).uncertainty().contributions())
                .as("0.07 m is inside by more than that")
                .extracting(row -> row.name().en())
                .containsExactly("two time stamps", "sampling interval");
    }

    /** With u = 0.01 m a rest 0.089 m off is outside of 0.1 m with a probability of 13.6 %, one 0.1001 m off inside with 49.6 %. */
    @Test
    void whatRestsWithinItsUncertaintyOfTheEdgeIsNeitherAtRestNorNot() {
        for (double rest : new double[] {4.089, 4.1001, 3.881}) {
            Measurement open = of(0.02, 2, 0, 3, rest, rest, rest, rest);
            assertThat(open.atLeast()).isTrue();
            assertThat(open.value()).as("at 1 s it surely was outside").isEqualTo(1);
            assertThat(open.remark())
                    .hasToString(
                            "from then on signal signal-m is no farther from the edge of the band than its expanded"
                                    + " uncertainty U = 0.0200 m: whether it is at rest is not known");
        }
        assertThat(of(0.02, 2, 0, 3, 4.079, 4.079, 4.079, 4.079).value()).isEqualTo(1.5);
        Measurement outside = of(0.02, 2, 0, 3, 4.1201, 4.1201, 4.1201, 4.1201);
        assertThat(outside.atLeast()).isTrue();
        assertThat(outside.value()).isEqualTo(5);
    }

    /** At 3 s it is surely outside; at 4 s it may be at rest, but not for as long as was asked for. */
    @Test
    void aBoundFromBelowCountsWhatIsSurelyOutside() {
        Measurement brief = of(0.02, 2, 0, 0, 0, 3, 4.1001, 4.1001);
        assertThat(brief.atLeast()).isTrue();
        assertThat(brief.value()).isEqualTo(3);
    }

    @Test
    void needsSamples() {
        assertThatThrownBy(() -> of(0, 0)).hasMessage("signal signal-m has no samples in the stretch");
    }
}
