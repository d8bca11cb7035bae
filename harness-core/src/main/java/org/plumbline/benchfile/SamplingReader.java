package org.plumbline.benchfile;

import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Sampling;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.QuantityReader;
import org.plumbline.yaml.YamlNode;

/** Reads what a signal's entry says of its sampling: {@code resolution}, {@code range}, {@code interval}, {@code on-event}. */
final class SamplingReader {

    private final YamlNode entry;
    private final Problems problems;

    SamplingReader(YamlNode entry, Problems problems) {
        this.entry = entry;
        this.problems = problems;
    }

    Sampling read(Unit unit) {
        YamlNode range = entry.field("range").orElse(null);
        Double lowest = range == null ? null : range.number("min");
        Double highest = range == null ? null : range.number("max");
        if (range != null && lowest != null && highest != null && lowest >= highest) {
            problems.add(
                    range.required("min").place(),
                    new Text("测量范围的下限不小于上限", "the measuring range ends where it begins, or before"),
                    new Text("请核对 min 与 max", "check min and max"));
        }
        return new Sampling(
                positive("resolution", unit), lowest, highest, positive("interval", Unit.S), comesOnEvent());
    }

    private boolean comesOnEvent() {
        YamlNode node = entry.field("on-event")
                .filter(each -> each.json().booleanValue())
                .orElse(null);
        if (node != null && entry.field("interval").isPresent()) {
            problems.add(
                    node.keyPlace(),
                    new Text(
                            "on-event 与 interval 矛盾：只随事件到来的信号没有采样间隔",
                            "on-event contradicts interval: a signal that comes only with an event has none"),
                    new Text("请只留其一", "keep one of them"));
        }
        return node != null;
    }

    private @Nullable Double positive(String key, Unit unit) {
        YamlNode node = entry.field(key).orElse(null);
        if (node == null) {
            return null;
        }
        Quantity quantity = QuantityReader.quantity(node, problems).orElse(null);
        if (quantity == null) {
            return null;
        }
        if (!quantity.unit().measuresDifferencesOf(unit) || !(quantity.value() > 0)) {
            problems.add(
                    node.place(),
                    new Text("\"%s\" 不能用作 %s", "\"%s\" cannot be the %s").with(node.raw(), key),
                    new Text("应为大于零、单位可换算为 %s 的值", "write a value above zero in a unit that converts to %s")
                            .with(unit));
            return null;
        }
        return quantity.unit().convertDifference(quantity.value(), unit);
    }
}
