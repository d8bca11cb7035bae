package org.plumbline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long on end something on this computer may have had to wait for a processor, as Linux counts it (pressure stall
 * information, {@code /proc/pressure/cpu}, whose total goes on at every reading): a simulated robot in another process, a
 * broker, or the kernel's own worker that passes a serial port's bytes on. A wait begins in the slot before those that it
 * fills and ends in the one after: what was waited in these two counts with it, so that it is no shorter than one wait in
 * that place. That holds for one busy processor: of several the kernel gives the mean, and one long wait among N busy ones
 * may show as an N-th of it and be missed. Knows nothing on other systems, nor where pressure is not counted. For one
 * thread at a time.
 */
final class ProcessorPressure {

    /** That part of a slot fills it. */
    private static final double NEARLY_ALWAYS = 0.9;

    /** A shorter slot, in nanoseconds, is lengthened by the next one: reading takes a part of it that counts. */
    private static final long SHORTEST = 10_000_000L;

    private static final Pattern SOME = Pattern.compile("some .*total=(\\d+)");

    private final Path file;
    private long total;
    private Slot before = new Slot(0, 0);
    private long full;
    private long elapsed;

    /** From one reading to the next, in nanoseconds. */
    private record Slot(long length, long waited) {

        boolean isFull() {
            return waited >= NEARLY_ALWAYS * length;
        }

        /** What of it belongs to a wait that goes on beyond it. */
        long share() {
            return isFull() ? length : waited;
        }
    }

    /**
     * The longest wait that there may have been.
     *
     * @param waited nanoseconds on end
     * @param within it lay somewhere in so many nanoseconds until now
     */
    record Wait(long waited, long within) {}

    /** Of this computer, from now on. */
    ProcessorPressure() {
        this(Path.of("/proc/pressure/cpu"));
    }

    ProcessorPressure(Path file) {
        this.file = file;
        this.total = read();
    }

    /**
     * What may have ended in the slot that ends now, or goes on: the slot before those that were full, these, and the last
     * one. Where none was full, these are two neighbours.
     *
     * @param since nanoseconds since this was asked last
     */
    Wait longest(long since) {
        elapsed += since;
        long read = read();
        Slot slot = new Slot(elapsed, Math.max(0, Math.min(elapsed, read - total)));
        Wait wait = new Wait(before.waited() + full + slot.share(), before.length() + full + slot.length());
        if (elapsed >= SHORTEST) {
            total = read;
            elapsed = 0;
            goOn(slot);
        }
        return wait;
    }

    private void goOn(Slot slot) {
        if (slot.isFull()) {
            full += slot.length();
        } else {
            before = slot;
            full = 0;
        }
    }

    /** Nanoseconds since the computer was started. */
    private long read() {
        try {
            Matcher some = SOME.matcher(Files.readString(file));
            return some.find() ? Long.parseLong(some.group(1)) * 1000 : total;
        } catch (IOException e) {
            return total;
        }
    }
}
