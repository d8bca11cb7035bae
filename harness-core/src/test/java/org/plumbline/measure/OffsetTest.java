package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.pose.Position;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Correlation;

class OffsetTest {

    private static final List<Contribution> SHARED = List.of(row("calibration", 0.1));
    private static final List<Contribution> OF_AXIS = List.of(row("resolution", 0.2));

    private static Contribution row(String name, double u) {
        return Contribution.normal(Text.same(name), 0, u, Double.POSITIVE_INFINITY);
    }

    private static Offset offset(Barycentre... means) {
        return new Offset(new Position(3, 4, 0), 2, SHARED, OF_AXIS, means);
    }

    private static Barycentre mean() {
        return new Barycentre(Text.same("scatter"), List.of(new Position(2, 5, 0), new Position(4, 3, 0)), 2);
    }

    @Test
    void drawsTheMeansOfItsAxesThenWhatTheyShareThenWhatEachHas() {
        assertThat(offset(mean(), mean()).inputs("p "))
                .extracting(row -> row.name().en())
                .containsExactly(
                        "p 0 mean of axis 0",
                        "p 0 mean of axis 1",
                        "p 1 mean of axis 0",
                        "p 1 mean of axis 1",
                        "p calibration",
                        "p axis 0 resolution",
                        "p axis 1 resolution");
    }

    /** 2 (6 - 5) + 3 (1.5 - 1). */
    @Test
    void whatIsDrawnCountsByHowFarItIsOffItsEstimate() {
        List<Contribution> rows = List.of(
                Contribution.normal(Text.same("a"), 5, 1, 9).withSensitivity(2),
                Contribution.normal(Text.same("b"), 1, 1, 9).withSensitivity(3));
        assertThat(Rows.off(rows, new double[] {99, 6, 1.5}, 1)).isCloseTo(3.5, within(1e-12));
    }

    @Test
    void howFarTwoAreApartHasTheCorrelationsOfBoth() {
        assertThat(Figure.apart(offset(mean()), offset(mean())).correlations("p "))
                .extracting(each -> each.first().en(), each -> each.second().en(), Correlation::coefficient)
                .containsExactly(
                        tuple("p 1 0 mean of axis 1", "p 1 0 mean of axis 0", -1.0),
                        tuple("p 2 0 mean of axis 1", "p 2 0 mean of axis 0", -1.0));
    }

    /** Nothing is known to be larger than nothing. */
    @Test
    void twoThatAreCertainlyEqualAreNotSkewed() {
        Spread certain = new Spread(3, row("scatter", 0), List.of());
        assertThat(Figure.apart(certain, certain).isSkewed()).isFalse();
    }

    /** (3 + 1 + 0.5 + 0.5, 4 + 2 + 0.5 + 5.5) = (5, 12). */
    @Test
    void isTheLengthOfWhatWasDrawnForEachAxis() {
        double[] drawn = {99, 1, 2, 0.5, 0.5, 5.5};
        assertThat(offset(mean()).drawn(drawn, 1)).isCloseTo(13, within(1e-12));
    }

    /** (3 + 2, -10 - 2) = (5, -12): both farther away. */
    @Test
    void whatIsSharedPushesEachAxisAwayOnItsOwnSide() {
        Offset offset = new Offset(new Position(3, -10, 0), 2, SHARED, List.of());
        assertThat(offset.drawn(new double[] {2}, 0)).isCloseTo(13, within(1e-12));
    }

    /** (3, 4): 3/5 + 4/5 of what is shared, the root of 3/5 and 4/5 squared of what each axis has. */
    @Test
    void whatIsSharedAddsUpAndTheRestDoesNot() {
        assertThat(offset().rows())
                .extracting(row -> row.name().en(), Contribution::sensitivity)
                .containsExactly(tuple("calibration (axes fully correlated)", 1.4), tuple("resolution", 1.0));
        assertThat(Offset.of(5, 2, SHARED, OF_AXIS).rows().get(0).sensitivity()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(Offset.of(0, 3, SHARED, OF_AXIS).rows().get(0).sensitivity()).isEqualTo(Math.sqrt(3));
        assertThat(new Offset(new Position(-3, 0, 0), 1, SHARED, OF_AXIS).rows())
                .extracting(row -> row.name().en(), Contribution::sensitivity)
                .containsExactly(tuple("calibration", 1.0), tuple("resolution", 1.0));
    }
}
