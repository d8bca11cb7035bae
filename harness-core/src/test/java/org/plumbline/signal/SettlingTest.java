package org.plumbline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SettlingTest {

    @Test
    void countsFromTheFirstEntryToTheLast() {
        Settling settling = Settling.of(new double[] {0, 1, 2, 3, 4, 5, 6}, new double[] {-9, -1, 3, 1, -2, 0.5, 0}, 1);
        assertThat(settling).isEqualTo(new Settling(1, 5, 3, 1));
        assertThat(settling.time()).isEqualTo(4);
        assertThat(settling.overshoot()).isEqualTo(3);
    }

    @Test
    void anEdgeOfTheBandIsInside() {
        Settling settling = Settling.of(new double[] {0, 1, 2}, new double[] {-9, -1, 1}, 1);
        assertThat(settling.time()).isZero();
        assertThat(settling.overshoot()).isZero();
    }

    @Test
    void refusesWhatDoesNotSettle() {
        assertThatThrownBy(() -> Settling.of(new double[] {0, 1}, new double[] {0, 2}, 1))
                .hasMessage("the signal does not stay within 1.0");
        assertThatThrownBy(() -> Settling.of(new double[] {0, 1}, new double[] {0, Double.NaN}, 1))
                .hasMessage("the signal does not stay within 1.0");
        assertThatThrownBy(() -> Settling.of(new double[] {0, 1}, new double[] {0}, 1))
                .hasMessage("not a signal: 2 times, 1 values");
    }
}
