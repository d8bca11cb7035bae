package org.plumbline.results;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Simulation;
import org.plumbline.error.Place;
import org.plumbline.ics.Applicability;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.MonteCarloCheck;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.StepResult;
import org.plumbline.run.TrialResult;
import org.plumbline.standard.Completeness;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Statement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

/** A run without a bench: one requirement, one scenario and one trial for each verdict that is asked for. */
public final class SampleRun {

    /** The value of an environment variable of the bench, TOKEN. */
    public static final String SECRET = "hunter2-s3cret";

    /** When it began. */
    public static final Instant STARTED = Instant.parse("2026-11-03T08:15:30.250Z");

    /** Its id. */
    public static final String ID = "20261103T081530Z-tank";

    private static final Unit METRE = Unit.of("m").orElseThrow();

    private final Path directory;
    private final List<ScenarioPlan> scenarios = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private final List<TrialResult> trials = new ArrayList<>();
    private final List<RequirementResult> results = new ArrayList<>();

    private SampleRun(Path directory) {
        this.directory = directory;
    }

    /** A run that keeps nothing. */
    public static Run of(Verdict... verdicts) {
        return in(null, verdicts);
    }

    /** A run with its files in a folder. */
    public static Run in(Path directory, Verdict... verdicts) {
        SampleRun sample = new SampleRun(directory);
        for (Verdict verdict : verdicts) {
            sample.add(verdict, Modality.SHALL, Text.same("because of " + verdict.key()));
        }
        return sample.run();
    }

    /** A run with one requirement. */
    static Run of(Verdict verdict, Modality modality, Text reason) {
        SampleRun sample = new SampleRun(null);
        sample.add(verdict, modality, reason);
        return sample.run();
    }

    /** A run with one requirement, and before it a passed {@code shall}. */
    static Run withAPassedShall(Verdict verdict, Modality modality) {
        SampleRun sample = new SampleRun(null);
        sample.add(Verdict.PASS, Modality.SHALL, Text.same(""));
        sample.add(verdict, modality, Text.same("r"));
        return sample.run();
    }

    static Run with(Run run, List<Text> incidents, boolean interrupted) {
        return new Run(run.plan(), run.duration(), run.trials(), run.requirements(), incidents, interrupted);
    }

    /** The same run, its first judgement replaced. */
    static Run with(Run run, Judgement judgement) {
        TrialResult first = run.trials().get(0);
        TrialResult replaced = new TrialResult(
                first.id(),
                first.attempt(),
                first.scenario(),
                judgement.verdict(),
                judgement.reason(),
                first.from(),
                first.to(),
                first.steps(),
                List.of(judgement),
                first.finished());
        List<TrialResult> trials = new ArrayList<>(run.trials());
        trials.set(0, replaced);
        return new Run(run.plan(), run.duration(), trials, run.requirements(), run.incidents(), run.interrupted());
    }

    static Judgement judgement(String requirement, Measurement measurement, Tolerance tolerance, Verdict verdict) {
        return new Judgement(
                7_000_000_000L, requirement, "hold-p95", measurement, tolerance, verdict, new Text("理由", "the reason"));
    }

    /** 0.105 m with U = 0.13 m against limits 0.2 m apart: beyond the limit, but no value could have passed. */
    static Judgement conditional(String requirement) {
        return new Judgement(
                7_000_000_000L,
                requirement,
                "hold-p95",
                measurement(0.105, 0.13),
                new Tolerance(-0.1, 0.1, METRE, false, DecisionRule.of("four-state", 0.83)),
                Verdict.INCONCLUSIVE,
                new Text("理由", "the reason"),
                null,
                Statement.CONDITIONAL_FAIL);
    }

    /** 0.04 m of which the coverage interval goes from 0.0275 m to 0.07 m. */
    static Judgement skewed(String requirement) {
        Uncertainty framework = Uncertainty.stated(0.025, 2);
        MonteCarloCheck check = new MonteCarloCheck(220_000, 0.025, 0.0125, 0.03, 0.0005, true);
        Uncertainty skewed = new Uncertainty(
                framework.contributions(),
                framework.combined(),
                framework.degreesOfFreedom(),
                2.4,
                0.03,
                framework.coverage(),
                check);
        return judgement(requirement, measurement(0.04, skewed), tolerance(), Verdict.PASS);
    }

    static Measurement measurement(double value, double expandedUncertainty) {
        return measurement(value, Uncertainty.stated(expandedUncertainty, 2));
    }

