package org.plumbline.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.run.Rig.s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.channel.Packet;
import org.plumbline.error.BenchException;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Stall;

class WaitingTest {

    private final Rig rig = new Rig();
    private final Trial trial = rig.trial();
    private final Waiting waiting = new Waiting(trial);

    private static void assertNotReached(ThrowingCallable waiting, String en, String zh) {
        assertThatThrownBy(waiting).isInstanceOfSatisfying(NotReachedException.class, e -> assertThat(e.reason())
                .isEqualTo(new Text(zh, en)));
    }

    private static Quantity quantity(String text) {
        return Quantity.parse(text).orElseThrow();
    }

    private void go() {
        rig.session.send("go", Map.of("where", "up"));
    }

    @Nested
    class Arrives {

        @Test
        void doesNotTakeWhatTheBrokerHadKeptForTheDevice() {
            rig.receivers.get("wire").received(0, new Packet("rig/state", "level=4".getBytes(UTF_8), true));
            assertNotReached(
                    () -> waiting.arrives("level", s(2)),
                    "signal level did not arrive within 2 s; channel wire has only 1 messages that the broker had kept"
                            + " from before: the device has sent nothing in this run",
                    "信号 level 在 2 s 内没有数据；通道 wire 上只有代理保留的 1 条旧报文，设备本次运行中未发送数据");
        }

        @Test
        void whereASampleIsFreshOrComesInTime() {
            rig.at(1, "level=4");
            rig.until(2);
            waiting.arrives("level", s(1));
            assertThat(rig.clock.now()).isEqualTo(s(2));
            rig.until(3);
            rig.at(3.5, "level=4");
            waiting.arrives("level", s(1));
            assertThat(rig.clock.now()).isEqualTo(s(3.5));
        }

        @Test
        void whereNoCommandChangedTheStateSince() {
            rig.at(1, "level=4");
            rig.until(1.5);
            go();
            rig.at(2.5, "level=5");
            waiting.arrives("level", s(2));
            assertThat(rig.clock.now()).isEqualTo(s(2.5));
        }

        @Test
        void saysWhetherTheChannelIsSilentOrCarriesOtherThings() {
            assertNotReached(
                    () -> waiting.arrives("level", s(1.5)),
                    "signal level did not arrive within 1.5 s; nothing has been received on channel wire",
                    "信号 level 在 1.5 s 内没有数据；通道 wire 上未收到任何数据");
            rig.arrive("state=on");
            assertNotReached(
                    () -> waiting.arrives("level", s(1)),
                    "signal level did not arrive within 1 s; channel wire has brought 1 frames, but not this signal",
                    "信号 level 在 1 s 内没有数据；通道 wire 上已收到 1 帧，但不含该信号");
            rig.arrive("?");
            assertNotReached(
                    () -> waiting.arrives("level", s(1)),
                    "signal level did not arrive within 1 s;"
                            + " of 2 frames on channel wire 1 are faulty or missing, and none has this signal",
                    "信号 level 在 1 s 内没有数据；通道 wire 上应有 2 帧，其中 1 帧有误或缺失，但不含该信号");
            rig.arrive("level=4");
            rig.until(6);
            assertNotReached(
                    () -> waiting.arrives("level", s(1)),
                    "signal level did not arrive within 1 s; it came last at t=3.5 s, and not for 3.5 s since",
                    "信号 level 在 1 s 内没有数据；最后一次在 t=3.5 s，此后 3.5 s 无数据");
        }
    }

    @Nested
    class Becomes {

        @Test
        void takesWhatIsThereSinceTheLastChangeOfState() {
            rig.at(1, "state=up");
            rig.until(5);
            waiting.becomes("state", "up", s(1));
            assertThat(rig.clock.now()).isEqualTo(s(5));
            assertThat(trial.established()).isEqualTo(s(1));
        }

        @Test
        void doesNotTakeWhatWasThereBeforeIt() {
            rig.at(1, "state=up");
            rig.until(5);
            go();
            rig.at(7, "state=up");
            waiting.becomes("state", "up", s(3));
            assertThat(trial.established()).isEqualTo(s(7));
        }

        @Test
        void aCommandThatLeavesTheStateAsItIsChangesNothing() {
            rig.at(1, "state=up");
            rig.until(5);
            rig.session.send("beat", Map.of("n", "1"));
            waiting.becomes("state", "up", s(1));
            assertThat(rig.clock.now()).isEqualTo(s(5));
        }

