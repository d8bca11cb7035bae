package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.verdict.Verdict.FAIL;
import static org.plumbline.verdict.Verdict.INCONCLUSIVE;
import static org.plumbline.verdict.Verdict.NONE;
import static org.plumbline.verdict.Verdict.PASS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

class FlipRateTest {

    private static final Measurement MEASUREMENT =
            new Measurement(Text.same("x"), 1, Unit.ONE, false, Uncertainty.NONE, 0, 1, 1, List.of(), null);
    private static final Tolerance TOLERANCE = new Tolerance(null, 1.0, Unit.ONE, true, DecisionRule.SIMPLE);

    @Nested
    class CountsPairsOfConsecutiveAttempts {

        @Test
        void thatDiffer() {
            FlipRate flips = FlipRate.of(List.of(PASS, FAIL, FAIL, PASS, INCONCLUSIVE));
            assertThat(flips).isEqualTo(new FlipRate(5, 3));
            assertThat(flips.rate()).isEqualTo(0.75);
        }

        @Test
        void andAreZeroWhereNothingWasTriedTwice() {
            assertThat(FlipRate.of(List.of()).rate()).isZero();
            assertThat(FlipRate.of(List.of(FAIL))).isEqualTo(new FlipRate(1, 0));
            assertThat(FlipRate.of(List.of(FAIL)).rate()).isZero();
        }

        @Test
        void inWords() {
            Text remark = new FlipRate(4, 1).remark();
            assertThat(remark.zh()).isEqualTo("4 次尝试中，相邻两次的结论有 1 次不同（翻转率 0.33）");
            assertThat(remark.en())
                    .isEqualTo("verdict changed between attempts: of 4 attempts 1 flips (flip rate 0.33)");
        }
    }

    @Nested
    class OfARequirement {

        private final Requirement requirement = Rig.requirement("X-1", Modality.SHALL, "");
        private final RunPlan plan = new RunPlan(
                "r",
                "s",
                Instant.EPOCH,
                "virtual",
                Rig.standard(requirement),
                Rig.bench(Map.of()),
                List.of(),
                List.of(),
                null,
                null);

        @Test
        void isThatOfTheWorstOfItsScenariosInEachAttempt() {
            List<TrialResult> trials = List.of(
                    trial("a", 1, PASS),
                    trial("b", 1, FAIL),
                    trial("a", 2, FAIL),
                    trial("b", 2, PASS),
                    trial("a", 3, PASS),
                    trial("b", 3, PASS));
            assertThat(RequirementVerdicts.flips(requirement, plan, trials)).isEqualTo(new FlipRate(3, 1));
            assertThat(RequirementVerdicts.attempts(requirement, plan, trials))
                    .extracting(RequirementResult::verdict)
                    .containsExactly(FAIL, FAIL, PASS);
        }

        @Test
        void leavesOutAnAttemptThatWasNotFinished() {
            List<TrialResult> trials = List.of(trial("a", 1, PASS), trial("b", 1, FAIL), trial("a", 2, PASS));
            assertThat(RequirementVerdicts.flips(requirement, plan, trials)).isEqualTo(new FlipRate(1, 0));
        }

        /** Its scenarios are all there, and the last of them is not whole. */
        @Test
        void norOneThatWasCutOffWithin() {
            TrialResult whole = trial("a", 1, PASS);
            TrialResult next = trial("a", 2, INCONCLUSIVE);
            TrialResult cut = new TrialResult(
                    next.id(),
                    next.attempt(),
                    next.scenario(),
                    next.verdict(),
                    Text.same("interrupted"),
                    next.from(),
                    next.to(),
                    next.steps(),
                    next.judgements(),
                    false);
            assertThat(RequirementVerdicts.flips(requirement, plan, List.of(whole, next)))
                    .isEqualTo(new FlipRate(2, 1));
            assertThat(RequirementVerdicts.flips(requirement, plan, List.of(whole, cut)))
                    .isEqualTo(new FlipRate(1, 0));
            Run run = new Run(plan, 1, List.of(whole, cut), List.of(), List.of(), true);
            assertThat(run.flips(whole.scenario())).isEqualTo(new FlipRate(1, 0));
        }

        @Test
        void andNoAttemptReplacesAnother() {
            for (List<Verdict> order : List.of(List.of(FAIL, PASS, PASS), List.of(PASS, PASS, FAIL))) {
                List<TrialResult> trials = IntStream.range(0, 3)
                        .mapToObj(i -> trial("a", i + 1, order.get(i)))
                        .toList();
                RequirementResult result = RequirementVerdicts.of(plan, trials).get(0);
                assertThat(result.verdict()).isEqualTo(FAIL);
                assertThat(result.judgements()).hasSize(3);
                assertThat(result.reasons())
                        .extracting(Text::en)
                        .containsExactly(
                                "because", "verdict changed between attempts: of 3 attempts 1 flips (flip rate 0.50)");
            }
        }

        private TrialResult trial(String scenario, int attempt, Verdict verdict) {
            ScenarioPlan plan = new ScenarioPlan(
                    scenario, scenario, "f", 1, org.plumbline.text.Language.EN, List.of("X-1"), true, 0);
            Judgement judgement = new Judgement(0, "X-1", "l", MEASUREMENT, TOLERANCE, verdict, Text.same("because"));
            return new TrialResult(
                    scenario + attempt,
                    attempt,
                    plan,
                    verdict,
                    null,
                    0,
                    1,
                    List.of(),
                    verdict == NONE ? List.of() : List.of(judgement),
                    true);
        }
    }
}
