package org.plumbline.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No test waits for a time to pass: they wait for what other threads do. */
@Timeout(30)
class LiveClockTest {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final LiveClock clock = new LiveClock();

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void startsAtZeroAndOnlyGoesOn() {
        long first = clock.now();
        assertThat(first).isNotNegative();
        assertThat(clock.now()).isGreaterThanOrEqualTo(first);
    }

    @Test
    void doesNotWaitForWhatHoldsOrIsOver() {
        assertThat(clock.await(() -> true, 0)).isTrue();
        assertThat(clock.await(() -> false, clock.now())).isFalse();
    }

    @Test
    void waitsForTheTimeItself() {
        long until = clock.now() + 2_000_000;
        assertThat(clock.await(() -> false, until)).isFalse();
        assertThat(clock.now()).isGreaterThanOrEqualTo(until);
    }

    @Test
    void looksAgainAfterEachChange() throws Exception {
        AtomicBoolean there = new AtomicBoolean();
        AtomicInteger looks = new AtomicInteger();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> clock.await(
                () -> {
                    looks.incrementAndGet();
                    return there.get();
                },
                FOR_EVER));
        await().until(() -> looks.get() >= 2); // once more when it counts as waiting
        int before = looks.get();
        clock.changed();
        await().until(() -> looks.get() > before);
        there.set(true);
        clock.changed();
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void aTaskThatFailsIsOneLineOnTheTerminal() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(terminal, true, UTF_8));
        try {
            clock.schedule(0, () -> {
                throw new IllegalStateException("no more");
            });
            await().until(() -> terminal.toString(UTF_8).contains("java.lang.IllegalStateException: no more"));
            CompletableFuture<Void> next = new CompletableFuture<>();
            clock.schedule(0, () -> next.complete(null));
            next.join();
        } finally {
            System.setErr(before);
        }
        assertThat(terminal.toString(UTF_8).lines()).hasSize(1);
    }

    @Test
    void anInterruptionEndsEveryWaitNowAndLater() {
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        CountDownLatch looked = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                waiting.complete(clock.await(
                        () -> {
                            looked.countDown();
                            return false;
                        },
                        FOR_EVER));
            } catch (InterruptedRunException e) {
                waiting.completeExceptionally(e);
            }
        });
        thread.start();
        await().until(() -> looked.getCount() == 0);
        clock.interrupt();
        assertThatThrownBy(waiting::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedRunException.class);
        assertThatThrownBy(() -> clock.await(() -> false, FOR_EVER)).hasMessage("the run was interrupted");
        assertThat(clock.await(() -> true, FOR_EVER)).isTrue();
        assertThat(clock.await(() -> false, clock.now())).as("had its time").isFalse();
    }

    @Test
    void aThreadThatIsInterruptedKeepsItsFlag() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> clock.await(() -> false, FOR_EVER)).isInstanceOf(InterruptedRunException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void runsTasksNotBeforeTheirTimeOnOneThread() throws Exception {
        CompletableFuture<Long> late = new CompletableFuture<>();
        CompletableFuture<String> overdue = new CompletableFuture<>();
        long at = clock.now() + 3_000_000;
        clock.schedule(at, () -> late.complete(clock.now()));
        clock.schedule(
                at - FOR_EVER / 2, () -> overdue.complete(Thread.currentThread().getName()));
        assertThat(overdue.get(20, TimeUnit.SECONDS)).isEqualTo("plumbline-clock");
        assertThat(late.get(20, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(at);
    }

    @Test
    void aLaneThatWaitsHoldsUpNobodyElse() throws Exception {
        CountDownLatch others = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        clock.lane().schedule(0, () -> {
            clock.await(() -> others.getCount() == 0, FOR_EVER);
            end.countDown();
        });
        Runnable other = () -> {
            others.countDown();
            clock.changed();
        };
        clock.schedule(0, other);
        clock.lane().schedule(0, other);
        assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTaskThatThrowsEndsNothingButItself() {
        CompletableFuture<String> next = new CompletableFuture<>();
        clock.schedule(0, () -> {
            throw new IllegalStateException("thrown by a test");
        });
        clock.schedule(clock.now(), () -> next.complete("next"));
        assertThat(next).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo("next");
    }

    @Test
    void takesTasksBack() {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicBoolean ran = new AtomicBoolean();
        CompletableFuture<String> last = new CompletableFuture<>();
        clock.schedule(0, () -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Clock.Cancellation cancellation = clock.schedule(0, () -> ran.set(true));
        clock.schedule(clock.now(), () -> last.complete("last"));
        cancellation.cancel();
        gate.countDown();
        assertThat(last).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(ran).isFalse();
    }
}