    private static Measurement measurement(double value, Uncertainty uncertainty) {
        return new Measurement(
                new Text("深度偏差", "depth deviation"),
                value,
                METRE,
                false,
                uncertainty,
                1_000_000_000L,
                6_000_000_000L,
                500,
                List.of("depth", "true-depth"),
                null);
    }

    static Tolerance tolerance() {
        return new Tolerance(-0.1, 0.1, METRE, true, DecisionRule.GUARDED);
    }

    private void add(Verdict verdict, Modality modality, Text reason) {
        int number = requirements.size() + 1;
        String id = "TK-A%02d".formatted(number);
        Requirement requirement = new Requirement(
                id,
                "6." + number,
                "basic",
                modality,
                new Text("应保持深度", "shall hold its depth"),
                Applicability.parse(""),
                Map.of(),
                List.of());
        ScenarioPlan scenario = new ScenarioPlan(
                "10-hold.zh-CN.feature:" + (number * 4),
                "定深保持, \"甲\"",
                "10-hold.zh-CN.feature",
                number * 4,
                Language.ZH,
                List.of(id),
                verdict != Verdict.NOT_APPLICABLE,
                5_000_000_000L);
        requirements.add(requirement);
        scenarios.add(scenario);
        List<Judgement> judgements = judgements(id, verdict);
        List<Text> reasons = verdict == Verdict.PASS || verdict == Verdict.NONE ? List.of() : List.of(reason);
        List<String> ids = new ArrayList<>();
        if (verdict != Verdict.NOT_APPLICABLE) {
            ids.add("T%03d".formatted(number));
            trials.add(trial(number, scenario, verdict, reasons.isEmpty() ? null : reason, judgements));
        }
        results.add(new RequirementResult(requirement, verdict, judgements, ids, reasons, verdict != Verdict.NONE));
    }

    private static List<Judgement> judgements(String requirement, Verdict verdict) {
        return switch (verdict) {
            case PASS -> List.of(judgement(requirement, measurement(0.041, 0.02), tolerance(), verdict));
            case INCONCLUSIVE -> List.of(judgement(requirement, measurement(-0.095, 0.02), tolerance(), verdict));
            case FAIL -> List.of(judgement(requirement, measurement(0.25, 0.02), tolerance(), verdict));
            default -> List.of();
        };
    }

    private static TrialResult trial(
            int number, ScenarioPlan scenario, Verdict verdict, Text reason, List<Judgement> judgements) {
        long from = (number - 1) * 10_000_000_000L;
        StepResult step = new StepResult(
                "那么", "\"hold-p95\" 应符合限值", number * 4 + 2, verdict, true, reason, from, from + 8_000_000_000L);
        return new TrialResult(
                "T%03d".formatted(number),
                1,
                scenario,
                verdict,
                reason,
                from,
                from + 8_500_000_000L,
                List.of(step),
                judgements,
                true);
    }

    private Run run() {
        RunPlan plan = new RunPlan(
                ID,
                "tank",
                STARTED,
                "virtual",
                standard(),
                bench(),
                List.copyOf(scenarios),
                List.of(),
                directory,
                directory);
        return new Run(plan, 61_500_000_000L, List.copyOf(trials), List.copyOf(results), List.of(), false);
    }

    private Standard standard() {
        return new Standard(
                "TK",
                new Text("水池", "tank"),
                "local",
                "consultation",
                "2026-11",
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Completeness.DEFAULT,
                List.copyOf(requirements));
    }

    private static Bench bench() {
        Secrets secrets = new Secrets(name -> name.equals("TOKEN") ? SECRET : null);
        secrets.resolve("${env:TOKEN}", Place.of("bench.yaml"));
        Calibration calibration = new Calibration("C-1", LocalDate.of(2027, 3, 1), new Quantity(0.01, METRE), 2);
        Instrument gauge =
                new Instrument("gauge", "Maker", "G1", "77", calibration, Map.of(), Map.of(), Map.of(), Map.of());
        Instrument relay = new Instrument("relay", "Maker", "R1", "78", null, Map.of(), Map.of(), Map.of(), Map.of());
        Device device = new Device(
                new DeviceIdentity("tank", "制造商", "M1", "SN-1", "1.0"),
                Map.of("U-DEPTH", true),
                Map.of("time-out", new Quantity(5, Unit.S)),
                Map.of(),
                Map.of(),
                Map.of());
        return new Bench(
                new Laboratory("水下机器人实验室", ""),
                "Li Lei",
                Map.of("water", "12 degC"),
                device,
                List.of(gauge, relay),
                42,
                new Simulation("tank", List.of("depth-limit-cycle")),
                secrets,
                null,
                null);
    }
}
