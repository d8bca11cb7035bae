package org.plumbline.junit;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.RequirementResult;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** Assertions about what a run says of one requirement. */
public final class RequirementAssert extends AbstractAssert<RequirementAssert, RequirementResult> {

    private final Language language;
    private final @Nullable String limit;

    RequirementAssert(RequirementResult actual, Language language) {
        this(actual, language, null);
    }

    private RequirementAssert(RequirementResult actual, Language language, @Nullable String limit) {
        super(actual, RequirementAssert.class);
        this.language = language;
        this.limit = limit;
    }

    /** Its verdict is that one. */
    public RequirementAssert hasVerdict(Verdict expected) {
        if (actual.verdict() != expected) {
            String reasons = reasons().isEmpty() ? "" : ":\n  " + String.join("\n  ", reasons());
            throw failure(
                    "%s",
                    in(new Text(
                                    "期望 %s 的结论为“%s”，实际为“%s”%s",
                                    "expected the verdict of %s to be \"%s\", but it is \"%s\"%s"))
                            .formatted(label(), word(expected), word(actual.verdict()), reasons));
        }
        return this;
    }

    /** It was judged and passed. */
    public RequirementAssert passes() {
        return hasVerdict(Verdict.PASS);
    }

    /** One of the reasons why it is not a pass holds those words, in either language. */
    public RequirementAssert hasReasonContaining(String words) {
        boolean found = actual.reasons().stream()
                .anyMatch(reason -> reason.zh().contains(words) || reason.en().contains(words));
        if (!found) {
            throw failure(
                    "%s",
                    in(new Text(
                                    "期望 %s 的某条原因含有“%s”，实际的原因:%s",
                                    "expected a reason of %s to contain \"%s\", but its reasons are:%s"))
                            .formatted(
                                    label(),
                                    words,
                                    reasons().isEmpty() ? " –" : "\n  " + String.join("\n  ", reasons())));
        }
        return this;
    }

    /** From here on only the measurements for that limit; a requirement may have several limits. */
    public RequirementAssert forLimit(String name) {
        if (!actual.requirement().limits().containsKey(name)) {
            throw failure(
                    "%s",
                    in(new Text("%s 没有限值 %s；已有: %s", "%s has no limit %s; it has: %s"))
                            .formatted(
                                    label(),
                                    name,
                                    String.join(
                                            ", ", actual.requirement().limits().keySet())));
        }
        RequirementAssert narrowed = new RequirementAssert(actual, language, name);
        return info.description() == null ? narrowed : narrowed.as(info.description());
    }

    /**
     * Every measured value is smaller, whatever its uncertainty: {@link #passes} has weighed that by the limit's own
     * rule. One that is only known to be no less than its value is not.
     *
     * @param unit as in the files: {@code m}, {@code ms}, {@code degC}
     * @throws IllegalArgumentException where the unit is not known
     */
    public RequirementAssert withMeasurementBelow(double bound, String unit) {
        Quantity than = new Quantity(bound, unit(unit));
        return every(
                new Text("低于 %s", "below %s").with(than),
                than.unit(),
                measured -> !measured.atLeast() && measured.value() < bound);
    }

    /**
     * Every measured value is larger, whatever its uncertainty.
     *
     * @param unit as in the files
     * @throws IllegalArgumentException where the unit is not known
     */
    public RequirementAssert withMeasurementAbove(double bound, String unit) {
        Quantity than = new Quantity(bound, unit(unit));
        return every(new Text("高于 %s", "above %s").with(than), than.unit(), measured -> measured.value() > bound);
    }

    /**
     * Every expanded uncertainty U is known and smaller.
     *
     * @param unit as in the files
     * @throws IllegalArgumentException where the unit is not known
     */
    public RequirementAssert withUncertaintyBelow(double bound, String unit) {
        Quantity than = new Quantity(bound, unit(unit));
        return every(
                new Text("扩展不确定度低于 %s", "with an expanded uncertainty below %s").with(than),
                than.unit(),
                measured -> measured.isUncertaintyKnown() && measured.expandedUncertainty() < bound);
    }

    private RequirementAssert every(Text goal, Unit unit, Predicate<Measurement> holds) {
        if (judgements().map(Judgement::measurement).noneMatch(Objects::nonNull)) {
            throw missed(goal, new Text("没有测量结果", "nothing was measured"));
        }
        judgements().forEach(judgement -> check(judgement, goal, unit, holds));
        return this;
    }

    private void check(Judgement judgement, Text goal, Unit unit, Predicate<Measurement> holds) {
        Measurement measurement = judgement.measurement();
        if (measurement == null) {
            throw missed(goal, named(judgement, new Text("没有测量结果", "was not measured")));
        }
        if (!measurement.unit().isExpressibleIn(unit)) {
            throw missed(
                    goal,
                    named(
                            judgement,
                            new Text("为 %s，不能换算为 %s", "is %s, which cannot be converted to %s")
                                    .with(measurement, unit)));
        }
        if (!holds.test(measurement.in(unit))) {
            throw missed(goal, named(judgement, new Text("为 %s", "is %s").with(measurement)));
        }
    }

    private static Text named(Judgement judgement, Text what) {
        return new Text(" " + judgement.limit() + " " + what.zh(), judgement.limit() + " " + what.en());
    }

    private AssertionError missed(Text goal, Text instead) {
        return failure(
                "%s",
                in(new Text("期望 %s 的测量结果%s，但%s", "expected %s to be measured %s, but %s"))
                        .formatted(label(), in(goal), in(instead)));
    }

    private Stream<Judgement> judgements() {
        return actual.judgements().stream()
                .filter(judgement -> limit == null || judgement.limit().equals(limit));
    }

    private List<String> reasons() {
        return actual.reasons().stream().map(this::in).toList();
    }

    private static Unit unit(String symbol) {
        return Unit.of(symbol)
                .orElseThrow(() -> new IllegalArgumentException("the unit \"%s\" is not known; use one of %s"
                        .formatted(symbol, String.join(", ", Unit.symbols()))));
    }

    private String label() {
        return Findings.label(actual.requirement());
    }

    private String word(Verdict verdict) {
        return in(verdict.word());
    }

    private String in(Text text) {
        return text.in(language);
    }
}
