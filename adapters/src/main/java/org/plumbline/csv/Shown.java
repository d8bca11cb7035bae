package org.plumbline.csv;

import java.util.regex.Pattern;
import org.plumbline.text.Excerpt;

/** What stands in a file, short enough for a message: a cell may be as long as the file. */
final class Shown {

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");
    private static final int MOST = 80;

    private Shown() {}

    static String of(String cell) {
        return UNPRINTABLE.matcher(Excerpt.of(cell, MOST)).replaceAll(".");
    }
}
