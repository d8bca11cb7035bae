package org.plumbline.benchfile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.ErrorLimits;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Distribution;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.QuantityReader;
import org.plumbline.yaml.YamlNode;

/** Reads {@code error-limits} of a signal's entry. */
final class ErrorLimitsReader {

    private final Problems problems;

    ErrorLimitsReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    ErrorLimits read(YamlNode entry, Unit unit) {
        YamlNode node = entry.field("error-limits").orElse(null);
        if (node == null) {
            return null;
        }
        YamlNode halfWidth = node.required("half-width");
        Quantity quantity = QuantityReader.quantity(halfWidth, problems).orElse(null);
        if (quantity == null) {
            return null;
        }
        if (!quantity.unit().measuresDifferencesOf(unit) || !(quantity.value() > 0)) {
            problems.add(
                    halfWidth.place(),
                    new Text("\"%s\" 不能用作误差限的半宽", "\"%s\" cannot be the half-width of error limits")
                            .with(halfWidth.raw()),
                    new Text("应为大于零、单位可换算为 %s 的值", "write a value above zero in a unit that converts to %s")
                            .with(unit));
            return null;
        }
        return new ErrorLimits(
                quantity.unit().convertDifference(quantity.value(), unit),
                node.field("distribution")
                        .map(word -> Distribution.valueOf(word.raw().toUpperCase(Locale.ROOT)))
                        .orElse(Distribution.UNIFORM));
    }
}
