package org.plumbline.capture;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.channel.Packet;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;

class BacklogTest {

    private static final int CAPACITY = 65_536;
    private static final int MUCH = 2048;

    private final Backlog backlog = new Backlog(MINUTES.toNanos(10));

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

        private static Observation.Frame frame(int length) {
            return new Observation.Frame(0, "wire", Direction.RECEIVED, Packet.of(new byte[length]));
        }

        @Test
        void doesNotWaitForEver() throws InterruptedException {
            Backlog impatient = new Backlog(1_000_000);
            for (int i = 0; i < CAPACITY; i++) {
                assertThat(impatient.put(new Observation.Mark(i))).isTrue();
            }
            assertThat(impatient.put(new Observation.Mark(CAPACITY))).isFalse();
            assertThat(impatient.take(0)).hasSize(MUCH);
            assertThat(impatient.put(new Observation.Mark(CAPACITY))).isTrue();
        }

        @Test
        void waitsForRoomInBytesToo() throws InterruptedException {
            Backlog impatient = new Backlog(1_000_000);
            int half = (int) (Backlog.BYTES / 2);
            assertThat(impatient.put(frame(half))).isTrue();
            assertThat(impatient.put(frame(half))).isTrue();
            assertThat(impatient.put(frame(1))).isFalse();
            assertThat(impatient.take(MINUTES.toNanos(10))).hasSize(2);
            assertThat(impatient.put(frame(4 * half))).isTrue();
        }

        @Test
        void waitsForRoomAndLosesNothingAlthoughInterrupted() throws InterruptedException {
            put(0, CAPACITY);
            Thread observer = new Thread(() -> put(CAPACITY, 5));
            observer.start();
            await().until(() -> observer.getState() == Thread.State.TIMED_WAITING);
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
