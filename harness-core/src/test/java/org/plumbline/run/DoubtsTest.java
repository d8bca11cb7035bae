package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Recording;
import org.plumbline.timeline.Replay;
import org.plumbline.timeline.Timeline;

/** The gauge reports every 0.1 s, from 0.1 s on. */
class DoubtsTest {

    private static final Window ALL = new Window(0, Rig.s(10), false);

    private static final Text HELD_BACK = new Text(
            "通道 wire 上该时段内的帧排在一个被截断的帧之后，尚未识别，不能据此判定",
            "on channel wire, frames of the stretch stood behind one that was cut and were not known yet: not judged");

    private final Rig rig = new Rig();

    private Optional<Text> doubt(String signal, Window window) {
        return doubt(rig.session, signal, window);
    }

    static Optional<Text> doubt(Session session, String signal, Window window) {
        return Optional.ofNullable(new Doubts(session)
                .weigh(measured(signal, window), Optional.of(window))
                .doubt());
    }

    private static Measurement measured(String signal, Window window) {
        return new Measurement(
                Text.same("q"),
                1,
                Unit.S,
                false,
                Uncertainty.NONE,
                window.from(),
                window.to(),
                1,
                List.of(signal),
                null);
    }

    /** @param arrives which of the reports 1 to 100 arrive whole */
    private void report(String channel, String signal, IntPredicate arrives, String otherwise) {
        for (int i = 1; i <= 100; i++) {
            String pairs = arrives.test(i) ? signal + "=4" : otherwise;
            if (!pairs.isEmpty()) {
                rig.at(i / 10.0, () -> rig.arrive(channel, pairs));
            }
        }
        rig.until(10);
    }

    /** What was missing before is not missing in it; the bench itself may have cut the device off. */
    @Test
    void aSilenceThatEndsWhereTheStretchBeginsIsNoneOfIt() {
        report("gauge", "true-level", i -> i < 20 || i >= 51, "");
        assertThat(doubt("true-level", new Window(Rig.s(5.05), Rig.s(10), false)))
                .isEmpty();
        assertThat(doubt("true-level", new Window(Rig.s(4), Rig.s(10), false))).isPresent();
    }

    @Nested
    class FaultyFrames {

        @Test
        void oneInAHundredIsAllowed() {
            report("gauge", "true-level", i -> i != 50, "?");
            assertThat(doubt("true-level", ALL)).isEmpty();
        }

        @Test
        void twoInAHundredAreNot() {
            report("gauge", "true-level", i -> i != 50 && i != 70, "?");
            assertThat(doubt("true-level", ALL))
                    .contains(
                            new Text(
                                    "测量仪器通道 gauge 在该时段内 100 帧中有 2 帧错误（允许 1 %），不能据此判定",
                                    "on the instrument's channel gauge, of 100 frames in the stretch 2 are faulty (allowed: 1 %): not judged"));
        }

        @Test
        void elsewhereDoNotCount() {
            report("gauge", "true-level", i -> i != 50 && i != 70, "?");
            assertThat(doubt("true-level", new Window(0, Rig.s(4.9), false))).isEmpty();
        }

        @Test
        void ofTheDeviceAreForTheStandardToJudge() {
            report("wire", "level", i -> i % 2 == 0, "?");
            assertThat(doubt("level", ALL)).isEmpty();
        }
    }

    @Test
    void aChannelThatBrokeInTheStretchShowsNothing() {
        rig.at(4.05, () -> rig.receivers.get("wire").lost(Text.same("unplugged")));
        rig.at(4.15, () -> rig.receivers.get("wire").restored());
        report("wire", "level", i -> true, "");
        assertThat(doubt("level", ALL))
                .contains(new Text("通道 wire 在该时段内中断过，不能据此判定", "channel wire broke in the stretch: not judged"));
        assertThat(doubt("level", new Window(Rig.s(5), Rig.s(10), false))).isEmpty();
    }

