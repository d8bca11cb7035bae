package org.plumbline.probe;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What arrived, short enough for a line of a report. */
final class Shown {

    private static final Pattern HEAD = Pattern.compile("^[^,;:=\\s]{1,12}");
    private static final int LONGEST = 60;
    private static final int MOST = 8;

    private Shown() {}

    /** A frame; what cannot be printed becomes a dot. */
    static String line(String frame) {
        String clean = frame.strip().replaceAll("\\p{Cntrl}|\uFFFD", ".");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    /** How a frame begins: in most protocols of lines, what kind of frame it is. */
    static String head(String frame) {
        String clean = line(frame);
        Matcher head = HEAD.matcher(clean);
        return head.find() ? head.group() : clean;
    }

    /** The first of many. */
    static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() <= MOST ? first : first + " … (" + names.size() + ")";
    }
}
