package org.plumbline.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.plumbline.statistics.Reference;

class ProtectiveSeparationTest {

    /**
     * 0.5 m/s, a = 2.5 m/s2: T_s = 0.2 s, S_s = 0.25 / 5 = 0.05 m. S_h = 1.6 x (0.1 + 0.2) = 0.48, S_r = 0.05;
     * 0.48 + 0.05 + 0.05 + 0.2 + 0.05 + 0.01 = 0.84 m.
     */
    @Test
    void isTheSumOfItsTerms() {
        ProtectiveSeparation separation = ProtectiveSeparation.of(
                new Approach(ProtectiveSeparation.WALKING, 0.5), Stop.decelerating(0.1, 0.5, 2.5), 0.2, 0.05, 0.01);
        assertThat(separation.person()).isCloseTo(0.48, within(1e-15));
        assertThat(separation.reaction()).isCloseTo(0.05, within(1e-15));
        assertThat(separation.stopping()).isCloseTo(0.05, within(1e-15));
        assertThat(separation.value()).isCloseTo(0.84, within(1e-15));
    }

    /** The whole stopping time of 0.2 s at 0.5 m/s: 0.1 m in place of 0.05 m. */
    @Test
    void isLongerWhereOnlyTheStoppingTimeIsKnown() {
        ProtectiveSeparation separation =
                ProtectiveSeparation.of(new Approach(1.6, 0.5), Stop.atFullSpeed(0.1, 0.2, 0.5), 0.2, 0.05, 0.01);
        assertThat(separation.value()).isCloseTo(0.89, within(1e-15));
    }

    /** Computed by another program. */
    @Test
    void agreesWithAnotherProgram() {
        JsonNode cases = Reference.json(ProtectiveSeparationTest.class, "ssm_golden.json");
        assertThat(cases).hasSize(4);
        for (JsonNode each : cases) {
            Stop stop = Stop.decelerating(number(each, "T_r"), number(each, "v_r"), number(each, "decel"));
            ProtectiveSeparation separation = ProtectiveSeparation.of(
                    new Approach(number(each, "v_h"), number(each, "v_r")),
                    stop,
                    number(each, "C"),
                    number(each, "Z_d"),
                    number(each, "Z_r"));
            assertThat(stop.time()).isCloseTo(number(each, "T_s"), within(1e-12));
            assertThat(separation.person()).isCloseTo(number(each, "S_h"), within(1e-12));
            assertThat(separation.reaction()).isCloseTo(number(each, "S_r"), within(1e-12));
            assertThat(separation.stopping()).isCloseTo(number(each, "S_s"), within(1e-12));
            assertThat(separation.value()).isCloseTo(number(each, "S_p"), within(1e-12));
        }
    }

    @Test
    void refusesWhatWouldShortenIt() {
        assertThatThrownBy(() -> new ProtectiveSeparation(1, 1, 1, -0.1, 0, 0)).hasMessage("not a distance: -0.1 m");
        assertThatThrownBy(() -> new Approach(-1, 0)).hasMessage("not an approach: -1.0 m/s and 0.0 m/s");
        assertThatThrownBy(() -> new Stop(0, Double.NaN, 0)).hasMessage("not a stop: 0.0 s, NaN s, 0.0 m");
        assertThatThrownBy(() -> Stop.decelerating(0, 1, 0)).hasMessage("not a deceleration: 0.0 m/s2");
    }

    private static double number(JsonNode node, String name) {
        return node.get(name).doubleValue();
    }
}
