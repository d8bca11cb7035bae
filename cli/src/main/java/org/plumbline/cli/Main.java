package org.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.plumbline.error.InputException;
import org.plumbline.error.PlumblineException;
import org.plumbline.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point. */
@Command(
        name = "plumbline",
        resourceBundle = "org.plumbline.cli.help",
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            RecordCommand.class,
            ConvertCommand.class,
            VerifyCommand.class,
            RejudgeCommand.class,
            RecoverCommand.class,
            SimulateCommand.class,
            JudgeCommand.class,
            InterlabCommand.class,
            StepsCommand.class,
            SchemaCommand.class,
            PortsCommand.class,
            ProbeCommand.class
        })
public final class Main implements Runnable {

    /** Exit code for a wrong file or argument. */
    static final int USAGE = 2;

    /** Exit code for an error of harness or bench. */
    static final int BROKEN = 4;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true)
    private boolean version;

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        if (System.getenv("PLUMBLINE_DEBUG") != null) {
            System.setProperty("org.slf4j.simpleLogger.log.org.plumbline", "debug");
        }
        int exit;
        try {
            exit = supervise(Console.system(), arguments);
        } catch (Error e) { // Java's exit code for it would be that of a failed run
            System.err.println(e);
            exit = BROKEN;
        }
        System.exit(exit);
    }

    /** Runs the command line in a process of its own, threads in the background included. */
    static int supervise(Console console, String... arguments) {
        Background background = new Background(console);
        Thread.setDefaultUncaughtExceptionHandler(background);
        return background.exitCode(execute(console, arguments));
    }

    /** Runs the command line. */
    static int execute(Console console, String... arguments) {
        // Help texts are looked up before options are parsed.
        Locale.setDefault(language(arguments).locale());
        ResourceBundle.clearCache();
        CommandLine commandLine = new CommandLine(new Main(), new ConsoleFactory(console));
        commandLine.setOut(console.out());
        commandLine.setErr(console.err());
        commandLine.setUsageHelpAutoWidth(false);
        commandLine.setUsageHelpWidth(100);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler((exception, args) -> misused(console, exception));
        commandLine.setExecutionExceptionHandler((exception, line, result) -> failed(console, exception));
        try {
            return commandLine.execute(helped(commandLine, arguments));
        } catch (Error e) {
            return failed(console, e);
        }
    }

    /** {@code help X} is what many type for {@code X --help}. */
    private static String[] helped(CommandLine commandLine, String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        int help = words.indexOf("help");
        if (help < 0 || words.subList(0, help).stream().anyMatch(commandLine.getSubcommands()::containsKey)) {
            return arguments;
        }
        words.remove(help);
        words.add("--help");
        return words.toArray(String[]::new);
    }

    private static Language language(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String value = arguments[i].startsWith("--lang=")
                    ? arguments[i].substring("--lang=".length())
                    : arguments[i].equals("--lang") && i + 1 < arguments.length ? arguments[i + 1] : "";
            if (!value.isEmpty()) {
                return value.startsWith("zh") ? Language.ZH : Language.EN;
            }
        }
        return ofEnvironment();
    }

    /** As POSIX orders the variables; asked directly, since Java knows only locales that are installed. */
    private static Language ofEnvironment() {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .map(value -> Language.of(Locale.forLanguageTag(value.split("[_.@]")[0])))
                .orElseGet(() -> Language.of(Locale.getDefault()));
    }

    private static int misused(Console console, ParameterException exception) {
        console.err().println(Misuse.of(exception).in(console.language()));
        console.err().println(Misuse.help(exception).in(console.language()));
        return USAGE;
    }

    private static int failed(Console console, Throwable exception) {
        Throwable cause = exception;
        while (!(cause instanceof PlumblineException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof PlumblineException known) {
            console.err().println(known.message(console.language()));
            return known instanceof InputException ? USAGE : BROKEN;
        }
        console.err()
                .println(console.text(
                                "测试装置内部错误: %s（用 PLUMBLINE_DEBUG=1 查看细节）",
                                "internal error: %s (PLUMBLINE_DEBUG=1 shows where)")
                        .formatted(exception));
        Surroundings.doubt(cause).ifPresent(doubt -> console.err().println(doubt.in(console.language())));
        if (System.getenv("PLUMBLINE_DEBUG") != null) {
            exception.printStackTrace(console.err());
        }
        return BROKEN;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
