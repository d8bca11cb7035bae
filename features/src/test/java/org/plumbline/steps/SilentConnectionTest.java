package org.plumbline.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.canary.CanaryCatalogue;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Judge;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.Trials;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.FrameFault;
import org.plumbline.timeline.VirtualClock;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** A connection that nobody can ask whether it stands, as raw TCP: ten seconds are observed, in whose last ones nothing comes. */
class SilentConnectionTest {

    private final VirtualClock clock = new VirtualClock();
    private @Nullable Receiver receiver;
    private double silentSince;
    private final Session session = NumberBench.open(new Quantity(1, Unit.ONE), clock, (spec, heard) -> {
        receiver = heard;
        return new Unasked();
    });
    private final TrialHolder holder = new TrialHolder(new Judge(session.bench(), RunPlan.VIRTUAL_START));
    private final MeasureSteps measure = new MeasureSteps(holder);

    private final class Unasked implements Link {
        @Override
        public void send(Packet packet) {}

        @Override
        public Optional<Runnable> checkAlive() {
            return Optional.of(() -> wire().silent(ns(silentSince)));
        }

        @Override
        public void close() {}
    }

    private Receiver wire() {
        return Objects.requireNonNull(receiver);
    }

    private static long ns(double seconds) {
        return Math.round(seconds * 1e9);
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** @param since when the last byte came, with which no sample may have come, s */
    private void observe(double since, double... samples) {
        DoubleStream.of(samples)
                .forEach(seconds -> clock.schedule(ns(seconds), () -> wire().received(
                                clock.now(),
                                Packet.of(Double.toString(seconds % 2).getBytes(StandardCharsets.UTF_8)))));
        holder.set(new Trials(session)
                .begin(new ScenarioPlan("s", "s", "s", 1, Language.EN, List.of(CanaryCatalogue.REQUIREMENT), true, 0)));
        clock.schedule(ns(since), () -> silentSince = since);
        new DriveSteps(holder).observe(new Quantity(10, Unit.S));
    }

    private Judgement judged(String limit) {
        new JudgeSteps(holder).judge(limit);
        List<Judgement> all = holder.trial().judgements();
        return all.get(all.size() - 1);
    }

    /** From 0.5 s on every 0.5 s, but not within that stretch. */
    private static double[] halves(double after, double before, double last) {
        return DoubleStream.iterate(0.5, t -> t <= last, t -> t + 0.5)
                .filter(t -> t <= after || t >= before)
                .toArray();
    }

    /** The limit is 1 s. */
    @ParameterizedTest
    @CsvSource({
        "9.5, 0, 0, 9.5, PASS", // as short as those before
        "8.5, 3, 6, 8.5, FAIL", // another one before it is too long
        "9, 0, 0, 7.5, FAIL", // something else came on the channel meanwhile
        "7.5, 0, 0, 7.5, INCONCLUSIVE",
        "8.9, 0, 0, 8, INCONCLUSIVE", // 0.9 s are proven, 2 s may be
        "0, 0, 0, 0, INCONCLUSIVE"
    })
    void leavesALimitInDoubtOnlyWhereTheSilenceDecides(
            double since, double after, double before, double last, Verdict verdict) {
        observe(since, halves(after, before, last));
        measure.gap("time", NumberBench.SIGNAL);
        assertThat(judged("time").verdict()).isEqualTo(verdict);
    }

    @Test
    void keepsALimitThatItsWholeSilenceKeeps() {
        observe(9.2, DoubleStream.iterate(0.2, t -> t < 9.3, t -> t + 0.5).toArray());
        measure.gap("time", NumberBench.SIGNAL);
        assertThat(judged("time").reason().en())
                .isEqualTo("0.8000 s ± 0.0016 s (k = 2), limit ≤ 1 s, guarded acceptance (w = U): pass");
    }

    @Test
    void isNamedWithWhatIsProvenAndWhatMayBe() {
        observe(8, halves(0, 0, 8));
        measure.gap("time", NumberBench.SIGNAL);
        assertThat(judged("time").reason())
                .isEqualTo(new Text(
                        "> 0.5000 s ± 0.0016 s (k = 2)，限值 ≤ 1 s，保护带接受(w = U)：无法判定；通道 wire 在该时段最后 2.000 s 内没有任何数据，"
                                + "无法分辨是对方未发送还是连接已断；若是对方未发送，则为 2.0000 s ± 0.0016 s (k = 2)；"
                                + "请检查对方和网络后重新运行，或改用串口连接，或让对方每秒至少发送一次数据",
                        "> 0.5000 s ± 0.0016 s (k = 2), limit ≤ 1 s, guarded acceptance (w = U): inconclusive; nothing came on"
                                + " channel wire in the last 2.000 s of the stretch, and nobody can tell whether its far end"
                                + " was silent or the connection dead; if it was silent, the time is 2.0000 s ± 0.0016 s"
                                + " (k = 2); check both and run again, or connect it by a serial port, or let something come"
                                + " on it every second"));
    }

    @Test
    void showsNoChangeEither() {
        observe(8, halves(0, 0, 8));
        measure.frozen("time", NumberBench.SIGNAL);
        assertThat(judged("time").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** It lasts no longer than others before it, but an event may be missing in it all the same. */
    @Test
    void mayHideAnEvent() {
        observe(8, 1, 8);
        measure.extremeOfEvents("count", NumberBench.SIGNAL, true);
        assertThat(judged("count").reason().en())
                .startsWith("nothing came on channel wire in the last 2.000 s of the stretch, and nobody can tell");
    }

    /** @param faults when a question was not answered, s */
    private Judgement unanswered(double since, double last, double... faults) {
        DoubleStream.of(faults)
                .forEach(seconds -> clock.schedule(ns(seconds), () -> session.timeline()
                        .append(new FrameFault(clock.now(), "wire", FrameError.TIMEOUT, Text.same("?")))));
        observe(since, halves(0, 0, last));
        measure.frameErrors("count", "wire", FrameError.TIMEOUT);
        return judged("count");
    }

    /** None is allowed. */
    @Test
    void makesNoDeviceFailThatWouldHaveAnswered() {
        assertThat(unanswered(8, 8, 8.6, 9.2, 9.8).reason())
                .isEqualTo(
                        new Text(
                                "通道 wire 在该时段最后 2.000 s 内没有任何数据，无法分辨是对方未发送还是连接已断；共 3 次错误，其中 3 次在其间，不能据此判定；"
                                        + "请检查对方和网络后重新运行，或改用串口连接，或让对方每秒至少发送一次数据",
                                "nothing came on channel wire in the last 2.000 s of the stretch, and nobody can tell whether its far"
                                        + " end was silent or the connection dead; 3 of 3 errors fell into it: not judged; check both"
                                        + " and run again, or connect it by a serial port, or let something come on it every second"));
    }

    @Test
    void excusesNoQuestionBeforeItThatWasNotAnswered() {
        assertThat(unanswered(8, 8, 4.2, 8.6).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void isNoneOfADeviceAloneWhereSomethingElseComes() {
        assertThat(unanswered(10, 8, 8.6, 9.2, 9.8).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void leavesACountWithoutFaultsAsItIs() {
        assertThat(unanswered(9.5, 9.5).verdict()).isEqualTo(Verdict.PASS);
    }
}