    /** It was seen to stand last at 6.1 s, and found broken at 10 s. */
    @ParameterizedTest
    @CsvSource({"0, 6, false", "0, 6.1, true", "5, 9, true", "10, 10, true", "10.1, 11, false"})
    void aChannelThatBrokeWithoutAWordMayHaveDoneSoAnyTimeSinceItStood(double from, double to, boolean doubted) {
        report("wire", "level", i -> true, "");
        rig.receivers.get("wire").lost(Rig.s(6.1), Text.same("no answer"));
        rig.until(11);
        assertThat(doubt("level", new Window(Rig.s(from), Rig.s(to), false))
                        .filter(why -> why.en().equals("channel wire broke in the stretch: not judged"))
                        .isPresent())
                .isEqualTo(doubted);
    }

    /** It happened some time from 5.00 s to 5.05 s, when it was noticed. */
    @ParameterizedTest
    @CsvSource({"0, 4.99, false", "0, 5, true", "5.01, 5.04, true", "5.05, 9, true", "5.06, 9, false"})
    void anOverrunMayHaveHappenedAnyTimeSinceTheLastCount(double from, double to, boolean doubted) {
        rig.at(5.05, () -> rig.receivers.get("wire").overrun(Rig.s(5), Text.same("full")));
        report("wire", "level", i -> true, "");
        assertThat(doubt("level", new Window(Rig.s(from), Rig.s(to), false)).isPresent())
                .isEqualTo(doubted);
    }

    /** From 5 s to 8 s what the device sends stands behind a frame that was cut; the gauge goes on. */
    private void cutAFrame() {
        rig.at(5, "(");
        rig.at(8, ")");
        for (int i = 1; i <= 100; i++) {
            rig.at(i / 10.0, () -> rig.arrive("wire", "level=4"));
            rig.at(i / 10.0, () -> rig.arrive("gauge", "true-level=4"));
        }
    }

    /** The run looks at 6 s, without having waited for anything. */
    @ParameterizedTest
    @CsvSource({"0, 4.99, false", "0, 5, true", "5.01, 6, true"})
    void whatWaitsForTheEndOfACutFrameIsNotThereYet(double from, double to, boolean doubted) {
        cutAFrame();
        rig.until(6);
        Window window = new Window(Rig.s(from), Rig.s(to), false);
        assertThat(doubt("level", window)).isEqualTo(doubted ? Optional.of(HELD_BACK) : Optional.empty());
        assertThat(doubt("true-level", window)).isEmpty();
        rig.until(9);
        assertThat(doubt("level", window)).as("it is there now").isEmpty();
    }

    /** Of a recording that nobody looked at when it was made, a wait takes what is up to 2 s later. */
    @ParameterizedTest
    @CsvSource({"4.99, false", "5.5, true", "7, false"})
    void norIsItInAReplay(double to, boolean doubted) {
        cutAFrame();
        rig.until(10);
        try (Replay replay = new Replay(Recording.of(rig.recorded));
                Session again = Session.replay(Rig.standard(), Rig.bench(Map.of()), Rig.ADAPTERS, replay)) {
            again.timeline().awaitTime(Rig.s(to));
            assertThat(doubt(again, "level", new Window(0, Rig.s(to), false)))
                    .isEqualTo(doubted ? Optional.of(HELD_BACK) : Optional.empty());
        }
    }

    /** A wait that it ends sees no more than that. */
    @Test
    void theFirstOfWhatWaitedIsNoLongerInDoubt() {
        cutAFrame();
        Timeline timeline = rig.session.timeline();
        assertThat(timeline.await("level", Rig.s(5.15), sample -> true, Rig.s(9)))
                .hasValueSatisfying(sample -> assertThat(sample.time()).isEqualTo(Rig.s(5.2)));
        assertThat(timeline.latest("level"))
                .hasValueSatisfying(sample -> assertThat(sample.time()).isEqualTo(Rig.s(5.2)));
        assertThat(doubt("level", new Window(Rig.s(4), Rig.s(5.2), false))).isEmpty();
    }

