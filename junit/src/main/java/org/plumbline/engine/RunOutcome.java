package org.plumbline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.plumbline.junit.Findings;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.standard.Modality;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** What a whole run is to the platform. Where only some scenarios were selected, their requirements alone count. */
final class RunOutcome {

    private final Run run;
    private final SuiteRequest request;
    private final boolean whole;

    RunOutcome(Run run, SuiteNode suite) {
        this.request = suite.request();
        this.whole = suite.isWhole();
        this.run = whole ? run : only(run, suite);
    }

    private static Run only(Run run, SuiteNode suite) {
        Set<String> selected = suite.scenarios().stream()
                .flatMap(node -> node.scenario().requirements().stream())
                .collect(Collectors.toSet());
        List<RequirementResult> requirements = run.requirements().stream()
                .filter(result -> selected.contains(result.requirement().id()))
                .toList();
        return new Run(
                run.plan(),
                run.duration(),
                run.trials(),
                requirements,
                run.incidents(),
                run.interrupted(),
                run.canaries());
    }

    TestExecutionResult result() {
        Verdict verdict = run.verdict();
        if (verdict == Verdict.PASS && run.fullyVerified()) {
            return TestExecutionResult.successful();
        }
        if (verdict == Verdict.ERROR) {
            return TestExecutionResult.failed(withoutTrace(new ErrorVerdictException(message(), null)));
        }
        return isNothingToDecide()
                ? TestExecutionResult.aborted(withoutTrace(new TestAbortedException(message())))
                : TestExecutionResult.failed(withoutTrace(new AssertionFailedError(message())));
    }

    /** Somebody selected only recommendations, or only what does not apply: neither conformity nor a doubt of it. */
    private boolean isNothingToDecide() {
        return !whole
                && !run.interrupted()
                && run.requirements().stream()
                        .noneMatch(result -> isShall(result) && result.verdict() != Verdict.NOT_APPLICABLE);
    }

    private static boolean isShall(RequirementResult result) {
        return result.requirement().modality() == Modality.SHALL;
    }

    private String message() {
        List<String> lines = new ArrayList<>();
        lines.add(request.in(new Text("本次试验批次的结论: ", "verdict of the run: "))
                + request.in(run.verdict().word())
                + (run.fullyVerified() ? "" : request.in(new Text("；未全部验证", "; not fully verified"))));
        lines.addAll(new Findings(request.language()).of(run));
        if (isNothingToDecide()) {
            lines.add(request.in(
                    new Text("所选场景中没有适用的“应”类要求", "no \"shall\" requirement of the selected scenarios applies")));
        }
        return String.join("\n", lines);
    }

    private static <T extends Throwable> T withoutTrace(T throwable) {
        throwable.setStackTrace(new StackTraceElement[0]);
        return throwable;
    }
}
