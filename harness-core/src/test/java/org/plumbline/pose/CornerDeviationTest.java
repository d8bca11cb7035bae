package org.plumbline.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Along x to the origin, then along y. */
class CornerDeviationTest {

    private static final Corner CORNER = new Corner(at(-10, 0), at(0, 0), at(0, 10));

    /** The path cuts the corner from (-3, 0) to (0, 4): the height of a 3-4-5 triangle on its long side is 2.4. */
    private static final List<Position> CUT = List.of(at(-10, 0), at(-3, 0), at(0, 4), at(0, 10));

    /** The path runs through the corner, 2 too far in x, and swings 0.5 to the inner side. */
    private static final List<Position> SWING = List.of(at(-10, 0), at(1, 0), at(2, 3), at(-0.5, 6), at(0, 9));

    @Nested
    class OfOneCycle {

        @Test
        void cutsTheCorner() {
            CornerDeviation deviation = CornerDeviation.of(CORNER, List.of(CUT));
            assertThat(deviation.rounding()).isCloseTo(2.4, within(1e-15));
            assertThat(deviation.overshoot()).isZero();
        }

        @Test
        void swingsOut() {
            CornerDeviation deviation = CornerDeviation.of(CORNER, List.of(SWING));
            assertThat(deviation.rounding()).isZero();
            assertThat(deviation.overshoot()).isEqualTo(2);
        }
    }

    @Test
    void theWorstCycleCounts() {
        CornerDeviation deviation = CornerDeviation.of(CORNER, List.of(CUT, SWING));
        assertThat(deviation.overshoots()).containsExactly(0.0, 2.0);
        assertThat(deviation.roundings().get(1)).isZero();
        assertThat(deviation.rounding()).isCloseTo(2.4, within(1e-15));
        assertThat(deviation.overshoot()).isEqualTo(2);
    }

    /** A turn by 135 degrees: where the first line lies beside the second, it is not overshoot. */
    @Test
    void theFirstLineIsNoOvershoot() {
        Corner sharp = new Corner(at(-10, 0), at(0, 0), at(-10, 10));
        CornerDeviation along = CornerDeviation.of(sharp, List.of(List.of(at(-10, 0), at(-5, 0), at(0, 0), at(-5, 5))));
        assertThat(along.overshoot()).isZero();
        CornerDeviation beyond = CornerDeviation.of(sharp, List.of(List.of(at(-10, 0), at(0, 0), at(-5, 6))));
        // (-5, 6) lies 1 / sqrt 2 from the line x = -y
        assertThat(beyond.overshoot()).isCloseTo(Math.sqrt(0.5), within(1e-14));
    }

    /** (3, -1) lies 3 outside the second line, but before its beginning. */
    @Test
    void whatLiesBeforeTheSecondLineIsNoOvershoot() {
        List<Position> early = List.of(at(-10, 0), at(3, -1), at(0.25, 5));
        assertThat(CornerDeviation.of(CORNER, List.of(early)).overshoot()).isEqualTo(0.25);
    }

    @Test
    void refusesWhatIsNoCorner() {
        assertThatThrownBy(() -> new Corner(at(-1, 0), at(0, 0), at(5, 0)))
                .hasMessage("the lines do not make a corner");
        assertThatThrownBy(() -> CornerDeviation.of(CORNER, List.of(List.of(at(0, 0)))))
                .hasMessage("a cycle needs two samples: 1");
        assertThatThrownBy(() -> CornerDeviation.of(CORNER, List.of())).hasMessage("too few cycles: 0, needed 1");
    }

    private static Position at(double x, double y) {
        return new Position(x, y, 0);
    }
}
