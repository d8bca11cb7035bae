package org.plumbline.standard;

import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.error.UnfitException;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.YamlNode;

/**
 * A value in a scenario that refers to what the manufacturer declares, as in {@code ixit(time-out) - 0.5 s}; written as
 * the bounds of limits are.
 */
public final class DeclaredValue {

    private static final Pattern REFERENCE = Pattern.compile("ixit\\(\\s*([^)\\s]*)\\s*\\)?");

    /** The double sum of decimal figures has a tail that nobody wrote; no declared value has so many digits. */
    private static final MathContext DIGITS = new MathContext(12);

    private final Bound bound;
    private final Unit unit;

    private DeclaredValue(Bound bound, Unit unit) {
        this.bound = bound;
        this.unit = unit;
    }

    /** Whether a text refers to a declared value at all. */
    public static boolean isIn(String text) {
        return REFERENCE.matcher(text).find();
    }

    /**
     * Reads a text that refers to declared values.
     *
     * @throws InputException where it is no such expression, names an IXIT item that the standard does not have, or
     *     adds up different units
     */
    public static DeclaredValue of(String text, Standard standard, Place place) {
        Map<String, IxitItem> items = standard.ixit();
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.find()) {
            throw new IllegalArgumentException("no reference in \"" + text + "\"");
        }
        IxitItem first = items.get(reference.group(1));
        if (first == null) {
            throw new InputException(new Problem(
                    place,
                    new Text("未知的 IXIT 项 \"%s\"", "unknown IXIT item \"%s\"").with(reference.group(1)),
                    Nearest.remedy(reference.group(1), items.keySet())));
        }
        YamlNode node = new YamlNode(place, place, TextNode.valueOf(text), text, false, 0, Map.of(), List.of());
        return new DeclaredValue(new BoundParser(node, first.unit(), items, items.keySet()).parse(), first.unit());
    }

    /** The IXIT items that it refers to. */
    public List<String> items() {
        return bound.terms().stream()
                .map(Bound.Term::ixit)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /**
     * The value for one device, in the unit of the IXIT item that it names first.
     *
     * @throws UnfitException where a value is not declared
     */
    public Quantity quantity(Map<String, Quantity> ixit) {
        return new Quantity(bound.resolve(ixit, unit), unit);
    }

    /** The unit of the IXIT item that it names first. */
    public Unit unit() {
        return unit;
    }

    /**
     * The plain number for one device, in the unit of the IXIT item that it names first.
     *
     * @throws UnfitException where a value is not declared
     */
    public String number(Map<String, Quantity> ixit) {
        double value = bound.resolve(ixit, unit);
        return Quantity.plain(BigDecimal.valueOf(value).round(DIGITS).doubleValue());
    }
}
