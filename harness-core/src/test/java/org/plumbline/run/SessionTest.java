package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.plumbline.run.Rig.s;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.ServiceConfigurationError;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Undeclared;
import org.plumbline.channel.Value;
import org.plumbline.error.BenchException;
import org.plumbline.error.HarnessException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.measure.Times;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.ChannelEvent.Kind;
import org.plumbline.timeline.Observation.CommandFailed;
import org.plumbline.timeline.Observation.Frame;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.VirtualClock;

class SessionTest {

    private static final String MISSING =
            "cannot be encoded: codec pairs says \"a parameter is missing in go {where}\"; correct ";

    private final Rig rig = new Rig();
    private final Session session = rig.session;

    @Test
    void timesAreAsUncertainAsTheMachineWasFoundToBe() {
        session.characterised(new Characterisation(2_000_000, List.of()));
        assertThat(session.timing()
                        .largestGap("level", Times.of(), 0, 1_000_000_000L)
                        .uncertainty()
                        .contributions())
                .extracting(row -> row.name().en() + " " + row.standardUncertainty())
                .containsExactly(
                        "time stamps at both ends of the interval " + 0.001 / Math.sqrt(3),
                        "resolution of the clock " + 0.001 / Math.sqrt(3));
    }

    @Nested
    class Commands {

        /** The timeline may wait for a disk: nothing is noted before it is on the wire and the next may go out. */
        @Test
        void thatNobodyHearsAreNotedBehindTheirFrame() {
            rig.unheard = true;
            session.send("go", Map.of("where", "up"));
            assertThat(rig.recorded)
                    .filteredOn(each -> each instanceof Observation.Frame
                            || each instanceof ChannelEvent event && event.kind() == Kind.UNHEARD)
                    .extracting(each -> each.getClass().getSimpleName())
                    .containsExactly("Frame", "ChannelEvent");
        }

        @Test
        void haveTheTimeAtWhichTheyTookEffect() {
            rig.until(2);
            rig.acting = () -> {
                rig.until(2.5);
                rig.receivers.get("wire").takesEffect();
                rig.until(2.7);
            };
            assertThat(session.send("go", Map.of("where", "up"))).isEqualTo(s(2.5));
            assertThat(rig.recorded)
                    .filteredOn(each -> each instanceof Observation.Frame || each instanceof Observation.CommandSent)
                    .extracting(Observation::time)
                    .containsExactly(s(2.5), s(2.5));
        }

        @Test
        void goOutAndAreNotedWithTheFrameThatCarriedThem() {
            rig.until(2);
            assertThat(session.send("go", Map.of("where", "up"))).isEqualTo(s(2));
            assertThat(rig.sent).containsExactly("go up");
            assertThat(rig.recorded.get(rig.recorded.size() - 2))
                    .isInstanceOfSatisfying(Observation.Frame.class, frame -> {
                        assertThat(frame.direction()).isEqualTo(Direction.SENT);
                        assertThat(frame.packet().text()).isEqualTo("go up");
                    });
            assertThat(rig.recorded.get(rig.recorded.size() - 1))
                    .isEqualTo(new Observation.CommandSent(s(2), "go", Map.of("where", "up"), true));
        }

        @Test
        void getTheTimeOfTheirSending() {
            rig.until(2);
            session.send("stamp", Map.of());
            session.repeat("stamp", s(1));
            rig.until(3.5);
            assertThat(rig.sent)
                    .containsExactly(
                            "stamp 2026-01-01T00:00:02Z", "stamp 2026-01-01T00:00:02Z", "stamp 2026-01-01T00:00:03Z");
        }

