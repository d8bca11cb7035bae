package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.canary.CanaryCatalogue;
import org.plumbline.canary.CanarySignal;
import org.plumbline.capture.RecordedEnd;
import org.plumbline.run.CanaryResult;
import org.plumbline.run.Judge;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** The judge, judged on signals of which the right verdict is known. */
class CanariesTest {

    private static final Set<Wording> ALL = Stream.of(Language.values())
            .flatMap(language -> StepCatalogue.templates().stream().map(template -> new Wording(template, language)))
            .collect(Collectors.toSet());

    private static Canaries sound() {
        return new Canaries(CanaryCatalogue.standard());
    }

    /** The shipped catalogue, in which one limit lets everything pass. */
    private static Canaries lenient(String name) {
        List<Limit> limits = new ArrayList<>();
        CanaryCatalogue.standard()
                .requirementOfLimit(name)
                .orElseThrow()
                .limits()
                .forEach((key, limit) -> {
                    boolean least = limit.max() == null;
                    Limit lax = new Limit(
                            key,
                            limit.unit(),
                            least ? Bound.of(-1000, limit.unit()) : null,
                            least ? null : Bound.of(1000, limit.unit()),
                            DecisionRule.SIMPLE,
                            true,
                            "proposal",
                            null);
                    limits.add(key.equals(name) ? lax : limit);
                });
        return new Canaries(CanaryCatalogue.standard(limits));
    }

    private static Wording template(String english) {
        return ALL.stream()
                .filter(wording ->
                        wording.template().expression().en().equals(english) && wording.language() == Language.EN)
                .findFirst()
                .orElseThrow();
    }

    /** Those of the canaries that are judged by that limit: it cannot make a difference to any other. */
    private static Set<Wording> judgedBy(String limit) {
        return canaries()
                .filter(canary -> canary.pickle().getSteps().stream()
                        .anyMatch(step -> step.getText().contains("\"" + limit + "\"")))
                .map(Canary::wording)
                .collect(Collectors.toSet());
    }

    private static Stream<Canary> canaries() {
        return Stream.of(Language.values()).flatMap(language -> CanaryFile.in(language).canaries().stream());
    }

    @Nested
    class EveryStepThatMeasuresOrJudges {

        /** Judging all of them takes seconds. */
        private static final List<CanaryResult> RESULTS = sound().judge(ALL);

        @ParameterizedTest
        @EnumSource(names = {"GOOD", "BAD"})
        void hasOneOfEachInBothLanguages(CanarySignal signal) {
            Set<Wording> tested = canaries()
                    .filter(canary -> canary.signal() == signal)
                    .map(Canary::wording)
                    .collect(Collectors.toSet());
            Set<Wording> judging = ALL.stream()
                    .filter(wording -> wording.template().kind() != StepTemplate.Kind.DRIVE)
                    .collect(Collectors.toSet());
            assertThat(judging).hasSizeGreaterThanOrEqualTo(2 * 40).isEqualTo(tested);
        }

        /** A suite of English steps alone is judged by English canaries, which say the same. */
        @Test
        void hasTheSameCanariesInBothLanguages() {
            assertThat(CanaryFile.in(Language.EN).canaries())
                    .extracting(canary -> List.of(
                            canary.name(), canary.signal(), canary.wording().template()))
                    .isEqualTo(CanaryFile.in(Language.ZH).canaries().stream()
                            .map(canary -> List.of(
                                    canary.name(),
                                    canary.signal(),
                                    canary.wording().template()))
                            .toList());
            assertThat(canaries())
                    .allMatch(canary ->
                            canary.wording().language() == canary.plan().language());
            int each = RESULTS.size() / 2;
            assertThat(RESULTS.subList(each, RESULTS.size()))
                    .extracting(CanaryResult::found, CanaryResult::reason)
                    .isEqualTo(RESULTS.subList(0, each).stream()
                            .map(result -> tuple(result.found(), result.reason()))
                            .toList());
        }

        @Test
        void andEveryDecisionRuleToo() {
            assertThat(CanaryCatalogue.standard().requirements().get(0).limits().values())
                    .extracting(limit -> limit.decision().kind())
                    .contains(DecisionRule.Kind.values());
        }

        @Test
        void isRightAboutAllOfThem() {
            assertThat(RESULTS).hasSize((int) canaries().count()).allSatisfy(result -> assertThat(result.right())
                    .as(result.misjudged().en())
                    .isTrue());
            assertThat(RESULTS)
                    .extracting(CanaryResult::found)
                    .contains(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE);
        }

        @Test
        void isJudgedTheSameEachTime() {
            assertThat(sound().judge(ALL)).isEqualTo(RESULTS);
        }

