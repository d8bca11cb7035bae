package org.plumbline.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.error.Place;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/** Reads units and quantities, and says which symbol was meant. */
public final class QuantityReader {

    private static final Pattern FORM =
            Pattern.compile("\\s*([-+]?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\\s*(\\S*)\\s*");

    private QuantityReader() {}

    /** The unit that a symbol stands for; empty, with a problem, where it is unknown. */
    public static Optional<Unit> unit(YamlNode node, Problems problems) {
        return unit(node.raw(), node.place(), problems);
    }

    /** Likewise for a symbol within a longer text. */
    public static Optional<Unit> unit(String symbol, Place place, Problems problems) {
        Optional<Unit> unit = Unit.of(symbol);
        if (unit.isEmpty()) {
            problems.add(
                    place,
                    new Text("未知的单位 \"%s\"", "unknown unit \"%s\"").with(symbol),
                    Nearest.remedy(symbol, Unit.symbols()));
        }
        return unit;
    }

    /** The quantity, of unit 1 where none is written; empty, with a problem, where the unit is unknown. */
    public static Optional<Quantity> quantity(YamlNode node, Problems problems) {
        Matcher matcher = FORM.matcher(node.raw());
        if (!matcher.matches()) {
            problems.add(
                    node.place(),
                    new Text("\"%s\" 不是数与单位", "\"%s\" is not a number with its unit").with(node.raw()),
                    new Text("应为数与单位，如 5 s", "it must be a number with its unit, such as 5 s"));
            return Optional.empty();
        }
        String symbol = matcher.group(2).isEmpty() ? "1" : matcher.group(2);
        double value = Double.parseDouble(matcher.group(1));
        return unit(symbol, node.placeOf(matcher.start(2)), problems).map(unit -> new Quantity(value, unit));
    }
}
