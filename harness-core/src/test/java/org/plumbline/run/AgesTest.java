package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Device;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Modality;
import org.plumbline.text.Text;
import org.plumbline.timeline.VirtualClock;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** Data 0.5 s old with time stamps of a clock that is 0.45 s fast look 0.05 s old. */
class AgesTest {

    private static final Unit MS = Unit.of("ms").orElseThrow();
    private static final Limit LIMIT =
            new Limit("age", Unit.S, null, Bound.of(0.2, Unit.S), DecisionRule.GUARDED, true, "proposal", null);

    private static Bench bench(Unit unit, @Nullable Quantity uncertainty) {
        Bench plain = Rig.bench(Map.of());
        Device device = plain.device();
        Map<String, SignalSpec> signals = new HashMap<>(device.signals());
        signals.put("sent", new SignalSpec("sent", "wire", unit, null, uncertainty, Settings.of(Map.of())));
        return new Bench(
                plain.laboratory(),
                plain.operator(),
                plain.environment(),
                new Device(
                        device.identity(), device.ics(), device.ixit(), device.channels(), signals, device.commands()),
                plain.instruments(),
                plain.seed(),
                plain.simulation(),
                plain.secrets(),
                null,
                null);
    }

    private static Judgement judged(Bench bench, boolean text) {
        try (Rig rig = new Rig(bench)) {
            for (int i = 1; i <= 50; i++) {
                Instant stamp = VirtualClock.START.plusMillis(100L * i - 50);
                rig.at(
                        i / 10.0,
                        "sent=" + (text ? stamp : String.format(Locale.ROOT, "%.3f", stamp.toEpochMilli() / 1e3)));
            }
            rig.until(6);
            Measurement oldest = new Ages(rig.session).oldest("sent", new Window(0, Rig.s(5), false));
            return new Judge(bench, VirtualClock.START)
                    .judge(0, Rig.requirement("X-1", Modality.SHALL, "", LIMIT), LIMIT, oldest);
        }
    }

    @Test
    void ofAClockOfWhichNothingIsDeclaredShowNothing() {
        for (boolean text : new boolean[] {true, false}) {
            Judgement judgement = judged(bench(text ? Unit.ONE : Unit.S, null), text);
            assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(judgement.measurement()).isNotNull();
            assertThat(judgement.measurement().value()).isCloseTo(0.05, within(1e-6));
            assertThat(judgement.reason())
                    .isEqualTo(new Text(
                            "信号 sent 未声明不确定度，不知设备时钟与计算机时钟相差多少，不能据此判定；请为其写 unit: s，" + "以及两个时钟最多相差多少作为 uncertainty",
                            "no uncertainty is declared for signal sent, so nobody knows how far the device's clock is from"
                                    + " the computer's: not judged; give it unit: s, and how far that may be as its"
                                    + " uncertainty"));
        }
    }

    @Test
    void anUncertaintyWithoutAUnitSaysNothingOfTheClock() {
        Judgement judgement = judged(bench(Unit.ONE, new Quantity(1, Unit.ONE)), true);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason().en()).startsWith("no uncertainty is declared for signal sent");
    }

    /** Synchronised to 20 ms: 0.05 s, and with 5 ms of the wall clock and 1 ms of the stamp U is 0.021 s. */
    @Test
    void whatIsDeclaredOfTheClockDecides() {
        for (boolean text : new boolean[] {true, false}) {
            Judgement judgement = judged(bench(Unit.S, new Quantity(20, MS)), text);
            assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
            assertThat(judgement.guardBand().orElseThrow())
                    .isCloseTo(2 * Math.sqrt(1e-4 + (25e-6 + 1e-6) / 3), within(1e-9));
        }
        assertThat(judged(bench(Unit.S, new Quantity(0.45, Unit.S)), true).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }
}
