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
 * Tells the platform how a run goes on. A clause begins with the first of its scenarios and ends with the last attempt at
 * the last of them.
 */
final class RunReport implements RunListener {

    private final SuiteNode suite;
    private final EngineExecutionListener listener;
    private final Map<String, ScenarioNode> nodes;
    private final Map<String, Integer> waiting;
    private final Set<TestDescriptor> open = new LinkedHashSet<>();
    private @Nullable TestDescriptor current;

    RunReport(SuiteNode suite, EngineExecutionListener listener) {
        this.suite = suite;
        this.listener = listener;
        this.nodes = suite.scenarios().stream()
                .collect(Collectors.toMap(
                        node -> node.scenario().id(), Function.identity(), (one, other) -> one, HashMap::new));
        this.waiting = new HashMap<>();
        nodes.forEach((id, node) -> waiting.put(id, node.attempts()));
    }

    @Override
    public void trialStarted(ScenarioPlan scenario, int attempt) {
        ScenarioNode node = nodes.get(scenario.id());
        if (node != null && scenario.applies()) {
            openClauseOf(node);
            TestDescriptor test = attempt == 1 ? node : further(node, attempt);
            listener.executionStarted(test);
            current = test;
        }
    }

    private AttemptNode further(ScenarioNode node, int attempt) {
        AttemptNode test = AttemptNode.of(node, attempt);
        listener.dynamicTestRegistered(test);
        return test;
    }

    @Override
    public void judged(ScenarioPlan scenario, Judgement judgement) {
        if (current != null) {
            listener.reportingEntryPublished(current, ReportEntry.from(JudgedWords.entries(judgement)));
        }
    }

    @Override
    public void trialFinished(TrialResult trial, Session session) {
        ScenarioNode node = nodes.get(trial.scenario().id());
        TestDescriptor test = current;
        if (node != null && test != null) {
            current = null;
            listener.executionFinished(
                    test,
                    new TrialOutcome(trial, session.standard(), session.bench().device(), suite.request()).result());
            done(node, 1);
        } else if (node != null && trial.attempt() == 1) {
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
        TestDescriptor test = current;
        if (test != null) {
            listener.executionFinished(test, TestExecutionResult.failed(cause));
            done(test instanceof AttemptNode attempt ? attempt.first() : (ScenarioNode) test, 1);
        }
        leaveOut(Text.same(String.valueOf(cause.getMessage())));
    }

    private void leaveOut(Text why) {
        Text reason = new Text("未执行: %s", "not executed: %s")
                .with(why.in(suite.request().language()));
        for (ScenarioNode node : suite.scenarios()) {
            int left = waiting.getOrDefault(node.scenario().id(), 0);
            if (left == node.attempts()) {
                skip(node, suite.request().in(reason));
            } else if (left > 0) {
                done(node, left);
            }
        }
    }

    private void skip(ScenarioNode node, String reason) {
        openClauseOf(node);
        listener.executionSkipped(node, reason);
        done(node, node.attempts());
    }

    private void openClauseOf(ScenarioNode node) {
        TestDescriptor clause = node.getParent().orElseThrow();
        if (clause != suite && open.add(clause)) {
            listener.executionStarted(clause);
        }
    }

    private void done(ScenarioNode node, int attempts) {
        waiting.computeIfPresent(node.scenario().id(), (id, left) -> left > attempts ? left - attempts : null);
        TestDescriptor clause = node.getParent().orElseThrow();
        if (clause != suite
                && waiting.keySet().stream()
                        .noneMatch(other ->
                                clause.equals(nodes.get(other).getParent().orElseThrow()))
                && open.remove(clause)) {
            listener.executionFinished(clause, TestExecutionResult.successful());
        }
    }
}
