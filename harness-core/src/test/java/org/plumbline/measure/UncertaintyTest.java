package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.CoverageFactor;
import org.plumbline.uncertainty.Distribution;
import org.plumbline.uncertainty.Evaluation;

final class UncertaintyTest {

    private static final Contribution SCATTER =
            new Contribution(Text.same("scatter"), 0, 3, 5, Evaluation.A, Distribution.NORMAL, 1);
    private static final Contribution CERTIFICATE =
            Contribution.calibration(8, 2).named(Text.same("certificate"));

    @Test
    void isTwoTimesTheCombinedOneWhereEverythingIsKnownExactly() {
        Uncertainty uncertainty = Uncertainty.of(List.of(CERTIFICATE));
        assertThat(uncertainty.combined()).isEqualTo(4);
        assertThat(uncertainty.degreesOfFreedom()).isInfinite();
        assertThat(uncertainty.coverageFactor()).isEqualTo(2);
        assertThat(uncertainty.expanded()).isEqualTo(8);
    }

    /** u_c = 5, nu = 5^4 / (3^4 / 5) = 38.58; k is t for 38 degrees of freedom and 95.45 % (computed with SciPy). */
    @Test
    void takesStudentsTWhereFewRepeatsStandBehindIt() {
        Uncertainty uncertainty = Uncertainty.of(List.of(SCATTER, CERTIFICATE));
        assertThat(uncertainty.combined()).isCloseTo(5, within(1e-15));
        assertThat(uncertainty.degreesOfFreedom()).isEqualTo(38);
        assertThat(uncertainty.coverageFactor()).isCloseTo(2.0679659878475833, within(1e-9));
        assertThat(uncertainty.share(SCATTER)).isCloseTo(0.36, within(1e-15));
        assertThat(uncertainty.share(CERTIFICATE)).isCloseTo(0.64, within(1e-15));
    }

    /** JCGM 100:2008, table G.2: t for 95 % is 1.960 for infinite degrees of freedom and 2.02 for 38. */
    @Test
    void coversAsMuchAsIsAskedFor() {
        Uncertainty unlimited = Uncertainty.stated(0.02, 2);
        assertThat(unlimited.covering(0.95).coverageFactor()).isCloseTo(1.959964, within(1e-6));
        assertThat(unlimited.covering(0.95).expanded()).isCloseTo(0.01959964, within(1e-8));
        assertThat(unlimited.covering(0.95).coverage()).isEqualTo(0.95);
        assertThat(unlimited.covering(0.95).covering(Uncertainty.COVERAGE)).isEqualTo(unlimited);
        assertThat(Uncertainty.stated(0.02, 2, 38).covering(0.95).coverageFactor())
                .isCloseTo(2.0244, within(1e-4));
        assertThat(Uncertainty.NONE.covering(0.99).expanded()).isZero();
    }

    /** JCGM 100:2008, table G.2: t for 1 degree of freedom and 95.45 % is 13.97. */
    @Test
    void neverTakesLessThanOneDegreeOfFreedom() {
        Contribution vague = new Contribution(Text.same("x"), 0, 1, 0.5, Evaluation.B, Distribution.NORMAL, 1);
        assertThat(Uncertainty.of(List.of(vague)).coverageFactor()).isCloseTo(13.97, within(0.005));
    }

    @Test
    void ofNothingIsNone() {
        assertThat(Uncertainty.of(List.of())).isEqualTo(Uncertainty.NONE);
        assertThat(Uncertainty.of(List.of(Contribution.resolution(0)))).isEqualTo(Uncertainty.NONE);
        assertThat(Uncertainty.stated(0, 2).contributions()).isEmpty();
    }

    @Test
    void goesIntoAnotherUnitWithItsBudget() {
        Measurement metres = new Measurement(
                Text.same("q"),
                2,
                Samples.unit("m"),
                false,
                Uncertainty.of(List.of(CERTIFICATE)),
                0,
                1,
                1,
                List.of(),
                null);
        Uncertainty millimetres = metres.in(Samples.unit("mm")).uncertainty();
        assertThat(millimetres.expanded()).isCloseTo(8000, within(1e-9));
        assertThat(millimetres.combined()).isCloseTo(4000, within(1e-9));
        assertThat(millimetres.contributions()).singleElement().satisfies(row -> {
            assertThat(row.standardUncertainty()).isEqualTo(4);
            assertThat(row.component()).isCloseTo(4000, within(1e-9));
        });
        assertThat(metres.unit()).isNotEqualTo(Unit.ONE);
    }

    @Test
    void keepsWhatSomebodyStatesToTheLastDigit() {
        Uncertainty stated = Uncertainty.stated(0.1, 1.96);
        assertThat(stated.expanded()).isEqualTo(0.1);
        assertThat(stated.combined()).isEqualTo(0.1 / 1.96);
        assertThatThrownBy(() -> Uncertainty.stated(-1, 2)).hasMessage("not an expanded uncertainty: -1.0");
    }

    /** JCGM 100:2008, table G.2: t for 1, 10 and infinite degrees of freedom. */
    @ParameterizedTest
    @CsvSource({
        "2, Infinity, 0.9545",
        "3, Infinity, 0.9973",
        "1, Infinity, 0.6827",
        "13.97, 1, 0.9545",
        "2.28, 10, 0.9545",
        "2, 1, 0.7048"
    })
    void whatIsStatedCoversWhatItsFactorSays(double k, double nu, double coverage) {
        assertThat(Uncertainty.stated(0.02, k, nu).coverage()).isCloseTo(coverage, within(5e-4));
    }

    /** U = 2 reaches 3 down and 8 up, of 95.45 %; for 99.73 % that is half as much again. */
    @Test
    void eachEndFollowsTheCoverageTheUnitAndTheRisk() {
        Uncertainty open = Uncertainty.stated(2, 2).reaching(Text.same("open"), new Reach(3, 8));
        assertThat(open.contributions().get(1).component()).isCloseTo(Math.sqrt(16 - 1), within(1e-12));
        assertThat(open)
                .extracting(Uncertainty::combined, Uncertainty::expanded, Uncertainty::below, Uncertainty::above)
                .containsExactly(4.0, 8.0, 3.0, 8.0);
        assertThat(open.effective(true)).isEqualTo(4);
        assertThat(open.effective(false)).isEqualTo(1.5);
        Uncertainty wider = open.covering(CoverageFactor.coverage(3, Double.POSITIVE_INFINITY));
        assertThat(wider.below()).isCloseTo(4.5, within(1e-9));
        assertThat(wider.above()).isCloseTo(12, within(1e-9)).isEqualTo(wider.expanded());
        assertThat(wider.coverageFactor()).isCloseTo(3, within(1e-9));
        Uncertainty milli = open.times(1000);
        assertThat(milli.below()).isEqualTo(3000);
        assertThat(milli.above()).isEqualTo(8000);
    }

    /** Identical readings have a row that is nothing; that is not the limit of a confidence. */
    @Test
    void aScatterOfNothingIsNoLimitOfConfidence() {
        Contribution none = Contribution.normal(Text.same("scatter"), 0, 0, 9);
        assertThat(Uncertainty.of(List.of(none)).isOfLimit()).isFalse();
        assertThat(new Uncertainty(List.of(none), 0, 9, 2.32, 0, 0.9545, null).isOfLimit())
                .isFalse();
    }

    @Test
    void aStatedFactorOfThreeIsNoneOfTwo() {
        Uncertainty stated = Uncertainty.stated(0.03, 3);
        assertThat(stated.covering(0.9545).expanded()).isCloseTo(0.02, within(1e-6));
    }
}
