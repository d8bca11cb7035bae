package org.plumbline.csv;

import java.util.regex.Pattern;

/** What stands in a file, short enough for a message: a cell may be as long as the file. */
final class Shown {

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");
    private static final int MOST = 80;

    private Shown() {}

    static String of(String cell) {
        String first = cell.length() > MOST ? cell.substring(0, MOST) + "…" : cell;
        return UNPRINTABLE.matcher(first).replaceAll(".");
    }
}
