package org.plumbline.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.statistics.Reference;

class CollisionTest {

    private final BodyModel body = BodyModel.ofIsoTs15066();

    @Nested
    class ByHand {

        /** m_R = 20 / 2 + 5 = 15 kg. Thigh: 1 / (1 / 75 + 1 / 15) = 75 x 15 / 90 = 12.5 kg. */
        @Test
        void masses() {
            assertThat(Collision.robotMass(20, 5)).isEqualTo(15);
            assertThat(Collision.with(body.region("thigh-knee"), 15).reducedMass())
                    .isCloseTo(12.5, within(1e-14));
        }

        /** mu = 2 x 2 / 4 = 1 kg, k = 10 000 N/m: sqrt(mu k) = 100 kg/s. 50 N: 50^2 / 20 000 = 0.125 J = 1 x 0.5^2 / 2. */
        @Test
        void energyAndSpeed() {
            Collision collision = new Collision(2, 2, 10_000);
            assertThat(collision.energy(50)).isCloseTo(0.125, within(1e-16));
            assertThat(collision.velocity(50)).isCloseTo(0.5, within(1e-15));
            assertThat(collision.force(0.5)).isCloseTo(50, within(1e-12));
        }

        /**
         * Shin, 15 kg: mu 12.5 kg, k 60 000 N/m, sqrt(750 000) = 866.0254 kg/s. Transient force 260 N: 0.300222 m/s. Transient
         * pressure 440 N/cm2 on 0.5 cm2: 220 N, 0.254034 m/s, 220^2 / 120 000 = 0.403333 J; on 1 cm2 440 N, no longer decisive.
         */
        @Test
        void theSmallerLimitDecides() {
            PermissibleSpeed small =
                    PermissibleSpeed.of(body.area(28), 15, 0.5e-4).orElseThrow();
            assertThat(small.byForce()).isCloseTo(0.300222, within(5e-7));
            assertThat(small.byPressure()).isCloseTo(0.254034, within(5e-7));
            assertThat(small.value()).isEqualTo(small.byPressure());
            assertThat(small.energy()).isCloseTo(48_400.0 / 120_000, within(1e-14));
            PermissibleSpeed large =
                    PermissibleSpeed.of(body.area(28), 15, 1e-4).orElseThrow();
            assertThat(large.value()).isEqualTo(large.byForce());
            assertThat(large.energy()).isCloseTo(67_600.0 / 120_000, within(1e-14));
            assertThat(large.reducedMass()).isCloseTo(12.5, within(1e-14));
        }
    }

    /** 22 cases computed by another program, six digits. */
    @Test
    void agreesWithAnotherProgram() {
        JsonNode cases = Reference.json(CollisionTest.class, "pfl_golden.json");
        assertThat(cases).hasSize(22);
        for (JsonNode each : cases) {
            BodyRegion region = body.region(each.get("region").textValue().replace('_', '-'));
            ContactKind kind =
                    ContactKind.valueOf(each.get("contact").textValue().toUpperCase(Locale.ROOT));
            double force = region.force(kind).orElseThrow();
            Collision collision = Collision.with(region, each.get("m_R").doubleValue());
            assertThat(force).isEqualTo(each.get("F_N").doubleValue());
            assertThat(collision.springConstant()).isEqualTo(each.get("k_N_m").doubleValue());
            assertThat(collision.reducedMass()).isCloseTo(each.get("mu_kg").doubleValue(), within(5.01e-7));
            assertThat(collision.energy(force)).isCloseTo(each.get("E_J").doubleValue(), within(5.01e-7));
            assertThat(collision.velocity(force))
                    .isCloseTo(each.get("v_rel_max_m_s").doubleValue(), within(5.01e-7));
        }
    }

    @Test
    void noSpeedIsPermittedAgainstTheHead() {
        assertThat(PermissibleSpeed.of(body.area(1), 15, 1e-4)).isEmpty();
        assertThat(PermissibleSpeed.of(body.area(3), 15, 1e-4)).isEmpty();
    }

    @Test
    void refusesWhatIsNoCollision() {
        assertThatThrownBy(() -> new Collision(1, 0, 1))
                .hasMessage("not a collision: masses 1.0 kg and 0.0 kg, spring 1.0 N/m");
        assertThatThrownBy(() -> PermissibleSpeed.of(body.area(28), 15, 0)).hasMessage("not a contact surface: 0.0 m2");
    }
}
