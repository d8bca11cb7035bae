package org.plumbline.csv;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A number with a comma in it, decimal or of thousands, that the separator, a comma too, made two cells of. */
final class SplitNumber {

    /** Digits, also with points of thousands. */
    private static final Pattern BEFORE = Pattern.compile("[+-]?(\\d+|\\d{1,3}(\\.\\d{3})+)");

    /** Behind a decimal comma digits alone, an exponent or a unit after them; behind one of thousands three, and what a point begins. */
    private static final Pattern BEHIND = Pattern.compile("\\d+(\\s*[\\p{L}\\p{So}%‰°].*)?|\\d{3}\\..*");

    private SplitNumber() {}

    /** The cells that may be one with the cell before them. */
    static IntStream secondHalves(String[] row) {
        return IntStream.range(1, row.length)
                .filter(at -> BEFORE.matcher(row[at - 1].strip()).matches()
                        && BEHIND.matcher(row[at].strip()).matches());
    }
}