        /** Of an earlier scenario, or of a device that goes its own ways. */
        @Test
        void doesNotTakeAStateThatWasLeftAgain() {
            rig.at(1, "state=up");
            rig.at(2, "state=down");
            rig.until(5);
            assertNotReached(
                    () -> waiting.becomes("state", "up", s(2)),
                    "signal state did not become \"up\" within 2 s; its last value was down",
                    "信号 state 未能在 2 s 内变为“up”；最后的值为 down");
            rig.at(8, "state=up");
            rig.at(9, "state=up");
            rig.until(10);
            waiting.becomes("state", "up", s(2));
            assertThat(rig.clock.now()).isEqualTo(s(10));
            assertThat(trial.established()).isEqualTo(s(8));
        }

        @Test
        void takesWhatItsOwnCommandBroughtAboutHoweverShort() {
            rig.until(1);
            go();
            rig.at(2, "state=up");
            rig.at(2.1, "state=down");
            rig.until(3);
            waiting.becomes("state", "up", s(2));
            assertThat(rig.clock.now()).isEqualTo(s(3));
            assertThat(trial.established()).isEqualTo(s(2));
        }

        @Test
        void doesNotTakeWhatWasThereBeforeTheChannelCameBack() {
            rig.at(1, "state=up");
            rig.until(2);
            rig.receivers.get("wire").lost(Text.same("unplugged"));
            rig.until(3);
            rig.receivers.get("wire").restored();
            rig.at(4.5, "state=up");
            rig.until(4);
            waiting.becomes("state", "up", s(2));
            assertThat(trial.established()).isEqualTo(s(4.5));
        }

        /** A device that was switched off does not stand where it was last seen. */
        @Test
        void doesNotTakeTheStateOfASignalThatIsSilentSince() {
            rig.at(1, () -> rig.arrive("gauge", "paced-level=4"));
            rig.until(600);
            assertNotReached(
                    () -> waiting.becomes("paced-level", "4", s(2)),
                    "signal paced-level did not become \"4\" within 2 s; its last value was 4, and there were no data for 601.0 s since",
                    "信号 paced-level 未能在 2 s 内变为“4”；最后的值为 4，此后 601.0 s 无数据");
            rig.at(603, () -> rig.arrive("gauge", "paced-level=4"));
            waiting.becomes("paced-level", "4", s(2));
            assertThat(trial.established()).isEqualTo(s(603));
        }

        @Test
        void takesItWhileTheNextSampleMayStillCome() {
            rig.at(1, () -> rig.arrive("gauge", "paced-level=4"));
            rig.at(1.1, () -> rig.arrive("gauge", "paced-level=4"));
            rig.until(1.4);
            waiting.becomes("paced-level", "4", s(1));
            assertThat(rig.clock.now()).isEqualTo(s(1.4));
            assertThat(trial.established()).isEqualTo(s(1));
        }

        @Test
        void takesItSinceItStandsWhateverWasBefore() {
            String[] states = {"up", "down", "up", "up"};
            for (int i = 0; i < states.length; i++) {
                rig.at(i, "state=" + states[i]);
            }
            rig.until(5);
            waiting.becomes("state", "up", s(1));
            assertThat(trial.established()).isEqualTo(s(2));
            assertThat(rig.clock.now()).isEqualTo(s(5));
        }

        @Test
        void saysWhichLossEndedItWhereTheChannelIsBack() {
            rig.at(1, () -> {
                rig.receivers.get("wire").lost(Text.same("unplugged"));
                rig.receivers.get("wire").restored();
            });
            assertNotReached(
                    () -> waiting.becomes("state", "up", s(3)),
                    "signal state did not become \"up\" within 3 s; nothing has been received on channel wire; the wait ended early, for channel wire broke (unplugged)",
                    "信号 state 未能在 3 s 内变为“up”；通道 wire 上未收到任何数据；通道 wire 中断（unplugged），等待提前结束");
        }

        @Test
        void saysWhatItWasInstead() {
            rig.at(1, "state=down");
            assertNotReached(
                    () -> waiting.becomes("state", "up", s(3)),
                    "signal state did not become \"up\" within 3 s; its last value was down",
                    "信号 state 未能在 3 s 内变为“up”；最后的值为 down");
            go();
            assertNotReached(
                    () -> waiting.becomes("state", "up", s(3)),
                    "signal state did not become \"up\" within 3 s; it came last at t=1.0 s, and not for 5.0 s since",
                    "信号 state 未能在 3 s 内变为“up”；最后一次在 t=1.0 s，此后 5.0 s 无数据");
        }

