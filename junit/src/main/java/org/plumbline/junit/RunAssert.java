package org.plumbline.junit;

import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** Assertions about a {@link Run}. */
public final class RunAssert extends AbstractAssert<RunAssert, Run> {

    private final Language language;

    RunAssert(Run actual, Language language) {
        super(actual, RunAssert.class);
        this.language = language;
    }

    /** The same with messages in that language. */
    public RunAssert in(Language messages) {
        RunAssert same = new RunAssert(actual, messages);
        return info.description() == null ? same : same.as(info.description());
    }

    /** Its verdict is that one. */
    public RunAssert hasVerdict(Verdict expected) {
        isNotNull();
        if (actual.verdict() != expected) {
            throw because(
                    new Text(
                            "期望本次试验批次的结论为“%s”，实际为“%s”",
                            "expected the verdict of the run to be \"%s\", but it is \"%s\""),
                    expected.word().in(language),
                    actual.verdict().word().in(language));
        }
        return this;
    }

    /** Every applicable {@code shall} requirement of the whole standard was judged and passed. */
    public RunAssert passes() {
        return hasVerdict(Verdict.PASS).isFullyVerified();
    }

    /** Every applicable {@code shall} requirement of the whole standard was judged, whatever came of it. */
    public RunAssert isFullyVerified() {
        isNotNull();
        if (!actual.fullyVerified()) {
            throw because(
                    actual.interrupted()
                            ? new Text(
                                    "期望全部验证，但运行被用户中断",
                                    "expected the run to be fully verified, but its user interrupted it")
                            : new Text(
                                    "期望全部验证，但有“应”类要求未判定",
                                    "expected the run to be fully verified, but some \"shall\" requirements were not judged"));
        }
        return this;
    }

    /** No {@code should} requirement failed. */
    public RunAssert hasNoDeviations() {
        isNotNull();
        List<RequirementResult> deviations = actual.deviations();
        if (!deviations.isEmpty()) {
            Findings findings = new Findings(language);
            throw failure(
                    "%s",
                    in(new Text("期望没有对“宜”类要求的偏离，但有:", "expected no deviations from recommendations, but there are:"))
                            + deviations.stream().map(findings::of).collect(Collectors.joining("\n  ", "\n  ", "")));
        }
        return this;
    }

    /** The requirement was judged and passed; goes on with it. */
    public RequirementAssert verifies(String requirement) {
        return requirement(requirement).passes();
    }

    /** Goes on with a requirement, whatever came of it. */
    public RequirementAssert requirement(String id) {
        isNotNull();
        RequirementResult result = actual.requirement(id).orElseThrow(() -> unknown(id));
        RequirementAssert requirement = new RequirementAssert(result, language);
        return info.description() == null ? requirement : requirement.as(info.description());
    }

    private AssertionError unknown(String id) {
        String known = actual.requirements().stream()
                .map(result -> result.requirement().id())
                .collect(Collectors.joining(", "));
        return failure(
                "%s",
                in(new Text("标准 %s 中没有要求 %s；已有: %s", "the standard %s has no requirement %s; it has: %s")
                        .with(actual.plan().standard().id(), id, known)));
    }

    private AssertionError because(Text what, Object... arguments) {
        List<String> findings = new Findings(language).of(actual);
        String details = findings.isEmpty() ? "" : ":\n  " + String.join("\n  ", findings);
        return failure("%s", in(what).formatted(arguments) + details);
    }

    private String in(Text text) {
        return text.in(language);
    }
}