    /** What a channel did not carry before it came back is no silence of the device. */
    @Test
    void theStretchAfterAReturnIsWhole() {
        rig.at(4.05, () -> rig.receivers.get("wire").lost(Text.same("unplugged")));
        rig.at(7.95, () -> rig.receivers.get("wire").restored());
        report("wire", "level", i -> i <= 40 || i >= 80, "");
        assertThat(doubt("level", new Window(Rig.s(7.95) + 1, Rig.s(10), false)))
                .isEmpty();
    }

    @Test
    void anInstrumentThatIsOffScaleShowsNothing() {
        report("gauge", "true-level", i -> i != 50, "true-level=9");
        assertThat(doubt("true-level", ALL))
                .contains(new Text(
                        "测量仪器的信号 true-level 在该时段内示值 9 m 到达或超出其测量范围（> -1 m, < 9 m），不能据此判定",
                        "the instrument's signal true-level reads 9 m in the stretch, at or beyond its measuring range"
                                + " (> -1 m, < 9 m): not judged"));
        assertThat(doubt("true-level", new Window(Rig.s(5.5), Rig.s(10), false)))
                .isEmpty();
    }

    @Nested
    class Gaps {

        @Test
        void ofHalfASecondAreAllowed() {
            report("gauge", "true-level", i -> i <= 50 || i >= 55, "");
            assertThat(doubt("true-level", ALL)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"51, 55, 0.600", "1, 6, 0.700", "93, 100, 0.800"})
        void thatAreLongerAreNot(int first, int last, String gap) {
            report("gauge", "true-level", i -> i < first || i > last, "");
            assertThat(doubt("true-level", ALL))
                    .contains(new Text(
                            "测量仪器的信号 true-level 在该时段内中断 " + gap + " s（允许 0.500 s），不能据此判定",
                            "the instrument's signal true-level has a gap of " + gap
                                    + " s in the stretch (allowed: 0.500 s): not judged"));
        }

        @Test
        void ofASlowInstrumentHaveToBeDeclared() {
            report("gauge", "true-level", i -> i % 20 == 0, "");
            assertThat(doubt("true-level", ALL).orElseThrow().en()).contains("a gap of 2.000 s");
        }

        @Test
        void ofADeviceAreMeasuredAtTheIntervalThatItHadBefore() {
            report("wire", "level", i -> i % 20 == 0, "");
            assertThat(doubt("level", new Window(Rig.s(7), Rig.s(10), false))).isEmpty();
        }

        @Test
        void ofADeviceThatFallsSilentShowNothing() {
            report("wire", "level", i -> i <= 61, "");
            Window window = new Window(Rig.s(6), Rig.s(10), false);
            assertThat(doubt("level", window))
                    .contains(new Text(
                            "设备的信号 level 在该时段内中断 3.900 s（允许 1.000 s），不能据此判定",
                            "the device's signal level has a gap of 3.900 s in the stretch (allowed: 1.000 s): not"
                                    + " judged"));
            assertThat(doubtOfTiming(window))
                    .as("its holes are then what is measured")
                    .isEmpty();
        }

        private Optional<Text> doubtOfTiming(Window window) {
            Measurement timing = new Measurement(
                    Text.same("q"),
                    1,
                    Unit.S,
                    false,
                    Uncertainty.NONE,
                    window.from(),
                    window.to(),
                    1,
                    List.of("level"),
                    null);
            return Optional.ofNullable(new Doubts(rig.session)
                    .weighTiming(timing, Optional.of(window))
                    .doubt());
        }

