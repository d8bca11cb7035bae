package org.plumbline.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.bench.Device;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** Gathers trials into one result for each requirement. A pure function of its arguments. */
public final class RequirementVerdicts {

    private RequirementVerdicts() {}

    /** Results for every requirement of the standard, in its order. */
    public static List<RequirementResult> of(Standard standard, Device device, List<TrialResult> trials) {
        return standard.requirements().stream()
                .map(requirement -> of(requirement, device, trials))
                .toList();
    }

    private static RequirementResult of(Requirement requirement, Device device, List<TrialResult> trials) {
        RequirementResult all = gathered(requirement, device, trials);
        FlipRate flips = flips(requirement, device, trials);
        if (flips.flips() == 0) {
            return all;
        }
        List<Text> reasons = new ArrayList<>(all.reasons());
        reasons.add(flips.remark());
        return new RequirementResult(requirement, all.verdict(), all.judgements(), all.trials(), List.copyOf(reasons));
    }

    /** One result for each attempt, from its trials alone; in the order of the attempts. */
    static List<RequirementResult> attempts(Requirement requirement, Device device, List<TrialResult> trials) {
        return byAttempt(requirement, trials).values().stream()
                .map(own -> gathered(requirement, device, own))
                .toList();
    }

    /** Of the attempts in which all its scenarios were executed: an interrupted one proves no change. */
    static FlipRate flips(Requirement requirement, Device device, List<TrialResult> trials) {
        Map<Integer, List<TrialResult>> attempts = byAttempt(requirement, trials);
        int whole = attempts.values().stream().mapToInt(List::size).max().orElse(0);
        return FlipRate.of(attempts.values().stream()
                .filter(own -> own.size() == whole)
                .map(own -> gathered(requirement, device, own).verdict())
                .toList());
    }

    private static Map<Integer, List<TrialResult>> byAttempt(Requirement requirement, List<TrialResult> trials) {
        return deciding(requirement, trials)
                .collect(Collectors.groupingBy(TrialResult::attempt, TreeMap::new, Collectors.toList()));
    }

    private static Stream<TrialResult> deciding(Requirement requirement, List<TrialResult> trials) {
        return trials.stream().filter(trial -> trial.scenario().requirements().contains(requirement.id()));
    }

    private static RequirementResult gathered(Requirement requirement, Device device, List<TrialResult> trials) {
        List<TrialResult> deciding = deciding(requirement, trials).toList();
        List<String> ids = deciding.stream().map(TrialResult::id).toList();
        if (!requirement.applies().holds(device::declares)) {
            return new RequirementResult(requirement, Verdict.NOT_APPLICABLE, List.of(), ids, List.of());
        }
        List<Judgement> judgements = new ArrayList<>();
        Set<Text> reasons = new LinkedHashSet<>();
        Verdict verdict = Verdict.NONE;
        for (TrialResult trial : deciding) {
            List<Judgement> own = trial.judgements().stream()
                    .filter(judgement -> judgement.requirement().equals(requirement.id()))
                    .toList();
            judgements.addAll(own);
            for (Judgement judgement : own) {
                verdict = verdict.worse(judgement.verdict());
                if (judgement.verdict() != Verdict.PASS) {
                    reasons.add(judgement.reason());
                }
            }
            verdict = verdict.worse(cutShort(trial, reasons));
        }
        if (verdict == Verdict.PASS) {
            verdict = verdict.worse(unjudged(requirement, judgements, reasons));
        }
        return new RequirementResult(requirement, verdict, judgements, ids, List.copyOf(reasons));
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

    private static Verdict unjudged(Requirement requirement, List<Judgement> judgements, Set<Text> reasons) {
        Set<String> limits = new LinkedHashSet<>(requirement.limits().keySet());
        limits.removeAll(judgements.stream().map(Judgement::limit).collect(Collectors.toSet()));
        if (limits.isEmpty()) {
            return Verdict.PASS;
        }
        reasons.add(new Text("限值未判定: %s", "limits that were not judged: %s").with(String.join(", ", limits)));
        return Verdict.INCONCLUSIVE;
    }
}
