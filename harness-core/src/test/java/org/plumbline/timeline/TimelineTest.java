package org.plumbline.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.ChannelEvent.Kind;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Observation.Frame;
import org.plumbline.timeline.Observation.FrameFault;
import org.plumbline.timeline.Observation.Mark;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Observation.Stall;

class TimelineTest {

    private final VirtualClock clock = new VirtualClock();
    private final List<Observation> recorded = new ArrayList<>();
    private final Timeline timeline = new Timeline(clock, recorded::add);

    private static Sample sample(long time, double value) {
        return new Sample(time, "depth", new Value.Numeric(value));
    }

    private static ChannelEvent event(long time, String channel, Kind kind) {
        return new ChannelEvent(time, channel, kind, Text.same(""));
    }

    private void later(Observation observation) {
        clock.schedule(observation.time(), () -> timeline.append(observation));
    }

    @Nested
    class ARecorderThatLetsEverybodyWait {

        private static final long SECOND = 1_000_000_000L;

        @Test
        void makesWhatCameMeanwhileDoubtful() {
            Timeline slow = new Timeline(clock, observation -> {
                recorded.add(observation);
                if (observation instanceof Sample) {
                    clock.await(() -> false, clock.now() + SECOND);
                }
            });
            slow.append(List.of(event(0, "wire", Kind.OPENED), event(0, "gone", Kind.OPENED)));
            slow.append(event(0, "gone", Kind.CLOSED));
            slow.append(sample(0, 1));
            assertThat(slow.lateness(SECOND / 2)).isEqualTo(SECOND);
            assertThat(slow.events(0, SECOND))
                    .extracting(ChannelEvent::channel, ChannelEvent::kind, ChannelEvent::since)
                    .endsWith(tuple("wire", Kind.OVERRUN, 0L));
            assertThat(recorded).hasSize(6);
            assertThat(recorded.get(5))
                    .extracting(overrun -> ((ChannelEvent) overrun).detail())
                    .isEqualTo(new Text(
                            "记录停顿 1.0 s（磁盘慢或计算机忙），期间的数据可能缺失",
                            "the recording was held up for 1.0 s, by a slow disk or a busy computer: what came meanwhile"
                                    + " may be missing"));
        }
    }

    @Nested
    class Samples {

        @Test
        void areFoundByStretchWithBothEndsIncluded() {
            for (int i = 0; i < 1000; i++) {
                timeline.append(sample(10L * i, i));
            }
            assertThat(timeline.samples("depth", 20, 40))
                    .extracting(Sample::time)
                    .containsExactly(20L, 30L, 40L);
            assertThat(timeline.samples("depth", 21, 39))
                    .extracting(Sample::time)
                    .containsExactly(30L);
            assertThat(timeline.samples("depth", 0, 9990)).hasSize(1000);
            assertThat(timeline.samples("depth", 31, 39)).isEmpty();
            assertThat(timeline.samples("depth", 40, 20)).isEmpty();
            assertThat(timeline.samples("depth", 9991, 20000)).isEmpty();
            assertThat(timeline.samples("heading", 0, 9990)).isEmpty();
            assertThat(timeline.latest("depth")).contains(sample(9990, 999));
            assertThat(timeline.latest("heading")).isEmpty();
        }

        @Test
        void ofOneTimeAreAllFound() {
            timeline.append(sample(10, 1));
            timeline.append(sample(10, 2));
            timeline.append(sample(11, 3));
            assertThat(timeline.samples("depth", 10, 10)).containsExactly(sample(10, 1), sample(10, 2));
        }
    }

    @Nested
    class WaitingForASample {

        /** Its frame had to wait behind one that was cut. */
        @Test
        void takesOneThatIsOlderThanWhatIsThereFromElsewhere() {
            timeline.append(new Sample(30, "heading", new Value.Numeric(1)));
            timeline.append(sample(10, 3));
            timeline.append(sample(20, 7));
            assertThat(timeline.await("depth", 15, s -> true, 25)).contains(sample(20, 7));
            assertThat(timeline.samples("depth", 10, 20)).hasSize(2);
        }

