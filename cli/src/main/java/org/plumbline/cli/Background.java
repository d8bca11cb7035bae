package org.plumbline.cli;

import java.util.Arrays;
import java.util.stream.Stream;
import org.plumbline.channel.Plugin;

/**
 * What ends a thread that nobody waits for: said in one line. One of the threads of the harness, or of a plugin, may have carried
 * what was to be judged, so the process does not end as if all were well; nor where the exception does not tell whose it was.
 */
final class Background implements Thread.UncaughtExceptionHandler {

    private final Console console;
    private volatile boolean broken;

    Background(Console console) {
        this.console = console;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        boolean debug = System.getenv("PLUMBLINE_DEBUG") != null;
        if (!debug && isStumbleOfPaho(failure)) {
            return;
        }
        broken |= failure instanceof Error
                || failure.getStackTrace().length == 0
                || ours(failure).findAny().isPresent();
        console.err()
                .println(console.text(
                                "后台线程 %s 因内部错误终止: %s（用 PLUMBLINE_DEBUG=1 查看细节）",
                                "the background thread %s ended by an internal error: %s (PLUMBLINE_DEBUG=1 shows where)")
                        .formatted(thread.getName(), failure));
        if (debug) {
            failure.printStackTrace(console.err());
        }
    }

    /** That of the process, seen from what happened in the background. */
    int exitCode(int exit) {
        return broken && exit != Main.USAGE ? ExitCodes.worse(exit, Main.BROKEN) : exit;
    }

    /**
     * While a client of Paho is closed its threads run into what is no longer there (paho.mqtt.java, issues 194 and 883); a
     * connection that breaks is told otherwise.
     */
    private static boolean isStumbleOfPaho(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return failure instanceof NullPointerException
                && stack.length > 0
                && stack[0].getClassName().startsWith("org.eclipse.paho.")
                && ours(failure).findAny().isEmpty();
    }

    private static Stream<StackTraceElement> ours(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.plumbline.") || Plugin.isIn(frame));
    }
}
