package org.plumbline.allure;

import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.TrialResult;
import org.plumbline.standard.IcsItem;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** The status of a result, and why. */
final class Outcomes {

    private static final Text NOT_EXECUTED = new Text("运行已中断，该场景未执行", "the run was interrupted before this scenario");
    private static final Text NOTHING_JUDGED = new Text("该场景未作任何判定", "this scenario judged nothing");

    private final RunPlan plan;
    private final Language language;

    Outcomes(RunPlan plan, Language language) {
        this.plan = plan;
        this.language = language;
    }

    void apply(TestResult result, ScenarioPlan scenario, @Nullable TrialResult trial) {
        Verdict verdict = trial == null ? Verdict.NONE : trial.verdict();
        Outcome outcome = Outcome.of(verdict);
        result.setStatus(outcome.status());
        String trace = verdict == Verdict.ERROR && result.getStatusDetails() != null
                ? result.getStatusDetails().getTrace()
                : null;
        String reason = trial == null ? NOT_EXECUTED.in(language) : reason(trial, scenario);
        result.setStatusDetails(
                verdict == Verdict.PASS
                        ? null
                        : new StatusDetails()
                                .setMessage(redact(outcome.prefix(language) + reason))
                                .setTrace(trace == null ? null : redact(trace)));
    }

    private String redact(String words) {
        return plan.bench().secrets().redact(words);
    }

    private String reason(TrialResult trial, ScenarioPlan scenario) {
        if (trial.verdict() == Verdict.NOT_APPLICABLE) {
            return scenario.requirements().stream()
                    .map(plan.standard()::requirement)
                    .flatMap(Optional::stream)
                    .map(this::declarations)
                    .collect(Collectors.joining("; "));
        }
        Text reason = trial.reason();
        return (reason == null ? NOTHING_JUDGED : reason).in(language);
    }

    /** {@code UW-S08: U-CRAWLER (crawls on the seabed) = no}. */
    private String declarations(Requirement requirement) {
        return requirement.id() + ": "
                + requirement.applies().items().stream().map(this::declaration).collect(Collectors.joining(", "));
    }

    private String declaration(String item) {
        IcsItem known = plan.standard().ics().get(item);
        String question = known == null ? "" : " (" + known.question().in(language) + ")";
        Text answer = plan.bench().device().declares(item) ? new Text("是", "yes") : new Text("否", "no");
        return "ICS " + item + question + " = " + answer.in(language);
    }
}