        /** The answer to an earlier command, whose frame had to wait. */
        @Test
        void takesNoneFromBeforeItsBeginHoweverLateThatComes() {
            timeline.append(sample(10, 1));
            clock.schedule(16, () -> timeline.append(sample(12, 2)));
            later(sample(17, 3));
            assertThat(timeline.await("depth", 15, s -> true, 100)).contains(sample(17, 3));
        }

        @Test
        void takesTheFirstThatFitsNotBeforeTheGivenTime() {
            timeline.append(sample(0, 7));
            later(sample(10, 3));
            later(sample(20, 7));
            later(sample(30, 7));
            assertThat(timeline.await("depth", 5, s -> s.value().is("7", Unit.ONE), 100))
                    .contains(sample(20, 7));
            assertThat(clock.now()).isEqualTo(20);
        }

        @Test
        void findsWhatIsThereAlreadyWithoutWaiting() {
            timeline.append(sample(0, 7));
            assertThat(timeline.await("depth", 0, s -> true, 100)).contains(sample(0, 7));
            assertThat(clock.now()).isZero();
        }

        @Test
        void endsWithItsTime() {
            later(sample(100, 7));
            assertThat(timeline.await("depth", 0, s -> true, 99)).isEmpty();
            assertThat(clock.now()).isEqualTo(99);
            assertThat(timeline.await("depth", 0, s -> true, 100)).contains(sample(100, 7));
        }

        @Test
        void doesNotCountWhatCameLaterHoweverLateItLooks() {
            later(sample(101, 7));
            clock.await(() -> false, 200);
            assertThat(timeline.await("depth", 0, s -> true, 100)).isEmpty();
        }

        @Test
        void looksAtEachSampleOnce() {
            List<Long> looked = new ArrayList<>();
            for (long time = 10; time <= 50; time += 10) {
                later(sample(time, time));
            }
            timeline.await("depth", 0, s -> !looked.add(s.time()), 60);
            assertThat(looked).containsExactly(10L, 20L, 30L, 40L, 50L);
        }

        @Test
        void endsWhereAChannelBreaks() {
            later(event(10, "nav", Kind.LOST));
            later(sample(20, 7));
            assertThat(timeline.await("depth", 0, s -> true, 100)).isEmpty();
            assertThat(clock.now()).isEqualTo(10);
            assertThat(timeline.awaitTime(100)).isFalse();
        }

        /** What a wait that gave up leaves out must not be there when its recording is looked at. */
        @Test
        void takesWhatComesBetweenTheEndOfItsTimeAndItsMark() {
            timeline.note(new Mark(0));
            clock.await(() -> false, 60);
            timeline.beforeMarks(() -> timeline.append(sample(50, 7)));
            assertThat(timeline.await("depth", 0, s -> true, 60)).contains(sample(50, 7));
            timeline.beforeMarks(() -> {});
            timeline.note(new Mark(70));
            assertThat(replayed().await("depth", 0, s -> true, 60)).contains(sample(50, 7));
        }

        @Test
        void takesNothingThatComesAfterALossHoweverLateItLooks() {
            timeline.note(new Mark(0));
            clock.schedule(
                    10,
                    () -> timeline.append(
                            List.of(event(10, "nav", Kind.LOST), event(10, "nav", Kind.RESTORED), sample(10, 7))));
            assertThat(timeline.await("depth", 0, s -> true, 100)).isEmpty();
            assertThat(clock.now()).isEqualTo(10);
            assertThat(timeline.await("depth", 0, s -> true, 100)).contains(sample(10, 7));
            Timeline replayed = replayed();
            assertThat(replayed.await("depth", 0, s -> true, 100)).isEmpty();
            assertThat(replayed.now()).isEqualTo(10);
            assertThat(replayed.await("depth", 0, s -> true, 100)).contains(sample(10, 7));
        }

        @Test
        void ofTimeAloneSaysWhatBrokeBeforeItsMark() {
            timeline.note(new Mark(0));
            timeline.beforeMarks(() -> timeline.append(event(60, "nav", Kind.LOST)));
            assertThat(timeline.awaitTime(60)).isFalse();
            assertThat(replayed().awaitTime(60)).isFalse();
        }

