package org.plumbline.engine;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.plumbline.bench.Device;
import org.plumbline.junit.Findings;
import org.plumbline.junit.Treatment;
import org.plumbline.measure.Measurement;
import org.plumbline.run.StepResult;
import org.plumbline.run.TrialResult;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** What a trial is to the platform. */
final class TrialOutcome {

    private final TrialResult trial;
    private final Standard standard;
    private final Device device;
    private final SuiteRequest request;

    TrialOutcome(TrialResult trial, Standard standard, Device device, SuiteRequest request) {
        this.trial = trial;
        this.standard = standard;
        this.device = device;
        this.request = request;
    }

    TestExecutionResult result() {
        return switch (trial.verdict()) {
            case PASS -> TestExecutionResult.successful();
            case ERROR -> TestExecutionResult.failed(placed(new ErrorVerdictException(message(), null)));
            case FAIL -> treated(decides() ? Treatment.FAIL : request.deviation());
            case INCONCLUSIVE, NONE, NOT_APPLICABLE ->
                treated(decides() ? request.inconclusive() : request.deviation());
        };
    }

    private TestExecutionResult treated(Treatment treatment) {
        return treatment == Treatment.FAIL
                ? TestExecutionResult.failed(placed(failure()))
                : TestExecutionResult.aborted(placed(new TestAbortedException(message())));
    }

    private AssertionFailedError failure() {
        List<Judgement> missed = missed();
        if (missed.size() == 1) {
            Judgement judgement = missed.get(0);
            Measurement measurement = judgement.measurement();
            if (measurement != null && judgement.tolerance() != null) {
                return new AssertionFailedError(message(), judgement.tolerance().toString(), measurement.toString());
            }
        }
        return new AssertionFailedError(message());
    }

    /** Whether what is amiss concerns a {@code shall}: only that decides conformity. */
    private boolean decides() {
        List<Judgement> missed = missed();
        return missed.isEmpty() || !ended().isEmpty()
                ? trial.scenario().requirements().isEmpty()
                        || trial.scenario().requirements().stream().anyMatch(this::isApplicableShall)
                : missed.stream().anyMatch(judgement -> isApplicableShall(judgement.requirement()));
    }

    private boolean isApplicableShall(String requirement) {
        return standard.requirement(requirement)
                .filter(found -> found.modality() == Modality.SHALL)
                .filter(found -> found.applies().holds(device::declares))
                .isPresent();
    }

    /** The judgements that are not a pass. */
    private List<Judgement> missed() {
        return trial.judgements().stream()
                .filter(judgement -> judgement.verdict() != Verdict.PASS)
                .toList();
    }

    /** The steps that went wrong other than by a judgement; one at most. */
    private List<StepResult> ended() {
        return trial.steps().stream()
                .filter(step -> step.reached() && step.verdict().compareTo(Verdict.PASS) > 0)
                .filter(step -> trial.judgements().stream()
                        .noneMatch(judgement -> judgement.reason().equals(step.reason())))
                .toList();
    }

    private String message() {
        List<String> lines = new ArrayList<>();
        if (!decides() && trial.verdict() != Verdict.ERROR) {
            lines.add(request.in(new Text("对“宜”类要求的偏离:", "a deviation from a recommendation (\"should\"):")));
        }
        missed().forEach(judgement -> lines.add(
                label(judgement.requirement()) + " " + judgement.limit() + ": " + request.in(judgement.reason())));
        ended().forEach(step -> lines.add(ids() + ": " + words(step)));
        if (missed().isEmpty() && ended().isEmpty()) {
            lines.add(ids() + ": " + request.in(new Text("场景没有作出判定", "the scenario judged nothing")));
        }
        return String.join("\n", lines);
    }

    private String words(StepResult step) {
        Text reason = step.reason();
        return request.in(step.verdict().word()) + ": " + step.keyword() + " " + step.text()
                + (reason == null ? "" : ": " + request.in(reason));
    }

    private String ids() {
        return String.join(
                ", ", trial.scenario().requirements().stream().map(this::label).toList());
    }

    private String label(String requirement) {
        return Findings.label(standard.requirement(requirement).orElseThrow());
    }

    /** The place that matters is the step in the feature file, not this engine. */
    private <T extends Throwable> T placed(T throwable) {
        int line = trial.steps().stream()
                .filter(step -> step.reached() && step.verdict() == trial.verdict())
                .mapToInt(StepResult::line)
                .findFirst()
                .orElse(trial.scenario().line());
        throwable.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(
                    request.type().getName(),
                    trial.scenario().name(),
                    trial.scenario().feature(),
                    line)
        });
        return throwable;
    }
}
