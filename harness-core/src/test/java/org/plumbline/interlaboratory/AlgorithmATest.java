package org.plumbline.interlaboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.statistics.Reference;

class AlgorithmATest {

    private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);

    /** ISO 5725-5, creosote. */
    @Nested
    class OfCreosote {

        private final JsonNode file =
                Reference.json(AlgorithmATest.class, "interlab_scores.json").at("/AlgorithmA/creosote_ISO5725_5");
        private final JsonNode recomputed = file.get("recomputed");
        private final double[] means = Reference.numbers(file.get("means"));

        @Test
        void everyIterationIsTheRecomputedOne() {
            AlgorithmA four = AlgorithmA.of(means, new StopRule.Iterations(4));
            assertThat(four.steps()).hasSize(5);
            String[] names = {"start", "it1", "it2", "it3", "it4"};
            for (int i = 0; i < names.length; i++) {
                is(four.steps().get(i), Reference.numbers(recomputed.get(names[i])));
                assertThat(four.steps().get(i).iteration()).isEqualTo(i);
            }
        }

        @Test
        void convergesToTheRecomputedOne() {
            AlgorithmA converged = AlgorithmA.of(means, new StopRule.Converged(1e-13));
            assertThat(converged.ended()).isTrue();
            double[] expected = Reference.numbers(recomputed.get("converged"));
            assertThat(converged.mean()).isCloseTo(expected[0], NINE_DIGITS);
            assertThat(converged.deviation()).isCloseTo(expected[1], NINE_DIGITS);
        }

        /** By three digits it ends after six iterations at 1.05, converged it is 1.07: the rule belongs to the result. */
        @Test
        void theStopRuleIsSeenInTheResult() {
            AlgorithmA digits = AlgorithmA.of(means, new StopRule.SignificantDigits(3));
            assertThat(digits.iterations()).isEqualTo(6);
            assertThat(digits.mean()).isCloseTo(20.412, within(5e-4));
            assertThat(digits.deviation()).isCloseTo(1.0537132060382928, NINE_DIGITS);
            assertThat(digits.rule()).isEqualTo(new StopRule.SignificantDigits(3));
            assertThat(AlgorithmA.of(means, new StopRule.Converged(1e-13)).deviation() - digits.deviation())
                    .isGreaterThan(0.016);
        }

        /** Where zero lies says nothing about the laboratories: about a mean of next to nothing as many iterations are needed. */
        @Test
        void theStopRuleCountsTheMeansPlacesByTheDeviation() {
            double[] shifted =
                    Arrays.stream(means).map(mean -> mean - 20.412142857).toArray();
            AlgorithmA digits = AlgorithmA.of(shifted, new StopRule.SignificantDigits(3));
            assertThat(digits.iterations()).isEqualTo(6);
            StopRule rule = new StopRule.SignificantDigits(3);
            assertThat(rule.ends(new RobustStep(1, 100_000.31, 1.05), new RobustStep(2, 100_000.34, 1.05)))
                    .isFalse();
            assertThat(rule.ends(new RobustStep(1, 100_000.339, 1.05), new RobustStep(2, 100_000.341, 1.05)))
                    .isTrue();
            assertThat(rule.ends(new RobustStep(1, 7, 10_500), new RobustStep(2, 47, 10_540)))
                    .isTrue();
        }

        private void is(RobustStep step, double[] expected) {
            assertThat(step.mean()).isCloseTo(expected[0], NINE_DIGITS);
            assertThat(step.deviation()).isCloseTo(expected[1], NINE_DIGITS);
        }
    }

    @Test
    void aWildValueHardlyMatters() {
        StopRule rule = new StopRule.Converged(1e-9);
        AlgorithmA calm = AlgorithmA.of(new double[] {9.8, 9.9, 10, 10.1, 10.2, 10.3}, rule);
        AlgorithmA wild = AlgorithmA.of(new double[] {9.8, 9.9, 10, 10.1, 10.2, 1e6}, rule);
        assertThat(wild.mean()).isCloseTo(calm.mean(), within(0.05));
    }

    @Test
    void saysWhereTheRuleNeverHeld() {
        AlgorithmA never = AlgorithmA.of(new double[] {1, 2, 4, 8, 16}, new StopRule.Iterations(5000));
        assertThat(never.ended()).isFalse();
        assertThat(never.iterations()).isEqualTo(1000);
    }

    @Test
    void refusesWhatShowsNoSpread() {
        assertThatThrownBy(() -> AlgorithmA.of(new double[] {1, 2}, new StopRule.Iterations(1)))
                .hasMessage("Algorithm A needs three values: 2");
        assertThatThrownBy(() -> AlgorithmA.of(new double[] {5, 5, 5, 7}, new StopRule.Iterations(1)))
                .hasMessage("more than half of the values are equal");
    }
}
