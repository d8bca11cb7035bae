package org.plumbline.capture;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;

class BacklogTest {

    private static final int CAPACITY = 65_536;
    private static final int MUCH = 2048;

    private final Backlog backlog = new Backlog();

    private void put(long from, long count) {
        LongStream.range(from, from + count).forEach(time -> backlog.put(new Observation.Mark(time)));
    }

    private static List<Long> times(List<Observation> taken) {
        return taken.stream().map(Observation::time).toList();
    }

    @Nested
    class WhoWrites {

        @Test
        void getsFewWhenTheTimeHasPassed() throws InterruptedException {
            put(0, 3);
            try (LiveClock clock = new LiveClock()) {
                assertThat(times(backlog.take(20_000_000))).containsExactly(0L, 1L, 2L);
                assertThat(clock.now()).isGreaterThanOrEqualTo(20_000_000);
            }
            assertThat(backlog.take(0)).isEmpty();
        }

        @Test
        void getsMuchAtOnce() throws InterruptedException {
            put(0, MUCH);
            assertThat(times(backlog.take(MINUTES.toNanos(10))))
                    .containsExactlyElementsOf(LongStream.range(0, MUCH).boxed().toList());
        }

        @Test
        void getsTheRestAtOnceAtTheEnd() throws InterruptedException {
            put(0, 2);
            backlog.end();
            assertThat(backlog.isDone()).isFalse();
            assertThat(times(backlog.take(MINUTES.toNanos(10)))).containsExactly(0L, 1L);
            assertThat(backlog.isDone()).isTrue();
        }
    }

    @Nested
    class WhoObserves {

        @Test
        void waitsForRoomAndLosesNothingAlthoughInterrupted() throws InterruptedException {
            put(0, CAPACITY);
            Thread observer = new Thread(() -> put(CAPACITY, 5));
            observer.start();
            await().until(() -> observer.getState() == Thread.State.WAITING);
            observer.interrupt();
            List<Observation> all = new ArrayList<>(backlog.take(0));
            assertThat(all).hasSize(MUCH);
            observer.join();
            backlog.end();
            while (!backlog.isDone()) {
                all.addAll(backlog.take(0));
            }
            assertThat(times(all))
                    .containsExactlyElementsOf(
                            LongStream.range(0, CAPACITY + 5).boxed().toList());
        }
    }
}
