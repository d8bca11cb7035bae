package org.plumbline.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.plumbline.timeline.Observation.WallClock;

class WallClockTest {

    private static final long MS = 1_000_000;

    /** Each look takes as long as told; from then on a microsecond. UTC is ahead by a second. */
    private static final class Slow implements Clock {

        private final Deque<Long> looks;
        private long time;

        Slow(Long... looks) {
            this.looks = new ArrayDeque<>(List.of(looks));
        }

        private long look() {
            time += looks.isEmpty() ? 1_000 : looks.remove();
            return time;
        }

        @Override
        public long now() {
            return look();
        }

        @Override
        public long utc() {
            return look() + 1000 * MS;
        }

        @Override
        public boolean await(BooleanSupplier condition, long until) {
            throw new AssertionError("nobody waits");
        }

        @Override
        public void changed() {}

        @Override
        public Cancellation schedule(long at, Runnable task) {
            throw new AssertionError("nothing is scheduled");
        }
    }

    private static long ahead(Clock clock) {
        WallClock read = WallClock.of(clock);
        return read.utc() - read.time();
    }

    @Test
    void isReadAgainWhereSomethingCameBetween() {
        assertThat(ahead(new Slow(0L, 300 * MS, 0L))).isEqualTo(1000 * MS);
        assertThat(ahead(new Slow(0L, 0L, 300 * MS))).isEqualTo(1000 * MS);
    }

    @Test
    void isTakenFromTheQuietestReadingWhereSomethingAlwaysComesBetween() {
        Slow clock = new Slow(
                0L, 30 * MS, 10 * MS, 0L, 20 * MS, 90 * MS, 0L, 2 * MS, 2 * MS, 0L, 8 * MS, 30 * MS, 0L, 9 * MS, 0L);
        assertThat(ahead(clock)).isEqualTo(1000 * MS);
    }
}