        @Test
        void isTestedOnlyWhereItIsUsed() {
            Wording overshoot = template("{string} is measured: overshoot of signal {string}");
            assertThat(sound().judge(Set.of(overshoot)))
                    .extracting(result -> result.name().en() + ": " + result.found())
                    .containsExactly(
                            "overshoot, good signal: PASS",
                            "overshoot, bad signal: FAIL",
                            "overshoot, signal with a hole: INCONCLUSIVE");
            assertThat(sound().judge(Set.of(template("command {string} is sent"))))
                    .isEmpty();
        }
    }

    @Nested
    class AJudgeThatIsWrong {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "time",
                    "difference",
                    "angle",
                    "transient",
                    "quasi-static",
                    "reach",
                    "jitter",
                    "count",
                    "share",
                    "ceiling",
                    "floor",
                    "between",
                    "simple",
                    "rejection",
                    "four-state",
                    "declared"
                })
        void isFoundOutWhicheverLimitItDoesNotKeep(String limit) {
            assertThat(lenient(limit).judge(judgedBy(limit)))
                    .filteredOn(result -> !result.right())
                    .isNotEmpty()
                    .extracting(CanaryResult::expected)
                    .contains(Verdict.FAIL)
                    .doesNotContain(Verdict.PASS);
        }

        @Test
        void isNamedWithSignalStepAndBothVerdicts() {
            CanaryResult wrong = new CanaryResult(
                    new Text("最大值，不合格信号", "maximum, bad signal"),
                    new Text(
                            "测量 {string}：信号 {string} 的{extreme}",
                            "{string} is measured: of signal {string}, the {extreme}"),
                    Verdict.FAIL,
                    null,
                    Verdict.INCONCLUSIVE,
                    new Text("理由", "the reason"));
            assertThat(wrong.misjudged())
                    .isEqualTo(new Text(
                            "判定自检未通过，本次运行无效: “最大值，不合格信号”应判为不合格，实判为无法判定（理由）；" + "步骤: 测量 {string}：信号 {string} 的{extreme}",
                            "the judge failed its self-check, the run is void: \"maximum, bad signal\" should be fail "
                                    + "and was judged inconclusive (the reason); step: {string} is measured: of signal "
                                    + "{string}, the {extreme}"));
        }
    }

    /** Whatever it looks like, what is known to be no proof is proof to such a judge. */
    @Nested
    class AJudgeThatIgnoresADoubt {

        /** The step that judges, one with a hole, one that counts. */
        private static final Set<Wording> SOME = Set.of(
                template("{string} shall/should be within its limit"),
                template("{string} is measured: overshoot of signal {string}"),
                template("{string} is measured: of the events of signal {string}, the least share that is {string} with"
                        + " {int} % confidence"));

        private static Canaries ignoring(Predicate<Text> doubt) {
            return new Canaries(CanaryCatalogue.standard(), bench -> {
                Judge judge = new Judge(bench, RunPlan.VIRTUAL_START);
                return (time, requirement, limit, measured, lacking) -> judge.judge(
                        time,
                        requirement,
                        limit,
                        measured == null || measured.doubt() == null || !doubt.test(measured.doubt())
                                ? measured
                                : measured.doubted(null),
                        lacking);
            });
        }

        @ParameterizedTest
        @EnumSource(
                names = {"HOLE", "FEW", "OFF_SCALE", "FAULTY", "SPARSE", "OVERRUN", "RECONNECTED", "STEPPED", "SLEPT"})
        void isFoundOutWhicheverThatIs(CanarySignal signal) {
            String because = Objects.requireNonNull(signal.because()).en();
            assertThat(ignoring(doubt -> doubt.en().contains(because)).judge(SOME))
                    .filteredOn(result -> !result.right())
                    .isNotEmpty()
                    .allSatisfy(result -> assertThat(result.name().en())
                            .endsWith(", " + signal.word().en()));
        }

        /** An instrument counts as calibrated to a judge who believes that it is yesterday. */
        @Test
        void isFoundOutWhoNeverSeesACalibrationLapse() {
            Instant earlier = RunPlan.VIRTUAL_START.minus(1, ChronoUnit.DAYS);
            assertThat(new Canaries(CanaryCatalogue.standard(), bench -> new Judge(bench, earlier)).judge(SOME))
                    .filteredOn(result -> !result.right())
                    .extracting(result -> result.name().en())
                    .containsOnly("an instrument out of calibration, instrument out of calibration");
        }

        /** What is known of the sampling counts as all of U to such a judge. */
        @Test
        void isFoundOutWhoDoesNotMissAnUncertainty() {
            Canaries canaries = new Canaries(CanaryCatalogue.standard(), bench -> {
                Judge judge = new Judge(bench, RunPlan.VIRTUAL_START);
                return (time, requirement, limit, measured, lacking) -> judge.judge(
                        time,
                        requirement,
                        limit,
                        measured == null ? null : measured.withUndeclared(List.of()),
                        lacking);
            });
            assertThat(canaries.judge(SOME))
                    .filteredOn(result -> !result.right())
                    .extracting(result -> result.name().en() + ": " + result.found())
                    .containsOnly("an uncertainty that is not declared, signal of undeclared uncertainty: PASS");
        }

        @Test
        void makesARunVoid() {
            Run run = new ARun().run(ignoring(doubt -> true));
            assertThat(run.verdict()).isEqualTo(Verdict.ERROR);
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.trials()).isEmpty();
            assertThat(run.incidents()).anySatisfy(incident -> assertThat(incident.en())
                    .contains("\"an instrument whose record is not whole, channel that overran\" should be"
                            + " inconclusive (because of \"lost data in the stretch\") and was judged pass"));
        }
    }

    /** A step that could not run shows nothing of what its canary is for. */
    @Test
    void anotherReasonIsWrong() {
        CanaryResult other = new CanaryResult(
                new Text("最大值，有中断的信号", "maximum, signal with a hole"),
                new Text("步骤", "step"),
                Verdict.INCONCLUSIVE,
                CanarySignal.HOLE.because(),
                Verdict.INCONCLUSIVE,
                new Text("信号 top 在该时段内没有样本", "signal top has no samples in the stretch"));
        assertThat(other.right()).isFalse();
        assertThat(other.misjudged())
                .isEqualTo(new Text(
                        "判定自检未通过，本次运行无效: “最大值，有中断的信号”应判为无法判定（理由含“在该时段内中断”），" + "实判为无法判定（信号 top 在该时段内没有样本）；步骤: 步骤",
                        "the judge failed its self-check, the run is void: \"maximum, signal with a hole\" should be"
                                + " inconclusive (because of \"has a gap of\") and was judged inconclusive (signal top has"
                                + " no samples in the stretch); step: step"));
    }

    @Test
    void everyKindOfDoubtHasACanary() {
        assertThat(canaries().map(Canary::signal)).contains(CanarySignal.values());
    }

    @Nested
    class ARun {

        private static final Path GAUGE = Path.of("src/test/resources/gauge");

        private final Seen seen = new Seen();

        private Run run(Canaries canaries) {
            RunRequest request = new RunRequest(
                    Suite.at(GAUGE.resolve("suite")),
                    GAUGE.resolve("bench.yaml"),
                    null,
                    Language.EN,
                    scenario -> true,
                    null,
                    true,
                    null,
                    List.of(seen),
                    new Interruption(),
                    1,
                    RecordedEnd.SOUND,
                    List.of());
            return new SuiteRunner(request, canaries).run();
        }

        @Test
        void tellsHowItsJudgeDid() {
            Run run = run(sound());
            assertThat(run.canaries()).isNotEmpty().allMatch(CanaryResult::right);
            assertThat(CanaryResult.summary(run.canaries()))
                    .contains(new Text(
                            run.canaries().size() + " 个已知结论的信号全部判定正确",
                            run.canaries().size() + " canaries judged rightly"));
            assertThat(run.incidents()).isEmpty();
        }

        @Test
        void keepsItsCanariesToItself() {
            Run run = run(sound());
            assertThat(run.trials())
                    .extracting(trial -> trial.scenario().feature())
                    .containsOnly("10-gauge.en.feature");
            assertThat(seen.trials).containsExactly("Steady reports", "Filling");
            assertThat(seen.judgements)
                    .isEqualTo(run.trials().stream()
                            .mapToInt(trial -> trial.judgements().size())
                            .sum());
        }

        @Test
        void isVoidWhereItsJudgeIsWrong() {
            Run run = run(lenient("time"));
            assertThat(run.verdict()).isEqualTo(Verdict.ERROR);
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.incidents())
                    .isNotEmpty()
                    .isEqualTo(run.canaries().stream()
                            .filter(canary -> !canary.right())
                            .map(CanaryResult::misjudged)
                            .toList());
            assertThat(CanaryResult.summary(run.canaries()).orElseThrow().en())
                    .isEqualTo("of %d canaries %d judged wrongly"
                            .formatted(run.canaries().size(), run.incidents().size()));
        }

        @Test
        void doesNotTouchTheDeviceThen() {
            assertThat(run(lenient("time")).trials()).isEmpty();
            assertThat(seen.trials).isEmpty();
        }
    }

    private static final class Seen implements RunListener {
        private final List<String> trials = new ArrayList<>();
        private int judgements;

        @Override
        public void trialStarted(ScenarioPlan scenario, int attempt) {
            trials.add(scenario.name());
        }

        @Override
        public void judged(ScenarioPlan scenario, Judgement judgement) {
            judgements++;
        }
    }
}
