package org.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.quantity.SinglePrecision.decimal;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SinglePrecisionTest {

    @Test
    void isTheDecimalThatWasMeant() {
        assertThat(decimal(5.1f)).isEqualTo(5.1);
        assertThat(decimal(-0.1f)).isEqualTo(-0.1);
        assertThat(decimal(1519.3f)).isEqualTo(1519.3);
        assertThat(decimal(134_219_000f)).as("134219008 in the bits").isEqualTo(134_219_000);
        assertThat(decimal(16_777_217f)).isEqualTo(16_777_216);
    }

    @Test
    void isEveryDecimalOfSixDigits() {
        Random random = new Random(20261126);
        for (int i = 0; i < 20_000; i++) {
            String meant = (random.nextInt(2_000_000) - 1_000_000) + "E" + (random.nextInt(50) - 35);
            assertThat(decimal(Float.parseFloat(meant))).as(meant).isEqualTo(Double.parseDouble(meant));
        }
    }

    @Test
    void isNearestToTheSameBits() {
        Random random = new Random(20261126);
        for (int i = 0; i < 20_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            assertThat((float) decimal(value)).isEqualTo(Float.valueOf(value));
        }
    }

    @Test
    void leavesWhatHasNoDecimal() {
        assertThat(decimal(Float.NaN)).isNaN();
        assertThat(decimal(Float.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(1 / decimal(-0f)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