        @Test
        void saysThatTheCommandReachedNobody() {
            rig.at(1, "state=down");
            rig.until(2);
            rig.unheard = true;
            go();
            rig.at(3, "state=down");
            assertNotReached(
                    () -> waiting.becomes("state", "up", s(3)),
                    "signal state did not become \"up\" within 3 s; its last value was down;"
                            + " the broker says that a command reached nobody (nobody)",
                    "信号 state 未能在 3 s 内变为“up”；最后的值为 down；代理称命令无人接收（无人）");
            rig.unheard = false;
            go();
            assertNotReached(
                    () -> waiting.becomes("state", "up", s(3)),
                    "signal state did not become \"up\" within 3 s; it came last at t=3.0 s, and not for 5.0 s since",
                    "信号 state 未能在 3 s 内变为“up”；最后一次在 t=3.0 s，此后 5.0 s 无数据");
        }

        @Test
        void isAnErrorWhereTheChannelBreaks() {
            rig.at(1, () -> rig.receivers.get("wire").lost(Text.same("unplugged")));
            assertThatThrownBy(() -> waiting.becomes("state", "up", s(3)))
                    .isInstanceOf(BenchException.class)
                    .hasMessage(
                            "channel wire was lost: unplugged; mend the cause, such as cable, power or broker, then run again");
            assertThat(rig.clock.now()).isEqualTo(s(1));
            rig.receivers.get("wire").lost(Text.same("subscription refused"));
            assertThatThrownBy(() -> waiting.becomes("state", "up", s(3)))
                    .as("why it does not come back")
                    .hasMessageStartingWith("channel wire was lost: subscription refused;");
        }
    }

    @Nested
    class Stays {

        private void stays(String target, String band, double lasting, double within) {
            waiting.stays("level", quantity(target), quantity(band), s(lasting), s(within));
        }

        @Test
        void countsFromTheFirstSampleInTheBand() {
            for (int i = 0; i <= 10; i++) {
                rig.at(i, "level=" + (i < 4 ? 9 : 4.2));
            }
            stays("4 m", "300 mm", 2, 10);
            assertThat(rig.clock.now()).isEqualTo(s(6));
            assertThat(trial.established()).isEqualTo(s(4));
        }

        @Test
        void startsAgainAfterEachSampleOutside() {
            String[] levels = {"4", "4", "NaN", "4", "on", "4", "4", "4.31", "4", "4", "4.3"};
            for (int i = 0; i < levels.length; i++) {
                rig.at(i, "level=" + levels[i]);
            }
            stays("4 m", "0.3 m", 2, 20);
            assertThat(rig.clock.now()).isEqualTo(s(10));
            assertThat(trial.established()).isEqualTo(s(8));
        }

        @Test
        void doesNotCountTheTimeBeforeAChange() {
            rig.at(0, "level=4");
            rig.at(3, "level=4");
            rig.until(4);
            go();
            rig.at(5, "level=4");
            rig.at(6, "level=4");
            assertNotReached(
                    () -> stays("4 m", "0.3 m", 2, 3),
                    "signal level did not stay at 4 m ± 0.3 m for 2 s within 3 s; its last value was 4",
                    "信号 level 未能在 3 s 内在 4 m ± 0.3 m 内保持 2 s；最后的值为 4");
        }

        @Test
        void doesNotTakeAStretchThatHasEnded() {
            rig.at(0, "level=4");
            rig.at(3, "level=4");
            rig.at(4, "level=9");
            rig.at(6, "level=4");
            rig.until(7);
            rig.at(8.5, "level=4");
            stays("4 m", "0.3 m", 2, 3);
            assertThat(rig.clock.now()).isEqualTo(s(8.5));
            assertThat(trial.established()).isEqualTo(s(6));
        }

        @Test
        void doesNotCountTheTimeOfASignalThatWasSilent() {
            rig.at(0, () -> rig.arrive("gauge", "paced-level=4"));
            rig.until(60);
            rig.at(61, () -> rig.arrive("gauge", "paced-level=4"));
            rig.at(63, () -> rig.arrive("gauge", "paced-level=4"));
            waiting.stays("paced-level", quantity("4 m"), quantity("0.3 m"), s(2), s(10));
            assertThat(trial.established()).isEqualTo(s(61));
            assertThat(rig.clock.now()).isEqualTo(s(63));
        }

