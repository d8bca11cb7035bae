package org.plumbline.suite;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.HarnessException;
import org.plumbline.error.PlumblineException;
import org.plumbline.measure.NotMeasurableException;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.RunListener;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.Trial;
import org.plumbline.run.TrialResult;
import org.plumbline.run.Trials;
import org.plumbline.steps.TrialHolder;
import org.plumbline.text.Text;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.RecordingEndedException;
import org.plumbline.verdict.Verdict;

/** Turns what Cucumber executes into trials. */
final class TrialEvents implements ConcurrentEventListener {

    private final Session session;
    private final TrialHolder holder;
    private final Trials trials;
    private final List<RunListener> listeners;
    private final Map<String, ScenarioPlan> plans;
    private final List<TrialResult> results = new ArrayList<>();
    private int judgedBefore;

    TrialEvents(Session session, TrialHolder holder, List<ScenarioPlan> plans, List<RunListener> listeners) {
        this.session = session;
        this.holder = holder;
        this.trials = new Trials(session);
        this.listeners = listeners;
        this.plans = plans.stream().collect(Collectors.toMap(ScenarioPlan::id, Function.identity()));
    }

    List<TrialResult> results() {
        return results;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, event -> begin(event.getTestCase()));
        publisher.registerHandlerFor(TestStepStarted.class, this::stepBegins);
        publisher.registerHandlerFor(TestStepFinished.class, this::stepEnds);
        publisher.registerHandlerFor(TestCaseFinished.class, event -> end());
    }

    private void begin(TestCase testCase) {
        String id = Scenarios.fileName(testCase.getUri()) + ":"
                + testCase.getLocation().getLine();
        ScenarioPlan plan = plans.get(id);
        if (plan == null) {
            throw new IllegalStateException("a scenario that is not planned: " + id);
        }
        Trial trial;
        try {
            trial = trials.begin(plan);
        } catch (InterruptedRunException e) {
            holder.set(null);
            return;
        }
        judgedBefore = 0;
        holder.set(trial);
        listeners.forEach(listener -> listener.trialStarted(plan, trial.attempt()));
    }

    private void stepBegins(TestStepStarted event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            holder.current().ifPresent(trial -> {
                trial.stepBegins(step.getStep().getText());
                listeners.forEach(listener ->
                        listener.stepStarted(trial.scenario(), step.getStep().getText()));
            });
        }
    }

    private void stepEnds(TestStepFinished event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            holder.current().ifPresent(trial -> stepEnds(trial, step, event.getResult()));
        }
    }

    private void stepEnds(Trial trial, PickleStepTestStep step, Result result) {
        boolean reached = result.getStatus() != Status.SKIPPED;
        Throwable error = reached ? result.getError() : null;
        Outcome outcome = reached && result.getStatus() != Status.PASSED ? Outcome.of(error) : Outcome.WELL;
        if (error instanceof InterruptedRunException
                || error instanceof RecordingEndedException
                || error instanceof HarnessException) {
            trial.unfinished();
        }
        trial.stepEnds(
                step.getStep().getKeyword().strip(),
                step.getStep().getText(),
                step.getStep().getLine(),
                reached,
                outcome.verdict(),
                outcome.reason());
        trial.judgements().stream()
                .skip(judgedBefore)
                .forEach(judgement -> listeners.forEach(listener -> listener.judged(trial.scenario(), judgement)));
        judgedBefore = trial.judgements().size();
    }

    private void end() {
        holder.current().ifPresent(trial -> {
            TrialResult result = trial.ends();
            results.add(result);
            listeners.forEach(listener -> listener.trialFinished(result, session));
        });
        holder.set(null);
    }

    /** What a step that did not go well means: never a nonconformity, that only a judgement can show. */
    private record Outcome(Verdict verdict, @Nullable Text reason) {

        private static final Text UNDEFINED = new Text("没有这样的步骤", "undefined step");

        static final Outcome WELL = new Outcome(Verdict.NONE, null);

        static Outcome of(@Nullable Throwable error) {
            if (error instanceof NotReachedException notReached) {
                return new Outcome(Verdict.INCONCLUSIVE, notReached.reason());
            } else if (error instanceof NotMeasurableException notMeasurable) {
                return new Outcome(Verdict.INCONCLUSIVE, notMeasurable.reason());
            } else if (error instanceof RecordingEndedException ended) {
                return new Outcome(Verdict.INCONCLUSIVE, ended.reason());
            } else if (error instanceof InterruptedRunException) {
                return new Outcome(Verdict.INCONCLUSIVE, InterruptedRunException.REASON);
            } else if (error instanceof PlumblineException known) {
                return new Outcome(Verdict.ERROR, known.words());
            }
            Text words = error == null ? UNDEFINED : Text.same(String.valueOf(error.getMessage()));
            return new Outcome(Verdict.ERROR, new Text("测试装置错误: %s", "harness error: %s").with(words));
        }
    }
}
