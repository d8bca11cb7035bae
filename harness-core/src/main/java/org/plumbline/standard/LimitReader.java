package org.plumbline.standard;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.QuantityReader;
import org.plumbline.yaml.YamlNode;

/** Reads the limits of one standard. */
final class LimitReader {

    private static final double LEAST_COVERAGE = 0.5;

    private final Map<String, IxitItem> ixit;
    private final Map<String, YamlNode> declared;
    private final Problems problems;

    /**
     * @param ixit those that could be read
     * @param declared all that are there, so that one mistake is not reported again where it is used
     */
    LimitReader(Map<String, IxitItem> ixit, Map<String, YamlNode> declared, Problems problems) {
        this.ixit = ixit;
        this.declared = declared;
        this.problems = problems;
    }

    /** Empty, with a problem, where the unit is unknown. */
    Optional<Limit> read(String name, YamlNode node) {
        if (node.field("min").isEmpty() && node.field("max").isEmpty()) {
            problems.add(
                    node.keyPlace(),
                    new Text("限值 \"%s\" 既无下限也无上限", "the limit \"%s\" has neither a lower nor an upper end").with(name),
                    new Text("请补上 min 或 max", "add min or max"));
        }
        return QuantityReader.unit(node.required("unit"), problems).map(unit -> limit(name, unit, node));
    }

    private Limit limit(String name, Unit unit, YamlNode node) {
        Bound min = node.field("min").map(bound -> bound(bound, unit)).orElse(null);
        Bound max = node.field("max").map(bound -> bound(bound, unit)).orElse(null);
        if (min != null && max != null && constant(min) && constant(max)) {
            checkOrder(name, min.resolve(Map.of(), unit), max.resolve(Map.of(), unit), node);
        }
        return new Limit(
                name,
                unit,
                min,
                max,
                rule(node),
                node.text("equality", "inclusive").equals("inclusive"),
                node.required("basis").raw(),
                node.field("coverage").flatMap(this::coverage).orElse(Uncertainty.COVERAGE),
                node.field("prior").flatMap(prior -> prior(prior, unit)).orElse(null));
    }

    /** {@code 95 %}. */
    private Optional<Double> coverage(YamlNode node) {
        Optional<Double> share = QuantityReader.quantity(node, problems)
                .filter(quantity -> quantity.unit().isCommensurableWith(Unit.ONE))
                .map(quantity -> quantity.in(Unit.ONE))
                .filter(value -> value >= LEAST_COVERAGE && value < 1);
        if (share.isEmpty()) {
            problems.add(
                    node.place(),
                    new Text("\"%s\" 不是包含概率", "\"%s\" is no coverage probability").with(node.raw()),
                    new Text("应为 50 % 至 100 % 之间，如 95 %", "it must be from 50 % to below 100 %, such as 95 %"));
        }
        return share;
    }

    /** {@code {mean: 0.05 m, standard-deviation: 0.02 m}}: the schema has checked that both are there. */
    private Optional<LimitPrior> prior(YamlNode node, Unit unit) {
        YamlNode width = node.required("standard-deviation");
        Optional<Quantity> mean = fitting(node.required("mean"), unit, unit::isProportionalTo);
        Optional<Quantity> deviation = fitting(width, unit, each -> each.measuresDifferencesOf(unit));
        if (mean.isEmpty() || deviation.isEmpty()) {
            return Optional.empty();
        }
        double spread = deviation.get().unit().convertDifference(deviation.get().value(), unit);
        if (!(spread > 0)) {
            problems.add(
                    width.place(),
                    new Text("标准差 %s 应大于零", "the standard deviation %s must be above zero").with(deviation.get()),
                    new Text("请改为正数，或删去 prior", "make it positive, or take the prior away"));
            return Optional.empty();
        }
        return Optional.of(new LimitPrior(mean.get().in(unit), spread));
    }

    private Optional<Quantity> fitting(YamlNode node, Unit unit, Predicate<Unit> fits) {
        Optional<Quantity> quantity = QuantityReader.quantity(node, problems);
        if (quantity.isPresent() && !fits.test(quantity.get().unit())) {
            problems.add(
                    node.place(),
                    new Text("先验以 %s 给出，限值的单位却是 %s", "the prior is in %s, but the limit in %s")
                            .with(quantity.get().unit(), unit),
                    new Text("请以 %s 或同类单位书写", "write it in %s or a unit of its kind").with(unit));
            return Optional.empty();
        }
        return quantity;
    }

    private DecisionRule rule(YamlNode node) {
        String kind = node.text("decision", DecisionRule.GUARDED.key());
        boolean simple = kind.equals(DecisionRule.SIMPLE.key());
        Optional<YamlNode> band = node.field("guard-band");
        if (simple && band.isPresent()) {
            problems.add(
                    band.get().keyPlace(),
                    new Text("简单接受没有保护带", "simple acceptance has no guard band"),
                    new Text(
                            "请删去 guard-band，或把 decision 改为 guarded", "take guard-band away, or make decision guarded"));
        }
        double multiple = band.map(YamlNode::raw).map(LimitReader::multiple).orElse(1.0);
        return simple ? DecisionRule.SIMPLE : DecisionRule.of(kind, multiple);
    }

    /** {@code 0.83 U}: the schema has checked its form. */
    private static double multiple(String band) {
        String number = band.replace("U", "").strip();
        return number.isEmpty() ? 1 : Double.parseDouble(number);
    }

    private @Nullable Bound bound(YamlNode node, Unit unit) {
        return problems.keep(() -> new BoundParser(node, unit, ixit, declared.keySet()).parse());
    }

    private static boolean constant(Bound bound) {
        return bound.terms().stream().allMatch(term -> term.ixit() == null);
    }

    private void checkOrder(String name, double min, double max, YamlNode node) {
        if (min > max) {
            problems.add(
                    node.required("min").place(),
                    new Text("限值 \"%s\" 的下限大于上限", "the lower end of the limit \"%s\" is above its upper end")
                            .with(name),
                    new Text("请核对 min 与 max", "check min and max"));
        }
    }
}
