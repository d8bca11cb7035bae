package org.plumbline.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void mapsValuesToPixels() {
        Scale scale = new Scale(2, 4, 300, 100);
        assertThat(scale.pixel(2)).isEqualTo(300);
        assertThat(scale.pixel(3)).isEqualTo(200);
        assertThat(scale.pixel(4)).isEqualTo(100);
    }

    @Test
    void ticksStandAtRoundDistances() {
        Scale scale = new Scale(3.89, 4.11, 0, 1);
        List<String> labels =
                scale.ticks(6).stream().map(tick -> scale.label(tick, 6)).toList();
        assertThat(labels).containsExactly("3.9", "3.95", "4", "4.05", "4.1");
    }

    @Test
    void showsAConstantWithRoomAroundIt() {
        assertThat(Scale.around(5, 5, 0.1, 0, 1)).isEqualTo(new Scale(4.95, 5.05, 0, 1));
        assertThat(Scale.around(0, 0, 0.1, 0, 1)).isEqualTo(new Scale(-0.1, 0.1, 0, 1));
    }
}
