package org.plumbline.csv;

import java.util.regex.Pattern;

/** A number with a comma in it, decimal or of thousands, that the separator, a comma too, made two cells of. */
final class SplitNumber {

    private static final Pattern BEFORE = Pattern.compile("[+-]?\\d+");

    /** Behind a decimal comma digits alone, an exponent or a unit after them; behind one of thousands three, and what a point begins. */
    private static final Pattern BEHIND = Pattern.compile("\\d+(\\s*[\\p{L}%°].*)?|\\d{3}\\..*");

    private SplitNumber() {}

    /** Whether two cells side by side may be one. */
    static boolean mayBeIn(String[] row) {
        for (int i = 1; i < row.length; i++) {
            if (BEFORE.matcher(row[i - 1].strip()).matches()
                    && BEHIND.matcher(row[i].strip()).matches()) {
                return true;
            }
        }
        return false;
    }
}
