package org.plumbline.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.statistics.Reference;
import org.plumbline.text.Text;

class BudgetTest {

    private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);
    private static final double EXACT = Double.POSITIVE_INFINITY;

    /** JCGM 100:2008, H.1. */
    @Nested
    class OfTheEndGauge {

        private final JsonNode published = PublishedBudgets.at("/GUM_H1_end_gauge/published");
        private final JsonNode recomputed = PublishedBudgets.at("/GUM_H1_end_gauge/recomputed");
        private final Inputs inputs = PublishedBudgets.endGauge();
        private final Propagation result = Propagation.overUncertainty(PublishedBudgets::endGauge, inputs);

        @Test
        void everyComponentIsThePublishedOne() {
            JsonNode components = published.get("budget");
            assertThat(result.budget().inputs().contributions()).hasSameSizeAs(components);
            for (Contribution each : result.budget().inputs().contributions()) {
                double expected = components.get(each.name().en()).asDouble();
                assertThat(Math.abs(each.component())).as(each.name().en()).isCloseTo(expected, within(5.01e-4));
            }
        }

        @Test
        void roundsToThePublishedFigures() {
            assertThat(result.estimate()).isEqualTo(published.get("l").asDouble());
            assertThat(result.budget().combined())
                    .isCloseTo(published.get("u_c").asDouble(), within(0.5));
            assertThat(result.budget().effectiveDegreesOfFreedom().orElseThrow())
                    .isCloseTo(16, within(1.0));
            Budget d = new Budget(new Inputs(inputs.contributions().subList(1, 4), inputs.correlations()));
            assertThat(d.combined()).isCloseTo(published.get("u(d)").asDouble(), within(0.05));
            assertThat(d.effectiveDegreesOfFreedom().orElseThrow())
                    .isCloseTo(recomputed.get("nu_d").asDouble(), NINE_DIGITS);
            // the GUM rounds u(d) to 9.7 before it prints 25.6
            assertThat(d.effectiveDegreesOfFreedom().orElseThrow() * Math.pow(9.7 / d.combined(), 4))
                    .isCloseTo(published.get("nu(d)").asDouble(), within(0.05));
        }

        @Test
        void agreesWithTheRecomputedFigures() {
            assertThat(result.budget().combined())
                    .isCloseTo(recomputed.get("u_c").asDouble(), NINE_DIGITS);
            assertThat(result.budget().effectiveDegreesOfFreedom().orElseThrow())
                    .isCloseTo(recomputed.get("nu_eff").asDouble(), NINE_DIGITS);
            Expanded expanded = result.budget().expanded(0.99).orElseThrow();
            assertThat(expanded.degreesOfFreedom())
                    .isEqualTo(recomputed.get("nu_eff_truncated").asDouble());
            assertThat(expanded.coverageFactor())
                    .isCloseTo(recomputed.get("k99").asDouble(), NINE_DIGITS);
            assertThat(expanded.uncertainty()).isCloseTo(recomputed.get("U99").asDouble(), NINE_DIGITS);
            assertThat(expanded.coverage()).isEqualTo(0.99);
        }

        @Test
        void termsOfSecondOrderAddTwoNanometres() {
            double second = Propagation.combinedToSecondOrder(PublishedBudgets::endGauge, inputs);
            assertThat(second)
                    .isCloseTo(published.get("u_c_with_second_order_terms").asDouble(), within(0.5));
            assertThat(second).isCloseTo(recomputed.get("u_c_second_order").asDouble(), NINE_DIGITS);
        }

        @Test
        void givenSensitivitiesGiveTheSame() {
            double[] c = {1, 1, 1, 1, 0, 50000623 * 0.1, -50000623 * 1.15e-5, 0, 0};
            Budget given = Propagation.asGiven(PublishedBudgets::endGauge, inputs.withSensitivities(c))
                    .budget();
            assertThat(given.combined()).isCloseTo(recomputed.get("u_c").asDouble(), NINE_DIGITS);
        }

        @Test
        void sharesSumToOne() {
            double[] shares = result.budget().shares();
            assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-14));
            assertThat(shares[0]).isCloseTo(625 / 1002.6012401585, within(1e-6));
        }
    }

    /** JCGM 100:2008, H.2. */
    @Nested
    class OfCorrelatedInputs {

        private final JsonNode published = PublishedBudgets.at("/GUM_H2_correlated/published");
        private final JsonNode recomputed = PublishedBudgets.at("/GUM_H2_correlated/recomputed");
        private final JsonNode wrong = PublishedBudgets.at("/GUM_H2_correlated/wrong_answers_to_reject");
        private final Inputs inputs = PublishedBudgets.resistance();
        private final Propagation r = Propagation.byDerivatives(PublishedBudgets::resistance, inputs);
        private final Propagation x = Propagation.byDerivatives(PublishedBudgets::reactance, inputs);
        private final Propagation z = Propagation.byDerivatives(PublishedBudgets::impedance, inputs);

        @Test
        void inputsAreThePublishedOnes() {
            JsonNode u = published.get("u_inputs");
            double[] own = inputs.contributions().stream()
                    .mapToDouble(Contribution::standardUncertainty)
                    .toArray();
            assertThat(own[0]).isCloseTo(u.get("V").asDouble(), within(5e-5));
            assertThat(own[1]).isCloseTo(u.get("I_A").asDouble(), within(5e-8));
            assertThat(own[2]).isCloseTo(u.get("phi").asDouble(), within(5e-6));
            double[] correlations = inputs.correlations().stream()
                    .mapToDouble(Correlation::coefficient)
                    .toArray();
            assertThat(correlations).containsExactly(Reference.numbers(published.get("r_inputs")), within(5e-3));
        }

        @Test
        void roundsToThePublishedFigures() {
            assertThat(r.estimate()).isCloseTo(published.get("R").asDouble(), within(5e-4));
            assertThat(x.estimate()).isCloseTo(published.get("X").asDouble(), within(5e-4));
            assertThat(z.estimate()).isCloseTo(published.get("Z").asDouble(), within(5e-4));
            double tol = published.get("tol").asDouble();
            assertThat(r.budget().combined()).isCloseTo(published.get("u_R").asDouble(), within(tol));
            assertThat(x.budget().combined()).isCloseTo(published.get("u_X").asDouble(), within(tol));
            assertThat(z.budget().combined()).isCloseTo(published.get("u_Z").asDouble(), within(tol));
            JsonNode outputs = published.get("r_outputs");
            assertThat(r.budget().correlation(x.budget()))
                    .isCloseTo(outputs.get("R,X").asDouble(), within(5e-3));
            assertThat(r.budget().correlation(z.budget()))
                    .isCloseTo(outputs.get("R,Z").asDouble(), within(5e-3));
            assertThat(x.budget().correlation(z.budget()))
                    .isCloseTo(outputs.get("X,Z").asDouble(), within(5e-3));
        }

        @Test
        void agreesWithTheRecomputedFigures() {
            assertThat(r.estimate()).isCloseTo(recomputed.get("R").asDouble(), NINE_DIGITS);
            assertThat(x.estimate()).isCloseTo(recomputed.get("X").asDouble(), NINE_DIGITS);
            assertThat(z.estimate()).isCloseTo(recomputed.get("Z").asDouble(), NINE_DIGITS);
            assertThat(r.budget().combined()).isCloseTo(recomputed.get("u_R").asDouble(), within(5e-9));
            assertThat(x.budget().combined()).isCloseTo(recomputed.get("u_X").asDouble(), within(5e-9));
            assertThat(z.budget().combined()).isCloseTo(recomputed.get("u_Z").asDouble(), within(5e-9));
            assertThat(r.budget().correlation(x.budget()))
                    .isCloseTo(recomputed.get("r_RX").asDouble(), NINE_DIGITS);
            assertThat(r.budget().correlation(z.budget()))
                    .isCloseTo(recomputed.get("r_RZ").asDouble(), NINE_DIGITS);
            assertThat(x.budget().correlation(z.budget()))
                    .isCloseTo(recomputed.get("r_XZ").asDouble(), NINE_DIGITS);
        }

        @Test
        void sharesSumToOneAlthoughSomeAreNegative() {
            double[] shares = r.budget().shares();
            assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-13));
            assertThat(Arrays.stream(shares).min().orElseThrow()).isNegative();
        }

        /** Names, not positions, say which inputs are correlated: swapping their order changes nothing. */
        @Test
        void rejectsTheAnswerWithSwappedRows() {
            Inputs swapped = new Inputs(
                    inputs.contributions(),
                    inputs.correlations().stream()
                            .map(each -> new Correlation(swap(each.first()), swap(each.second()), each.coefficient()))
                            .toList());
            JsonNode answer = wrong.get("V_I_rows_of_correlation_matrix_swapped");
            assertThat(Propagation.byDerivatives(PublishedBudgets::resistance, swapped)
                            .budget()
                            .combined())
                    .isCloseTo(answer.get("u_R").asDouble(), within(5e-9));
            assertThat(Propagation.byDerivatives(PublishedBudgets::reactance, swapped)
                            .budget()
                            .combined())
                    .isCloseTo(answer.get("u_X").asDouble(), within(5e-9));
            assertThat(r.budget().combined()).isNotCloseTo(answer.get("u_R").asDouble(), within(1e-3));
            assertThat(x.budget().combined()).isNotCloseTo(answer.get("u_X").asDouble(), within(1e-3));
            Inputs otherOrder = new Inputs(
                    Arrays.asList(
                            inputs.contributions().get(1),
                            inputs.contributions().get(0),
                            inputs.contributions().get(2)),
                    inputs.correlations());
            assertThat(Propagation.byDerivatives(v -> v[1] / v[0] * Math.cos(v[2]), otherOrder)
                            .budget()
                            .combined())
                    .isCloseTo(recomputed.get("u_R").asDouble(), within(5e-9));
        }

        private static Text swap(Text name) {
            return name.equals(PublishedBudgets.V)
                    ? PublishedBudgets.I
                    : name.equals(PublishedBudgets.I) ? PublishedBudgets.V : name;
        }

        @Test
        void rejectsTheAnswerThatIgnoresCorrelation() {
            JsonNode answer = wrong.get("correlation_ignored");
            Inputs independent = Inputs.of(inputs.contributions().toArray(Contribution[]::new));
            assertThat(Propagation.byDerivatives(PublishedBudgets::resistance, independent)
                            .budget()
                            .combined())
                    .isCloseTo(answer.get("u_R").asDouble(), within(5e-9));
            assertThat(r.budget().combined()).isNotCloseTo(answer.get("u_R").asDouble(), within(1e-3));
            assertThat(x.budget().combined()).isNotCloseTo(answer.get("u_X").asDouble(), within(1e-3));
            assertThat(z.budget().combined()).isNotCloseTo(answer.get("u_Z").asDouble(), within(1e-3));
        }

        /** What Welch and Satterthwaite's formula would give: 0.13 degrees of freedom. It is not asked. */
        @Test
        void rejectsEffectiveDegreesOfFreedom() {
            JsonNode answer = wrong.get("welch_satterthwaite_on_correlated_inputs");
            double sum = r.budget().inputs().contributions().stream()
                    .mapToDouble(each -> Math.pow(each.component(), 4) / each.degreesOfFreedom())
                    .sum();
            assertThat(Math.pow(r.budget().combined(), 4) / sum)
                    .isCloseTo(answer.get("nu_eff_R").asDouble(), within(5e-3));
            double k = CoverageFactor.of(0.95, 1);
            assertThat(k).isCloseTo(answer.get("k_R").asDouble(), within(5e-4));
            assertThat(k * r.budget().combined()).isCloseTo(answer.get("U95_R").asDouble(), within(5e-3));
            assertThat(r.budget().effectiveDegreesOfFreedom()).isEmpty();
            assertThat(r.budget().expanded(0.95)).isEmpty();
        }

        @Test
        void ofInputsKnownExactlyHasACoverageFactor() {
            Budget budget = new Budget(
                    Inputs.of(PublishedBudgets.input("a", 0, 3, EXACT), PublishedBudgets.input("b", 0, 4, EXACT))
                            .with(new Correlation(Text.same("a"), Text.same("b"), 1)));
            assertThat(budget.combined()).isCloseTo(7, within(1e-14));
            Expanded expanded = budget.expanded(0.95).orElseThrow();
            assertThat(expanded.degreesOfFreedom()).isInfinite();
            assertThat(expanded.uncertainty()).isCloseTo(7 * 1.959963984540054, within(1e-12));
        }
    }

    @Nested
    class OfOtherPublishedExamples {

        @Test
        void twoInputs() {
            JsonNode example = PublishedBudgets.at("/welch_satterthwaite_2");
            Budget budget =
                    Budget.of(PublishedBudgets.input("a", 0, 0.57, 9), PublishedBudgets.input("b", 0, 0.25, EXACT));
            assertThat(budget.effectiveDegreesOfFreedom().orElseThrow())
                    .isCloseTo(
                            example.get("published_nu_eff").asDouble(),
                            within(example.get("tol").asDouble()));
            assertThat(budget.expanded(0.95).orElseThrow().degreesOfFreedom()).isEqualTo(12);
        }

        @Test
        void xRayFluorescence() {
            JsonNode published = PublishedBudgets.at("/XRF_budget/published");
            Propagation result = Propagation.overUncertainty(
                    x -> x[0] / x[1] * x[2],
                    Inputs.of(
                            PublishedBudgets.input("X1", 0.182, 0.00093, 9),
                            PublishedBudgets.input("X2", 0.1823, 0.00058, 19),
                            PublishedBudgets.input("Yu", 0.6978, 0.0026, 19)));
            assertThat(result.estimate()).isCloseTo(published.get("y").asDouble(), within(5.1e-5));
            // 0.004932 from these inputs; the published 0.00494 comes from inputs with more digits than are printed
            assertThat(result.budget().combined()).isCloseTo(published.get("u").asDouble(), within(1e-5));
            assertThat(result.budget().combined())
                    .isCloseTo(
                            result.estimate()
                                    * Math.sqrt(sq(0.00093 / 0.182) + sq(0.00058 / 0.1823) + sq(0.0026 / 0.6978)),
                            within(1e-7));
            assertThat(result.budget().effectiveDegreesOfFreedom().orElseThrow())
                    .isCloseTo(27.5127, within(5e-4));
            // 27.7 is printed: with the printed u of 0.00494 in the place of 0.004932
            double nu = 27.5127 * Math.pow(published.get("u").asDouble() / 0.0049322, 4);
            assertThat(nu).isCloseTo(published.get("nu_eff").asDouble(), within(5e-2));
            assertThat(result.budget().expanded(0.95).orElseThrow().uncertainty())
                    .isCloseTo(published.get("U95").asDouble(), within(5e-5));
        }

        @Test
        void thermalExpansion() {
            JsonNode published = PublishedBudgets.at("/NIST_TN1900_E13_thermal_expansion/published");
            Propagation result = Propagation.byDerivatives(
                    x -> (x[2] - x[0]) / (x[0] * (x[3] - x[1])),
                    Inputs.of(
                            PublishedBudgets.input("L0", 1.4999, 0.0001, 3),
                            PublishedBudgets.input("T0", 288.15, 0.02, 3),
                            PublishedBudgets.input("L1", 1.5021, 0.0002, 3),
                            PublishedBudgets.input("T1", 373.1, 0.05, 3)));
            assertThat(result.estimate()).isCloseTo(published.get("y").asDouble(), within(5e-10));
            assertThat(result.budget().combined()).isCloseTo(published.get("u").asDouble(), within(5e-9));
        }

        /** The inputs are CODATA 2010: h, R, Rydberg constant, relative atomic mass of the electron, alpha. */
        @Test
        void stefanBoltzmannConstant() {
            JsonNode published = PublishedBudgets.at("/NIST_stefan_boltzmann/published");
            Propagation result =
                    Propagation.byDerivatives(PublishedConstants::stefanBoltzmann, PublishedConstants.codata2010());
            assertThat(result.estimate()).isCloseTo(published.get("y").asDouble(), within(5e-14));
            assertThat(result.budget().combined()).isCloseTo(published.get("u").asDouble(), within(5e-16));
            double[] to99 = Reference.numbers(published.get("99pct"));
            double u = result.budget().expanded(0.99).orElseThrow().uncertainty();
            assertThat(result.estimate() - u).isCloseTo(to99[0], within(5e-14));
            assertThat(result.estimate() + u).isCloseTo(to99[1], within(5e-14));
            double[] to68 = Reference.numbers(published.get("68pct"));
            double part = result.budget().expanded(0.68).orElseThrow().uncertainty();
            assertThat(result.estimate() - part).isCloseTo(to68[0], within(5e-14));
            assertThat(result.estimate() + part).isCloseTo(to68[1], within(5e-14));
        }

        /** NPL DEM-ES-011, table 9.2: where the model bends, the derivative and the difference over u differ. */
        @Test
        void logarithm() {
            JsonNode published = PublishedBudgets.at("/NPL_log_nonlinear/GUM");
            Inputs inputs = Inputs.of(Contribution.within(Text.same("x"), 0.6, 0.5, Distribution.UNIFORM));
            Propagation result = Propagation.byDerivatives(x -> Math.log(x[0]), inputs);
            assertThat(result.estimate()).isCloseTo(published.get("y").asDouble(), within(5e-4));
            assertThat(result.budget().combined()).isCloseTo(published.get("u").asDouble(), within(5e-4));
            assertThat(result.budget().combined()).isCloseTo(1 / (0.6 * Math.sqrt(12)), NINE_DIGITS);
            assertThat(result.estimate()
                            + result.budget().expanded(0.95).orElseThrow().uncertainty())
                    .isCloseTo(published.get("upper95").asDouble(), within(5e-4));
            double u = 1 / Math.sqrt(12);
            assertThat(Propagation.overUncertainty(x -> Math.log(x[0]), inputs)
                            .budget()
                            .combined())
                    .isCloseTo((Math.log(0.6 + u) - Math.log(0.6 - u)) / 2, NINE_DIGITS);
        }
    }

    private static double sq(double x) {
        return x * x;
    }

    @Test
    void nothingUncertainHasNoShares() {
        Budget budget = Budget.of(PublishedBudgets.input("a", 5, 0, 4));
        assertThat(budget.combined()).isZero();
        assertThat(budget.shares()).containsExactly(0);
        assertThat(budget.effectiveDegreesOfFreedom().orElseThrow()).isInfinite();
        assertThat(budget.expanded(0.95).orElseThrow().uncertainty()).isZero();
    }

    @Test
    void lessThanOneDegreeOfFreedomHasNoCoverageFactor() {
        assertThat(Budget.of(PublishedBudgets.input("a", 0, 1, 0.9)).expanded(0.95))
                .isEmpty();
    }

    @Test
    void resultsOfOtherInputsHaveNoCovariance() {
        Budget one = Budget.of(PublishedBudgets.input("a", 0, 1, 9));
        Budget two = Budget.of(PublishedBudgets.input("a", 0, 1, 9), PublishedBudgets.input("b", 0, 1, 9));
        assertThatThrownBy(() -> one.covariance(two)).hasMessage("the results have other inputs");
    }

    @Test
    void secondOrderIsForIndependentInputs() {
        assertThatThrownBy(() ->
                        Propagation.combinedToSecondOrder(PublishedBudgets::resistance, PublishedBudgets.resistance()))
                .hasMessage("terms of second order are for independent inputs");
    }
}
