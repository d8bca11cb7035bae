package org.plumbline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * Where people read: UTF-8 whatever the locale says, since a C locale would turn Chinese into question marks; on Windows
 * the console's own code page.
 *
 * @param terminal whether the output is a terminal on which a line can be written again
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    static Console system() {
        Charset charset = charset();
        return new Console(writer(FileDescriptor.out, charset), writer(FileDescriptor.err, charset), isTerminal());
    }

    private static Charset charset() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        java.io.Console console = System.console();
        return windows && console != null ? console.charset() : StandardCharsets.UTF_8;
    }

    private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
        return new PrintWriter(new FileOutputStream(descriptor), true, charset);
    }

    /** The launcher knows best; without it, a console that Java sees. */
    private static boolean isTerminal() {
        String told = System.getProperty("plumbline.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    /** The user's language: set from {@code --lang} or the locale before the command is parsed. */
    Language language() {
        return Language.of(Locale.getDefault());
    }

    /** The sentence in the user's language. */
    String text(String zh, String en) {
        return new Text(zh, en).in(language());
    }

    void say(String zh, String en) {
        out.println(text(zh, en));
    }
}
