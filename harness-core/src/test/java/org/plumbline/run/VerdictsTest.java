package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

/** From trials to requirements to the run. */
class VerdictsTest {

    private static final Tolerance TOLERANCE = new Tolerance(null, 1.0, Unit.S, true, DecisionRule.SIMPLE);
    private static final Measurement MEASUREMENT =
            new Measurement(Text.same("q"), 0.5, Unit.S, false, Uncertainty.NONE, 0, 1, 1, List.of(), null);

    static Judgement judgement(String requirement, String limit, Verdict verdict) {
        return new Judgement(
                0, requirement, limit, MEASUREMENT, TOLERANCE, verdict, Text.same(limit + " " + verdict.key()));
    }

    private static Limit limit(String name) {
        return new Limit(name, Unit.S, null, Bound.of(1, Unit.S), DecisionRule.SIMPLE, true, "proposal", null);
    }

    private static StepResult step(Verdict verdict, boolean reached, @Nullable String reason) {
        return new StepResult("Given", "it is", 1, verdict, reached, reason == null ? null : Text.same(reason), 0, 1);
    }

    private static TrialResult trial(String id, List<StepResult> steps, Judgement... judgements) {
        Verdict verdict = Arrays.stream(judgements).map(Judgement::verdict).reduce(Verdict.NONE, Verdict::worse);
        return new TrialResult(id, 1, Rig.scenario("X-1"), verdict, null, 0, 1, steps, List.of(judgements), true);
    }

    private static ScenarioPlan scenario(String id, String name, String... requirements) {
        return new ScenarioPlan(id, name, "f", 9, Language.EN, List.of(requirements), true, 0);
    }

    private static RunPlan plan(Standard standard, List<ScenarioPlan> scenarios, List<ScenarioPlan> leftOut) {
        return new RunPlan(
                "r", "s", Instant.EPOCH, "virtual", standard, Rig.bench(Map.of()), scenarios, leftOut, null, null);
    }

    @Nested
    class OfARequirement {

        private final Requirement requirement = Rig.requirement("X-1", Modality.SHALL, "LEVEL", limit("a"), limit("b"));

        private RequirementResult of(Requirement one, TrialResult... trials) {
            return of(one, List.of(), trials);
        }

        private RequirementResult of(Requirement one, List<ScenarioPlan> leftOut, TrialResult... trials) {
            RunPlan plan = plan(Rig.standard(one), List.of(Rig.scenario("X-1")), leftOut);
            return RequirementVerdicts.of(plan, List.of(trials)).get(0);
        }

        @Test
        void isTheWorstOfAllItsTrialsAndKeepsEveryAttempt() {
            RequirementResult result = of(
                    requirement,
                    trial("T001", List.of(), judgement("X-1", "a", Verdict.PASS), judgement("X-1", "b", Verdict.FAIL)),
                    trial("T002", List.of(), judgement("X-1", "a", Verdict.PASS), judgement("X-1", "b", Verdict.PASS)));
            assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(result.judgements()).hasSize(4);
            assertThat(result.trials()).containsExactly("T001", "T002");
            assertThat(result.reasons()).containsExactly(Text.same("b fail"));
        }

        @Test
        void doesNotCountJudgementsOfOthers() {
            RequirementResult result = of(
                    requirement,
                    trial(
                            "T001",
                            List.of(),
                            judgement("X-1", "a", Verdict.PASS),
                            judgement("X-1", "b", Verdict.PASS),
                            judgement("X-2", "c", Verdict.FAIL)));
            assertThat(result.verdict()).isEqualTo(Verdict.PASS);
            assertThat(result.reasons()).isEmpty();
        }

        @Test
        void isInconclusiveWhereALimitWasNotJudged() {
            RequirementResult result = of(requirement, trial("T001", List.of(), judgement("X-1", "a", Verdict.PASS)));
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.reasons()).containsExactly(new Text("限值未判定: b", "limits that were not judged: b"));
        }

        @Test
        void staysAFailWhereALimitWasNotJudged() {
            assertThat(of(requirement, trial("T001", List.of(), judgement("X-1", "a", Verdict.FAIL)))
                            .verdict())
                    .isEqualTo(Verdict.FAIL);
        }

        @ParameterizedTest
        @CsvSource({
            "INCONCLUSIVE, true, not there, INCONCLUSIVE",
            "ERROR, true, broken, ERROR",
            "INCONCLUSIVE, false, not there, PASS",
            "NONE, true, , PASS",
        })
        void aTrialThatAStepCutShortCountsForIt(
                Verdict verdict, boolean reached, @Nullable String reason, Verdict result) {
            assertThat(of(
                                    requirement,
                                    trial(
                                            "T001",
                                            List.of(),
                                            judgement("X-1", "a", Verdict.PASS),
                                            judgement("X-1", "b", Verdict.PASS)),
                                    trial(
                                            "T002",
                                            List.of(step(verdict, reached, reason)),
                                            judgement("X-1", "a", Verdict.PASS)))
                            .verdict())
                    .isEqualTo(result);
        }

