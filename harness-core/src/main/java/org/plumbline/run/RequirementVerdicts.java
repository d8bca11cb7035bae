package org.plumbline.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** Gathers trials into one result for each requirement. A pure function of its arguments. */
public final class RequirementVerdicts {

    private RequirementVerdicts() {}

    /** Results for every requirement of the standard, in its order. */
    public static List<RequirementResult> of(RunPlan plan, List<TrialResult> trials) {
        return plan.standard().requirements().stream()
                .map(requirement -> of(requirement, plan, trials))
                .toList();
    }

    private static RequirementResult of(Requirement requirement, RunPlan plan, List<TrialResult> trials) {
        RequirementResult all = gathered(requirement, plan, trials);
        FlipRate flips = flips(requirement, plan, trials);
        if (flips.flips() == 0) {
            return all;
        }
        List<Text> reasons = new ArrayList<>(all.reasons());
        reasons.add(flips.remark());
        return new RequirementResult(
                requirement, all.verdict(), all.judgements(), all.trials(), List.copyOf(reasons), all.complete());
    }

    /** One result for each attempt, from its trials alone; in the order of the attempts. */
    static List<RequirementResult> attempts(Requirement requirement, RunPlan plan, List<TrialResult> trials) {
        return byAttempt(requirement, trials).values().stream()
                .map(own -> gathered(requirement, plan, own))
                .toList();
    }

    /** Of the attempts in which all its scenarios were executed to their ends: an interrupted one proves no change. */
    static FlipRate flips(Requirement requirement, RunPlan plan, List<TrialResult> trials) {
        Map<Integer, List<TrialResult>> attempts = byAttempt(requirement, trials);
        int whole = attempts.values().stream().mapToInt(List::size).max().orElse(0);
        return FlipRate.of(attempts.values().stream()
                .filter(own -> own.size() == whole && own.stream().allMatch(TrialResult::finished))
                .map(own -> gathered(requirement, plan, own).verdict())
                .toList());
    }

    private static Map<Integer, List<TrialResult>> byAttempt(Requirement requirement, List<TrialResult> trials) {
        return deciding(requirement, trials)
                .collect(Collectors.groupingBy(TrialResult::attempt, TreeMap::new, Collectors.toList()));
    }

    private static Stream<TrialResult> deciding(Requirement requirement, List<TrialResult> trials) {
        return trials.stream().filter(trial -> decides(trial.scenario(), requirement));
    }

    private static RequirementResult gathered(Requirement requirement, RunPlan plan, List<TrialResult> trials) {
        List<TrialResult> deciding = deciding(requirement, trials).toList();
        List<String> ids = deciding.stream().map(TrialResult::id).toList();
        if (!requirement.applies().holds(plan.bench().device()::declares)) {
            return new RequirementResult(requirement, Verdict.NOT_APPLICABLE, List.of(), ids, List.of(), true);
        }
        List<Judgement> judgements = new ArrayList<>();
        Set<Text> reasons = new LinkedHashSet<>();
        Set<String> silent = new LinkedHashSet<>();
        Verdict verdict = Verdict.NONE;
        for (TrialResult trial : deciding) {
            List<Judgement> own = own(requirement, trial);
            judgements.addAll(own);
            Verdict cutShort = cutShort(trial, reasons);
            verdict = verdict.worse(worst(own, reasons)).worse(cutShort);
            if (own.isEmpty() && cutShort == Verdict.NONE) {
                silent.add(trial.scenario().name());
            }
        }
        Set<String> missing = notExecuted(requirement, plan, deciding);
        boolean complete = verdict != Verdict.NONE && missing.isEmpty() && silent.isEmpty();
        if (verdict == Verdict.PASS) {
            reason(reasons, new Text("限值未判定", "limits that were not judged"), unjudged(requirement, judgements));
            reason(reasons, new Text("未执行的场景", "scenarios that were not executed"), missing);
            reason(reasons, new Text("未作出判定的场景", "scenarios that judged nothing"), silent);
            verdict = reasons.isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE;
        }
        return new RequirementResult(requirement, verdict, judgements, ids, List.copyOf(reasons), complete);
    }

    private static boolean decides(ScenarioPlan scenario, Requirement requirement) {
        return scenario.requirements().contains(requirement.id());
    }

    private static List<Judgement> own(Requirement requirement, TrialResult trial) {
        return trial.judgements().stream()
                .filter(judgement -> judgement.requirement().equals(requirement.id()))
                .toList();
    }

    private static Verdict worst(List<Judgement> judgements, Set<Text> reasons) {
        Verdict worst = Verdict.NONE;
        for (Judgement judgement : judgements) {
            worst = worst.worse(judgement.verdict());
            if (judgement.verdict() != Verdict.PASS) {
                reasons.add(judgement.reason());
            }
        }
        return worst;
    }

    /** Left out by whoever selected, or not reached: what they would have found is not known. */
    private static Set<String> notExecuted(Requirement requirement, RunPlan plan, List<TrialResult> deciding) {
        Set<String> executed =
                deciding.stream().map(trial -> trial.scenario().id()).collect(Collectors.toSet());
        return Stream.concat(plan.scenarios().stream(), plan.leftOut().stream())
                .filter(scenario -> decides(scenario, requirement) && !executed.contains(scenario.id()))
                .map(ScenarioPlan::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A trial that a step ended counts for every requirement that it was to decide. */
    private static Verdict cutShort(TrialResult trial, Set<Text> reasons) {
        Verdict worst = Verdict.NONE;
        for (StepResult step : trial.steps()) {
            boolean ended = step.verdict() == Verdict.INCONCLUSIVE || step.verdict() == Verdict.ERROR;
            if (step.reached() && ended && step.reason() != null && !judged(trial, step.reason())) {
                worst = worst.worse(step.verdict());
                reasons.add(step.reason());
            }
        }
        return worst;
    }

    private static boolean judged(TrialResult trial, Text reason) {
        return trial.judgements().stream()
                .anyMatch(judgement -> judgement.reason().equals(reason));
    }

    private static Set<String> unjudged(Requirement requirement, List<Judgement> judgements) {
        Set<String> limits = new LinkedHashSet<>(requirement.limits().keySet());
        limits.removeAll(judgements.stream().map(Judgement::limit).collect(Collectors.toSet()));
        return limits;
    }

    private static void reason(Set<Text> reasons, Text what, Set<String> names) {
        if (!names.isEmpty()) {
            String list = ": " + String.join(", ", names);
            reasons.add(new Text(what.zh() + list, what.en() + list));
        }
    }
}