        /** What held it up before, and is told of only when it looks. */
        @Test
        void isNotNeededToLookAgain() {
            timeline.note(new Mark(0));
            timeline.append(sample(50, 7));
            timeline.await("depth", 0, s -> true, 60);
            timeline.beforeMarks(() -> timeline.append(new Stall(50, 40, 30)));
            assertThat(timeline.lateness(45)).isZero();
            timeline.look(50);
            assertThat(timeline.lateness(45)).isEqualTo(30);
            assertThat(clock.now()).isZero();
            timeline.append(sample(70, 7));
            Timeline replayed = replayed();
            replayed.look(50);
            assertThat(replayed.lateness(45)).isEqualTo(30);
            assertThat(replayed.latest("depth")).contains(sample(50, 7));
        }

        private Timeline replayed() {
            Timeline replayed = new Timeline(new Replay(Recording.of(recorded)), observation -> {});
            replayed.note(new Mark(0));
            return replayed;
        }

        @Test
        void ofTimeAloneSaysWhetherItCame() {
            assertThat(timeline.awaitTime(50)).isTrue();
            assertThat(clock.now()).isEqualTo(50);
        }
    }

    @Nested
    class Channels {

        @Test
        void areLostUntilTheyStandAgain() {
            timeline.append(event(1, "nav", Kind.OPENED));
            timeline.append(event(2, "state", Kind.LOST));
            timeline.append(event(3, "nav", Kind.LOST));
            assertThat(timeline.lostChannels())
                    .extracting(ChannelEvent::channel)
                    .containsExactly("state", "nav");
            timeline.append(event(4, "state", Kind.RESTORED));
            assertThat(timeline.lostChannels())
                    .extracting(ChannelEvent::channel)
                    .containsExactly("nav");
            timeline.append(event(5, "nav", Kind.CLOSED));
            assertThat(timeline.lostChannels()).isEmpty();
            assertThat(timeline.events(2, 4)).extracting(ChannelEvent::time).containsExactly(2L, 3L, 4L);
        }

        @Test
        void areLostForTheRunOnceItHasLooked() {
            timeline.note(new Mark(0));
            timeline.append(event(1, "nav", Kind.LOST));
            assertThat(timeline.lostChannels()).isEmpty();
            assertThat(timeline.lostChannelsNow()).containsExactly(event(1, "nav", Kind.LOST));
            timeline.note(new Mark(2));
            assertThat(timeline.lostChannels()).containsExactly(event(1, "nav", Kind.LOST));
        }

        @Test
        void countTheirFramesAndKeepTheirFaults() {
            timeline.append(new Frame(1, "nav", Direction.RECEIVED, Packet.of(new byte[1])));
            timeline.append(new FrameFault(1, "nav", FrameError.CHECKSUM, Text.same("a")));
            timeline.append(new Frame(2, "nav", Direction.SENT, Packet.of(new byte[1])));
            timeline.append(new FrameFault(2, "state", FrameError.SYNTAX, Text.same("b")));
            timeline.append(new FrameFault(3, "nav", FrameError.LENGTH, Text.same("c")));
            assertThat(timeline.frameCount("nav")).isEqualTo(2);
            assertThat(timeline.frameCount("state")).isZero();
            assertThat(timeline.faults("nav", 1, 3))
                    .extracting(fault -> fault.detail().en())
                    .containsExactly("a", "c");
            assertThat(timeline.faults("nav", 2, 2)).isEmpty();
        }
    }

    @Nested
    class FramesThatCame {

        private void frame(long time, FrameError... wrong) {
            timeline.append(new Frame(time, "nav", Direction.RECEIVED, Packet.of(new byte[1])));
            missing(time, wrong);
        }

        private void missing(long time, FrameError... what) {
            for (FrameError kind : what) {
                timeline.append(new FrameFault(time, "nav", kind, Text.same("")));
            }
        }

