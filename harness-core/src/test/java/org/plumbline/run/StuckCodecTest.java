package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plumbline.bench.Bench;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.HarnessException;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.Frame;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.VirtualClock;

/** A plugin's endless loop must neither keep a run from its end nor anything from the capture. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StuckCodecTest {

    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);

    private final CountDownLatch released = new CountDownLatch(1);
    private final Rig rig = new Rig();

    @AfterEach
    void letItGo() {
        released.countDown();
        rig.close();
    }

    private void arrive(String text) {
        Receiver receiver = rig.receivers.get("wire");
        receiver.received(receiver.now(), Packet.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Thread sticks() {
        Thread transport = new Thread(() -> arrive("stuck"));
        transport.setDaemon(true);
        transport.start();
        return transport;
    }

    private List<String> frames() {
        return rig.recorded.stream()
                .filter(Frame.class::isInstance)
                .map(frame -> ((Frame) frame).packet().text())
                .toList();
    }

    @Test
    void isGivenUpWhileTheRunGoesOn() throws InterruptedException {
        try (LiveClock clock = new LiveClock();
                Session session = rig.open(Rig.bench(Map.of()), clock, new PairCodec(released), PATIENCE)) {
            arrive("level=1");
            Thread transport = sticks();
            assertThat(session.timeline().awaitTime(clock.now() + 60 * Rig.SECOND))
                    .isFalse();
            assertThat(session.timeline().lostChannels())
                    .singleElement()
                    .satisfies(
                            lost -> assertThat(lost.detail().en())
                                    .startsWith(
                                            "codec pairs was given data and has not returned for 0 s (the fault is the codec's"))
                    .satisfies(lost -> assertThat(lost.detail().zh()).startsWith("编解码 pairs 开始处理数据后 0 s 仍未返回（问题在编解码"))
                    .satisfies(lost -> assertThat(lost.since()).isLessThan(lost.time()));
            assertThat(rig.givenUp).containsExactly("wire");
            released.countDown();
            transport.join();
            arrive("level=2");
        }
        assertThat(frames()).containsExactly("level=1", "stuck", "level=2");
        assertThat(rig.recorded).filteredOn(Sample.class::isInstance).hasSize(1);
    }

    private void assertItDoesNotKeepARunFromItsEnd(Bench bench) {
        Session session = rig.open(bench, new VirtualClock(), new PairCodec(released), 0);
        Thread transport = sticks();
        while (!holdsTheDecoder(transport)) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(session::close)
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining("channel wire was lost: codec pairs was given data");
        assertThat(frames()).contains("stuck");
        assertThat(rig.recorded).last().isInstanceOfSatisfying(ChannelEvent.class, event -> assertThat(event.kind())
                .isEqualTo(ChannelEvent.Kind.CLOSED));
    }

    private static boolean holdsTheDecoder(Thread transport) {
        return isStuck(transport.getStackTrace());
    }

    private static boolean isStuck(StackTraceElement[] stack) {
        return List.of(stack).stream().anyMatch(frame -> frame.getMethodName().equals("mayStick"));
    }

    @Test
    void doesNotKeepARunFromItsEnd() {
        assertItDoesNotKeepARunFromItsEnd(Rig.bench(Map.of()));
    }

    @Test
    void doesNotKeepARunFromItsEndWhereTheChannelIsPolled() {
        assertItDoesNotKeepARunFromItsEnd(Rig.bench(Map.of(), "safe-state", Map.of("poll", List.of("stamp"))));
    }

    /** Nor does an encoder keep what stops the device from going out. */
    @Test
    void sendsNothing() {
        try (LiveClock clock = new LiveClock();
                Session session = rig.open(Rig.bench(Map.of()), clock, new PairCodec(released), PATIENCE)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> session.send("stuck", Map.of()))
                        .isInstanceOfSatisfying(BenchException.class, e -> assertThat(
                                        e.problems().get(0).what().zh())
                                .isEqualTo("编解码 pairs 编码命令“stuck”时 0 s 内未返回，命令未发出"))
                        .hasMessageStartingWith(
                                "codec pairs was to encode the command \"stuck\" and has not returned for 0 s;");
            }
            assertThat(session.safeState()).isTrue();
            assertThat(rig.sent).containsExactly("safe-state");
        }
    }

    /** What comes of a command whose encoder is at work when this returns. */
    private CompletableFuture<Long> sending(Session session, String command) {
        CompletableFuture<Long> sent = new CompletableFuture<>();
        Thread step = new Thread(() -> {
            try {
                sent.complete(session.send(command, Map.of()));
            } catch (RuntimeException e) {
                sent.completeExceptionally(e);
            }
        });
        step.setDaemon(true);
        step.start();
        while (Thread.getAllStackTraces().values().stream().noneMatch(StuckCodecTest::isStuck)) {
            Thread.onSpinWait();
        }
        return sent;
    }

    /** It would have a second and a half; what stops the device does not wait that long. */
    @Test
    void isGivenUpSoonerWhereTheSafeStateWaitsForIt() {
        try (LiveClock clock = new LiveClock();
                Session session = rig.open(Rig.bench(Map.of()), clock, new PairCodec(released), 15 * PATIENCE)) {
            CompletableFuture<Long> stuck = sending(session, "stuck");
            session.interrupt();
            assertThat(rig.sent).containsExactly("safe-state");
            assertThatThrownBy(stuck::join)
                    .hasCauseInstanceOf(BenchException.class)
                    .hasMessageContaining(
                            "codec pairs was to encode the command \"stuck\" and has not returned for 0 s;");
        }
    }

    @Test
    void holdsUpNoOtherChannelsSafeState() {
        try (LiveClock clock = new LiveClock();
                Session session = rig.open(Rig.bench(Map.of()), clock, new PairCodec(released), 6000 * PATIENCE)) {
            CompletableFuture<Long> stuck = sending(session, "hang");
            session.interrupt();
            assertThat(rig.sent).containsExactly("safe-state");
            assertThat(stuck).isNotDone();
            released.countDown();
            assertThatThrownBy(stuck::join).hasCauseInstanceOf(InterruptedRunException.class);
            assertThat(rig.sent).containsExactly("safe-state");
        }
    }

    /** What asks by a plan is sent on another way. */
    @Test
    void sendsNothingBehindTheSafeStateWhereTheChannelIsPolled() {
        Bench polled = Rig.bench(Map.of(), "safe-state", Map.of("poll", List.of("stamp")));
        try (LiveClock clock = new LiveClock();
                Session session = rig.open(polled, clock, new PairCodec(released), 6000 * PATIENCE)) {
            CompletableFuture<Long> stuck = sending(session, "stuck");
            session.interrupt();
            released.countDown();
            assertThatThrownBy(stuck::join).hasCauseInstanceOf(InterruptedRunException.class);
            assertThat(rig.sent).contains("safe-state").doesNotContain("stuck");
        }
    }
}
