package org.plumbline.standard;

import java.util.Optional;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.QuantityReader;
import org.plumbline.yaml.YamlNode;

/** Reads {@code completeness} of a standard. */
final class CompletenessReader {

    private static final Text SHARE = new Text("应为占比，如 1 %", "it must be a share, such as 1 %");
    private static final Text TIME = new Text("应为时间，如 0.5 s", "it must be a time, such as 0.5 s");

    private final Problems problems;

    CompletenessReader(Problems problems) {
        this.problems = problems;
    }

    Completeness read(Optional<YamlNode> node) {
        Completeness usual = Completeness.DEFAULT;
        return new Completeness(
                node.flatMap(given -> limit(given, "faulty-frames", Unit.ONE, SHARE))
                        .orElse(usual.faultyFrames()),
                node.flatMap(given -> limit(given, "device-faulty-frames", Unit.ONE, SHARE))
                        .orElse(usual.deviceFaultyFrames()),
                node.flatMap(given -> limit(given, "gap", Unit.S, TIME)).orElse(usual.gapSeconds()),
                node.flatMap(given -> limit(given, "silence", Unit.S, TIME)).orElse(usual.silenceSeconds()));
    }

    private Optional<Double> limit(YamlNode node, String key, Unit unit, Text remedy) {
        return node.field(key).flatMap(value -> QuantityReader.quantity(value, problems)
                .filter(quantity -> fits(quantity, unit, value, remedy))
                .map(quantity -> quantity.in(unit)));
    }

    private boolean fits(Quantity quantity, Unit unit, YamlNode value, Text remedy) {
        boolean fits = quantity.unit().isCommensurableWith(unit) && quantity.value() >= 0;
        if (!fits) {
            problems.add(
                    value.place(), new Text("\"%s\" 不能用在这里", "\"%s\" cannot stand here").with(value.raw()), remedy);
        }
        return fits;
    }
}
