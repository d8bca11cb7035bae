package org.plumbline.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.plumbline.error.PlumblineException;

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
        } catch (PlumblineException e) {
            return broken(report, ErrorVerdictException.of(e, suite.request().language()));
        } catch (RuntimeException e) {
            return broken(report, e);
        }
    }

    private static TestExecutionResult broken(RunReport report, RuntimeException cause) {
        report.breakOff(cause);
        return TestExecutionResult.failed(cause);
    }
}