        /** Nobody could be asked at 10 s whether the connection stands. */
        @Test
        void toTheEndOfTheStretchMayBeThoseOfAConnectionThatCannotBeAsked() {
            report("wire", "level", i -> i <= 61, "");
            rig.receivers.get("wire").silent(Rig.s(6.1));
            rig.look();
            assertThat(doubtOfTiming(new Window(Rig.s(6), Rig.s(10), false)))
                    .contains(new Text(
                            "通道 wire 在该时段最后 3.900 s 内没有任何数据，无法分辨是对方未发送还是连接已断（信号 level 此前最长间隔 0.100 s），不能据此判定；"
                                    + "请检查对方和网络后重新运行，或改用串口连接，或让对方每秒至少发送一次数据",
                            "nothing came on channel wire in the last 3.900 s of the stretch, and nobody can tell"
                                    + " whether its far end was silent or the connection dead (longest gap of signal level before: 0.100 s):"
                                    + " not judged; check"
                                    + " both and run again, or connect it by a serial port, or let something come on"
                                    + " it every second"));
            assertThat(doubtOfTiming(new Window(Rig.s(7), Rig.s(10), false))).isPresent();
            assertThat(doubtOfTiming(new Window(Rig.s(5), Rig.s(6.1), false)))
                    .as("something came at its end")
                    .isEmpty();
        }

        /** A report every two seconds, the last before the end at 8 s. */
        @Test
        void areNotWhereTheyAreNoLongerThanThoseBefore() {
            report("wire", "level", i -> i % 20 == 0 && i < 100, "");
            rig.receivers.get("wire").silent(Rig.s(8));
            rig.look();
            assertThat(doubtOfTiming(new Window(0, Rig.s(9.9), false))).isEmpty();
            assertThat(doubtOfTiming(new Window(Rig.s(7), Rig.s(10), false))).isEmpty();
        }

        @Test
        void areAllThereIsOfOneSample() {
            report("gauge", "true-level", i -> i == 70, "");
            assertThat(doubt("true-level", ALL))
                    .contains(new Text(
                            "测量仪器的信号 true-level 在该时段及其前 5 s 内只有 1 个样本（至少 2 个），不能据此判定",
                            "the instrument's signal true-level has only 1 sample in the stretch and the 5 s before it"
                                    + " (needed: 2): not judged"));
        }

        @Test
        void countInTheStretchThatWasObservedNotOnlyBetweenTheSamplesInIt() {
            report("gauge", "true-level", i -> i > 50, "");
            Measurement measured = new Measurement(
                    Text.same("q"),
                    1,
                    Unit.S,
                    false,
                    Uncertainty.NONE,
                    Rig.s(5.1),
                    Rig.s(10),
                    1,
                    List.of("true-level"),
                    null);
            Doubts doubts = new Doubts(rig.session);
            assertThat(doubts.weigh(measured, Optional.empty()).doubt()).isNull();
            assertThat(doubts.weigh(measured, Optional.of(ALL)).doubt()).isNotNull();
        }
    }

    /** Of {@code alarm}, which comes only with events, and of which nobody knows how often. */
    @Nested
    class Events {

        /** From 5 s on. */
        private Optional<Text> doubt() {
            return DoubtsTest.this.doubt("alarm", new Window(Rig.s(5), Rig.s(10), false));
        }

        private void alarms(int value, double... seconds) {
            for (double at : seconds) {
                rig.at(at + 0.05, "alarm=" + value);
            }
        }

        /** However many there were shortly before it. */
        @ParameterizedTest
        @ValueSource(strings = {"", "4", "1 4", "0.1 0.2 0.3 4"})
        void areWholeWhereAllElseIs(String before) {
            alarms(
                    1,
                    Stream.of(before.split(" "))
                            .filter(at -> !at.isEmpty())
                            .mapToDouble(Double::parseDouble)
                            .toArray());
            alarms(1, 7);
            report("wire", "level", i -> true, "");
            assertThat(doubt()).isEmpty();
        }

        @Test
        void showNothingOfADeviceThatDies() {
            alarms(1, 4, 5.5, 6);
            report("wire", "level", i -> i <= 61, "");
            assertThat(doubt().orElseThrow().en())
                    .isEqualTo(
                            "the device's signal level has a gap of 3.900 s in the stretch (allowed: 1.000 s): not judged");
        }

        private Optional<Text> doubtOfAll() {
            Window stretch = new Window(Rig.s(5), Rig.s(10), false);
            Measurement measured = measured("alarm", stretch);
            return Optional.ofNullable(new Doubts(rig.session)
                    .weighEvents(measured, Optional.of(stretch))
                    .doubt());
        }