        @Test
        void takesTheShorterWayRoundTheCircle() {
            rig.at(0, "bearing=359");
            rig.at(2, "bearing=1");
            waiting.stays("bearing", quantity("0 deg"), quantity("2 deg"), s(2), s(5));
            assertThat(trial.established()).isZero();
            assertThat(rig.clock.now()).isEqualTo(s(2));
        }
    }

    @Nested
    class Observes {

        private long since;

        private Window observed(double seconds) {
            waiting.observe(s(seconds));
            return trial.window().orElseThrow();
        }

        @Test
        void whatHasBeenRecordedAlready() {
            rig.until(10);
            assertThat(observed(4)).isEqualTo(new Window(s(6), s(10), true));
            assertThat(observed(10)).isEqualTo(new Window(0, s(10), true));
            assertThat(rig.clock.now()).isEqualTo(s(10));
        }

        /** It was told of after the run had looked last. */
        @Test
        void withWhatHeldTheHarnessUpMeanwhile() {
            rig.until(10);
            rig.session.timeline().append(new Stall(s(10), s(2), s(1)));
            assertThat(rig.session.timeline().lateness(s(9))).isZero();
            assertThat(observed(4)).isEqualTo(new Window(s(6), s(10), true));
            assertThat(rig.session.timeline().lateness(s(9))).isEqualTo(s(1));
        }

        @Test
        void andWaitsForTheRest() {
            rig.until(3);
            assertThat(observed(4)).isEqualTo(new Window(0, s(4), false));
            assertThat(rig.clock.now()).isEqualTo(s(4));
        }

        @Test
        void nothingFromBeforeAStateChangingCommand() {
            rig.until(10);
            go();
            assertThat(observed(4)).isEqualTo(new Window(s(10) + 1, s(14) + 1, false));
            rig.session.send("beat", Map.of("n", "1"));
            assertThat(observed(4)).isEqualTo(new Window(s(10) + 1, s(14) + 1, true));
        }

        @Test
        void noSampleOfTheCommandsOwnInstant() {
            rig.at(2, "state=up");
            rig.until(2);
            go();
            assertThatThrownBy(() -> waiting.becomes("state", "up", s(1))).isInstanceOf(NotReachedException.class);
        }

        @Test
        void nothingFromBeforeTheStateWasReached() {
            rig.at(8, "state=up");
            rig.until(10);
            waiting.becomes("state", "up", s(1));
            assertThat(observed(2)).isEqualTo(new Window(s(8), s(10), true));
            assertThat(observed(3)).isEqualTo(new Window(s(8), s(11), false));
        }

        @Test
        void nothingFromBeforeARepetitionBeganOrEnded() {
            rig.until(5);
            rig.session.repeat("beat", s(1));
            assertThat(observed(2)).isEqualTo(new Window(s(5) + 1, s(7) + 1, false));
            rig.session.stopRepeating("beat");
            assertThat(observed(1)).isEqualTo(new Window(s(7) + 2, s(8) + 2, false));
        }

        private Window observedByTheNext(double seconds) {
            trial.ends();
            Trial next = rig.trial();
            new Waiting(next).observe(s(seconds));
            since = next.since();
            return next.window().orElseThrow();
        }

        @Test
        void alsoWhatAnotherScenarioBroughtAbout() {
            go();
            rig.until(10);
            assertThat(observedByTheNext(4)).isEqualTo(new Window(s(6), s(10), true));
            assertThat(since).isEqualTo(1);
        }

        @Test
        void nothingFromBeforeTheNetworkWasSetRightAgain() {
            rig.session.timeline().actsOnNetwork((channel, packet) -> channel.equals("wire"));
            go();
            rig.until(10);
            assertThat(observedByTheNext(4)).isEqualTo(new Window(s(10), s(14), false));
            assertThat(since).isEqualTo(s(10));
        }

        /** Even where the bench declares that the command leaves the state as it is. */
        @Test
        void nothingFromBeforeTheNetworkWasActedUpon() {
            rig.session.timeline().actsOnNetwork((channel, packet) -> channel.equals("wire"));
            rig.until(10);
            rig.session.send("beat", Map.of("n", "1"));
            assertThat(observed(4)).isEqualTo(new Window(s(10) + 1, s(14) + 1, false));
            assertThat(rig.session.lastAct()).isEqualTo(s(10));
        }

        @Test
        void norWhereThatFailed() {
            rig.session.timeline().actsOnNetwork((channel, packet) -> channel.equals("wire"));
            rig.until(10);
            rig.cut = true;
            assertThatThrownBy(() -> rig.session.send("beat", Map.of("n", "1"))).isInstanceOf(BenchException.class);
            assertThat(observed(4)).isEqualTo(new Window(s(10) + 1, s(14) + 1, false));
        }

