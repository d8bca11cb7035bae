package org.plumbline.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Session;
import org.plumbline.steps.ParameterTypes.Comparison;

/** The device goes on at 250 mm/s, whatever it is told. */
class UnheardCommandTest {

    private static final Unit SPEED = Unit.of("mm/s").orElseThrow();

    enum Step {
        REACTION(
                steps -> steps.reaction("limit", "go", "number", Comparison.BELOW, speed(10), new Quantity(3, Unit.S))),
        EVENT(steps -> steps.event("limit", "go", "number", "0", new Quantity(3, Unit.S))),
        SETTLING(steps -> steps.settlingTime("limit", "go", "number", speed(0), speed(10), new Quantity(0.5, Unit.S))),
        CHANGE(steps -> steps.change("limit", "go", "number"));

        private final Consumer<MeasureSteps> taken;

        Step(Consumer<MeasureSteps> taken) {
            this.taken = taken;
        }
    }

    private static Quantity speed(double value) {
        return new Quantity(value, SPEED);
    }

    /** Sends it twice, of which so many reach somebody. */
    private static Measurement measured(int heard, Step step) {
        try (Session session = NumberBench.heard(heard, speed(1), 20_000_000L, 250)) {
            TrialHolder holder = NumberBench.begun(session);
            for (int i = 1; i <= 2; i++) {
                session.send(NumberBench.COMMAND, Map.of());
                session.timeline().awaitTime(i * 1_005_000_000L);
            }
            step.taken.accept(new MeasureSteps(holder));
            return holder.trial().measurement("limit").orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsNothingWhereNobodyEverWasSubscribed(Step step) {
        assertThatThrownBy(() -> measured(0, step))
                .isInstanceOf(NotReachedException.class)
                .hasMessageContaining("command go reached nobody (nobody): no proof either way");
    }

    @ParameterizedTest
    @EnumSource
    void countsWhereTheDeviceWasSubscribedBefore(Step step) {
        Measurement measured = measured(1, step);
        assertThat(measured.doubt()).isNull();
        assertThat(measured.atLeast()).isEqualTo(step != Step.CHANGE);
    }
}
