package org.plumbline.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.text.Text;

class ContributionTest {

    private static final Text NAME = Text.same("x");

    @Nested
    class StandardUncertainty {

        @Test
        void ofRepeatsIsThatOfTheirMean() {
            Contribution repeats = Contribution.typeA(NAME, 1, 2, 3, 4);
            assertThat(repeats.estimate()).isEqualTo(2.5);
            assertThat(repeats.standardUncertainty()).isCloseTo(Math.sqrt(5.0 / 12), within(1e-15));
            assertThat(repeats.degreesOfFreedom()).isEqualTo(3);
            assertThat(repeats.evaluation()).isEqualTo(Evaluation.A);
        }

        @Test
        void ofAHalfWidthDependsOnTheDistribution() {
            assertThat(Distribution.NORMAL.standardUncertainty(3)).isEqualTo(1);
            assertThat(Distribution.UNIFORM.standardUncertainty(3)).isCloseTo(Math.sqrt(3), within(1e-15));
            assertThat(Distribution.TRIANGULAR.standardUncertainty(6)).isCloseTo(Math.sqrt(6), within(1e-15));
            assertThat(Distribution.ARCSINE.standardUncertainty(2)).isCloseTo(Math.sqrt(2), within(1e-15));
        }

        @Test
        void ofAResolutionIsAStepOverTheRootOfTwelve() {
            Contribution resolution = Contribution.resolution(0.01);
            assertThat(resolution.standardUncertainty()).isCloseTo(0.01 / Math.sqrt(12), within(1e-17));
            assertThat(resolution.distribution()).isEqualTo(Distribution.UNIFORM);
            assertThat(resolution.name()).isEqualTo(new Text("分辨力", "resolution"));
            assertThat(resolution.degreesOfFreedom()).isInfinite();
        }

        @Test
        void ofACertificateIsUOverK() {
            Contribution certificate = Contribution.calibration(0.05, 2.5);
            assertThat(certificate.standardUncertainty()).isCloseTo(0.02, within(1e-17));
            assertThat(certificate.evaluation()).isEqualTo(Evaluation.B);
            assertThat(certificate.named(NAME).name()).isEqualTo(NAME);
        }

        @Test
        void knownToATenthHasFiftyDegreesOfFreedom() {
            assertThat(Contribution.resolution(1).reliableTo(0.1).degreesOfFreedom())
                    .isCloseTo(50, within(1e-12));
            assertThat(Contribution.resolution(1).reliableTo(0.25).degreesOfFreedom())
                    .isCloseTo(8, within(1e-12));
        }
    }

    @Nested
    class CoverageFactors {

        @Test
        void areThoseOfTableG2() {
            JsonNode table = PublishedBudgets.at("/student_t_GUM_table_G2");
            for (JsonNode row : table.get("rows")) {
                JsonNode nu = row.get("nu");
                double freedom = nu.isNumber() ? nu.asDouble() : Double.POSITIVE_INFINITY;
                double unit =
                        row.get("t").asDouble() > 100 ? 0.05 : table.get("tol").asDouble();
                assertThat(CoverageFactor.of(row.get("p").asDouble(), freedom))
                        .as(row.toString())
                        .isCloseTo(row.get("t").asDouble(), within(unit));
            }
        }

        /** scipy 1.17.1: t.ppf(0.975, nu). */
        @Test
        void existForDegreesOfFreedomThatAreNotWhole() {
            assertThat(CoverageFactor.of(0.95, 2.5)).isCloseTo(T_975_OF_2_5, within(1e-9));
            assertThat(CoverageFactor.of(0.95, 16.75)).isCloseTo(T_975_OF_16_75, within(1e-10));
        }

        @Test
        void areRefusedForNoCoverage() {
            assertThatThrownBy(() -> CoverageFactor.of(1, 5)).hasMessage("no coverage: 1.0, 5.0");
            assertThatThrownBy(() -> CoverageFactor.of(0.95, 0)).hasMessage("no coverage: 0.95, 0.0");
        }
    }

    private static final double T_975_OF_2_5 = 3.5746548420036817;
    private static final double T_975_OF_16_75 = 2.1122169023151316;

    @Nested
    class Refuses {

        @Test
        void numbersThatAreNone() {
            assertThatThrownBy(() -> Contribution.normal(NAME, 0, -1, 5))
                    .hasMessage("x: not a standard uncertainty: -1.0");
            assertThatThrownBy(() -> Contribution.normal(NAME, 0, 1, 0)).hasMessage("x: not degrees of freedom: 0.0");
            assertThatThrownBy(() -> Contribution.normal(NAME, Double.NaN, 1, 5))
                    .hasMessage("x: not a number");
            assertThatThrownBy(() -> Contribution.typeA(NAME, 3)).hasMessage("x: not a standard uncertainty: NaN");
        }

        @Test
        void correlationsThatAreNone() {
            Text other = Text.same("y");
            assertThatThrownBy(() -> new Correlation(NAME, other, 1.1)).hasMessage("not a correlation of x and y: 1.1");
            assertThatThrownBy(() -> new Correlation(NAME, NAME, 1)).hasMessage("not a correlation of x and x: 1.0");
        }

        @Test
        void inputsThatCannotBeTogether() {
            Contribution x = Contribution.normal(NAME, 0, 1, 5);
            Contribution y = x.named(Text.same("y"));
            Contribution z = x.named(Text.same("z"));
            assertThatThrownBy(() -> Inputs.of(x, x)).hasMessage("two contributions are called x");
            assertThatThrownBy(Inputs::of).hasMessage("no contributions");
            assertThatThrownBy(() -> Inputs.of(x).with(new Correlation(NAME, y.name(), 0.5)))
                    .hasMessage("no contribution is called y");
            assertThatThrownBy(() -> Inputs.of(x, y, z)
                            .with(
                                    new Correlation(x.name(), y.name(), 0.9),
                                    new Correlation(y.name(), z.name(), 0.9),
                                    new Correlation(x.name(), z.name(), -0.9)))
                    .hasMessage("the correlations contradict each other");
            assertThatThrownBy(() -> Inputs.of(x, y)
                            .with(new Correlation(x.name(), y.name(), 0.5), new Correlation(y.name(), x.name(), -0.5)))
                    .hasMessage("two correlations of y and x");
            assertThatThrownBy(() -> Inputs.of(x, y, z)
                            .with(new Correlation(x.name(), y.name(), 1), new Correlation(y.name(), z.name(), 0.5)))
                    .hasMessage("the correlations contradict each other");
        }
    }
}