        @Test
        void nothingWhileAChannelIsBroken() {
            rig.until(10);
            rig.receivers.get("gauge").lost(Text.same("unplugged"));
            rig.look();
            assertThatThrownBy(() -> observed(2))
                    .isInstanceOf(BenchException.class)
                    .hasMessageStartingWith("channel gauge was lost: unplugged");
            rig.until(20);
            rig.receivers.get("gauge").restored();
            rig.until(22);
            assertThat(observed(1)).isEqualTo(new Window(s(21), s(22), true));
            assertThat(observed(2)).isEqualTo(new Window(s(20) + 1, s(22) + 1, false));
        }

        @Test
        void nothingAcrossAShortBreakOfAChannel() {
            rig.at(1, () -> {
                rig.receivers.get("wire").lost(Text.same("unplugged"));
                rig.receivers.get("wire").restored();
            });
            assertThatThrownBy(() -> observed(2))
                    .isInstanceOf(BenchException.class)
                    .hasMessageStartingWith("channel wire was lost: unplugged");
        }

        /** Two that do not answer would otherwise take twice as long, or the second go unnoticed. */
        @Test
        void nothingFromAnyChannelThatDoesNotAnswerThen() {
            rig.at(1, "level=4");
            rig.asked.clear();
            List<List<String>> before = new ArrayList<>();
            rig.asking = channel -> {
                before.add(List.copyOf(rig.asked));
                rig.receivers.get(channel).lost(s(1), Text.same("no answer"));
            };
            assertThatThrownBy(() -> observed(2)).isInstanceOf(BenchException.class);
            assertThat(before).hasSize(2).allSatisfy(asked -> assertThat(asked)
                    .containsExactlyInAnyOrder("wire", "gauge"));
        }

        /** That it is there again when the run goes on makes the silence before no silence of the device. */
        @Test
        void nothingFromAChannelThatDoesNotAnswerThen() {
            rig.at(1, "level=4");
            rig.asking = channel -> {
                if (channel.equals("wire")) {
                    rig.receivers.get(channel).lost(s(1), Text.same("no answer"));
                    rig.receivers.get(channel).restored();
                }
            };
            assertThatThrownBy(() -> observed(2))
                    .isInstanceOf(BenchException.class)
                    .hasMessageStartingWith("channel wire was lost: no answer");
            rig.asking = channel -> {};
            rig.until(4);
            assertThat(observed(1)).isEqualTo(new Window(s(3), s(4), true));
        }
    }

    @Test
    void aDeviceUncertaintyAndAnInstrumentsCalibrationReachTheTrace() {
        rig.arrive("level=4 bearing=1");
        rig.arrive("gauge", "true-level=4");
        rig.look();
        Traces traces = new Traces(rig.session);
        assertThat(traces.of("level", 0, 0).contributions())
                .singleElement()
                .satisfies(row -> assertThat(row.component()).isEqualTo(0.01))
                .satisfies(row -> assertThat(row.name().en()).isEqualTo("level: declared uncertainty"));
        assertThat(traces.of("bearing", 0, 0).contributions()).isEmpty();
        assertThat(traces.of("bearing", 0, 0).circle()).isEqualTo(360);
        assertThat(traces.of("true-level", 0, 0).contributions())
                .singleElement()
                .satisfies(row -> assertThat(row.component()).isEqualTo(0.01))
                .satisfies(row -> assertThat(row.name().en()).startsWith("true-level: calibration certificate "));
        assertThat(traces.of("true-level", 0, 0).unit()).isEqualTo(Unit.of("m").orElseThrow());
    }

    @Test
    void whatIsNoNumberMakesNoTrace() {
        rig.arrive("level=4");
        rig.arrive("level=NaN");
        rig.arrive("state=on");
        rig.look();
        Traces traces = new Traces(rig.session);
        assertNotReached(
                () -> traces.of("level", 0, 0),
                "signal level has the value \"NaN\", which is not a number",
                "信号 level 的值“NaN”不是数值");
        assertNotReached(
                () -> traces.of("state", 0, 0),
                "signal state has the value \"on\", which is not a number",
                "信号 state 的值“on”不是数值");
        assertNotReached(
                () -> traces.of("bearing", 0, 9),
                "signal bearing has no samples in the stretch",
                "信号 bearing 在该时段内没有样本");
    }
}
