package org.plumbline.allure;

import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.TestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** Says of a scenario what the standard, the bench and our verdict say of it. */
final class Enrichment {

    private final RunPlan plan;
    private final Language language;
    private final Labels labels;
    private final Outcomes outcomes;
    private final Parameters parameters;
    private final Steps steps;
    private final Attachments attachments;

    Enrichment(RunPlan plan, AllureResultsWriter files, Language language) {
        this.plan = plan;
        this.language = language;
        this.labels = new Labels(plan.standard(), language);
        this.outcomes = new Outcomes(plan, language);
        this.parameters = new Parameters(plan, language);
        this.steps = new Steps(plan, language);
        this.attachments = new Attachments(files, plan.bench().secrets(), language);
    }

    /** @param trial null where the run was interrupted before the scenario began */
    void enrich(TestResult result, ScenarioPlan scenario, @Nullable FinishedTrial trial) {
        outcomes.apply(result, scenario, trial == null ? null : trial.result());
        labels.apply(result, scenario);
        identify(result, scenario, trial == null ? 1 : trial.result().attempt());
        if (trial == null) {
            result.setParameters(parameters.ofRun()).setStart(null).setStop(null);
            return;
        }
        result.setParameters(parameters.of(trial.result()));
        steps.apply(result, trial.result());
        attachments.add(result, trial);
    }

    /** Each attempt counts on its own: Allure hides what it takes for a retry of the same test. */
    private void identify(TestResult result, ScenarioPlan scenario, int attempt) {
        String id = plan.standard().id() + ":" + scenario.id();
        result.setUuid(NamedUuid.of(plan, scenario.id() + "#" + attempt));
        result.setFullName(id).setTestCaseId(id).setHistoryId(attempt == 1 ? id : id + "#" + attempt);
        if (attempt > 1) {
            result.setName(scenario.name()
                    + new Text("(第 %d 次)", " (attempt %d)").with(attempt).in(language));
        }
        result.setDescription(String.join("\n\n", List.of(labels.sentences(scenario), words(result.getDescription())))
                .strip());
    }

    private static String words(@Nullable String description) {
        return description == null ? "" : description.strip();
    }
}
