package org.plumbline.suite;

import org.jspecify.annotations.Nullable;

/** A way to end a run early, from another thread: the device is brought to its safe state, what there is is kept. */
public final class Interruption {

    private @Nullable Runnable action;
    private boolean requested;

    /** Ends the run now; one that has not begun ends as soon as it has. */
    public synchronized void request() {
        requested = true;
        if (action != null) {
            action.run();
        }
    }

    /** What ends the run; called at once where the end was requested before. */
    synchronized void on(@Nullable Runnable end) {
        action = end;
        if (requested && end != null) {
            end.run();
        }
    }
}