        @Test
        void countInTheirStretchAsFarAsTheRunHasLooked() {
            for (int time = 1; time <= 5; time++) {
                frame(time, time % 2 == 0 ? FrameError.VALUE : FrameError.LENGTH);
            }
            timeline.note(new Mark(5));
            frame(5);
            assertThat(timeline.received("nav", 2, 4)).isEqualTo(new FrameCount(3, 3));
            assertThat(timeline.received("nav", 5, 9)).isEqualTo(new FrameCount(1, 1));
            assertThat(timeline.received("state", 1, 9)).isEqualTo(new FrameCount(0, 0));
        }

        @Test
        void countOnceWhateverIsWrongWithThem() {
            frame(1, FrameError.LENGTH, FrameError.VALUE, FrameError.VALUE);
            frame(2);
            frame(3, FrameError.EXCEPTION);
            assertThat(timeline.received("nav", 1, 3)).isEqualTo(new FrameCount(3, 2));
        }

        /** Of the four that are missing by their numbers two came broken; to one question nothing came. */
        @Test
        void countOnceWhereTheyAreMissingByTheirNumberToo() {
            frame(1, FrameError.CHECKSUM);
            frame(2, FrameError.LOST);
            frame(3, FrameError.SYNTAX);
            frame(4, FrameError.LENGTH, FrameError.LOST, FrameError.LOST, FrameError.LOST);
            missing(5, FrameError.TIMEOUT);
            frame(6);
            assertThat(timeline.received("nav", 1, 6)).isEqualTo(new FrameCount(5 + 2 + 1, 2 + 1 + 2 + 1));
        }

        @Test
        void countOnlyWhereTheFarSideSentThemInThisRun() {
            timeline.append(new Frame(1, "nav", Direction.RECEIVED, new Packet("a", new byte[1], true)));
            timeline.append(new FrameFault(1, "nav", FrameError.SYNTAX, Text.same("")));
            timeline.append(new Frame(2, "nav", Direction.SENT, Packet.of(new byte[1])));
            timeline.append(new Frame(2, "nav", Direction.RECEIVED, new Packet("$mqtt/in/PUBLISH/a/b", new byte[1])));
            assertThat(timeline.received("nav", 1, 2)).isEqualTo(new FrameCount(0, 0));
            assertThat(timeline.longestSilence("nav", 1, 9)).isEqualTo(8);
            timeline.append(new Frame(3, "nav", Direction.RECEIVED, new Packet("$oc/devices/a", new byte[1])));
            timeline.note(new Mark(9));
            assertThat(timeline.received("nav", 1, 9)).isEqualTo(new FrameCount(1, 0));
            assertThat(timeline.longestSilence("nav", 1, 9)).isEqualTo(6);
        }

        @Test
        void showHowOftenTheyCameBeforeAStretch() {
            for (int time : new int[] {10, 20, 22, 27}) {
                frame(time);
            }
            timeline.note(new Mark(40));
            assertThat(timeline.interval("nav", 0, 23, 40)).isEqualTo(6);
            assertThat(timeline.interval("nav", 0, 21, 40))
                    .as("two are too few")
                    .isEqualTo(17 / 3);
            assertThat(timeline.interval("nav", 23, 23, 40)).isZero();
        }
    }

    @Test
    void knowsTheLastCommandAndTheLastChange() {
        CommandSent hold = new CommandSent(1, "hold", Map.of(), true);
        CommandSent beat = new CommandSent(2, "beat", Map.of(), false);
        timeline.append(hold);
        timeline.append(beat);
        assertThat(timeline.lastChange()).contains(hold);
        assertThat(timeline.lastCommand("beat")).contains(beat);
        assertThat(timeline.lastCommand("stop")).isEmpty();
    }

    @Test
    void handsEverythingToTheRecorderInOrder() {
        List<Observation> all = List.of(
                event(1, "nav", Kind.OPENED),
                sample(2, 3),
                new Observation.Boundary(3, "T001", "a.feature: A", "", true),
                new FrameFault(4, "nav", FrameError.VALUE, Text.same("")));
        all.forEach(timeline::append);
        assertThat(recorded).isEqualTo(all);
    }
}