        @Test
        void thatCannotGoOutAreOnTheTimelineAsFailed() {
            rig.cut = true;
            assertThatThrownBy(() -> session.send("go", Map.of("where", "up"))).isInstanceOf(BenchException.class);
            assertThatThrownBy(() -> session.send("go", Map.of()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(MISSING);
            assertThatThrownBy(() -> session.send("fly", Map.of())).hasMessage("no command is called fly");
            assertThat(session.timeline().lastCommand("go")).isEmpty();
            CommandFailed failed = new CommandFailed(
                    0,
                    "go",
                    Map.of("where", "up"),
                    true,
                    Problem.of(new Text("断开", "unplugged"), new Text("插好", "plug it in")));
            assertThat(rig.recorded).endsWith(failed);
            assertThat(session.timeline().failedCommands(0, 0)).containsExactly(failed);
        }

        /** It may have reached the device all the same. */
        @Test
        void thatCannotGoOutEndTheStretchIfTheyWouldChangeTheState() {
            rig.until(2);
            rig.cut = true;
            assertThatThrownBy(() -> session.send("beat", Map.of("n", "1"))).isInstanceOf(BenchException.class);
            assertThat(session.lastAct()).isNegative();
            assertThatThrownBy(() -> session.send("go", Map.of("where", "up"))).isInstanceOf(BenchException.class);
            assertThat(session.lastAct()).isEqualTo(session.now());
            assertThat(session.lastChange()).isEqualTo(session.now());
        }
    }

    @Test
    void goesOnBehindASafeStateThatEndsNothing() {
        rig.until(2);
        session.safeState();
        rig.at(3, "level=3");
        assertThat(session.timeline().await("level", s(2.5), each -> true, s(5)))
                .isPresent();
    }

    /** A repetition sends on the clock's thread. */
    @Test
    void whatIsEncodedFirstGoesOutFirst() throws InterruptedException {
        OvertakenClock clock = new OvertakenClock();
        try (Rig other = new Rig();
                Session open = other.open(Rig.bench(Map.of()), clock)) {
            Thread second = new Thread(() -> open.send("stamp", Map.of()));
            clock.inBetween = () -> {
                second.start();
                while (second.getState() != Thread.State.TIMED_WAITING && second.isAlive()) {
                    Thread.onSpinWait();
                }
            };
            open.send("stamp", Map.of());
            second.join();
            assertThat(other.sent).containsExactly("stamp 1970-01-01T00:00:02Z", "stamp 1970-01-01T00:00:03Z");
        }
    }

    @Nested
    class Repetitions {

        @Test
        void beginAtOnceAndCount() {
            session.repeat("beat", s(1));
            rig.until(2.5);
            assertThat(rig.sent).containsExactly("beat 1", "beat 2", "beat 3");
            session.stopRepeating("beat");
            rig.until(9);
            assertThat(rig.sent).hasSize(3);
        }

        /** A device that wants to hear of its operator before it obeys would refuse what comes first. */
        @Test
        void goOutBeforeWhatFollows() {
            session.repeat("beat", s(1));
            session.send("go", Map.of("where", "up"));
            assertThat(rig.sent).containsExactly("beat 1", "go up");
        }

        @Test
        void replaceTheOneBefore() {
            session.repeat("beat", s(1));
            rig.until(1.5);
            session.repeat("beat", s(10));
            rig.until(9);
            assertThat(rig.sent).containsExactly("beat 1", "beat 2", "beat 1");
        }

        /** What is said of a beat of the trial before is not said of the one that runs. */
        @Test
        void areRefusedInEachTrialAnew() {
            session.repeat("beat", s(1));
            rig.until(1.5);
            rig.arrive("no");
            session.settle();
            rig.arrive("no");
            rig.until(2);
            session.repeat("beat", s(1));
            rig.arrive("no");
            rig.arrive("no");
            assertThat(rig.recorded.stream()
                            .filter(each ->
                                    each instanceof ChannelEvent event && event.kind() == ChannelEvent.Kind.DECLINED)
                            .map(each -> ((ChannelEvent) each).since()))
                    .containsExactly(s(1), s(2));
        }

        @Test
        void endWithTheTrial() {
            Trial trial = rig.trial();
            session.repeat("beat", s(1));
            rig.until(0.5);
            trial.ends();
            rig.until(9);
            assertThat(rig.sent).containsExactly("beat 1");
        }

        @Test
        void thatCannotGoOutBreakTheChannelInsteadOfTheDevice() {
            session.repeat("beat", s(1));
            rig.until(1.5);
            rig.cut = true;
            rig.until(9);
            assertThat(session.timeline().lostChannels())
                    .containsExactly(
                            new ChannelEvent(s(2), "wire", Kind.LOST, new Text("断开；插好", "unplugged; plug it in")));
            assertThatThrownBy(session::requireChannels).isInstanceOf(BenchException.class);
        }

        private List<Long> unheard() {
            return rig.recorded.stream()
                    .filter(ChannelEvent.class::isInstance)
                    .map(ChannelEvent.class::cast)
                    .filter(event -> event.kind() == Kind.UNHEARD)
                    .map(ChannelEvent::since)
                    .toList();
        }

        @Test
        void thatNobodyHearsAreNotedOnceUntilSomebodyDoes() {
            rig.unheard = true;
            session.repeat("beat", s(1));
            rig.until(2.5);
            rig.unheard = false;
            rig.until(3.5);
            rig.unheard = true;
            rig.until(6.5);
            assertThat(unheard()).containsExactly(0L, s(4));
            session.send("go", Map.of("where", "up"));
            session.send("go", Map.of("where", "down"));
            assertThat(unheard()).containsExactly(0L, s(4), s(6.5), s(6.5));
        }

        @Test
        void needNoOtherParameterThanTheirCount() {
            assertThatThrownBy(() -> session.repeat("go", s(1)))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(MISSING);
            assertThatThrownBy(() -> session.repeat("fly", s(1))).hasMessage("no command is called fly");
        }

        /** The device would react to its absence. */
        @Test
        void breakTheirChannelOnceTheirCountDoesNotFit() {
            session.repeat("few", s(1));
            rig.until(9);
            assertThat(rig.sent).containsExactly("few 1", "few 2");
            assertThat(session.timeline().lostChannelsNow())
                    .extracting(ChannelEvent::detail)
                    .containsExactly(new Text(
                            "命令“few”（n = 3）无法编码: 3 太多；请给出 1 或 2",
                            "the command \"few\" (n = 3) cannot be encoded: 3 are too many; give 1 or 2"));
        }

        @Test
        void stoppedFromWithinDoNotGoOn() {
            Deque<Long> done = new ArrayDeque<>();
            Repetition repetition = new Repetition(rig.clock, s(1), (self, n) -> {
                done.add(n);
                self.end();
            });
            repetition.start();
            rig.until(9);
            assertThat(done).containsExactly(1L);
        }

        @Test
        void endOnceWhatGoesOutHasGone() throws InterruptedException {
            Queue<String> order = new ConcurrentLinkedQueue<>();
            CountDownLatch goes = new CountDownLatch(1);
            Thread run = Thread.currentThread();
            VirtualClock time = new VirtualClock();
            Repetition repetition = new Repetition(time, s(1), (self, n) -> {
                self.goes();
                goes.countDown();
                while (run.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                order.add("gone");
            });
            Thread clock = new Thread(() -> {
                repetition.start();
                time.await(() -> false, 0);
            });
            clock.start();
            goes.await();
            repetition.end();
            order.add("ended");
            clock.join();
            assertThat(order).containsExactly("gone", "ended");
        }

        @Test
        void beginAndEndOnTheTimeline() {
            session.repeat("beat", s(1));
            rig.until(0.5);
            session.stopRepeating("beat");
            session.stopRepeating("beat");
            assertThat(session.lastAct()).isEqualTo(s(0.5));
            assertThat(rig.recorded)
                    .filteredOn(Observation.Repetition.class::isInstance)
                    .containsExactly(
                            new Observation.Repetition(0, "beat", s(1)), new Observation.Repetition(s(0.5), "beat", 0));
        }
    }

    @Nested
    class Safety {

        @Test
        void anInterruptionSendsTheSafeStateAndRefusesAllElse() {
            session.repeat("beat", s(1));
            rig.until(0.5);
            session.interrupt();
            assertThat(rig.sent).containsExactly("beat 1", "safe-state");
            assertThat(session.interrupted()).isTrue();
            assertThatThrownBy(() -> session.send("go", Map.of("where", "up")))
                    .isInstanceOf(InterruptedRunException.class);
            assertThatThrownBy(() -> session.repeat("beat", s(1))).isInstanceOf(InterruptedRunException.class);
            rig.until(9);
            assertThat(rig.sent).hasSize(2);
        }

        @Test
        void saysWhetherTheSafeStateWentOut() {
            assertThat(session.safeState()).isTrue();
            rig.cut = true;
            assertThat(session.safeState()).isFalse();
        }

        /** It went, and nobody says that it got there. */
        @Test
        void saysWhereNobodyAnswersForTheSafeState() {
            assertThat(session.safeState()).isTrue();
            assertThat(session.safeStateProblem()).isEmpty();
            rig.doubt = Optional.of(new Text("代理没有及时应答", "the broker did not answer in time"));
            assertThat(session.safeState()).isTrue();
            assertThat(session.safeStateProblem())
                    .contains(new Text(
                            "设备的安全状态命令已发出，但代理没有及时应答，设备可能仍在运动",
                            "the device's safe-state command went out, but the broker did not answer in time, it may"
                                    + " still be moving"));
        }

        @Test
        void saysWhyTheSafeStateCannotGoOut() {
            Session other = rig.open(Rig.bench(Map.of(), "safe-state {how}"), rig.clock);
            assertThat(other.safeState()).isFalse();
            assertThat(other.safeStateProblem())
                    .contains(
                            new Text(
                                    "设备的安全状态命令未能发出，设备可能仍在运动: 命令“safe-state”无法编码: 编解码 pairs 报告"
                                            + "“a parameter is missing in safe-state {how}”；请改正其参数的值，或改正该命令",
                                    "the device's safe-state command did not go out, it may still be moving: the command"
                                            + " \"safe-state\" cannot be encoded: codec pairs says \"a parameter is missing in"
                                            + " safe-state {how}\"; correct the values of its parameters, or the command itself"));
        }
    }

    /** With {@code on-open: [stamp, safe-state]} and {@code on-close: stamp}. */
    @Nested
    class Openings {

        private final Rig rig = new Rig(Rig.bench(
                Map.of(), "safe-state", Map.of("on-open", List.of("stamp", "safe-state"), "on-close", "stamp")));

        private List<String> story() {
            return rig.recorded.stream()
                    .map(each -> each instanceof Observation.Frame frame
                            ? frame.packet().text()
                            : each instanceof ChannelEvent event
                                            && event.channel().equals("wire")
                                    ? event.kind().toString()
                                    : "")
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        @Test
        void sendWhatTheBenchSaysOnceEveryChannelHears() {
            assertThat(story()).containsExactly("OPENED", "stamp 2026-01-01T00:00:00Z", "safe-state");
            assertThat(rig.receivers).containsOnlyKeys("wire", "gauge");
        }

        @Test
        void comeBackOnceItHasGoneOutAgain() {
            rig.receivers.get("wire").lost(new Text("拔出", "unplugged"));
            rig.until(1);
            rig.receivers.get("wire").restored();
            assertThat(rig.session.timeline().lostChannelsNow()).hasSize(1);
            rig.until(2);
            assertThat(rig.session.timeline().lostChannelsNow()).isEmpty();
            assertThat(story().subList(3, 7))
                    .containsExactly("LOST", "stamp 2026-01-01T00:00:01Z", "safe-state", "RESTORED");
        }

        @Test
        void doNotComeBackWhereItDoesNotGoOut() {
            rig.receivers.get("wire").lost(new Text("拔出", "unplugged"));
            rig.cut = true;
            rig.receivers.get("wire").restored();
            rig.until(1);
            assertThat(story().subList(3, 5)).containsExactly("LOST", "LOST");
            assertThat(rig.session.timeline().lostChannelsNow())
                    .singleElement()
                    .satisfies(event -> assertThat(event.detail().en()).isEqualTo("unplugged; plug it in"));
        }

        @Test
        void areBrokenWhereTheDeviceRefuses() {
            rig.arrive("no");
            assertThat(rig.session.timeline().lostChannelsNow())
                    .extracting(ChannelEvent::detail)
                    .containsExactly(
                            new Text(
                                    "设备未接受打开时发送的命令（on-open: stamp, safe-state）: 拒绝",
                                    "the device did not accept what is sent on opening (on-open: stamp, safe-state): it refuses"));
        }

        @Test
        void areNotTriedAgainOnceTheDeviceIsToStop() {
            rig.reconnects = true;
            rig.arrive("no");
            rig.session.interrupt();
            rig.clock.await(() -> false, 3 * Rig.SECOND);
            assertThat(rig.sent).containsExactly("stamp 2026-01-01T00:00:00Z", "safe-state", "safe-state");
        }

        /** What a scenario sends later has nothing to do with it. */
        @Test
        void areNotBrokenByWhatIsRefusedLater() {
            rig.session.send("go", Map.of("where", "up"));
            rig.arrive("no");
            assertThat(story()).endsWith("go up", "DECLINED", "no");
            assertThat(rig.session.timeline().lostChannelsNow()).isEmpty();
        }

        @Test
        void sayGoodbye() {
            rig.until(3);
            rig.session.close();
            assertThat(story()).endsWith("stamp 2026-01-01T00:00:03Z", "CLOSED");
        }

        @Test
        void areClosedWhereThatDoesNotGoOut() {
            rig.cut = true;
            rig.session.close();
            assertThat(rig.closed).contains("wire");
        }

        @Test
        void failWhereTheCommandDoesNotGoOut() {
            Rig other = new Rig();
            other.cut = true;
            assertThatThrownBy(() -> other.open(
                            Rig.bench(Map.of(), "safe-state", Map.of("on-open", "stamp")), new VirtualClock()))
                    .hasMessage("unplugged; plug it in");
            assertThat(other.closed).contains("wire", "gauge");
        }
    }

    @Nested
    class Channels {

        @Test
        void areLostWithACauseAndStandAgain() {
            rig.receivers.get("wire").lost(new Text("拔出", "unplugged"));
            session.requireChannels();
            rig.look();
            assertThatThrownBy(session::requireChannels)
                    .isInstanceOfSatisfying(BenchException.class, e -> assertThat(e.problems())
                            .containsExactly(lost(new Text("拔出", "unplugged"))));
            rig.receivers.get("wire").restored();
            rig.look();
            session.requireChannels();
            assertThatThrownBy(() -> session.requireChannels(0, 1)).isInstanceOf(BenchException.class);
            session.requireChannels(1, 2);
        }

        @Test
        void areLostWhereADecoderThrows() {
            rig.arrive("!");
            assertThat(session.timeline().lostChannelsNow())
                    .extracting(event -> event.detail().en())
                    .containsExactly("codec pairs failed: java.lang.IllegalStateException: thrown by a test" + FAULT);
        }

        private static final Text FAULT = new Text(
                "（问题在编解码或提供它的插件，不在线路：请换用其他版本，或向其作者报告）",
                " (the fault is the codec's, or its plugin's, not the line's: use another version, or report it to its author)");

        private static final Text REMEDY =
                new Text("请排除原因（如接线、电源、代理）后重新运行", "mend the cause, such as cable, power or broker, then run again");

        private static Problem lost(Text why) {
            return Problem.of(new Text("通道 wire 中断: %s", "channel wire was lost: %s").with(why), REMEDY);
        }

        private void assertLost(Text why) {
            rig.look();
            assertThatThrownBy(session::requireChannels)
                    .isInstanceOfSatisfying(
                            BenchException.class, e -> assertThat(e.problems()).containsExactly(lost(why)));
        }

        /** Otherwise a third of the evidence could be missing, and everything pass. */
        @Test
        void areLostWhereADecoderKeepsBytesToItself() {
            rig.until(1);
            rig.arrive("level=1");
            rig.arrive("swallowed");
            rig.until(2);
            rig.arrive("level=2");
            assertLost(new Text(
                            "编解码 pairs 未如数交出数据：收到 23 字节，前 7 字节之后交出的与收到的不符",
                            "codec pairs does not give out what arrives: of 23 bytes the first 7, but then something else")
                    .and(FAULT));
            assertThat(session.timeline().lostChannels())
                    .extracting(ChannelEvent::since)
                    .containsExactly(s(1));
            rig.receivers.get("wire").restored();
            assertThat(session.timeline().lostChannelsNow())
                    .as("the decoder is the same")
                    .hasSize(1);
        }

        @Test
        void areLostWhereADecoderMakesItsOwnTime() {
            rig.until(1);
            rig.arrive("late");
            assertLost(new Text(
                            "编解码 pairs 给出的帧时间为 1.000 s，而其数据在 1.000 s 至 1.000 s 之间到达",
                            "codec pairs gives a frame the time 1.000 s,"
                                    + " but what it is made of came between 1.000 s and 1.000 s")
                    .and(FAULT));
            rig.arrive("gauge", "early");
            assertThat(session.timeline().lostChannelsNow()).hasSize(2);
        }

        /** A transport reads into the same array again and again, usually. */
        @Test
        void recordWhatCameWhateverBecomesOfItsArray() {
            for (String text : List.of("reused", "(", ")")) {
                byte[] array = text.getBytes(StandardCharsets.UTF_8);
                rig.receivers.get("wire").received(0, Packet.of(array));
                Arrays.fill(array, (byte) '#');
            }
            assertThat(rig.recorded)
                    .filteredOn(Frame.class::isInstance)
                    .extracting(frame -> ((Frame) frame).packet().text())
                    .containsExactly("reused", "(", ")");
        }

        private void arriveAt(double seconds) {
            rig.receivers.get("wire").received(s(seconds), Packet.of("level=1".getBytes(StandardCharsets.UTF_8)));
        }

        private static final Text OF_TRANSPORT = new Text(
                "（问题在传输或提供它的插件，不在设备：请换用其他版本，或向其作者报告）",
                " (the fault is the transport's, or its plugin's, not the device's: use another version, or report it to its"
                        + " author)");

        @Test
        void areLostWhereATransportIsAheadOfTheClock() {
            rig.until(1);
            arriveAt(1);
            rig.until(2);
            arriveAt(2.5);
            arriveAt(2.5);
            assertLost(new Text(
                            "传输 none 给出的到达时间为 2.500000 s，而当时才 2.000000 s",
                            "transport none gives what arrives the time 2.500000 s, and it was only 2.000000 s")
                    .and(OF_TRANSPORT));
            assertThat(session.timeline().lostChannels())
                    .extracting(ChannelEvent::since)
                    .containsExactly(s(1));
            assertThat(rig.recorded)
                    .filteredOn(Frame.class::isInstance)
                    .extracting(Observation::time)
                    .containsExactly(s(1), s(2), s(2));
        }

        @Test
        void areLostWhereATransportGoesBackInTime() {
            rig.until(1);
            arriveAt(1);
            arriveAt(1);
            session.requireChannels();
            rig.until(2);
            arriveAt(0.5);
            assertLost(new Text(
                            "传输 none 给出的到达时间为 0.500000 s，早于通道打开或前一次到达的 1.000000 s",
                            "transport none gives what arrives the time 0.500000 s, before 1.000000 s, when the channel was opened or"
                                    + " something came before it")
                    .and(OF_TRANSPORT));
        }

        @Test
        void areLostWhereATransportsTimeIsBeforeTheyWereOpened() {
            arriveAt(-1);
            rig.look();
            assertThatThrownBy(session::requireChannels)
                    .hasMessageContaining("transport none gives what arrives the time -1.000000 s, before 0.000000 s");
        }

        /** The device goes on, and would look silent. */
        @Test
        void areLostWhereTheTransportsThreadEndsByAnException() throws InterruptedException {
            List<String> told = new CopyOnWriteArrayList<>();
            try (LiveClock clock = new LiveClock()) {
                Session live = rig.open(Rig.bench(Map.of()), clock);
                reads("wire", told, () -> {
                    throw new IllegalStateException("bug in reader");
                });
                assertThat(live.timeline().lostChannelsNow())
                        .extracting(ChannelEvent::detail)
                        .containsExactly(new Text(
                                        "传输 none 接收数据的线程 reader 因异常终止: java.lang.IllegalStateException: bug in reader",
                                        "transport none: its thread reader, on which it delivers, ended by an exception:"
                                                + " java.lang.IllegalStateException: bug in reader")
                                .and(OF_TRANSPORT));
                reads("gauge", told, () -> {
                    live.close();
                    throw new IllegalStateException("its socket is closed");
                });
            }
            assertThat(rig.recorded)
                    .filteredOn(each -> each instanceof ChannelEvent event && event.kind() == Kind.LOST)
                    .hasSize(1);
            assertThat(told).containsExactly("bug in reader");
        }

        /** What the harness throws there is told otherwise; errors of the bench are thrown by transports, too. */
        @Test
        void areLostWhereTheTransportsThreadEndsByAnErrorOfTheBench() throws InterruptedException {
            List<String> told = new CopyOnWriteArrayList<>();
            Problem gone = Problem.of(Text.same("gone"), Text.same("plug it in"));
            try (LiveClock clock = new LiveClock();
                    Session live = rig.open(Rig.bench(Map.of()), clock)) {
                reads("wire", told, () -> {
                    throw new HarnessException(gone);
                });
                assertThat(live.timeline().lostChannelsNow()).isEmpty();
                reads("wire", told, () -> {
                    throw new BenchException(gone);
                });
                reads("gauge", told, () -> {
                    throw new InputException(gone);
                });
                assertThat(live.timeline().lostChannelsNow())
                        .extracting(ChannelEvent::channel)
                        .containsExactlyInAnyOrder("wire", "gauge");
            }
            assertThat(told).hasSize(3);
        }

        @Test
        void areNotLostWhereOneThreadReadsSeveralAndEndsWithTheFirst() throws InterruptedException {
            List<String> told = new CopyOnWriteArrayList<>();
            CountDownLatch reads = new CountDownLatch(1);
            CountDownLatch closed = new CountDownLatch(1);
            Thread reader = new Thread(() -> {
                arriveLive("gauge");
                arriveLive("wire");
                reads.countDown();
                awaitQuietly(closed::await);
                throw new IllegalStateException("its socket is closed");
            });
            reader.setUncaughtExceptionHandler((thread, failure) -> told.add(failure.getMessage()));
            try (LiveClock clock = new LiveClock()) {
                Session live = rig.open(Rig.bench(Map.of()), clock);
                reader.start();
                reads.await();
                rig.closing = () -> {
                    closed.countDown();
                    awaitQuietly(reader::join);
                };
                live.close();
            }
            assertThat(rig.recorded).noneMatch(each -> each instanceof ChannelEvent event && event.kind() == Kind.LOST);
            assertThat(told).isEmpty();
        }

        private interface Wait {
            void run() throws InterruptedException;
        }

        private static void awaitQuietly(Wait wait) {
            try {
                wait.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** It gives them what comes where a transport answers within its send, and lives on. */
        @Test
        void leaveTheThreadAloneThatOpenedThem() throws InterruptedException {
            List<String> told = new CopyOnWriteArrayList<>();
            Thread driver = new Thread(() -> {
                try (LiveClock clock = new LiveClock()) {
                    Session live = rig.open(Rig.bench(Map.of()), clock);
                    arriveLive("wire");
                    live.close();
                }
                throw new IllegalStateException("its own bug");
            });
            driver.setUncaughtExceptionHandler((thread, failure) -> told.add(failure.getMessage()));
            driver.start();
            driver.join();
            assertThat(told).containsExactly("its own bug");
        }

        @Test
        void areNotKeptByAThreadThatReadsOthersAfterwards() throws Exception {
            ExecutorService plugin = Executors.newSingleThreadExecutor();
            try {
                for (int sessions = 0; sessions < 3; sessions++) {
                    try (LiveClock clock = new LiveClock()) {
                        Session live = rig.open(Rig.bench(Map.of()), clock);
                        plugin.submit(() -> arriveLive("wire")).get();
                        live.close();
                    }
                }
                assertThat(plugin.submit(() -> Thread.currentThread().getUncaughtExceptionHandler())
                                .get())
                        .isInstanceOfSatisfying(
                                ReaderEnd.class, end -> assertThat(end.before()).isNotInstanceOf(ReaderEnd.class));
            } finally {
                plugin.shutdown();
            }
        }

        private final Runnable bug = () -> {
            throw new IllegalStateException("bug");
        };

        private static Problem failed(String operation) {
            return Problem.of(
                    new Text("通道 wire: 传输 none 的 %s 出错: %s", "channel wire: transport none failed in %s: %s")
                            .with(operation, new IllegalStateException("bug")),
                    new Text(
                            "问题在传输或提供它的插件：请换用其他版本，或向其作者报告",
                            "the fault is the transport's, or its plugin's: use another version, or report it to its author"));
        }

        @Test
        void takeNoCommandWhereTheTransportThrows() {
            rig.acting = bug;
            assertThatThrownBy(() -> session.send("go", Map.of("where", "up")))
                    .isInstanceOfSatisfying(
                            BenchException.class, e -> assertThat(e.problems()).containsExactly(failed("send")));
            assertThat(rig.recorded).last().isInstanceOfSatisfying(CommandFailed.class, command -> assertThat(
                            command.problem())
                    .isEqualTo(failed("send")));
        }

        @Test
        void takeNoCommandWhereTheTransportThrowsWhatIsNotDeclared() {
            for (Throwable thrown : List.of(new IOException("no port"), new ServiceConfigurationError("no port"))) {
                rig.acting = () -> Undeclared.thrown(thrown);
                assertThatThrownBy(() -> session.send("go", Map.of("where", "up")))
                        .isInstanceOf(BenchException.class)
                        .hasMessageContaining("transport none failed in send: " + thrown);
            }
            rig.acting = () -> Undeclared.thrown(new OutOfMemoryError("thrown by a test"));
            assertThatThrownBy(() -> session.send("go", Map.of("where", "up"))).isInstanceOf(OutOfMemoryError.class);
        }

        /** Each look asks again; it is told once. */
        @Test
        void areLostWhereTheTransportThrowsWhenItIsAsked() {
            rig.asking = channel -> bug.run();
            rig.counting = bug;
            session.timeline().awaitTime(s(1));
            session.timeline().awaitTime(s(2));
            assertThat(session.timeline().lostChannels()).hasSize(2).first().satisfies(lost -> assertThat(lost.detail())
                    .isEqualTo(new BenchException(failed("checkAlive")).words()));
        }

        /** All is judged by then, and has to be kept. */
        @Test
        void areClosedWhateverTheTransportOfAnotherThrows() {
            rig.closing = bug;
            assertThatThrownBy(session::close)
                    .isInstanceOf(HarnessException.class)
                    .hasMessageStartingWith("channel wire was lost: channel wire: transport none failed in close: ");
            assertThat(rig.closed).containsExactly("wire", "gauge");
            assertThat(rig.recorded)
                    .filteredOn(each -> each instanceof ChannelEvent event && event.kind() == Kind.CLOSED)
                    .hasSize(2);
        }

        @Test
        void areNotOpenWhereTheTransportOpensNothing() {
            assertThatThrownBy(() -> Session.open(
                            Rig.standard(),
                            Rig.bench(Map.of()),
                            Rig.ADAPTERS,
                            (channel, receiver) -> null,
                            new VirtualClock(),
                            observation -> {}))
                    .isInstanceOf(BenchException.class)
                    .hasMessageStartingWith("channel wire: transport none failed in open:"
                            + " java.lang.NullPointerException: null returned; the fault is the transport's");
        }

        private void arriveLive(String channel) {
            Receiver receiver = rig.receivers.get(channel);
            receiver.received(receiver.now(), Packet.of(new byte[] {'x'}));
        }

        private void reads(String channel, List<String> told, Runnable then) throws InterruptedException {
            Thread reader = new Thread(
                    () -> {
                        arriveLive(channel);
                        arriveLive(channel);
                        then.run();
                    },
                    "reader");
            reader.setUncaughtExceptionHandler((thread, failure) -> told.add(failure.getMessage()));
            reader.start();
            reader.join();
        }

        /** Nobody judges any more, and the run is none to rely on. */
        @Test
        void showWhenTheyAreClosedThatADecoderKeptBytesToItself() {
            rig.arrive("swallowed");
            assertThatThrownBy(session::close)
                    .isInstanceOfSatisfying(HarnessException.class, e -> assertThat(e.problems())
                            .containsExactly(lost(new Text(
                                            "编解码 pairs 收到 9 字节，只交出 0 字节", "codec pairs got 9 bytes and gave out only 0")
                                    .and(FAULT))));
        }

        /** It would end whoever writes it down. */
        @Test
        void areLostWhereADecoderGivesOutNull() {
            Map.of("words", "words in Chinese", "kind", "kind", "value", "value", "reason", "words in Chinese")
                    .forEach((what, named) -> {
                        Rig other = new Rig();
                        other.arrive("no " + what);
                        assertThat(other.session.timeline().lostChannelsNow())
                                .extracting(event -> event.detail().en())
                                .containsExactly(
                                        "codec pairs failed: java.lang.NullPointerException: " + named + FAULT);
                        assertThat(other.recorded)
                                .filteredOn(Frame.class::isInstance)
                                .hasSize(1);
                    });
            assertThatThrownBy(() -> new Value.Literal(null)).isInstanceOf(NullPointerException.class);
        }

        @Test
        void areLostWhereADecoderOverflowsItsStack() {
            rig.arrive("!!");
            assertThat(session.timeline().lostChannelsNow())
                    .extracting(event -> event.detail().en())
                    .containsExactly("codec pairs failed: java.lang.StackOverflowError" + FAULT);
        }

        @Test
        void areLostWhereADecoderThrowsWhatIsNotDeclared() {
            rig.arrive("!?");
            assertThat(session.timeline().lostChannelsNow())
                    .extracting(event -> event.detail().en())
                    .containsExactly("codec pairs failed: java.io.IOException: thrown by a test" + FAULT);
        }

        @Test
        void doNotHideThatTheVirtualMachineIsAtItsEnd() {
            assertThatThrownBy(() -> rig.arrive("!!!")).isInstanceOf(OutOfMemoryError.class);
            session.close(); // and the codec did nothing wrong
        }

        @Test
        void areNotLostByTheirCodecWhereTheRecorderThrows() {
            Deque<String> full = new ArrayDeque<>();
            Rig other = new Rig(Rig.standard(), observation -> {
                if (observation instanceof Frame && full.poll() != null) {
                    throw new IllegalStateException("full");
                }
            });
            full.add("disk");
            assertThatThrownBy(() -> other.arrive("level=1")).hasMessage("full");
            assertThat(other.session.timeline().lostChannelsNow()).isEmpty();
        }

        @Test
        void areClosedOnce() {
            session.close();
            session.close();
            rig.look();
            assertThat(rig.closed).containsExactlyInAnyOrder("wire", "gauge");
            assertThat(session.timeline().events(0, 0))
                    .extracting(ChannelEvent::kind)
                    .containsExactly(Kind.OPENED, Kind.OPENED, Kind.CLOSED, Kind.CLOSED);
            assertThatThrownBy(() -> session.send("go", Map.of("where", "up")))
                    .hasMessage("channel wire is not open; see the errors before this one");
        }
    }

    /** Each look at the wall clock shows a second more; after one of them somebody else comes in between. */
    private static final class OvertakenClock implements Clock {

        private final AtomicLong seconds = new AtomicLong();
        private final Clock clock = new VirtualClock();
        private Runnable inBetween = () -> {};

        @Override
        public long now() {
            return clock.now();
        }

        @Override
        public long utc() {
            long second = seconds.incrementAndGet();
            Runnable once = inBetween;
            inBetween = () -> {};
            once.run();
            return second * Rig.SECOND;
        }

        @Override
        public boolean await(BooleanSupplier condition, long until) {
            return clock.await(condition, until);
        }

        @Override
        public void changed() {}

        @Override
        public Cancellation schedule(long at, Runnable task) {
            return clock.schedule(at, task);
        }
    }

    /** Runs what is due now before {@link #schedule} returns, the rest one by one; everything has begun already. */
    /** What is judged after a look knows of it, however seldom the transport counts by itself. */
    @Test
    void eachLookAsksWhatWasThrownAway() {
        rig.counting = () -> rig.receivers.get("wire").overrun(s(0.2), Text.same("full"));
        rig.session.timeline().awaitTime(s(1));
        assertThat(rig.session.timeline().events(0, s(1)))
                .contains(new ChannelEvent(s(1), "wire", Kind.OVERRUN, Text.same("full"), s(0.2)));
    }

    /** In virtual time, and where it can be asked, its silence is its far end's. */
    @ParameterizedTest
    @CsvSource({"true, false, 1", "true, true, 0", "false, false, 0"})
    void nobodyKnowsWhoIsSilentOnAWireThatCannotBeAsked(boolean unaskable, boolean virtual, int events) {
        rig.unaskable = unaskable;
        Clock clock = virtual ? new VirtualClock() : new OvertakenClock();
        try (Session open = rig.open(Rig.bench(Map.of()), clock)) {
            open.timeline().awaitTime(s(1));
            rig.receivers.get("wire").received(s(1), Packet.of("level=1".getBytes(StandardCharsets.UTF_8)));
            open.timeline().awaitTime(s(1.9));
            open.timeline().awaitTime(s(2.1));
            assertThat(open.timeline().events(s(1.5), s(3)))
                    .filteredOn(event ->
                            event.kind() == Kind.SILENT && event.channel().equals("wire"))
                    .extracting(ChannelEvent::time, ChannelEvent::since)
                    .isEqualTo(Collections.nCopies(events, tuple(s(2.1), s(1))));
        }
    }

    /** However many reads there are between. */
    @Test
    void notesWhenFramesBeginToWaitAndWhenTheyNoLongerDo() {
        List.of("level=1", "(", "level=2", "level=3", ")").forEach(rig::arrive);
        assertThat(rig.recorded)
                .filteredOn(each -> !(each instanceof Frame))
                .extracting(each -> each instanceof ChannelEvent event ? event.kind() : each)
                .containsExactly(
                        Kind.OPENED,
                        Kind.OPENED,
                        new Sample(0, "level", new Value.Numeric(1)),
                        Kind.HELD_BACK,
                        Kind.RELEASED,
                        new Sample(0, "level", new Value.Numeric(2)),
                        new Sample(0, "level", new Value.Numeric(3)));
    }
}
