package org.plumbline.ics;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** When a requirement applies: an expression over ICS items (ISO/IEC 9646-7). */
public sealed interface Applicability {

    /** Applies to every device. */
    record Always() implements Applicability {}

    /** Applies where the manufacturer declares the item. */
    record Item(String name) implements Applicability {}

    /** Applies where the operand does not. */
    record Not(Applicability operand) implements Applicability {}

    /** Applies where both operands do. */
    record And(Applicability left, Applicability right) implements Applicability {}

    /** Applies where at least one operand does. */
    record Or(Applicability left, Applicability right) implements Applicability {}

    /** Whether it holds for what was declared. */
    default boolean holds(Predicate<String> declared) {
        if (this instanceof Item item) {
            return declared.test(item.name());
        } else if (this instanceof Not not) {
            return !not.operand().holds(declared);
        } else if (this instanceof And and) {
            return and.left().holds(declared) && and.right().holds(declared);
        } else if (this instanceof Or or) {
            return or.left().holds(declared) || or.right().holds(declared);
        }
        return true;
    }

    /** The items that the expression names. */
    default Set<String> items() {
        Set<String> items = new TreeSet<>();
        if (this instanceof Item item) {
            items.add(item.name());
        } else if (this instanceof Not not) {
            items.addAll(not.operand().items());
        } else if (this instanceof And and) {
            items.addAll(and.left().items());
            items.addAll(and.right().items());
        } else if (this instanceof Or or) {
            items.addAll(or.left().items());
            items.addAll(or.right().items());
        }
        return items;
    }

    /**
     * Reads {@code A && (B || !C)}; {@code !} binds strongest, then {@code &&}, then {@code ||}. Empty text: always.
     *
     * @throws ExpressionException where the text is not such an expression
     */
    static Applicability parse(String text) {
        return text.isBlank() ? new Always() : new ApplicabilityParser(text).parse();
    }
}