        @Test
        void isAtBestInconclusiveWhereOneOfItsScenariosWasLeftOut() {
            ScenarioPlan other = scenario("f:9", "slowly", "X-1");
            ScenarioPlan third = scenario("f:12", "in the dark", "X-1", "X-2");
            RequirementResult result = of(requirement, List.of(other, third), passed("T001"));
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.complete()).isFalse();
            assertThat(result.reasons())
                    .containsExactly(new Text(
                            "未执行的场景: slowly, in the dark", "scenarios that were not executed: slowly, in the dark"));
            assertThat(of(requirement, List.of(other), trial("T001", List.of(), judgement("X-1", "a", Verdict.FAIL)))
                            .verdict())
                    .isEqualTo(Verdict.FAIL);
        }

        @Test
        void isAPassWhereAScenarioOfAnotherRequirementWasLeftOut() {
            RequirementResult result = of(requirement, List.of(scenario("f:9", "slowly", "X-2")), passed("T001"));
            assertThat(result.verdict()).isEqualTo(Verdict.PASS);
            assertThat(result.complete()).isTrue();
        }

        @Test
        void isAtBestInconclusiveWhereAPlannedScenarioWasNotReached() {
            RunPlan plan = plan(
                    Rig.standard(requirement),
                    List.of(Rig.scenario("X-1"), scenario("f:9", "slowly", "X-1")),
                    List.of());
            RequirementResult result =
                    RequirementVerdicts.of(plan, List.of(passed("T001"))).get(0);
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.reasons())
                    .containsExactly(new Text("未执行的场景: slowly", "scenarios that were not executed: slowly"));
        }

        @Test
        void isAtBestInconclusiveWhereOneOfItsScenariosJudgedNothingForIt() {
            RequirementResult result = of(
                    requirement,
                    passed("T001"),
                    trial("T002", List.of(step(Verdict.NONE, true, null)), judgement("X-2", "c", Verdict.PASS)));
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.complete()).isFalse();
            assertThat(result.reasons()).containsExactly(new Text("未作出判定的场景: s", "scenarios that judged nothing: s"));
        }

        private TrialResult passed(String id) {
            return trial(id, List.of(), judgement("X-1", "a", Verdict.PASS), judgement("X-1", "b", Verdict.PASS));
        }

        @Test
        void aStepOfAnotherRequirementsJudgementIsNotCutShort() {
            RequirementResult result = of(
                    Rig.requirement("X-1", Modality.SHALL, "", limit("a")),
                    trial(
                            "T001",
                            List.of(step(Verdict.INCONCLUSIVE, true, "c inconclusive")),
                            judgement("X-1", "a", Verdict.PASS),
                            judgement("X-2", "c", Verdict.INCONCLUSIVE)));
            assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        }

        @Test
        void isNotApplicableWhereTheDeviceDoesNotDeclareWhatItNeeds() {
            RequirementResult result = of(
                    Rig.requirement("X-1", Modality.SHALL, "!LEVEL", limit("a")),
                    trial("T001", List.of(), judgement("X-1", "a", Verdict.FAIL)));
            assertThat(result.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        }

        @Test
        void isNoneWhereNothingWasJudged() {
            assertThat(of(requirement).verdict()).isEqualTo(Verdict.NONE);
            assertThat(of(requirement, trial("T001", List.of())).verdict()).isEqualTo(Verdict.NONE);
            assertThat(of(Rig.requirement("X-1", Modality.SHALL, ""), trial("T001", List.of()))
                            .verdict())
                    .isEqualTo(Verdict.NONE);
        }
    }

    @Nested
    class OfARun {

        private Run run(boolean interrupted, List<Text> incidents, String... results) {
            List<RequirementResult> requirements = Arrays.stream(results)
                    .map(result -> result.split(" "))
                    .map(words -> new RequirementResult(
                            Rig.requirement(words[0] + words[1], Modality.valueOf(words[0]), ""),
                            Verdict.valueOf(words[1]),
                            List.of(),
                            List.of(),
                            List.of(),
                            words.length == 2 && !words[1].equals("NONE")))
                    .toList();
            RunPlan plan = plan(Rig.standard(), List.of(), List.of());
            return new Run(plan, 1, List.of(), requirements, incidents, interrupted);
        }

        @ParameterizedTest
        @CsvSource({
            "SHALL PASS;SHALL PASS,                  PASS,         0, true",
            "SHALL PASS;SHALL FAIL,                  FAIL,         1, true",
            "SHALL FAIL;SHALL NONE,                  FAIL,         1, false",
            "SHALL PASS;SHALL INCONCLUSIVE,          INCONCLUSIVE, 3, true",
            "SHALL PASS;SHALL NONE,                  INCONCLUSIVE, 3, false",
            "SHALL PASS;SHALL FAIL PARTLY,           FAIL,         1, false",
            "SHALL PASS;SHALL PASS PARTLY,           INCONCLUSIVE, 3, false",
            "SHALL PASS;SHOULD PASS PARTLY,          PASS,         0, true",
            "SHALL NONE,                             NONE,         3, false",
            "SHALL PASS;SHALL NOT_APPLICABLE,        PASS,         0, true",
            "SHALL NOT_APPLICABLE,                   NONE,         3, true",
            "SHALL FAIL;SHALL ERROR,                 ERROR,        4, true",
            "SHALL PASS;SHOULD FAIL;MAY ERROR,       PASS,         0, true",
            "SHALL PASS;SHOULD NONE,                 PASS,         0, true",
            "SHOULD PASS,                            NONE,         3, true",
            "'',                                     NONE,         3, true",
        })
        void isTheWorstOverTheApplicableShalls(String results, Verdict verdict, int exitCode, boolean verified) {
            Run run = run(false, List.of(), results.isEmpty() ? new String[0] : results.split(";"));
            assertThat(run.verdict()).isEqualTo(verdict);
            assertThat(run.exitCode()).isEqualTo(exitCode);
            assertThat(run.fullyVerified()).isEqualTo(verified);
        }

        @Test
        void isAnErrorWhereBenchOrHarnessFailed() {
            Run run = run(false, List.of(Text.same("disk full")), "SHALL PASS");
            assertThat(run.verdict()).isEqualTo(Verdict.ERROR);
            assertThat(run.exitCode()).isEqualTo(4);
        }

        @Test
        void thatWasInterruptedIsNeverAPass() {
            assertThat(run(true, List.of(), "SHALL PASS").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(run(true, List.of(), "SHALL PASS").fullyVerified()).isFalse();
            assertThat(run(true, List.of(), "SHALL FAIL").verdict()).isEqualTo(Verdict.FAIL);
        }

        @Test
        void listsFailedShouldsAsDeviations() {
            Run run = run(false, List.of(), "SHALL FAIL", "SHOULD FAIL", "SHOULD PASS", "MAY FAIL");
            assertThat(run.deviations())
                    .extracting(result -> result.requirement().id())
                    .containsExactly("SHOULDFAIL");
            assertThat(run.requirement("MAYFAIL")).isPresent();
            assertThat(run.requirement("X")).isEmpty();
        }
    }

    @Nested
    class OfATrial {

        private final Rig rig = new Rig();
        private final Trial trial = rig.trial();

        private StepResult step(Verdict failure, @Nullable Text why, Judgement... judgements) {
            trial.stepBegins("step");
            Arrays.stream(judgements).forEach(trial::judged);
            return trial.stepEnds("Then", "step", 3, true, failure, why);
        }

        @Test
        void canOnlyGetWorse() {
            assertThat(trial.verdict()).isEqualTo(Verdict.NONE);
            step(Verdict.NONE, null, judgement("X-1", "a", Verdict.FAIL));
            step(Verdict.NONE, null, judgement("X-1", "a", Verdict.PASS));
            step(Verdict.INCONCLUSIVE, Text.same("later"));
            TrialResult result = trial.ends();
            assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(result.reason()).isEqualTo(Text.same("a fail"));
            assertThat(result.judgements()).hasSize(2);
        }

        @Test
        void isInconclusiveWhereAGivenFails() {
            StepResult given = step(Verdict.INCONCLUSIVE, Text.same("not there"));
            StepResult skipped = trial.stepEnds("Then", "judged", 4, false, Verdict.NONE, null);
            TrialResult result = trial.ends();
            assertThat(given.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(given.reason()).isEqualTo(Text.same("not there"));
            assertThat(skipped.verdict()).isEqualTo(Verdict.NONE);
            assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(result.reason()).isEqualTo(Text.same("not there"));
        }

        @Test
        void givesAStepTheReasonOfItsWorstJudgementAndAPassNone() {
            StepResult mixed = step(
                    Verdict.NONE,
                    null,
                    judgement("X-1", "a", Verdict.PASS),
                    judgement("X-1", "b", Verdict.INCONCLUSIVE),
                    judgement("X-1", "c", Verdict.FAIL),
                    judgement("X-1", "d", Verdict.FAIL));
            assertThat(mixed.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(mixed.reason()).isEqualTo(Text.same("c fail"));
            StepResult good = step(Verdict.NONE, null, judgement("X-1", "e", Verdict.PASS));
            assertThat(good.verdict()).isEqualTo(Verdict.PASS);
            assertThat(good.reason()).isNull();
        }

        @Test
        void countsTheAttemptsAtEachScenario() {
            Trials trials = new Trials(rig.session);
            trials.begin(Rig.scenario("X-1"));
            ScenarioPlan other = new ScenarioPlan("f:9", "o", "f", 9, Language.EN, List.of(), false, 0);
            assertThat(trials.begin(other).attempt()).isEqualTo(1);
            assertThat(trials.begin(other).ends().verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
            Trial second = trials.begin(Rig.scenario("X-1"));
            assertThat(second.attempt()).isEqualTo(2);
            assertThat(second.ends().id()).isEqualTo("T004");
        }
    }
}
