package org.plumbline.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static Curve curve(double[] y) {
        double[] x = IntStream.range(0, y.length).mapToDouble(i -> i / 1000.0).toArray();
        return new Curve("depth", x, y, false);
    }

    @Test
    void leavesAShortCurveAlone() {
        Curve curve = curve(new double[200]);
        assertThat(Thinning.of(curve, 0, 0.2, 100)).isSameAs(curve);
    }

    @Test
    void keepsEverySpikeOfALongOne() {
        double[] y = new double[100_000];
        y[33_333] = 7;
        y[66_666] = -3;
        Curve thin = Thinning.of(curve(y), 0, 100, 800);
        assertThat(thin.x().length).isLessThanOrEqualTo(1602);
        assertThat(Arrays.stream(thin.y()).max()).hasValue(7);
        assertThat(Arrays.stream(thin.y()).min()).hasValue(-3);
        assertThat(thin.x()[Arrays.stream(thin.y()).boxed().toList().indexOf(7.0)])
                .isEqualTo(33.333);
    }

    @Test
    void staysInOrderOfTime() {
        double[] y =
                IntStream.range(0, 50_000).mapToDouble(i -> Math.sin(i * 0.37)).toArray();
        Curve thin = Thinning.of(curve(y), 10, 20, 300);
        assertThat(thin.x()).isSorted();
    }
}
