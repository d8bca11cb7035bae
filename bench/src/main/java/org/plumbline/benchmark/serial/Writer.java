package org.plumbline.benchmark.serial;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.pty.PseudoTerminal;
import org.plumbline.timeline.LiveClock;

/** Writes a thousand sentences a second on a thread of its own, and notes when. */
final class Writer {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(1);

    private final PseudoTerminal terminal;
    private final LiveClock clock;
    private final long[] written;
    private final Thread thread = new Thread(this::write, "writer");
    private volatile @Nullable String failure;

    /** @param clock that the times are of */
    Writer(PseudoTerminal terminal, LiveClock clock, int count) {
        this.terminal = terminal;
        this.clock = clock;
        this.written = new long[count];
    }

    void start() {
        thread.start();
    }

    /** Whoever waits on the clock that the times are of is woken by everything that arrives: this waits on another. */
    private void write() {
        try (LiveClock pace = new LiveClock()) {
            for (int i = 0; i < written.length && failure == null; i++) {
                byte[] sentence = Sentences.sentence(i);
                pace.await(() -> false, pace.now() + PERIOD);
                written[i] = clock.now();
                if (!terminal.write(sentence)) {
                    failure = "sentence " + i + " was not taken";
                }
            }
        }
    }

    void join() throws InterruptedException {
        thread.join();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** Right before each write. */
    long[] written() {
        return written;
    }
}
