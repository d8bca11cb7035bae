package org.plumbline.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Judge;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.RunPlan;
import org.plumbline.run.Session;
import org.plumbline.run.Trials;
import org.plumbline.text.Text;
import org.plumbline.timeline.VirtualClock;

/** Of a signal of events those count that came since the device's state was changed last, in the same round. */
class EventsTest {

    private static final Text NONE = new Text(
            "设备状态上次被改变（或本场景发送命令、本轮开始）以来，信号 number 没有事件；请在本场景中引发该事件",
            "no event of signal number came since the device's state was changed last, this scenario sent a command, or the"
                    + " round began: let the scenario bring it about");

    private final VirtualClock clock = new VirtualClock();
    private @Nullable Receiver receiver;
    private final Session session = NumberBench.open(new Quantity(1, Unit.ONE), clock, (spec, heard) -> {
        receiver = heard;
        return new Silent();
    });
    private final Trials trials = new Trials(session);
    private final TrialHolder holder = new TrialHolder(new Judge(session.bench(), RunPlan.VIRTUAL_START));
    private final DriveSteps drive = new DriveSteps(holder);

    /** Whatever it is told, the test says what comes. */
    private static final class Silent implements Link {
        @Override
        public void send(Packet packet) {}

        @Override
        public void close() {}
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void at(double seconds, int event) {
        clock.schedule(Math.round(seconds * 1e9), () -> Objects.requireNonNull(receiver)
                .received(clock.now(), Packet.of(Integer.toString(event).getBytes(StandardCharsets.UTF_8))));
    }

    private void until(double seconds) {
        session.timeline().awaitTime(Math.round(seconds * 1e9));
    }

    private void begin(String scenario) {
        holder.current().ifPresent(before -> before.ends());
        holder.set(trials.begin(NumberBench.scenario(scenario)));
    }

    /** In the stretch of that many seconds, and what is still in force in it. */
    private double largest(double seconds) {
        drive.observe(new Quantity(seconds, Unit.S));
        new MeasureSteps(holder).extremeOfEvents("limit", NumberBench.SIGNAL, true);
        return holder.trial().measurement("limit").orElseThrow().value();
    }

    private void assertNone(double seconds) {
        assertThatThrownBy(() -> largest(seconds))
                .isInstanceOfSatisfying(NotReachedException.class, none -> assertThat(none.reason())
                        .isEqualTo(NONE));
    }

    @Test
    void whatAnotherScenariosCommandBroughtAboutSaysNothingOfThisOne() {
        at(3, 4);
        begin("acknowledged");
        drive.send(NumberBench.COMMAND);
        assertThat(largest(5)).isEqualTo(4);
        until(10);
        begin("not acknowledged");
        drive.send(NumberBench.COMMAND);
        assertNone(5);
    }

    /** It changes nothing, so the stretch goes back to before it; the device may have died on it all the same. */
    @Test
    void norWhatAnotherScenariosQueryBroughtAbout() {
        at(3, 4);
        begin("answered");
        drive.send(NumberBench.QUERY);
        assertThat(largest(5)).isEqualTo(4);
        until(6);
        begin("not answered");
        drive.send(NumberBench.QUERY);
        assertNone(5);
        until(7);
        begin("asks nothing");
        assertThat(largest(5)).as("what nothing has changed since").isEqualTo(4);
        at(18, 3);
        until(19);
        drive.send(NumberBench.QUERY);
        at(20, 2);
        until(21);
        assertThat(largest(5))
                .as("of the stretch from 16 s on what came after 19 s")
                .isEqualTo(2);
    }

    /** In virtual time the next scenario begins at the instant at which the one before it ends. */
    @Test
    void theLastQueryOfAnotherScenarioTakesNothingAway() {
        at(3, 4);
        until(5);
        begin("asks at its end");
        drive.send(NumberBench.QUERY);
        begin("asks nothing");
        assertThat(holder.trial().from()).isEqualTo(5_000_000_000L);
        assertThat(largest(5)).isEqualTo(4);
    }

    @Test
    void norWhatCameBeforeARepetitionBegan() {
        at(3, 4);
        until(5);
        begin("repeats");
        drive.repeat(new Quantity(1, Unit.S), NumberBench.COMMAND);
        assertNone(3);
    }

    @Test
    void norWhatCameInAnEarlierRound() {
        at(3, 4);
        begin("round");
        assertThat(largest(5)).isEqualTo(4);
        begin("round");
        assertNone(5);
    }

    @Test
    void theCommandsOwnAnswerCountsThoughItCameBeforeTheStretch() {
        begin("acknowledged at once");
        drive.send(NumberBench.COMMAND);
        at(0.2, 4);
        until(8);
        assertThat(largest(5)).isEqualTo(4);
        assertThat(holder.trial().window().orElseThrow().from()).isGreaterThan(200_000_000);
    }

    /** The scenario's own repetition goes on: what it sends afterwards takes nothing away. */
    @Test
    void soDoesThatOfTheRepetitionThatGoesOn() {
        begin("repeats");
        drive.repeat(new Quantity(10, Unit.S), NumberBench.COMMAND);
        at(0.2, 4);
        at(9, 1);
        until(8);
        assertThat(largest(5)).isEqualTo(4);
        assertThat(largest(12)).isEqualTo(4);
    }

    @Test
    void aLoginStandsAsLongAsNothingChangedTheDevice() {
        at(1, 4);
        begin("the first");
        until(60);
        begin("the second");
        assertThat(largest(5)).isEqualTo(4);
    }
}
