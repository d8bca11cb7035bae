package org.plumbline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What one call of the command line gave. */
record Outcome(int exit, String out, String err) {

    private static final int LOOKS = 4;

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

    /**
     * Looks again where that cannot be seen: others keep this computer busy, and less came in the time, or too little to
     * decide.
     *
     * @param pattern what the output has to hold
     * @return the last look
     */
    static Outcome seeing(String pattern, Supplier<Outcome> look) {
        Pattern sought = Pattern.compile(pattern);
        Outcome outcome = look.get();
        for (int looks = 1; looks < LOOKS && !sought.matcher(outcome.out).find(); looks++) {
            outcome = look.get();
        }
        return outcome;
    }

    /** The last line that is not blank: the bundle's path after a run. */
    String lastLine() {
        return out.strip().lines().reduce((first, second) -> second).orElse("");
    }
}