        /** What it had told until then is no proof that nothing else happened. */
        @Test
        void areNotAllThereAreOfADeviceThatDies() {
            alarms(0, 4, 6);
            report("wire", "level", i -> i <= 61, "heading=1");
            assertThat(doubtOfAll().orElseThrow().en())
                    .isEqualTo(
                            "the device's signal level has a gap of 3.900 s in the stretch (allowed: 1.000 s): not judged");
        }

        @Test
        void areAllThereAreWhereTheLastOneCameAfterTheGap() {
            alarms(0, 4, 8);
            report("wire", "level", i -> i <= 55 || i >= 80, "");
            assertThat(doubtOfAll()).isEmpty();
        }

        @Test
        void areAllThereAreWhereNothingElseComesAtIntervals() {
            alarms(0, 4, 6);
            report("wire", "heading", i -> i <= 61, "");
            assertThat(doubtOfAll()).isEmpty();
        }

        /** Of several devices on one channel another one may send all those frames. */
        @Test
        void showNothingOfOneThatDiesAmongOthers() {
            alarms(1, 6);
            report("wire", "level", i -> i <= 61, "heading=1");
            assertThat(doubt().orElseThrow().en()).startsWith("the device's signal level has a gap of 3.900 s");
        }

        @Test
        void areWholeWhereFramesComeWithoutSignals() {
            alarms(1, 6);
            report("wire", "heading", i -> true, "");
            assertThat(doubt()).isEmpty();
        }

        @Test
        void showNothingWhereNoFramesCome() {
            alarms(1, 6);
            report("wire", "heading", i -> i <= 61, "");
            assertThat(doubt().orElseThrow().en())
                    .isEqualTo(
                            "channel wire has a gap of 3.900 s between frames in the stretch (allowed: 1.000 s): not judged");
        }

        /** It rang until 8 s, and only the sample that says that it is over is in the stretch. */
        @Test
        void leaveOutWhatWasToldBefore() {
            alarms(1, 2);
            alarms(0, 8);
            report("wire", "level", i -> true, "");
            assertThat(doubt())
                    .contains(new Text(
                            "设备的信号 alarm 在该时段开始时为 1，这是此前报告的，不在所测样本之中，不能据此判定；请改为测量其各次事件",
                            "the device's signal alarm was 1 when the stretch began, which it had told before, in none of"
                                    + " the samples that were measured: not judged; measure its events instead"));
        }

        @Test
        void leaveNothingOutWhereItIsToldAgain() {
            alarms(1, 2, 8);
            alarms(0, 9);
            report("wire", "level", i -> true, "");
            assertThat(doubt()).isEmpty();
        }

        @Test
        void leaveOutWhatWasToldBeforeTheDeviceWasActedOn() {
            alarms(1, 2);
            alarms(0, 8);
            rig.at(4, () -> rig.session.send("go", Map.of("where", "there")));
            report("wire", "level", i -> true, "");
            assertThat(doubt()).isEmpty();
        }

        @Test
        void areNotMissingBeforeARun() {
            alarms(1, 1, 2, 3, 4);
            report("wire", "level", i -> true, "");
            Doubts doubts = new Doubts(rig.session);
            assertThat(doubts.missing(rig.session.bench().signal("alarm").orElseThrow(), false, Rig.s(10)))
                    .isEmpty();
        }
    }

    /** Of {@code paced-level}, which is declared to come every 0.1 s. */
    @Nested
    class DeclaredIntervals {

        @Test
        void ofWhichThreeMayPass() {
            report("gauge", "paced-level", i -> i <= 50 || i >= 53, "");
            assertThat(doubt("paced-level", ALL)).isEmpty();
        }

        @Test
        void ofWhichNoMoreMayPass() {
            report("gauge", "paced-level", i -> i <= 50 || i >= 54, "");
            assertThat(doubt("paced-level", ALL))
                    .contains(new Text(
                            "测量仪器的信号 paced-level 在该时段内中断 0.400 s（允许 0.300 s），不能据此判定",
                            "the instrument's signal paced-level has a gap of 0.400 s in the stretch (allowed: 0.300 s):"
                                    + " not judged"));
        }

