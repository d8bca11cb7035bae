package org.plumbline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How often something came in ten seconds. */
class ArrivalsTest {

    private static final long SECOND = 1_000_000_000L;

    private static double perSecond(long... seconds) {
        return LongStream.of(seconds)
                .mapToObj(at -> at * SECOND)
                .reduce(Arrivals.NONE, Arrivals::then, (a, b) -> b)
                .perSecond(10 * SECOND);
    }

    /** Such as a device that the bench's own broker lets in once every channel stands, and that is switched off then. */
    @Test
    void countsBetweenTheFirstAndTheLast() {
        assertThat(perSecond(4, 5, 6, 7)).isEqualTo(1);
        assertThat(perSecond(4, 8)).isEqualTo(0.25);
    }

    @Test
    void countsAgainstTheWholeTimeWhatHasNoBetween() {
        assertThat(perSecond()).isZero();
        assertThat(perSecond(4)).isEqualTo(0.1);
        assertThat(perSecond(4, 4, 4)).isEqualTo(0.3);
    }

    /** One that had to wait for the rest of another frame has its own time. */
    @Test
    void takesWhatComesOutOfOrder() {
        assertThat(perSecond(4, 8, 6)).isEqualTo(0.5);
    }
}
