package org.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lines that stay, and below them on a terminal lines that are written again and again, one for each run. */
final class StatusLine {

    private static final String UP = "\u001b[%dA";
    private static final String CLEAR = "\r\u001b[J";

    /** Where the terminal's width is not known. */
    private static final int USUAL_WIDTH = 80;

    /** A line that is too long would take two, and the next one would not be written over it. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final Console console;
    private final Map<String, String> moving = new LinkedHashMap<>();
    private int shown;

    StatusLine(Console console) {
        this.console = console;
    }

    synchronized void line(String text) {
        clear();
        console.out().println(text);
        show();
    }

    /** @param text empty to take the line away */
    synchronized void moving(String owner, String text) {
        clear();
        if (text.isEmpty()) {
            moving.remove(owner);
        } else {
            moving.put(owner, Columns.cut(text, width()));
        }
        show();
    }

    /** The launcher knows the terminal's; one column stays free. */
    private static int width() {
        return Integer.getInteger("plumbline.columns", USUAL_WIDTH) - 1;
    }

    private void clear() {
        if (shown > 0) {
            console.out().print(UP.formatted(shown) + CLEAR);
            console.out().flush();
            shown = 0;
        }
    }

    private void show() {
        if (console.terminal()) {
            console.out().print(NO_WRAP);
            moving.values().forEach(console.out()::println);
            console.out().print(WRAP);
            console.out().flush();
            shown = moving.size();
        }
    }
}