        private void heldUp() {
            rig.at(
                    5.4,
                    () -> rig.session.timeline().append(new Observation.Stall(Rig.s(5.4), Rig.s(0.2), Rig.s(0.15))));
        }

        @Test
        void doNotCountWhatHeldTheHarnessUp() {
            heldUp();
            rig.at(5.41, () -> rig.arrive("gauge", "paced-level=1"));
            rig.at(5.41, () -> rig.arrive("gauge", "paced-level=1"));
            rig.at(5.41, () -> rig.arrive("gauge", "paced-level=1"));
            report("gauge", "paced-level", i -> i <= 50 || i >= 54, "");
            assertThat(doubt("paced-level", ALL)).isEmpty();
        }

        @Test
        void countWhereNothingCameOfWhatWasHeldUp() {
            heldUp();
            report("gauge", "paced-level", i -> i <= 50 || i >= 54, "");
            assertThat(doubt("paced-level", ALL).orElseThrow().en()).contains("has a gap of 0.400 s in the stretch");
        }

        /** All that was due came 5 ms after the stretch: a maximum in its last 0.4 s is in none of its samples. */
        @Test
        void countWhereWhatWasHeldUpCameAfterTheStretch() {
            rig.at(10.005, () -> {
                rig.session.timeline().append(new Observation.Stall(Rig.s(10.005), Rig.s(0.4), Rig.s(0.4)));
                for (int i = 0; i < 4; i++) {
                    rig.arrive("gauge", "paced-level=8");
                }
            });
            report("gauge", "paced-level", i -> i <= 96, "");
            rig.until(10.02);
            assertThat(doubt("paced-level", ALL).orElseThrow().en()).contains("has a gap of 0.400 s in the stretch");
            assertThat(doubt("paced-level", new Window(0, Rig.s(10.01), false))).isEmpty();
        }

        /** 5 % of a hundred, and one at the ends. */
        @Test
        void letSixInAHundredBeMissing() {
            report("gauge", "paced-level", i -> i % 16 != 0, "");
            assertThat(doubt("paced-level", ALL)).isEmpty();
        }

        @Test
        void letNoMoreBeMissing() {
            report("gauge", "paced-level", i -> i % 16 != 0 && i != 50, "");
            assertThat(doubt("paced-level", ALL))
                    .contains(new Text(
                            "测量仪器的信号 paced-level 在该时段内只有 93 个样本，按声明的采样间隔 0.1 s 应有 100 个（至少 94 个），不能据此判定",
                            "the instrument's signal paced-level has 93 samples in the stretch where its declared interval"
                                    + " of 0.1 s promises 100 (needed: 94): not judged"));
        }

        @Test
        void findEverySecondFrameLost() {
            report("gauge", "paced-level", i -> i % 2 == 0, "");
            assertThat(doubt("paced-level", new Window(Rig.s(4), Rig.s(5), false))
                            .orElseThrow()
                            .en())
                    .contains("has 6 samples in the stretch where its declared interval of 0.1 s promises 10");
        }

        /** Sixteen at once every 16 ms, as from a USB adapter. */
        @Test
        void allowForBatches() {
            batches(1);
            assertThat(doubt("fast-level", new Window(Rig.s(0.513), Rig.s(0.623), false)))
                    .isEmpty();
        }

        @Test
        void doNotAllowForLostBatches() {
            batches(2);
            assertThat(doubt("fast-level", new Window(Rig.s(0.5), Rig.s(0.9), false))
                            .orElseThrow()
                            .en())
                    .contains("has a gap of 0.032 s in the stretch (allowed: 0.020 s)");
        }

        private void batches(int every) {
            for (int batch = every; batch <= 60; batch += every) {
                rig.at(batch * 0.016, () -> {
                    for (int i = 0; i < 16; i++) {
                        rig.arrive("gauge", "fast-level=4");
                    }
                });
            }
            rig.until(1);
        }
    }
}
