package org.plumbline.allure;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.RunListener;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.Trial;
import org.plumbline.run.TrialResult;
import org.plumbline.run.Trials;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** Turns what Cucumber executes into trials, in the order of events in which the product does. */
final class TrialPlugin implements ConcurrentEventListener {

    private final List<ScenarioPlan> plans;
    private final TrialSteps steps;
    private final Session session;
    private final Trials trials;
    private final RunListener listener;
    private final List<TrialResult> results = new ArrayList<>();
    private @Nullable Trial trial;
    private int judged;

    TrialPlugin(List<ScenarioPlan> plans, TrialSteps steps, Session session, RunListener listener) {
        this.plans = plans;
        this.steps = steps;
        this.session = session;
        this.trials = new Trials(session);
        this.listener = listener;
    }

    List<TrialResult> results() {
        return results;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, event -> begin(event.getTestCase()));
        publisher.registerHandlerFor(TestStepStarted.class, event -> {
            if (trial != null && event.getTestStep() instanceof PickleStepTestStep step) {
                trial.stepBegins(step.getStep().getText());
                listener.stepStarted(trial.scenario(), step.getStep().getText());
            }
        });
        publisher.registerHandlerFor(TestStepFinished.class, event -> {
            if (trial != null && event.getTestStep() instanceof PickleStepTestStep step) {
                ends(trial, step, event);
            }
        });
        publisher.registerHandlerFor(TestCaseFinished.class, event -> end());
    }

    private void begin(TestCase testCase) {
        ScenarioPlan plan = plans.stream()
                .filter(known -> known.line() == testCase.getLocation().getLine())
                .findFirst()
                .orElseThrow();
        trial = plan.name().contains("中断") ? null : trials.begin(plan);
        judged = 0;
        steps.trial(trial);
    }

    private void ends(Trial trial, PickleStepTestStep step, TestStepFinished event) {
        boolean reached = event.getResult().getStatus() != Status.SKIPPED;
        Throwable error = reached ? event.getResult().getError() : null;
        Text reason = error == null
                ? null
                : error instanceof NotReachedException notReached
                        ? notReached.reason()
                        : new Text("测试装置错误: %s", "harness error: %s").with(error.getMessage());
        trial.stepEnds(
                step.getStep().getKeyword().strip(),
                step.getStep().getText(),
                step.getStep().getLine(),
                reached,
                error == null
                        ? Verdict.NONE
                        : error instanceof NotReachedException ? Verdict.INCONCLUSIVE : Verdict.ERROR,
                reason);
        trial.judgements().stream().skip(judged).forEach(judgement -> listener.judged(trial.scenario(), judgement));
        judged = trial.judgements().size();
    }

    private void end() {
        if (trial != null) {
            TrialResult result = trial.ends();
            results.add(result);
            listener.trialFinished(result, session);
        }
    }
}
