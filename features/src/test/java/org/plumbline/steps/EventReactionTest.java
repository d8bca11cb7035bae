package org.plumbline.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Session;
import org.plumbline.timeline.Observation.Stall;

/** The number 7 comes 60 ms after the command; 2 ms later the harness notes that it was held up for 40 ms until then, late by 30 ms. */
class EventReactionTest {

    private static final long MS = 1_000_000L;
    private static final Stall HELD_UP = new Stall(62 * MS, 40 * MS, 30 * MS, 50 * MS);
    private static final Unit SPEED = Unit.of("mm/s").orElseThrow();

    private static Quantity speed(double value) {
        return new Quantity(value, SPEED);
    }

    private static Measurement measured(Consumer<MeasureSteps> step) {
        try (Session session = NumberBench.open(speed(0.1), 20 * MS, 1, 1, 7)) {
            TrialHolder holder = NumberBench.begun(session);
            session.timeline().clock().schedule(62 * MS, () -> session.timeline()
                    .append(HELD_UP));
            session.send(NumberBench.COMMAND, Map.of());
            step.accept(new MeasureSteps(holder));
            assertThat(session.timeline().pressure(0, 60 * MS)).isEqualTo(48 * MS);
            return holder.trial().measurement("limit").orElseThrow();
        }
    }

    private static void isLate(Measurement measurement, int row) {
        assertThat(measurement.uncertainty().contributions().get(row).name().en())
                .isEqualTo("the harness held up (busy computer)");
        assertThat(measurement.uncertainty().contributions().get(row).component())
                .isCloseTo(0.03 / Math.sqrt(3), within(1e-12));
    }

    @Test
    void isAsLateAsIsKnownAfterwards() {
        Measurement event = measured(steps -> steps.event("limit", "go", "number", "7", new Quantity(3, Unit.S)));
        assertThat(event.value()).isCloseTo(0.06, within(1e-12));
        assertThat(event.doubt()).isNull();
        isLate(event, 1);
    }

    /** So is any other reaction. */
    @Test
    void isNoException() {
        Measurement reaction = measured(steps -> steps.reaction("limit", "go", "number", "7", new Quantity(3, Unit.S)));
        assertThat(reaction.value()).isCloseTo(0.05, within(1e-12));
        isLate(reaction, 1);
    }

    /** Of what an earlier step has waited for. */
    @Test
    void soIsASettlingTime() {
        try (Session session = NumberBench.open(speed(0.1), 20 * MS, 1, 1, 7)) {
            TrialHolder holder = NumberBench.begun(session);
            session.send(NumberBench.COMMAND, Map.of());
            new DriveSteps(holder).becomes("number", "7", new Quantity(3, Unit.S));
            session.timeline().append(HELD_UP);
            new MeasureSteps(holder).settlingTime("limit", "go", "number", speed(7), speed(1), new Quantity(0, Unit.S));
            Measurement settling = holder.trial().measurement("limit").orElseThrow();
            assertThat(settling.value()).isCloseTo(0.05, within(1e-12));
            isLate(settling, 1);
        }
    }
}
