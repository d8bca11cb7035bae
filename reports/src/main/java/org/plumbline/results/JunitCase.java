package org.plumbline.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.run.TrialResult;
import org.plumbline.standard.Modality;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/**
 * One test case of junit.xml.
 *
 * @param ofRun whether it speaks of the run as a whole
 * @param nanos how long the trials that decide it took together
 * @param reasons why it is not a pass; at least one unless it is
 */
record JunitCase(
        String className,
        String name,
        Verdict verdict,
        boolean ofRun,
        long nanos,
        List<String> reasons,
        Map<String, String> properties) {

    static final String FAILURE = "failure";
    static final String ERROR = "error";
    static final String SKIPPED = "skipped";

    private static final Text NOTHING_SAID = new Text("未给出原因", "no reason was given");
    private static final Text NOT_JUDGED = new Text("没有作出任何判定", "nothing was judged");
    private static final Text NOT_APPLICABLE = new Text("不适用于受试设备", "does not apply to the device");
    private static final Text UNDECIDED = new Text("“应”类要求未能判定：%s", "\"shall\" requirements left undecided: %s");
    private static final Text NO_SHALL =
            new Text("没有适用的“应”类要求，本次试验没有结论", "no \"shall\" requirement applies, so the run has no verdict");
    private static final Text INTERRUPTED = new Text("运行被用户中断", "the run was interrupted by its user");

    /**
     * One for each requirement, and where the run was repeated one for each attempt at it; one more of the run, where bench or
     * harness failed, it was interrupted, or a {@code shall} is undecided or none applies.
     */
    static List<JunitCase> of(Run run, Language language) {
        Redaction redaction = Redaction.of(run);
        List<JunitCase> cases = new ArrayList<>();
        for (RequirementResult result : run.requirements()) {
            cases.add(of(run, result, redaction, language));
            if (run.plan().repeat() > 1) {
                cases.addAll(attempts(run, result, redaction, language));
            }
        }
        List<Text> troubles = new ArrayList<>(run.incidents());
        if (run.interrupted()) {
            troubles.add(INTERRUPTED);
        }
        undecided(run).ifPresent(troubles::add);
        if (!troubles.isEmpty()) {
            Verdict verdict = run.incidents().isEmpty() ? Verdict.INCONCLUSIVE : Verdict.ERROR;
            cases.add(new JunitCase(
                    run.plan().suite(),
                    new Text("本次试验批次", "the run").in(language),
                    verdict,
                    true,
                    0,
                    in(troubles, redaction, language),
                    Map.of("plumbline.verdict", verdict.key())));
        }
        return cases;
    }

    private static Optional<Text> undecided(Run run) {
        String shall = run.requirements().stream()
                .filter(result -> result.requirement().modality() == Modality.SHALL)
                .filter(result -> result.verdict() == Verdict.NONE || result.verdict() == Verdict.INCONCLUSIVE)
                .map(result -> result.requirement().id())
                .collect(Collectors.joining(", "));
        if (shall.isEmpty()) {
            return run.verdict() == Verdict.NONE ? Optional.of(NO_SHALL) : Optional.empty();
        }
        return Optional.of(UNDECIDED.with(shall));
    }

    private static JunitCase of(Run run, RequirementResult result, Redaction redaction, Language language) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("plumbline.verdict", result.verdict().key());
        properties.put("plumbline.requirement", result.requirement().id());
        properties.put("plumbline.modality", result.requirement().modality().key());
        properties.putAll(JudgedProperties.of(result.judgements()));
        return new JunitCase(
                run.plan().suite() + "." + result.requirement().clause(),
                result.requirement().id() + " "
                        + redaction.of(result.requirement().text()).in(language),
                result.verdict(),
                false,
                run.trials().stream()
                        .filter(trial -> result.trials().contains(trial.id()))
                        .mapToLong(JunitCase::nanos)
                        .sum(),
                in(reasons(result), redaction, language),
                properties);
    }

    private static List<JunitCase> attempts(Run run, RequirementResult result, Redaction redaction, Language language) {
        List<JunitCase> cases = new ArrayList<>();
        for (RequirementResult attempt : run.attempts(result)) {
            JunitCase own = of(run, attempt, redaction, language);
            String number = String.valueOf(cases.size() + 1);
            Map<String, String> properties = new LinkedHashMap<>(own.properties);
            properties.put("plumbline.attempt", number);
            cases.add(new JunitCase(
                    own.className,
                    own.name
                            + new Text("（第 %s 次）", " (attempt %s)").with(number).in(language),
                    own.verdict,
                    own.ofRun,
                    own.nanos,
                    own.reasons,
                    properties));
        }
        return cases;
    }

    private static long nanos(TrialResult trial) {
        return trial.to() - trial.from();
    }

    private static List<Text> reasons(RequirementResult result) {
        if (!result.reasons().isEmpty()) {
            return result.reasons();
        }
        return switch (result.verdict()) {
            case PASS -> List.of();
            case NONE -> List.of(NOT_JUDGED);
            case NOT_APPLICABLE -> List.of(NOT_APPLICABLE);
            default -> List.of(NOTHING_SAID);
        };
    }

    private static List<String> in(List<Text> texts, Redaction redaction, Language language) {
        return texts.stream().map(text -> redaction.of(text).in(language)).toList();
    }

    /**
     * The element that readers of JUnit's format look for; empty for a pass. They take a suite of skipped cases as
     * passed, so a run that leaves anything undecided is an error.
     */
    Optional<String> outcome() {
        return switch (verdict) {
            case PASS -> Optional.empty();
            case NOT_APPLICABLE -> Optional.of(SKIPPED);
            case NONE, INCONCLUSIVE -> Optional.of(ofRun ? ERROR : SKIPPED);
            case FAIL -> Optional.of(FAILURE);
            case ERROR -> Optional.of(ERROR);
        };
    }
}
