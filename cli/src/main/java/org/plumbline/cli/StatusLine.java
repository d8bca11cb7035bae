package org.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lines that stay, and below them on a terminal lines that are written again and again, one for each run. */
final class StatusLine {

    private static final String UP = "\u001b[%dA";
    private static final String CLEAR = "\r\u001b[J";
    private static final int WIDTH = 118;

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
            moving.put(owner, Columns.cut(text, WIDTH));
        }
        show();
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
            moving.values().forEach(console.out()::println);
            shown = moving.size();
        }
    }
}
