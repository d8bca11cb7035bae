package org.plumbline.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;

/** Runs what was selected of one suite, as one run. */
final class SuiteExecution {

    private final SuiteNode suite;
    private final EngineExecutionListener listener;

    SuiteExecution(SuiteNode suite, EngineExecutionListener listener) {
        this.suite = suite;
        this.listener = listener;
    }

    void run() {
        listener.executionStarted(suite);
        TestExecutionResult result = suite.failure()
                .<TestExecutionResult>map(TestExecutionResult::failed)
                .orElseGet(this::execute);
        listener.executionFinished(suite, result);
    }

    private TestExecutionResult execute() {
        if (suite.scenarios().isEmpty()) {
            return TestExecutionResult.successful();
        }
        Set<String> scenarios =
                suite.scenarios().stream().map(node -> node.scenario().id()).collect(Collectors.toSet());
        RunReport report = new RunReport(suite, listener);
        try {
            report.conclude(suite.request().run(scenarios, report));
            return TestExecutionResult.successful();
        } catch (RuntimeException e) {
            ErrorVerdictException cause =
                    ErrorVerdictException.of(e, suite.request().language());
            report.breakOff(cause);
            return TestExecutionResult.failed(cause);
        }
    }
}
