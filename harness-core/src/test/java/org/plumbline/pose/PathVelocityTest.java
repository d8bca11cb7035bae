package org.plumbline.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathVelocityTest {

    /** Commanded 200; means 98, 100, 102: their mean 100, S = 2, so -50 % and 3 x 2 / 200 = 3 %; ranges 4, 10, 0. */
    @Test
    void accuracyRepeatabilityAndFluctuation() {
        PathVelocity velocity = PathVelocity.of(
                200, List.of(new double[] {96, 100}, new double[] {95, 105, 100}, new double[] {102, 102}));
        assertThat(velocity.means()).containsExactly(98.0, 100.0, 102.0);
        assertThat(velocity.ranges()).containsExactly(4.0, 10.0, 0.0);
        assertThat(velocity.accuracy()).isCloseTo(-50, within(1e-13));
        assertThat(velocity.repeatability()).isCloseTo(3, within(1e-14));
        assertThat(velocity.fluctuation()).isEqualTo(10);
    }

    @Test
    void refusesWhatIsNoVelocity() {
        assertThatThrownBy(() -> PathVelocity.of(0, List.of(new double[] {1}))).hasMessage("not a path velocity: 0.0");
        assertThatThrownBy(() -> PathVelocity.of(1, List.of())).hasMessage("too few cycles: 0, needed 1");
        assertThatThrownBy(() -> PathVelocity.of(1, List.of(new double[0]))).hasMessage("no values");
    }
}
