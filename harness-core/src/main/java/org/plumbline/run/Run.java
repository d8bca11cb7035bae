package org.plumbline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.standard.Modality;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/**
 * What came of one invocation.
 *
 * @param duration nanoseconds on the run's clock
 * @param trials every attempt, in order
 * @param requirements every requirement of the standard, in the order of the catalogue
 * @param incidents what went wrong with bench or harness, one sentence each
 * @param interrupted whether its user ended it early
 * @param canaries what the judge said beforehand of signals of which the right verdict was known; one wrong, and the run
 *     is void
 */
public record Run(
        RunPlan plan,
        long duration,
        List<TrialResult> trials,
        List<RequirementResult> requirements,
        List<Text> incidents,
        boolean interrupted,
        List<CanaryResult> canaries) {

    /** A run whose judge was not tested beforehand. */
    public Run(
            RunPlan plan,
            long duration,
            List<TrialResult> trials,
            List<RequirementResult> requirements,
            List<Text> incidents,
            boolean interrupted) {
        this(plan, duration, trials, requirements, incidents, interrupted, List.of());
    }

    /** The same with one more thing that went wrong. */
    public Run with(Text incident) {
        List<Text> all = new ArrayList<>(incidents);
        all.add(incident);
        return new Run(plan, duration, trials, requirements, List.copyOf(all), interrupted, canaries);
    }

    /** The result for one requirement. */
    public Optional<RequirementResult> requirement(String id) {
        return requirements.stream()
                .filter(r -> r.requirement().id().equals(id))
                .findFirst();
    }

    /** The result of each attempt at a requirement on its own; in the order of the attempts. */
    public List<RequirementResult> attempts(RequirementResult result) {
        return RequirementVerdicts.attempts(result.requirement(), plan, trials);
    }

    /** How often the verdict of a requirement changed from one attempt to the next. */
    public FlipRate flips(RequirementResult result) {
        return RequirementVerdicts.flips(result.requirement(), plan, trials);
    }

    /** The attempts at a scenario, in order. */
    public List<TrialResult> attempts(ScenarioPlan scenario) {
        return trials.stream()
                .filter(trial -> trial.scenario().id().equals(scenario.id()))
                .toList();
    }

    /** How often the verdict of a scenario changed from one finished attempt to the next. */
    public FlipRate flips(ScenarioPlan scenario) {
        return FlipRate.of(attempts(scenario).stream()
                .filter(TrialResult::finished)
                .map(TrialResult::verdict)
                .toList());
    }

    /**
     * The worst over the applicable {@code shall} requirements. A run that is not fully verified is at best
     * inconclusive; with no applicable requirement it is none.
     */
    public Verdict verdict() {
        boolean sound = incidents.isEmpty() && canaries.stream().allMatch(CanaryResult::right);
        Verdict worst = sound ? Verdict.NOT_APPLICABLE : Verdict.ERROR;
        for (RequirementResult result : requirements) {
            if (result.requirement().modality() == Modality.SHALL) {
                worst = worst.worse(result.verdict());
            }
        }
        if (worst == Verdict.NOT_APPLICABLE) {
            return Verdict.NONE;
        }
        return !fullyVerified() && worst == Verdict.PASS ? Verdict.INCONCLUSIVE : worst;
    }

    /** Whether the run went to its end and judged every applicable {@code shall} requirement with all its scenarios. */
    public boolean fullyVerified() {
        return !interrupted
                && requirements.stream()
                        .noneMatch(result -> result.requirement().modality() == Modality.SHALL && !result.complete());
    }

    /** Failed {@code should} requirements: reported, not decisive. */
    public List<RequirementResult> deviations() {
        return requirements.stream()
                .filter(result ->
                        result.requirement().modality() == Modality.SHOULD && result.verdict() == Verdict.FAIL)
                .toList();
    }

    /** 0 all applicable shall pass; 1 some fail; 3 none fails but some are not decided; 4 harness or bench error. */
    public int exitCode() {
        return switch (verdict()) {
            case PASS -> 0;
            case FAIL -> 1;
            case ERROR -> 4;
            case NONE, NOT_APPLICABLE, INCONCLUSIVE -> 3;
        };
    }
}
