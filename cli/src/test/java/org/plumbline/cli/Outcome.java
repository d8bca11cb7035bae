package org.plumbline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** What one call of the command line gave. */
record Outcome(int exit, String out, String err) {

    /** Runs the command line in this process, not on a terminal. */
    static Outcome of(String... arguments) {
        Locale before = Locale.getDefault();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try {
            Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
            int exit = Main.execute(console, arguments);
            return new Outcome(exit, out.toString(), err.toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The last line that is not blank: the bundle's path after a run. */
    String lastLine() {
        return out.strip().lines().reduce((first, second) -> second).orElse("");
    }
}
