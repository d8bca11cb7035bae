package org.plumbline.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;

/**
 * Tells the platform how a run goes on. A clause begins with the first of its scenarios and ends with the last; further
 * attempts at a scenario are in the verdict of the run.
 */
final class RunReport implements RunListener {

    private final SuiteNode suite;
    private final EngineExecutionListener listener;
    private final Map<String, ScenarioNode> waiting;
    private final Set<TestDescriptor> open = new LinkedHashSet<>();
    private @Nullable ScenarioNode current;

    RunReport(SuiteNode suite, EngineExecutionListener listener) {
        this.suite = suite;
        this.listener = listener;
        this.waiting = suite.scenarios().stream()
                .collect(Collectors.toMap(
                        node -> node.scenario().id(), Function.identity(), (one, other) -> one, HashMap::new));
    }

    @Override
    public void trialStarted(ScenarioPlan scenario, int attempt) {
        ScenarioNode node = waiting.get(scenario.id());
        if (node != null && scenario.applies()) {
            openClauseOf(node);
            listener.executionStarted(node);
            current = node;
        }
    }

    @Override
    public void judged(ScenarioPlan scenario, Judgement judgement) {
        if (current != null) {
            listener.reportingEntryPublished(current, ReportEntry.from(JudgedWords.entries(judgement)));
        }
    }

    @Override
    public void trialFinished(TrialResult trial, Session session) {
        ScenarioNode node = waiting.get(trial.scenario().id());
        if (node == null) {
            return;
        }
        if (trial.scenario().applies()) {
            current = null;
            listener.executionFinished(
                    node,
                    new TrialOutcome(trial, session.standard(), session.bench().device(), suite.request()).result());
            done(node);
        } else {
            skip(node, node.whyNotApplicable());
        }
    }

    /** Everything ended: what was not executed is named, and the run is judged. */
    void conclude(Run run) {
        leaveOut(run.incidents().stream()
                .findFirst()
                .orElse(new Text("运行被用户中断", "the run was interrupted by its user")));
        VerdictNode verdict =
                new VerdictNode(suite.getUniqueId(), suite.request().language());
        suite.addChild(verdict);
        listener.dynamicTestRegistered(verdict);
        listener.executionStarted(verdict);
        Optional.ofNullable(run.plan().directory())
                .ifPresent(folder ->
                        listener.reportingEntryPublished(verdict, ReportEntry.from("evidence", folder.toString())));
        listener.executionFinished(verdict, new RunOutcome(run, suite).result());
    }

    /** The run itself broke. */
    void breakOff(ErrorVerdictException cause) {
        ScenarioNode node = current;
        if (node != null) {
            listener.executionFinished(node, TestExecutionResult.failed(cause));
            done(node);
        }
        leaveOut(Text.same(String.valueOf(cause.getMessage())));
    }

    private void leaveOut(Text why) {
        Text reason = new Text("未执行: %s", "not executed: %s")
                .with(why.in(suite.request().language()));
        suite.scenarios().stream()
                .filter(node -> waiting.containsKey(node.scenario().id()))
                .forEach(node -> skip(node, suite.request().in(reason)));
    }

    private void skip(ScenarioNode node, String reason) {
        openClauseOf(node);
        listener.executionSkipped(node, reason);
        done(node);
    }

    private void openClauseOf(ScenarioNode node) {
        TestDescriptor clause = node.getParent().orElseThrow();
        if (clause != suite && open.add(clause)) {
            listener.executionStarted(clause);
        }
    }

    private void done(ScenarioNode node) {
        waiting.remove(node.scenario().id());
        TestDescriptor clause = node.getParent().orElseThrow();
        if (clause != suite
                && waiting.values().stream()
                        .noneMatch(other -> clause.equals(other.getParent().orElseThrow()))) {
            listener.executionFinished(clause, TestExecutionResult.successful());
        }
    }
}
