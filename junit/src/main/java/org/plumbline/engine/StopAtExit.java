package org.plumbline.engine;

import java.util.function.Supplier;
import org.plumbline.suite.Interruption;

/** Brings a real device to its safe state where the process is told to end during a run: an IDE's stop button. */
final class StopAtExit {

    private final Thread hook;

    StopAtExit(Interruption interruption) {
        this.hook = new Thread(interruption::request, "plumbline-stop");
    }

    <T> T during(Supplier<T> run) {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run.get();
        } finally {
            remove();
        }
    }

    private void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already: the hook is running
        }
    }
}
