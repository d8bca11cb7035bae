package org.plumbline.allure;

import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.run.RunPlan;
import org.plumbline.run.StepResult;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** Times on the run's clock, and what each step came to: a step that judged carries its own verdict. */
final class Steps {

    private final RunPlan plan;
    private final Language language;

    Steps(RunPlan plan, Language language) {
        this.plan = plan;
        this.language = language;
    }

    void apply(TestResult result, TrialResult trial) {
        result.setStart(wall(trial.from())).setStop(wall(trial.to()));
        List<io.qameta.allure.model.StepResult> shown = result.getSteps();
        for (int i = 0; i < Math.min(shown.size(), trial.steps().size()); i++) {
            apply(shown.get(i), trial.steps().get(i));
        }
    }

    private void apply(io.qameta.allure.model.StepResult shown, StepResult step) {
        shown.setName(step.keyword() + " " + step.text());
        shown.setStart(wall(step.from())).setStop(wall(step.to())).setStatus(status(step));
        Text reason = step.reason();
        shown.setStatusDetails(
                reason == null
                        ? null
                        : new StatusDetails().setMessage(plan.bench().secrets().redact(reason.in(language))));
    }

    /** A step that went well without judging did what it says. */
    private static @Nullable Status status(StepResult step) {
        if (!step.reached()) {
            return Status.SKIPPED;
        }
        return step.verdict() == Verdict.NONE
                ? Status.PASSED
                : Outcome.of(step.verdict()).status();
    }

    private long wall(long time) {
        return plan.started().toEpochMilli() + time / 1_000_000;
    }
}
