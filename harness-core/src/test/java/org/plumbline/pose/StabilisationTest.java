package org.plumbline.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StabilisationTest {

    private static final Position ATTAINED = new Position(100, 0, 0);
    private static final double[] TIMES = {0, 0.25, 0.5, 0.75, 1};

    /** Into the band of 0.5 at 0.25 s, out to sqrt(0.75^2 + 1^2) = 1.25 at 0.5 s, back and in for good at 0.75 s. */
    @Test
    void leavesTheBandOnce() {
        Stabilisation arrival = Stabilisation.of(
                TIMES,
                samples(
                        new Position(90, 0, 0),
                        new Position(99.75, 0, 0),
                        new Position(100.75, 1, 0),
                        new Position(99.5, 0, 0)),
                ATTAINED,
                0.5);
        assertThat(arrival.distances()).containsExactly(10.0, 0.25, 1.25, 0.5, 0.0);
        assertThat(arrival.settling().entered()).isEqualTo(0.25);
        assertThat(arrival.time()).isEqualTo(0.5);
        assertThat(arrival.overshoot()).isEqualTo(1.25);
    }

    @Test
    void staysAtOnce() {
        Stabilisation arrival = Stabilisation.of(
                TIMES,
                samples(
                        new Position(90, 0, 0),
                        new Position(99.75, 0, 0),
                        new Position(100.25, 0, 0),
                        new Position(99.75, 0, 0)),
                ATTAINED,
                0.5);
        assertThat(arrival.time()).isZero();
        assertThat(arrival.overshoot()).isZero();
    }

    @Test
    void refusesAnArrivalThatDoesNotStay() {
        assertThatThrownBy(() -> Stabilisation.of(new double[] {0}, List.of(new Position(90, 0, 0)), ATTAINED, 0.5))
                .hasMessage("the signal does not stay within 0.5");
    }

    private static List<Position> samples(Position... before) {
        List<Position> samples = new ArrayList<>(List.of(before));
        samples.add(ATTAINED);
        return samples;
    }
}
