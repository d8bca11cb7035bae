package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.risk.SpecificRisk;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Statement;
import org.plumbline.verdict.Tolerance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline judge}: one value against one limit, for people at a desk; the same rules as in a run. */
@Command(name = "judge", resourceBundle = "org.plumbline.cli.help")
final class JudgeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Option(names = "--measurement", required = true, paramLabel = "VALUE", descriptionKey = "judge.measurement")
    private double value;

    @Option(names = "--unit", defaultValue = "1", paramLabel = "UNIT", descriptionKey = "judge.unit")
    private String unit;

    @Option(names = "--U", required = true, paramLabel = "U", descriptionKey = "judge.uncertainty")
    private double uncertainty;

    @Option(names = "--k", paramLabel = "K", descriptionKey = "judge.k")
    private @Nullable Double statedFactor;

    @Option(names = "--nu", defaultValue = "Infinity", paramLabel = "NU", descriptionKey = "judge.nu")
    private double degreesOfFreedom;

    @Option(names = "--coverage", paramLabel = "P", descriptionKey = "judge.coverage")
    private @Nullable String coverage;

    @Option(names = "--min", paramLabel = "LIMIT", descriptionKey = "judge.min")
    private @Nullable Double min;

    @Option(names = "--max", paramLabel = "LIMIT", descriptionKey = "judge.max")
    private @Nullable Double max;

    @Option(names = "--rule", defaultValue = "guarded", paramLabel = "RULE", descriptionKey = "judge.rule")
    private String rule;

    @Option(names = "--r", defaultValue = "1", paramLabel = "R", descriptionKey = "judge.multiple")
    private double multiple;

    @Option(names = "--exclusive", descriptionKey = "judge.exclusive")
    private boolean exclusive;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    JudgeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Tolerance tolerance = tolerance();
        double coverageFactor = coverageFactor();
        Measurement measurement = new Measurement(
                Text.same(""),
                number("--measurement", value, Double.isFinite(value)),
                tolerance.unit(),
                false,
                Uncertainty.stated(
                        number("--U", uncertainty, uncertainty >= 0 && Double.isFinite(uncertainty)),
                        number("--k", coverageFactor, coverageFactor > 0 && Double.isFinite(coverageFactor)),
                        number("--nu", degreesOfFreedom, degreesOfFreedom >= 1)),
                0,
                0,
                1,
                List.of(),
                null);
        measurement = coverage == null ? measurement : measurement.covering(probability(coverage));
        Statement statement = tolerance.decide(value, measurement.expandedUncertainty());
        SpecificRisk risk = tolerance.risk(value, uncertainty / coverageFactor, degreesOfFreedom);
        if (json) {
            console.out().println(node(measurement, tolerance, statement, risk).toPrettyString());
        } else {
            print(measurement, tolerance, statement, risk);
        }
        return switch (statement) {
            case PASS -> 0;
            case FAIL -> 1;
            case CONDITIONAL_PASS, INCONCLUSIVE, CONDITIONAL_FAIL -> 3;
        };
    }

    /** 2 is that of many degrees of freedom: for one it covers 70 %. */
    private double coverageFactor() {
        if (statedFactor == null && Double.isFinite(degreesOfFreedom)) {
            throw wrong(
                    new Text("给出了 --nu，却没有 --k", "--nu is given, but not --k"),
                    new Text(
                            "自由度有限时 k 不是 2，请同时给出该 U 的 --k",
                            "k is not 2 where degrees of freedom are limited: give the --k of that U as well"));
        }
        return statedFactor == null ? 2 : statedFactor;
    }

    private Tolerance tolerance() {
        limit("--min", min);
        limit("--max", max);
        if (min == null && max == null || min != null && max != null && min > max) {
            throw wrong(
                    new Text("没有限值，或下限大于上限", "there is no limit, or its lower end is above its upper end"),
                    new Text("请给出 --min 或 --max，如 --max 0.10", "give --min or --max, such as --max 0.10"));
        }
        Unit known = Unit.of(unit)
                .orElseThrow(() -> wrong(
                        new Text("未知的单位“%s”", "unknown unit \"%s\"").with(unit),
                        new Text("可用的有 %s", "use one of %s").with(String.join(" ", Unit.symbols()))));
        return new Tolerance(min, max, known, !exclusive, rule());
    }

    private DecisionRule rule() {
        boolean simple = rule.equals(DecisionRule.SIMPLE.key());
        try {
            return DecisionRule.of(rule, simple ? 0 : multiple);
        } catch (IllegalArgumentException e) {
            throw wrong(
                    new Text("没有规则“%s”，或 --r %s 不是其保护带", "there is no rule \"%s\", or --r %s is no guard band of it")
                            .with(rule, Quantity.plain(multiple)),
                    new Text(
                            "规则有 simple、guarded、guarded-rejection、four-state；--r 为不小于零的数",
                            "the rules are simple, guarded, guarded-rejection, four-state; --r is a number not below zero"));
        }
    }

    private static void limit(String option, @Nullable Double limit) {
        if (limit != null) {
            number(option, limit, Double.isFinite(limit));
        }
    }

    private static double probability(String text) {
        return Quantity.parse(text)
                .filter(quantity -> quantity.unit().isCommensurableWith(Unit.ONE))
                .map(quantity -> quantity.in(Unit.ONE))
                .filter(share -> share >= 0.5 && share < 1)
                .orElseThrow(() -> wrong(
                        new Text("“%s”不是包含概率", "\"%s\" is no coverage probability").with(text),
                        new Text(
                                "应为 50 % 至 100 % 之间，如 \"95 %\"",
                                "it must be from 50 % to below 100 %, such as \"95 %\"")));
    }

    private static double number(String option, double number, boolean fits) {
        if (!fits) {
            throw wrong(
                    new Text("%s 的值 %s 不可用", "%s cannot be %s").with(option, number),
                    new Text(
                            "请给出有限的数，U 不小于零，k 大于零，自由度不小于 1",
                            "give a finite number; U not below zero, k above zero, NU not below one"));
        }
        return number;
    }

    private static InputException wrong(Text what, Text remedy) {
        return new InputException(Problem.of(what, remedy));
    }

    private void print(Measurement measurement, Tolerance tolerance, Statement statement, SpecificRisk risk) {
        line("测量结果", "measurement", tolerance.shown(measurement));
        line("限值", "limit", tolerance.toString());
        line("判定规则", "decision rule", tolerance.rule().word().in(console.language()));
        line(
                "保护带 w",
                "guard band w",
                new Quantity(tolerance.rule().guardBand(measurement.expandedUncertainty()), tolerance.unit())
                        .toString());
        line("真值超出限值的概率", "probability beyond the limit", percent(risk.falseAcceptance()));
        line("判定", "verdict", statement.word().in(console.language()));
        if (tolerance.isTooNarrowFor(measurement.expandedUncertainty())) {
            console.say(
                    "测量仪器对该限值过粗：容差小于两侧保护带之和",
                    "the instrument is too coarse for this limit: the guard bands leave nothing of the tolerance");
        }
    }

    private void line(String zh, String en, String words) {
        console.out().println(console.text(zh, en) + ": " + words);
    }

    /** Three digits, however small. */
    private static String percent(double probability) {
        return String.format(Locale.ROOT, "%.3g %%", probability * 100);
    }

    private ObjectNode node(Measurement measurement, Tolerance tolerance, Statement statement, SpecificRisk risk) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("value", measurement.value())
                .put("unit", tolerance.unit().symbol())
                .put("expandedUncertainty", measurement.expandedUncertainty())
                .put("coverageFactor", measurement.coverageFactor())
                .put("degreesOfFreedom", Double.isFinite(degreesOfFreedom) ? (Double) degreesOfFreedom : null)
                .put("coverage", measurement.uncertainty().coverage());
        node.put("min", tolerance.min()).put("max", tolerance.max()).put("inclusive", tolerance.inclusive());
        node.put("rule", tolerance.rule().key())
                .put("multiple", tolerance.rule().multiple())
                .put("guardBand", tolerance.rule().guardBand(measurement.expandedUncertainty()))
                .put("nonconformity", risk.falseAcceptance())
                .put("conformity", risk.falseRejection())
                .put("tooCoarse", tolerance.isTooNarrowFor(measurement.expandedUncertainty()));
        return node.put("statement", statement.key())
                .put("verdict", statement.verdict().key());
    }
}
