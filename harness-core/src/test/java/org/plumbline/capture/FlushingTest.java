package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlushingTest {

    private static long ms(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void isDueOnceAPeriodHasPassed() {
        Flushing flushing = new Flushing(ms(1000));
        assertThat(flushing.left(ms(1000))).isEqualTo(ms(50));
        assertThat(flushing.left(ms(1049))).isEqualTo(ms(1));
        assertThat(flushing.left(ms(1050))).isZero();
        assertThat(flushing.left(ms(1090))).isNegative();
    }

    /** What comes right after a flush has begun waits for the next and is on disk when that is done. */
    @ParameterizedTest
    @CsvSource({"0, 50", "10, 60", "45, 95", "47, 99", "60, 125"})
    void leavesNothingInMemoryForLongerThanTheNextFlushTakes(long flush, long oldest) {
        Flushing flushing = new Flushing(0);
        for (long begun = ms(50), next; begun < ms(5000); begun = next) {
            flushing.done(begun, begun + ms(flush));
            next = begun + flushing.left(begun);
            assertThat(next + ms(flush) - begun).isEqualTo(ms(oldest));
        }
    }
}
