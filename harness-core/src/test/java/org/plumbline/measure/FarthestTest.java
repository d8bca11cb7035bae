package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** A certificate with four degrees of freedom: k = 2.869. */
class FarthestTest {

    private static final Contribution CERTIFICATE = Contribution.normal(Text.same("certificate"), 0, 0.01, 4);
    private static final Contribution SLOPE =
            Contribution.normal(Text.same("slope"), 0, 0.0005, Double.POSITIVE_INFINITY);

    private static Uncertainty uncertainty(double second, List<Contribution> rows) {
        Farthest farthest = new Farthest();
        farthest.take(1, 1, 0.05, 0.01);
        farthest.take(2, 2, second, Uncertainty.of(rows).combined());
        assertThat(farthest.largest()).isEqualTo(0.05);
        return farthest.uncertainty((from, to) -> from == 1 ? List.of(CERTIFICATE) : rows);
    }

    /** 0.04999 + 2.8693 x 0.0100125 - 0.05. */
    @Test
    void reachesAsFarAsTheOtherWithItsDegreesOfFreedom() {
        Uncertainty uncertainty = uncertainty(0.04999, List.of(CERTIFICATE, SLOPE));
        assertThat(uncertainty.expanded()).isCloseTo(0.0287188, within(1e-6));
        assertThat(uncertainty.degreesOfFreedom()).isEqualTo(4);
    }

    /** 0.0499 + 2 x 0.0101 reaches 0.0201 farther, the largest itself 2.8693 x 0.01. */
    @Test
    void isNoLessThanThatOfTheLargest() {
        Contribution other = Contribution.normal(Text.same("other"), 0, 0.0101, Double.POSITIVE_INFINITY);
        Uncertainty uncertainty = uncertainty(0.0499, List.of(other));
        assertThat(uncertainty.expanded()).isCloseTo(0.028693, within(1e-6));
        assertThat(uncertainty.contributions()).containsExactly(CERTIFICATE);
    }
}
