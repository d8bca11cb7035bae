package org.plumbline.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.QuantityReader;
import org.plumbline.yaml.YamlNode;

/**
 * Reads one end of a limit: a number in the limit's unit, or a sum and difference of quantities and declared values,
 * as in {@code 1.5 * ixit(keep-alive) + 2 s}; a summand may also be a limit of contact, see {@link BodyLimit}.
 */
final class BoundParser {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
    private static final Pattern SIGNED = Pattern.compile("[-+]?" + NUMBER);
    private static final Pattern IXIT = Pattern.compile("ixit\\(\\s*([A-Za-z0-9._-]*)\\s*\\)");
    private static final Pattern SYMBOL = Pattern.compile("[^\\s+()*-]+");
    private static final Pattern BLANK = Pattern.compile("\\s*");

    private final YamlNode node;
    private final Unit unit;
    private final Map<String, IxitItem> ixit;
    private final Set<String> declared;
    private final String text;
    private int at;

    /**
     * @param unit the limit's
     * @param ixit those of the standard that could be read
     * @param declared the names of all of them
     */
    BoundParser(YamlNode node, Unit unit, Map<String, IxitItem> ixit, Set<String> declared) {
        this.node = node;
        this.unit = unit;
        this.ixit = ixit;
        this.declared = declared;
        this.text = node.raw();
    }

    /** @throws InputException where it is no such expression, with the place within it */
    Bound parse() {
        Optional<Bound> number = plainNumber();
        if (number.isPresent()) {
            return number.get();
        }
        List<Bound.Term> terms = new ArrayList<>();
        take(BLANK);
        double sign = sign().orElse(1.0);
        terms.add(term(sign));
        while (at < text.length()) {
            int operator = at;
            sign = sign().orElseThrow(() -> unreadable(operator, new Text("应为 + 或 -", "expected + or -")));
            terms.add(term(sign));
        }
        return new Bound(text, List.copyOf(terms));
    }

    private Optional<Bound> plainNumber() {
        if (node.json().isNumber()) {
            return Optional.of(number(node.json().doubleValue()));
        }
        return SIGNED.matcher(text.strip()).matches()
                ? Optional.of(number(Double.parseDouble(text.strip())))
                : Optional.empty();
    }

    private Bound number(double value) {
        return new Bound(text.strip(), List.of(new Bound.Term(1, null, new Quantity(value, unit))));
    }

    private Optional<Double> sign() {
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            double sign = text.charAt(at) == '-' ? -1 : 1;
            at++;
            take(BLANK);
            return Optional.of(sign);
        }
        return Optional.empty();
    }

    private Bound.Term term(double sign) {
        int start = at;
        Optional<String> number = take(NUMBER);
        take(BLANK);
        if (number.isEmpty()) {
            return declaredValue(sign);
        }
        double value = Double.parseDouble(number.get());
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
            take(BLANK);
            return declaredValue(sign * value);
        }
        return new Bound.Term(sign, null, constant(value, start));
    }

    private Bound.Term declaredValue(double factor) {
        int start = at;
        Optional<String> body = take(BodyLimit.FORM);
        if (body.isPresent()) {
            take(BLANK);
            Quantity figure = BodyLimit.of(body.get(), node.placeOf(start));
            checkUnit(body.get(), figure.unit(), start);
            return new Bound.Term(factor, null, figure);
        }
        Matcher matcher = IXIT.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw unreadable(start, new Text("应为 ixit(名称) 或数与单位", "expected ixit(name) or a number with its unit"));
        }
        String name = matcher.group(1);
        at = matcher.end();
        take(BLANK);
        if (!declared.contains(name)) {
            throw new InputException(new Problem(
                    node.placeOf(matcher.start(1)),
                    new Text("未知的 IXIT 项 \"%s\"", "unknown IXIT item \"%s\"").with(name),
                    Nearest.remedy(name, declared)));
        }
        IxitItem item = ixit.get(name);
        if (item != null) {
            checkUnit("ixit(" + name + ") [" + item.unit() + "]", item.unit(), start);
        }
        return new Bound.Term(factor, name, null);
    }

    private Quantity constant(double value, int start) {
        int symbolAt = at;
        String symbol = take(SYMBOL).orElse("1");
        take(BLANK);
        Problems problems = new Problems();
        Optional<Unit> found = QuantityReader.unit(symbol, node.placeOf(symbolAt), problems);
        problems.throwIfAny();
        String term = text.substring(start, at).strip();
        if (found.orElseThrow().equals(Unit.ONE) && !unit.equals(Unit.ONE)) {
            throw new InputException(new Problem(
                    node.placeOf(start),
                    new Text("%s 没有单位", "%s has no unit").with(term),
                    new Text("请写出单位，如 %s %s", "write the unit, as in %s %s").with(term, unit)));
        }
        checkUnit(term, found.orElseThrow(), start);
        return new Quantity(value, found.orElseThrow());
    }

    /** Scales with different zeros (degC and K) cannot be added up either. */
    private void checkUnit(String term, Unit other, int start) {
        if (!other.isProportionalTo(unit)) {
            throw new InputException(new Problem(
                    node.placeOf(start),
                    new Text("%s 与限值的单位 %s 不相容", "%s does not fit the limit's unit %s").with(term, unit),
                    new Text("请统一单位", "use units of one kind")));
        }
    }

    private Optional<String> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }

    private InputException unreadable(int offset, Text what) {
        return new InputException(new Problem(
                node.placeOf(offset),
                new Text(
                        "限值表达式 \"" + text + "\" 无法解读：" + what.zh(),
                        "the bound \"" + text + "\" cannot be read: " + what.en()),
                new Text("请写成如 1.5 * ixit(time-out) + 2 s 的形式", "write it like 1.5 * ixit(time-out) + 2 s")));
    }
}
