package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.run.Rig.s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Recording;
import org.plumbline.timeline.RecordingEndedException;
import org.plumbline.timeline.Replay;
import org.plumbline.verdict.Verdict;

/** What the harness brought to its safe state is judged no more, though the run still waits for the device to confirm that. */
class InterruptedWaitTest {

    private static final Text WHY = new Text("停", "the user went home");
    private static final double SAFE = 3;

    /** All that a step can wait for; what each needs comes after the safe state. */
    private enum Wait {
        ARRIVES(waiting -> waiting.arrives("alarm", s(5))),
        BECOMES(waiting -> waiting.becomes("state", "on", s(5))),
        STAYS(waiting -> waiting.stays("level", quantity("5 m"), quantity("0.1 m"), s(1), s(5))),
        OBSERVES(waiting -> waiting.observe(s(5))),
        FIRST(waiting ->
                waiting.first("state", 0, sample -> sample.value().shown().equals("on"), s(5))),
        KNOWS_WHAT_HELD_UP(waiting -> waiting.knowsWhatHeldUp(s(4)));

        private final Consumer<Waiting> step;

        Wait(Consumer<Waiting> step) {
            this.step = step;
        }

        private static Quantity quantity(String text) {
            return Quantity.parse(text).orElseThrow();
        }
    }

    private final List<Observation> recording = new ArrayList<>();
    private final Rig rig = new Rig(Rig.standard(), recording::add);

    private final Trial trial;

    InterruptedWaitTest() {
        for (int i = 1; i <= 100; i++) {
            boolean safe = i > 10 * SAFE;
            rig.at(i / 10.0, safe ? "level=5 state=on alarm=yes" : "level=4 state=off");
        }
        rig.until(1);
        trial = rig.trial();
    }

    private static void step(Trial trial, Wait wait) {
        trial.stepBegins("waits");
        wait.step.accept(new Waiting(trial));
    }

    private void live(Wait... waits) {
        try {
            for (Wait wait : waits) {
                step(trial, wait);
                trial.stepEnds("When", "waits", 1, true, Verdict.NONE, null);
            }
        } catch (InterruptedRunException e) {
            trial.stepEnds("When", "waits", 1, true, Verdict.INCONCLUSIVE, InterruptedRunException.REASON);
            throw e;
        } finally {
            rig.until(9);
            trial.ends();
        }
    }

    private void again(Wait... waits) {
        try (Replay replay = new Replay(Recording.of(recording));
                Session again = Session.replay(Rig.standard(), Rig.bench(Map.of()), Rig.ADAPTERS, replay)) {
            replay.brokeOff(WHY);
            Trial judged = new Trials(again).begin(Rig.scenario("X-1"));
            for (Wait wait : waits) {
                step(judged, wait);
                judged.stepEnds("When", "waits", 1, true, Verdict.NONE, null);
            }
        }
    }

    private void assertEndedBoth(Wait... waits) {
        assertThatThrownBy(() -> live(waits)).isInstanceOf(InterruptedRunException.class);
        assertThatThrownBy(() -> again(waits))
                .isInstanceOfSatisfying(RecordingEndedException.class, e -> assertThat(e.reason())
                        .isEqualTo(WHY));
    }

    private void assertGoesOnBoth(Wait... waits) {
        assertThatCode(() -> live(waits)).doesNotThrowAnyException();
        assertThatCode(() -> again(waits)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void nothingBeyondTheSafeStateCounts(Wait wait) {
        rig.at(SAFE, rig.session::interrupt);
        assertEndedBoth(wait);
    }

    /** One that cuts its own power, say. */
    @ParameterizedTest
    @EnumSource(Wait.class)
    void norDoesAChannelThatBreaksThen(Wait wait) {
        rig.at(SAFE, rig.session::interrupt);
        rig.at(SAFE + 0.05, () -> rig.receivers.get("wire").lost(Text.same("powered down")));
        assertEndedBoth(wait);
    }

    /** What ended a wait before stands, be it looked at only afterwards. */
    @ParameterizedTest
    @EnumSource(
            value = Wait.class,
            names = {"OBSERVES", "KNOWS_WHAT_HELD_UP"})
    void aWaitThatHadItsTimeIsAsGood(Wait wait) {
        rig.counting = () -> {
            if (rig.clock.now() >= s(4) && !rig.session.interrupted()) {
                rig.clock.await(() -> false, rig.clock.now() + 1);
                rig.session.interrupt();
            }
        };
        assertGoesOnBoth(wait);
        assertThat(rig.session.interrupted()).isTrue();
    }

    /** Be it there already by then. */
    @ParameterizedTest
    @EnumSource(Wait.class)
    void noStepThatBeginsThenWaits(Wait wait) {
        rig.until(SAFE);
        rig.session.interrupt();
        rig.until(5);
        assertEndedBoth(wait);
    }
}
